import { monthAt, monthIndex } from "../base/date.ts";
import type { Random } from "../base/random.ts";
import type { Reading } from "../measure/units.ts";

/**
 * Where the statements of a simulated series lie: which documents, how many statements
 * each, which of them report a position in common, and when. Taken from a real series.
 */
export type Design = readonly (readonly { month: number; position: string }[])[];

/** How simulated stances are spread about their level. */
export interface Noise {
  /** Standard deviation of stances as coded, −2 … +2. */
  sd: number;
  /** Correlation of two positions of one document, before rounding. */
  correlation: number;
}

/** Takes the design of a series, a document an entry, in order of the documents' names. */
export function designOf(readings: readonly Reading[]): Design {
  const documents = new Map<string, { month: number; position: string }[]>();
  for (const { document, date, position } of readings) {
    if (date.length < 7) continue;
    const entry = documents.get(document) ?? [];
    entry.push({ month: monthIndex(date), position });
    documents.set(document, entry);
  }
  return [...documents].sort(([a], [b]) => a < b ? -1 : 1).map(([, entry]) =>
    entry.sort((a, b) => a.month - b.month || (a.position < b.position ? -1 : 1))
  );
}

/**
 * Draws documents of a design until a series has n statements: without replacement
 * while there are enough, and as new documents with positions of their own afterwards.
 *
 * @param independent Keep one statement a document and give each its own position.
 */
export function drawDesign(
  design: Design,
  n: number,
  random: Random,
  independent = false,
): Design {
  const drawn: { month: number; position: string }[][] = [];
  let left = n;
  for (let round = 0; left > 0; round++) {
    const order = random.shuffle(Array.from(design, (_, i) => i));
    for (let i = 0; i < order.length && left > 0; i++) {
      const entry = design[order[i]].slice(0, independent ? 1 : left);
      drawn.push(entry.map(({ month, position }) => ({
        month,
        position: independent ? `${drawn.length}` : `${round}/${position}`,
      })));
      left -= entry.length;
    }
  }
  return drawn;
}

/**
 * Draws a series of stances: a normal variable with a share common to the statements of
 * a document, rounded to the scale, its parameters chosen so that the rounded stances
 * have the mean and standard deviation wanted. Reports of one position agree.
 *
 * @param level The true mean stance of a month.
 */
export function simulate(
  design: Design,
  level: (month: number) => number,
  noise: Noise,
  random: Random,
): Reading[] {
  const common = Math.sqrt(noise.correlation);
  const own = Math.sqrt(1 - noise.correlation);
  const stances = new Map<string, number>(), reports = new Map<string, number>();
  const readings: {
    document: string;
    position: string;
    date: string;
    stance: number;
  }[] = [];
  design.forEach((entry, d) => {
    const shared = random.normal();
    for (const { month, position } of entry) {
      const { mean, sd } = latent(level(month), noise.sd);
      const drawn = mean + sd * (common * shared + own * random.normal());
      const stance = stances.get(position) ??
        Math.max(-2, Math.min(2, Math.round(drawn)));
      stances.set(position, stance);
      reports.set(position, (reports.get(position) ?? 0) + 1);
      readings.push({
        document: `d${String(d).padStart(6, "0")}`,
        position,
        date: monthAt(month),
        stance,
      });
    }
  });
  return readings.map((r) => ({ ...r, weight: 1 / reports.get(r.position)! }));
}

const latents = new Map<string, { mean: number; sd: number }>();

/** Parameters of the normal variable whose rounding has a mean and standard deviation. */
export function latent(mean: number, sd: number): { mean: number; sd: number } {
  const key = `${mean.toFixed(4)}/${sd}`;
  let found = latents.get(key);
  if (found === undefined) {
    found = { mean, sd };
    // Fixed-point steps; rounding changes both moments little and smoothly.
    for (let i = 0; i < 400; i++) {
      const [m, s] = rounded(found.mean, found.sd);
      found = {
        mean: found.mean + 0.5 * (mean - m),
        sd: Math.max(0.02, found.sd * (1 + 0.5 * (sd / Math.max(s, 1e-6) - 1))),
      };
      if (Math.abs(mean - m) < 1e-6 && Math.abs(sd - s) < 1e-6) break;
    }
    latents.set(key, found);
  }
  return found;
}

/** Mean and standard deviation of a normal variable rounded to −2 … +2. */
export function rounded(mean: number, sd: number): [number, number] {
  let before = 0, first = 0, second = 0;
  for (let v = -2; v <= 2; v++) {
    const upTo = v === 2 ? 1 : normalCdf((v + 0.5 - mean) / sd);
    first += v * (upTo - before);
    second += v * v * (upTo - before);
    before = upTo;
  }
  return [first, Math.sqrt(Math.max(0, second - first * first))];
}

/** The normal distribution function (Abramowitz & Stegun 1964, 26.2.17; |ε| < 7.5e−8). */
function normalCdf(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * t *
    (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 +
                  t * 1.330274429))));
  return x > 0 ? 1 - tail : tail;
}
