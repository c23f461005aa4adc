/**
 * Writes the simulated series as JSON, for programs that are compared with on the very
 * same series: for each cell `none` (2,000 without shift) and `shift` (2,000), stances in
 * order of month.
 *
 *     deno run -A lib/evaluate/peers/export_series.ts series.json
 *
 * @module
 */
import { monthIndex } from "../../base/date.ts";
import { openCorpus } from "../../corpus/open.ts";
import { cellName, readDesigns, SHIFT_CELLS, simulatedSeries } from "../shift_cells.ts";

const corpus = await openCorpus();
const designs = await readDesigns(corpus);
corpus.close();
const series = Object.fromEntries(SHIFT_CELLS.map((cell) => {
  const draw = (shift: number, n: number) =>
    Array.from(
      { length: n },
      (_, r) =>
        simulatedSeries({ ...cell, shift }, designs, r).readings
          .map(({ date, stance }) => [monthIndex(date), stance])
          .sort((a, b) => a[0] - b[0])
          .map(([, stance]) => stance),
    );
  return [cellName(cell), { none: draw(0, 2000), shift: draw(cell.shift, 2000) }];
}));
await Deno.writeTextFile(Deno.args[0], JSON.stringify(series));
