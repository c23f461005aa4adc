import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { rowsOf } from "../corpus/frame.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { count, percent } from "./labels.ts";
import { textWidth } from "./text.ts";
import { theme } from "./theme.ts";

interface ConfusionLine {
  set: string;
  method: string;
  gold: string;
  predicted: string;
  n: number;
}

const SIGNS: Record<string, string> = {
  "-1": "negative",
  "0": "neutral",
  "1": "positive",
};

/**
 * Draws what was taken for what: a row for each right class, a column for each class that
 * was read, the share of the row and its number in each cell; right readings stand on the
 * diagonal.
 *
 * @param frame Rows of the table `stance_confusion` of one set and method.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus } from "aras";
 *
 * const corpus = await openCorpus();
 * const rows = await corpus.sql`SELECT * FROM stance_confusion
 *   WHERE "set" = 'paraphrases' AND method = 'rules'`;
 * await charts.confusion(rows).svg();
 * corpus.close();
 * ```
 */
export function confusion(frame: DataFrame, options: FigureOptions = {}): Figure {
  const lines = rowsOf<ConfusionLine>(frame);
  const classes = [
    ...new Set(lines.flatMap((row) => [row.gold, row.predicted].map(String))),
  ]
    .sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  const total = new Map<string, number>();
  for (const { gold, n } of lines) {
    total.set(String(gold), (total.get(String(gold)) ?? 0) + n);
  }
  const cells = lines.map((row) => ({
    gold: String(row.gold),
    predicted: String(row.predicted),
    n: row.n,
    share: row.n / total.get(String(row.gold))!,
  }));
  const all = lines.reduce((sum, { n }) => sum + n, 0);
  const right = cells.filter(({ gold, predicted }) => gold === predicted)
    .reduce((sum, { n }) => sum + n, 0);
  const isSign = classes.every((name) => name in SIGNS);
  const nameOf = (name: string) => isSign ? SIGNS[name] : name;
  const few = classes.length <= 5;
  return figure({
    name: "confusion",
    chart: "charts.confusion",
    title: `What was taken for what: ${lines[0]?.set ?? ""}, ${lines[0]?.method ?? ""}`,
    subtitle: "Rows are right, columns were read; share of the row and number",
    description: `${percent(right / all)} of ${count(all)} were read right`,
    frame,
    ...options,
    plot({ width }) {
      const marginLeft = 14 +
        Math.ceil(
          Math.max(...classes.map((name) => textWidth(nameOf(name), { size: 11 }))),
        );
      const cell = few ? 46 : 24;
      return {
        width,
        height: classes.length * cell + (few ? 30 : 86),
        marginLeft,
        marginRight: 4,
        marginTop: few ? 26 : 82,
        marginBottom: 4,
        x: {
          type: "band",
          domain: classes,
          axis: "top",
          tickFormat: nameOf,
          label: null,
          tickSize: 0,
          tickRotate: few ? 0 : -90,
          padding: 0.04,
        },
        y: {
          type: "band",
          domain: classes,
          tickFormat: nameOf,
          label: null,
          tickSize: 0,
          padding: 0.04,
        },
        marks: [
          Plot.cell(cells, {
            x: "predicted",
            y: "gold",
            fill: "#33475b",
            fillOpacity: (row: typeof cells[0]) => 0.04 + 0.9 * row.share,
          }),
          Plot.text(cells, {
            x: "predicted",
            y: "gold",
            text: (row: typeof cells[0]) =>
              few ? `${percent(row.share)}\n${count(row.n)}` : count(row.n),
            fontSize: few ? 11 : 9,
            fill: (row: typeof cells[0]) => row.share > 0.5 ? "white" : theme.ink,
          }),
        ],
      };
    },
  });
}
