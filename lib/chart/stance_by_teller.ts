import type { DataFrame } from "danfojs";
import { middleOf } from "../base/date.ts";
import { rowsOf } from "../corpus/frame.ts";
import { dotRows } from "./dot_rows.ts";
import type { Event } from "./events.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyInterval, keyPoint } from "./key.ts";
import { count, countryName, kindName } from "./labels.ts";
import { sideOf } from "./palette.ts";
import { type Point, seriesKey, seriesPanels, seriesSummary } from "./series_panels.ts";
import { dyadOf, SMALL } from "./stance_axis.ts";
import { STANCE_DOTS } from "./stance_by_issue.ts";
import { theme } from "./theme.ts";
import { allPeriods } from "./time.ts";

/** Options of {@linkcode stanceByTeller}. */
export interface StanceByTellerChartOptions extends FigureOptions {
  /** A frame or rows of the table `events`, drawn where the frame is by period. */
  readonly events?: DataFrame | readonly Event[];
}

interface TellerRow {
  audience: string;
  kind: string;
  period: string | null;
  mean: number | null;
  low: number | null;
  high: number | null;
  statements: number;
}

/**
 * Draws the same dyad as told by each side's outlets: a row for each teller, or a panel
 * for each where the frame is by period.
 *
 * @param frame What `stanceByTeller` returns.
 * @param options Events, words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus, stanceByTeller } from "aras";
 *
 * const corpus = await openCorpus();
 * const told = await stanceByTeller(corpus, { speaker: "irn", target: "aze" });
 * await charts.stanceByTeller(told).svg();
 * corpus.close();
 * ```
 */
export function stanceByTeller(
  frame: DataFrame,
  options: StanceByTellerChartOptions = {},
): Figure {
  const { events, ...words } = options;
  const rows = rowsOf<TellerRow>(frame);
  const { speaker, target } = dyadOf(frame);
  const byPeriod = rows.some((row) => row.period !== null);
  const points = byPeriod ? pointsOf(rows) : [];
  const n = rows.reduce((sum, row) => sum + row.statements, 0);
  const kinds = rows.some((row) => row.kind !== "all");
  return figure({
    name: byPeriod ? "stance-by-teller-series" : "stance-by-teller",
    chart: "charts.stanceByTeller",
    title: `${speaker} toward ${target}, as told by each side’s outlets`,
    subtitle: `Mean stance in the articles of outlets made for each public${
      kinds ? ", by kind of outlet" : ""
    }; ${count(n)} statements`,
    description: byPeriod ? seriesSummary(points) : "",
    key: byPeriod ? seriesKey(points) : [
      keyInterval("mean and 95 % interval", theme.muted),
      keyPoint(`fewer than ${SMALL} statements`, { colour: theme.muted, hollow: true }),
    ],
    frame,
    ...words,
    plot: (box) =>
      byPeriod ? seriesPanels(points, events, box) : dotRows(
        rows.filter((row) => row.mean !== null).map((row) => ({
          label: kinds ? kindName(row.kind) : publicName(row.audience),
          section: kinds ? publicName(row.audience) : undefined,
          value: row.mean,
          low: row.low,
          high: row.high,
          count: count(row.statements),
          colour: sideOf(row.audience).colour,
          small: row.statements < SMALL,
        })),
        STANCE_DOTS,
        box.width,
        "statements",
      ),
  });
}

/** The public that outlets are made for, as a reader says it. */
function publicName(audience: string): string {
  if (audience === "INT") return "International outlets";
  return `Outlets for ${countryName(audience)}`;
}

/** The points of each teller in every period, empty ones where nothing is told. */
function pointsOf(rows: readonly TellerRow[]): Point[] {
  const dated = rows.filter((row) => row.period !== null);
  const periods = allPeriods(dated.map((row) => row.period!));
  const series = (row: TellerRow) =>
    row.kind === "all"
      ? publicName(row.audience)
      : `${publicName(row.audience)}, ${kindName(row.kind)}`;
  const tellers = new Map(dated.map((row) => [series(row), row.audience]));
  return [...tellers].flatMap(([teller, audience]) =>
    periods.map((period) => {
      const row = dated.find((r) => r.period === period && series(r) === teller);
      return {
        series: teller,
        side: sideOf(audience),
        period,
        date: middleOf(period),
        mean: row?.mean ?? null,
        low: row?.low ?? null,
        high: row?.high ?? null,
        statements: row?.statements ?? 0,
      };
    })
  );
}
