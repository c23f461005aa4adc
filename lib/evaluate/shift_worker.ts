/// <reference lib="webworker" />
import { type ShiftAnswer, shiftSteps, type ShiftTask } from "./shift.ts";

/** Measures one step of the evaluation for each message. */
self.onmessage = ({ data: { designs, sizes, step } }: MessageEvent<ShiftTask>) => {
  const { name, rows } = shiftSteps(designs, sizes)[step];
  self.postMessage({ name, rows: rows() } satisfies ShiftAnswer);
};
