import type { DataFrame } from "danfojs";
import { aboutOf, rowsOf } from "../corpus/frame.ts";
import { dotRows } from "./dot_rows.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyInterval, keyPoint } from "./key.ts";
import { count, countryName, shortName, signed } from "./labels.ts";
import { sideOf } from "./palette.ts";
import { SMALL } from "./stance_axis.ts";
import { theme } from "./theme.ts";

interface DistinctiveRow {
  group: string;
  actor: string;
  name: string;
  documents: number;
  of: number;
  log_odds: number;
  low: number;
  high: number;
}

/**
 * Draws which actors the outlets of each country name more than all others do: log-odds
 * with their intervals, a section for each country.
 *
 * @param frame What `actorsByCountry` returns.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { actorsByCountry, charts, openCorpus } from "aras";
 *
 * const corpus = await openCorpus();
 * const frame = await actorsByCountry(corpus, { countries: ["IRN", "AZE"], top: 6 });
 * await charts.actorsByCountry(frame).svg();
 * corpus.close();
 * ```
 */
export function actorsByCountry(frame: DataFrame, options: FigureOptions = {}): Figure {
  const audience = aboutOf(frame).options.group !== "country";
  const rows = rowsOf<DistinctiveRow>(frame);
  const groups = new Map(rows.map((row) => [row.group, row]));
  const low = Math.min(0, ...rows.map((row) => row.low));
  const high = Math.max(0.5, ...rows.map((row) => row.high));
  const step = high - low > 4 ? 1 : 0.5;
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step); i <= Math.floor(high / step); i++) {
    ticks.push(i * step);
  }
  return figure({
    name: "actors-by-country",
    chart: "charts.actorsByCountry",
    title: "Who talks about whom",
    subtitle: `Actors that outlets ${
      audience ? "made for each public" : "of each country"
    } name more than all other outlets do`,
    description: [...groups.values()].map((row) =>
      `${countryName(row.group)}: ${row.name} first`
    ).join("; "),
    key: [
      keyInterval("log-odds and 95 % interval", theme.muted),
      keyPoint(`fewer than ${SMALL} documents`, { colour: theme.muted, hollow: true }),
    ],
    frame,
    ...options,
    plot: ({ width }) =>
      dotRows(
        rows.map((row) => ({
          label: shortName(row.name),
          section: `${audience ? "Outlets for the public of" : "Outlets of"} ${
            countryName(row.group)
          } (${count(row.of)} documents)`,
          value: row.log_odds,
          low: row.low,
          high: row.high,
          count: count(row.documents),
          colour: sideOf(row.group).colour,
          small: row.documents < SMALL,
        })),
        {
          domain: [low, high],
          ticks,
          label: "log-odds against all other outlets (0: named as much as elsewhere)",
          zero: 0,
          format: (value) => signed(value, step === 1 ? 0 : 1),
        },
        width,
        "documents",
      ),
  });
}
