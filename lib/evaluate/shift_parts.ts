import { seededRandom } from "../base/random.ts";
import { type GroupChange, kitagawa } from "../measure/kitagawa.ts";
import {
  type Checked,
  predictionPoweredMean,
  type Totals,
} from "../measure/prediction_powered.ts";
import { SEED } from "./shift_cells.ts";
import { share, type ShiftRow, simulatedRow } from "./shift_row.ts";
import { latent } from "./simulate.ts";

/** Outlets of one side and of the other, and how their stances differ. */
const OUTLETS = 24, APART = 1.2, STATEMENTS = 150, SD = 0.8;

/** Splits of shifts: whether they add up, and whether a changed mix is called one. */
export function partRows(series: number): ShiftRow[] {
  let gap = 0, mix = 0, whole = 0, same = 0, changed = 0;
  for (let r = 0; r < series; r++) {
    // The same outlets speak in other proportions: one side twice as often as the other.
    const pure = kitagawa(outlets(r, 0, 2 / 3));
    // The same proportions, every outlet less friendly by half a point.
    const within = kitagawa(outlets(r, -0.5, 1 / 3));
    for (const parts of [pure, within]) {
      if (parts === null) continue;
      gap = Math.max(gap, Math.abs(parts.same + parts.mix - parts.difference));
    }
    if (pure !== null) {
      mix += pure.mix;
      whole += pure.difference;
    }
    if (within !== null) {
      same += within.same;
      changed += within.difference;
    }
  }
  const row = { method: "kitagawa", n: series };
  const design = `${OUTLETS} outlets, ${STATEMENTS} statements a period`;
  return [
    simulatedRow({
      ...row,
      part: design,
      measure: "largest gap between the parts' sum and the difference",
      value: gap,
      most: 1e-9,
    }),
    simulatedRow({
      ...row,
      part: `${design}, pure change of mix`,
      measure: "share reported as mix",
      value: mix / whole,
      least: 0.95,
      most: 1.05,
    }),
    simulatedRow({
      ...row,
      part: `${design}, all outlets change`,
      measure: "share reported as the same outlets changing",
      value: same / changed,
      least: 0.95,
      most: 1.05,
    }),
  ];
}

/** Outlets' sums before and after; half are friendly, half are not. */
function outlets(r: number, change: number, friendlyAfter: number): GroupChange[] {
  const random = seededRandom(`${SEED}/parts/${change}/${friendlyAfter}/${r}`);
  const sums = Array.from(
    { length: OUTLETS },
    () => [{ total: 0, weight: 0 }, { total: 0, weight: 0 }],
  );
  for (const [period, friendly] of [[0, 1 / 3], [1, friendlyAfter]] as const) {
    for (let i = 0; i < STATEMENTS; i++) {
      const side = random.next() < friendly ? 0 : 1;
      // A few large outlets and many small ones, as in the catalogue.
      const rank = Math.floor((OUTLETS / 2) * random.next() ** 2);
      const level = (side === 0 ? APART / 2 : -APART / 2) + period * change;
      const { mean, sd } = latent(level, SD);
      const stance = Math.round(mean + sd * random.normal());
      const sum = sums[side * OUTLETS / 2 + rank][period];
      sum.total += Math.max(-2, Math.min(2, stance));
      sum.weight++;
    }
  }
  return sums.map(([before, after], g) => ({ group: String(g), before, after }));
}

/** Documents that software has read, their true stances, and its errors. */
const READ = 2000,
  TRUTH = { mean: -0.2, sd: 1.05 },
  BIAS = 0.5;

/** How many of them are coded by hand. */
export const CHECKED = [50, 100, 200];

/** How often the prediction-powered mean's interval holds, and how long it is. */
export function poweredRows(n: number, series: number): ShiftRow[] {
  let covered = 0, length = 0, alone = 0, naive = 0;
  for (let r = 0; r < series; r++) {
    const random = seededRandom(`${SEED}/powered/${n}/${r}`);
    const { mean, sd } = latent(TRUTH.mean, TRUTH.sd);
    const one = (total: number): Totals => ({ total, weight: 1 });
    const document = (): Checked => {
      const clamp = (v: number) => Math.max(-2, Math.min(2, Math.round(v)));
      const coded = clamp(mean + sd * random.normal());
      // A classifier that leans to the friendly side by half a point, with noise.
      const said = coded + (random.next() < BIAS ? 1 : 0) +
        (random.next() < 0.15 ? (random.next() < 0.5 ? 1 : -1) : 0);
      return { coded: one(coded), extracted: one(said) };
    };
    const checked = Array.from({ length: n }, document);
    const unchecked = Array.from({ length: READ - n }, () => document().extracted);
    const found = predictionPoweredMean(checked, unchecked)!;
    const byHand = predictionPoweredMean(checked, [])!;
    if (found.low! <= TRUTH.mean && TRUTH.mean <= found.high!) covered++;
    length += found.high! - found.low!;
    alone += byHand.high! - byHand.low!;
    naive += unchecked.reduce((s, t) => s + t.total, 0) / unchecked.length -
      TRUTH.mean;
  }
  const row = {
    part: `${n} of ${READ} documents checked, classifier biased by ${BIAS}`,
    method: "predictionPoweredMean",
    n: series,
  };
  return [
    simulatedRow({
      ...row,
      measure: "95 % interval covers the true mean",
      ...share(covered, series),
      least: 0.93,
      most: 0.97,
    }),
    simulatedRow({
      ...row,
      measure: "length of the interval over that of the hand-coded part alone",
      value: length / alone,
      most: 1,
    }),
    simulatedRow({
      ...row,
      measure: "bias of the classifier's own mean",
      value: naive / series,
    }),
  ];
}
