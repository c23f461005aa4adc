import { type Random, seededRandom } from "../base/random.ts";
import { fitLevel } from "../measure/local_level.ts";
import { stepsOf } from "../measure/steps.ts";
import { unitsOf } from "../measure/units.ts";
import { CORRELATION, type Designs } from "./shift_cells.ts";
import { share, type ShiftRow, simulatedRow } from "./shift_row.ts";
import { drawDesign, simulate } from "./simulate.ts";

/** Months of the corpus, 2020 to 2024. */
const MONTHS = 60, FIRST = 2020 * 12;
/** The room that levels keep from the scale's ends, so that stances can still vary. */
const ROOM = 1.6;

/** Ways in which a true level may go over the months. */
const PATHS: Readonly<Record<string, (random: Random) => number[]>> = {
  "level that wanders by 0.1 a month": (random) => walk(0.1, random),
  "level that wanders by 0.2 a month": (random) => walk(0.2, random),
  "level that shifts by 1.0 once": (random) => {
    const at = 15 + random.below(30);
    return Array.from({ length: MONTHS }, (_, m) => m < at ? -0.5 : 0.5);
  },
  "level that swings by 0.6": (random) => {
    const phase = 2 * Math.PI * random.next();
    return Array.from(
      { length: MONTHS },
      (_, m) => 0.6 * Math.sin(Math.PI * m / 30 + phase),
    );
  },
  "level that never moves": () => new Array(MONTHS).fill(0),
};

function walk(step: number, random: Random): number[] {
  const levels = [0.3 * random.normal()];
  while (levels.length < MONTHS) {
    const next = levels[levels.length - 1] + step * random.normal();
    levels.push(Math.max(-ROOM, Math.min(ROOM, next)));
  }
  return levels;
}

/** The series that bands are drawn through. */
export const BAND_SIZES = [
  { design: "arm", n: 20, sd: 0.65 },
  { design: "aze", n: 50, sd: 1.08 },
  { design: "aze", n: 150, sd: 1.08 },
  { design: "aze", n: 400, sd: 1.08 },
] as const;

/**
 * How often the bands of the smoothed series hold the true level, in months with and
 * without statements: over the moving levels together for each n, and for a level that
 * never moves, which no band that allows for movement can help covering too often.
 */
export function bandRows(
  { design, n, sd }: typeof BAND_SIZES[number],
  designs: Designs,
  series: number,
): ShiftRow[] {
  const counts = new Map<string, { hits: number; months: number }>();
  for (const [name, path] of Object.entries(PATHS)) {
    const kind = name === "level that never moves" ? name : "moving levels";
    for (let r = 0; r < series; r++) {
      const random = seededRandom(`${designs.seed}/band/${design}/${n}/${name}/${r}`);
      const levels = path(random);
      const level = (month: number) =>
        levels[Math.max(0, Math.min(MONTHS - 1, month - FIRST))];
      const drawn = drawDesign(designs[design], n, random);
      const noise = { sd, correlation: CORRELATION };
      const { months, steps } = stepsOf(
        unitsOf(simulate(drawn, level, noise, random)),
      );
      const { low, high } = fitLevel(steps);
      months.forEach((month, t) => {
        // Retrospects before 2020 are in no band of a corpus of 2020 to 2024.
        if (month < FIRST || month >= FIRST + MONTHS) return;
        const where = steps.seen[t] === null ? "without" : "with";
        const keys = [`${kind}, months ${where} statements`];
        if (kind !== name) keys.push(`/${name}/${where}`);
        for (const key of keys) {
          const count = counts.get(key) ?? { hits: 0, months: 0 };
          count.months++;
          if (low[t] <= level(month) && level(month) <= high[t]) count.hits++;
          counts.set(key, count);
        }
      });
    }
  }
  return [...counts].map(([key, { hits, months }]) => {
    const [, path, where] = key.split("/");
    const moving = !key.includes("never moves");
    return simulatedRow({
      part: `n = ${n}, ${
        path === undefined ? key : `${path}, months ${where} statements`
      }`,
      method: "fitLevel",
      measure: "95 % band covers the true level",
      value: share(hits, months).value,
      n: months,
      ...(path === undefined && moving ? { least: 0.92, most: 0.98 } : {}),
      ...(path === undefined && !moving ? { least: 0.92 } : {}),
    });
  });
}
