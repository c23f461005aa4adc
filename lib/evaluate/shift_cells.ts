import { seededRandom } from "../base/random.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { seriesData } from "../measure/series_data.ts";
import type { Reading } from "../measure/units.ts";
import { type Design, designOf, drawDesign, simulate } from "./simulate.ts";

/** The real series that simulated ones take their dates and clustering from. */
export interface Designs {
  readonly arm: Design;
  readonly aze: Design;
  /** Begins the seed of every simulated series. */
  readonly seed: string;
}

/**
 * Seed of the series in the validation. The constants of the measures were chosen on
 * series of other seeds, so that none was fitted to what it is judged by.
 */
export const SEED = "2026-11-21";

/**
 * Reads the designs out of the corpus: Iran → Armenia and Iran → Azerbaijan.
 *
 * @param seed Another, for series to choose a method by.
 */
export async function readDesigns(corpus: Corpus, seed = SEED): Promise<Designs> {
  const read = async (target: string) =>
    designOf((await seriesData(corpus, { speaker: "irn", target })).observations);
  return { arm: await read("arm"), aze: await read("aze"), seed };
}

/** A kind of simulated series. */
export interface ShiftCell {
  readonly design: "arm" | "aze";
  /** Statements. */
  readonly n: number;
  /** Size of the one shift; 0 for none. */
  readonly shift: number;
  /** One statement a document instead of documents as they are. */
  readonly independent: boolean;
}

/** Mean and standard deviation of the real series that a design comes from. */
const NOISE = { arm: { mean: 0.39, sd: 0.65 }, aze: { mean: -0.07, sd: 1.08 } };
/** Correlation within documents before rounding; about 0.6 after it, as in the real ones. */
export const CORRELATION = 0.65;
/** A shift lies where at least so much of the series is on either side. */
const SIDE = 0.2;

/** Series without change, of the sizes and clustering of the real ones. */
export const NULL_CELLS: readonly ShiftCell[] = [
  { design: "arm", n: 20, shift: 0, independent: false },
  { design: "aze", n: 50, shift: 0, independent: false },
  { design: "aze", n: 150, shift: 0, independent: false },
  { design: "aze", n: 400, shift: 0, independent: false },
];

/** Series with one shift. */
export const SHIFT_CELLS: readonly ShiftCell[] = [
  { design: "arm", n: 50, shift: 1, independent: true },
  { design: "arm", n: 150, shift: 0.5, independent: true },
  { design: "aze", n: 50, shift: 1, independent: true },
  { design: "aze", n: 150, shift: 0.5, independent: true },
  { design: "arm", n: 50, shift: 1, independent: false },
  { design: "arm", n: 150, shift: 0.5, independent: false },
  { design: "aze", n: 50, shift: 1, independent: false },
  { design: "aze", n: 150, shift: 0.5, independent: false },
];

/**
 * A cell as the rows of the validation name it: `as Iran → Armenia` says that dates,
 * documents, mean and spread are taken from there.
 */
export function cellName({ design, n, shift, independent }: ShiftCell): string {
  const dates = design === "arm" ? "Iran → Armenia" : "Iran → Azerbaijan";
  const change = shift === 0 ? "no shift" : `shift of ${shift.toFixed(1)}`;
  return `n = ${n}, ${change}, ${
    independent ? "independent" : "clustered"
  }, as ${dates}`;
}

/**
 * The r-th simulated series of a cell, and the first month of its new level (0 for none).
 */
export function simulatedSeries(
  cell: ShiftCell,
  designs: Designs,
  r: number,
): { readings: Reading[]; place: number } {
  const { design, n, shift, independent } = cell;
  const random = seededRandom(
    `${designs.seed}/${design}/${n}/${shift}/${independent}/${r}`,
  );
  const drawn = drawDesign(designs[design], n, random, independent);
  const { mean, sd } = NOISE[design];
  const months = drawn.flat().map((s) => s.month).sort((a, b) => a - b);
  const places = [...new Set(months)].filter((month) => {
    const before = months.findIndex((m) => m >= month);
    return before >= SIDE * n && before <= (1 - SIDE) * n;
  });
  const place = shift === 0 ? 0 : places[random.below(places.length)];
  const level = (month: number) =>
    shift === 0 ? mean : mean + (month >= place ? shift / 2 : -shift / 2);
  const noise = { sd, correlation: independent ? 0 : CORRELATION };
  return { readings: simulate(drawn, level, noise, random), place };
}
