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
  /** For intervals, which take longer; 500. */
  readonly intervals?: number;
  /** For bands, of each path of the level; 100. */
  readonly bands?: number;
  /** Told what is measured next. */
  readonly onStep?: (name: string) => void;
}

/** A part of the evaluation that stands for itself. */
export interface ShiftStep {
  readonly name: string;
  rows(): ShiftRow[];
}

/** The parts of the evaluation, none of them longer than a few minutes. */
export function shiftSteps(designs: Designs, effort: ShiftEffort = {}): ShiftStep[] {
  const { series = 2000, intervals = 500, bands = 100 } = effort;
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
 * splits, prediction-powered means. The same numbers in every run; some 20 minutes.
 *
 * @param effort How many series to simulate.
 * @returns Rows for `data/validation.csv`, area `shift`.
 */
export async function evaluateShift(effort: ShiftEffort = {}): Promise<ShiftRow[]> {
  const corpus = await openCorpus();
  const designs = await readDesigns(corpus);
  corpus.close();
  const rows: ShiftRow[] = [];
  for (const step of shiftSteps(designs, effort)) {
    effort.onStep?.(step.name);
    // The engine lets go of its threads only where the program waits now and then.
    await new Promise((resolve) => setTimeout(resolve));
    rows.push(...step.rows());
  }
  return rows;
}
