import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { rowsOf } from "../corpus/frame.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyPoint } from "./key.ts";
import { count, counted } from "./labels.ts";
import { METHOD_COLOURS } from "./palette.ts";
import { theme } from "./theme.ts";

interface ReliabilityLine {
  set: string;
  method: string;
  mean: number;
  right: number;
  n: number;
}

const SMALL = 30;

/**
 * Draws how far probabilities hold: answers given with a probability of about 0.7 should
 * be right in about 70 of 100 cases; points under the line are surer than they should be,
 * points above it less sure (DeGroot & Fienberg 1983).
 *
 * @param frame Rows of the table `stance_reliability` of one set.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus } from "aras";
 *
 * const corpus = await openCorpus();
 * const rows = await corpus.sql`SELECT * FROM stance_reliability WHERE "set" = 'NewsMTSC'`;
 * await charts.reliability(rows).svg();
 * corpus.close();
 * ```
 */
export function reliability(frame: DataFrame, options: FigureOptions = {}): Figure {
  const rows = rowsOf<ReliabilityLine>(frame)
    .map((row) => ({ ...row, colour: METHOD_COLOURS[row.method] ?? theme.ink }))
    .sort((a, b) =>
      a.method > b.method ? -1 : a.method < b.method ? 1 : a.mean - b.mean
    );
  const methods = [...new Set(rows.map(({ method }) => method))];
  const totals = methods.map((method) =>
    rows.reduce((sum, row) => row.method === method ? sum + row.n : sum, 0)
  );
  const answers = new Set(totals).size <= 1
    ? counted(totals[0] ?? 0, "answer")
    : methods.map((method, i) => `${counted(totals[i], "answer")} of the ${method}`)
      .join(", ");
  const off = (method: string) => {
    const own = rows.filter((row) => row.method === method);
    const n = own.reduce((sum, row) => sum + row.n, 0);
    return own.reduce((sum, row) => sum + row.n * Math.abs(row.mean - row.right), 0) /
      n;
  };
  return figure({
    name: "reliability",
    chart: "charts.reliability",
    title: `Do the probabilities hold? ${rows[0]?.set ?? ""}`,
    subtitle: `Share that was right by the probability given; ${answers}`,
    description: methods.map((method) =>
      `${method}: off by ${off(method).toFixed(2)} on average`
    ).join("; "),
    key: [
      ...methods.map((method) =>
        keyPoint(method, { colour: METHOD_COLOURS[method] ?? theme.ink })
      ),
      keyPoint(`fewer than ${SMALL} answers`, { colour: theme.muted, hollow: true }),
    ],
    frame,
    ...options,
    plot({ width }) {
      // The likeliest of three is never below a third; what is told of a pair may be.
      const first = Math.min(3, ...rows.map(({ mean }) => Math.floor(mean * 10)));
      const ticks = Array.from({ length: 11 - first }, (_, i) => (first + i) / 10);
      const from = ticks[0];
      return {
        width,
        height: 320,
        marginLeft: 40,
        marginRight: 12,
        marginTop: 12,
        marginBottom: 42,
        x: { domain: [from, 1], ticks, tickFormat: ".1f", tickSize: 0, label: null },
        y: {
          domain: [0, 1],
          ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
          tickSize: 0,
          label: null,
        },
        color: { type: "identity" },
        marks: [
          Plot.gridY([0, 0.2, 0.4, 0.6, 0.8, 1], {
            stroke: theme.grid,
            strokeOpacity: 1,
          }),
          Plot.link([{ x1: from, y1: from, x2: 1, y2: 1 }], {
            x1: "x1",
            y1: "y1",
            x2: "x2",
            y2: "y2",
            stroke: theme.rule,
            strokeDasharray: "4 3",
          }),
          Plot.line(rows, { x: "mean", y: "right", z: "method", stroke: "colour" }),
          Plot.dot(rows, {
            x: "mean",
            y: "right",
            r: 4.5,
            fill: (row: typeof rows[0]) =>
              row.n < SMALL ? theme.background : row.colour,
            stroke: "colour",
            strokeWidth: 1.6,
          }),
          Plot.text([
            `probability of the answer; n from ${
              count(Math.min(...rows.map((row) => row.n)))
            } to ${count(Math.max(...rows.map((row) => row.n)))} a point`,
          ], {
            frameAnchor: "bottom",
            dy: 34,
            text: (d: string) => d,
          }),
        ],
      };
    },
  });
}
