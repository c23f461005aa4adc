import { openCorpus } from "../corpus/open.ts";
import { BAND_SIZES, bandRows } from "./shift_bands.ts";
import {
  cellName,
  type Designs,
  NULL_CELLS,
  readDesigns,
  SHIFT_CELLS,
} from "./shift_cells.ts";
import { falseAlarmRows, intervalRows, powerRows } from "./shift_changes.ts";
import { CHECKED, partRows, poweredRows } from "./shift_parts.ts";
import type { ShiftRow } from "./shift_row.ts";

/** How many series of each kind are simulated. */
export interface ShiftEffort {
  /** For shares of series; 2,000. */
  readonly series?: number;
  /** For intervals, which take longer; 1,000. */
  readonly intervals?: number;
  /** For bands, of each path of the level; 100. */
  readonly bands?: number;
  /** Told what has been measured. */
  readonly onStep?: (name: string) => void;
}

/** A part of the evaluation that stands for itself. */
export interface ShiftStep {
  readonly name: string;
  rows(): ShiftRow[];
}

/** The parts of the evaluation, none of them longer than a few minutes. */
export function shiftSteps(designs: Designs, effort: ShiftEffort = {}): ShiftStep[] {
  const { series = 2000, intervals = 1000, bands = 100 } = effort;
  return [
    ...NULL_CELLS.map((cell) => ({
      name: `false alarms, ${cellName(cell)}`,
      rows: () => falseAlarmRows(cell, designs, series),
    })),
    ...SHIFT_CELLS.map((cell) => ({
      name: `shifts found, ${cellName(cell)}`,
      rows: () => powerRows(cell, designs, series),
    })),
    ...SHIFT_CELLS.map((cell) => ({
      name: `intervals, ${cellName(cell)}`,
      rows: () => intervalRows(cell, designs, intervals),
    })),
    ...BAND_SIZES.map((size) => ({
      name: `bands, n = ${size.n}`,
      rows: () => bandRows(size, designs, bands),
    })),
    { name: "splits", rows: () => partRows(series) },
    ...CHECKED.map((n) => ({
      name: `prediction-powered means, ${n} documents checked`,
      rows: () => poweredRows(n, series),
    })),
  ];
}

/**
 * Measures what the measures of change promise, on series simulated with the dates, n and
 * clustering of the real ones: false alarms, shifts found, intervals that hold, bands,
 * splits, prediction-powered means. The same numbers in every run; some ten minutes of two
 * cores.
 *
 * @param effort How many series to simulate.
 * @returns Rows for `data/validation.csv`, area `shift`.
 */
export async function evaluateShift(effort: ShiftEffort = {}): Promise<ShiftRow[]> {
  const { onStep = () => {}, ...sizes } = effort;
  const corpus = await openCorpus();
  const designs = await readDesigns(corpus);
  corpus.close();
  const steps = shiftSteps(designs, sizes).length;
  const rows: ShiftRow[][] = [];
  let next = 0;
  // In workers: DuckDB's binding stalls the timers of a thread that computes for long
  // (Deno 2.8.1), and every core can take a part.
  const workers = Math.min(steps, navigator.hardwareConcurrency);
  await Promise.all(Array.from({ length: workers }, async () => {
    const worker = new Worker(import.meta.resolve("./shift_worker.ts"), {
      type: "module",
    });
    try {
      while (next < steps) {
        const step = next++;
        const done = await ask(worker, { designs, sizes, step });
        rows[step] = done.rows;
        onStep(done.name);
      }
    } finally {
      worker.terminate();
    }
  }));
  return rows.flat();
}

/** What a worker is asked to measure. */
export interface ShiftTask {
  readonly designs: Designs;
  readonly sizes: ShiftEffort;
  readonly step: number;
}

/** What it measured. */
export interface ShiftAnswer {
  readonly name: string;
  readonly rows: ShiftRow[];
}

function ask(worker: Worker, task: ShiftTask): Promise<ShiftAnswer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ShiftAnswer>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    };
    worker.postMessage(task);
  });
}
