import { openCorpus } from "../corpus/open.ts";
import { bandRows } from "./shift_bands.ts";
import { readDesigns } from "./shift_cells.ts";
import { falseAlarms, intervalRows, powerRows } from "./shift_changes.ts";
import { partRows, poweredRows } from "./shift_parts.ts";
import type { ShiftRow } from "./shift_row.ts";

/** How many series of each kind are simulated. */
export interface ShiftEffort {
  /** For shares of series; 1,000. */
  readonly series?: number;
  /** For intervals and bands, which take longer; 400. */
  readonly intervals?: number;
}

/**
 * Measures what the measures of change promise, on series simulated with the dates, n and
 * clustering of the real ones: false alarms, shifts found, intervals that hold, bands,
 * splits, prediction-powered means. The same numbers in every run; some minutes.
 *
 * @param effort How many series to simulate.
 * @returns Rows for `data/validation.csv`, area `shift`.
 */
export async function evaluateShift(effort: ShiftEffort = {}): Promise<ShiftRow[]> {
  const { series = 1000, intervals = 400 } = effort;
  const corpus = await openCorpus();
  const designs = await readDesigns(corpus);
  corpus.close();
  return [
    ...falseAlarms(designs, series),
    ...powerRows(designs, series),
    ...intervalRows(designs, intervals),
    ...bandRows(designs, Math.ceil(intervals / 4)),
    ...partRows(series),
    ...poweredRows(series),
  ];
}
