import type { DataFrame } from "danfojs";
import { rowsOf } from "../corpus/frame.ts";
import { dotRows } from "./dot_rows.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyInterval } from "./key.ts";
import { count, shortName } from "./labels.ts";
import { NEUTRAL } from "./palette.ts";

interface PairRow {
  name_a: string;
  name_b: string;
  documents: number;
  expected: number;
  lift: number;
  low?: number | null;
  high?: number | null;
}

/** Places of ticks on a logarithmic axis. */
const TICKS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/**
 * Draws how much more often pairs of actors are named together than if each were named
 * without regard to the other (lift), on a logarithmic axis.
 *
 * @param frame What `actorPairs` returns.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { actorPairs, charts, openCorpus } from "aras";
 *
 * const corpus = await openCorpus();
 * await charts.actorPairs(await actorPairs(corpus, { top: 15 })).svg();
 * corpus.close();
 * ```
 */
export function actorPairs(frame: DataFrame, options: FigureOptions = {}): Figure {
  const rows = rowsOf<PairRow>(frame).sort((a, b) => b.lift - a.lift);
  const name = (row: PairRow) =>
    `${shortName(row.name_a)} and ${shortName(row.name_b)}`;
  const values = rows.flatMap((row) => [row.low ?? row.lift, row.high ?? row.lift]);
  const low = Math.min(1, ...values), high = Math.max(2, ...values);
  const domain = [low * 0.95, high * 1.05] as const;
  return figure({
    name: "actor-pairs",
    chart: "charts.actorPairs",
    title: "Who is named together with whom",
    subtitle: "How many times as often as if by chance (lift), logarithmic scale",
    description: rows.length === 0
      ? "No pairs"
      : `${name(rows[0])} are named together ${
        rows[0].lift.toFixed(0)
      } times as often as by chance`,
    key: [keyInterval("lift and 95 % interval", NEUTRAL.colour)],
    frame,
    ...options,
    plot: ({ width }) =>
      dotRows(
        rows.map((row) => ({
          label: name(row),
          value: row.lift,
          low: row.low ?? null,
          high: row.high ?? null,
          count: count(row.documents),
          colour: NEUTRAL.colour,
        })),
        {
          domain,
          type: "log",
          ticks: TICKS.filter((tick) => tick >= domain[0] && tick <= domain[1]),
          label: "named together, times as often as by chance (1: as by chance)",
          zero: 1,
          format: (value) => String(value),
        },
        width,
        "documents",
      ),
  });
}
