import { monthAt } from "../base/date.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about, counted } from "./about.ts";
import { type Band, fitLevel } from "./local_level.ts";
import type { Selection } from "./selection.ts";
import { seriesData } from "./series_data.ts";
import { stepsOf } from "./steps.ts";
import { unitsOf } from "./units.ts";

/**
 * The level of a series of stances month by month, as a local-level model sees it, with a
 * 95 % band that widens over months without statements; beside it the raw monthly means.
 *
 * @param corpus The corpus.
 * @param selection Whose statements: speaker, target, issue, outlets, …
 * @returns `month`, `mean` (raw; empty without statements), `level`, `low`, `high`, on the
 *   scale −2 … +2, `statements`, `positions`, `documents`. No row without statements.
 * @throws {UserError} where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { openCorpus, smoothStance } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await smoothStance(corpus, { speaker: "irn", target: "aze" });
 * assertEquals(frame.columns.slice(0, 3), ["month", "mean", "level"]);
 * corpus.close();
 * ```
 */
export async function smoothStance(
  corpus: Corpus,
  selection: Selection = {},
): Promise<Frame> {
  const data = await seriesData(corpus, selection);
  const dated = data.observations.filter((o) => o.date.length >= 7);
  const rows: Row[] = [];
  let band: Band | undefined;
  if (dated.length > 0) {
    const { months, steps } = stepsOf(unitsOf(dated));
    const fitted = band = fitLevel(steps);
    const raw = rawMonths(dated);
    months.forEach((m, t) => {
      const month = monthAt(m);
      rows.push({
        month,
        ...raw.get(month) ?? { mean: null, statements: 0, positions: 0, documents: 0 },
        level: fitted.level[t],
        low: fitted.low[t],
        high: fitted.high[t],
      });
    });
  }
  return makeFrame(
    rows,
    ["month", "mean", "level", "low", "high", "statements", "positions", "documents"],
    about(corpus, "smoothStance", selection, [data.sql], [
      ...data.notes,
      band && "local-level model by maximum likelihood: one report's SD " +
        `${Math.sqrt(band.variances.observation).toFixed(2)}, a month's step SD ` +
        `${Math.sqrt(band.variances.step).toFixed(2)}; 95 % bands`,
      counted(rows.filter((r) => r.mean === null).length, "month", "months", " empty"),
    ]),
  );
}

interface RawMonth extends Row {
  mean: number;
  statements: number;
  positions: number;
  documents: number;
}

/** Mean and counts of each month that has statements. */
function rawMonths(
  readings: readonly {
    date: string;
    stance: number;
    weight: number;
    position: string;
    document: string;
  }[],
): Map<string, RawMonth> {
  const months = Map.groupBy(readings, (r) => r.date.slice(0, 7));
  return new Map(
    [...months].map(([month, own]) => {
      const weight = own.reduce((sum, r) => sum + r.weight, 0);
      return [month, {
        mean: own.reduce((sum, r) => sum + r.weight * r.stance, 0) / weight,
        statements: own.length,
        positions: new Set(own.map((r) => r.position)).size,
        documents: new Set(own.map((r) => r.document)).size,
      }];
    }),
  );
}
