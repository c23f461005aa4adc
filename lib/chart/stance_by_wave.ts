import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { rowsOf } from "../corpus/frame.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { type KeyItem, keyPoint } from "./key.ts";
import { count, signed } from "./labels.ts";
import { dyadOf, SMALL, STANCE_MARGIN, stanceScale } from "./stance_axis.ts";
import { textWidth } from "./text.ts";
import { theme } from "./theme.ts";
import { periodName } from "./time.ts";

interface WaveRow {
  period: string;
  mean_1: number | null;
  low_1: number | null;
  high_1: number | null;
  mean_2: number | null;
  low_2: number | null;
  high_2: number | null;
  difference: number | null;
  low: number | null;
  high: number | null;
  n_1: number;
  n_2: number;
}

/** One wave's mean in a period. */
interface WavePoint {
  period: string;
  mean: number;
  low: number | null;
  high: number | null;
  n: number;
}

/** The waves: dark circle left, light square right, so that grey print tells them apart. */
const WAVES = [
  { name: "first wave of coding", colour: "#33475b", symbol: "circle", dx: -8 },
  { name: "second wave", colour: "#b06a00", symbol: "square", dx: 8 },
] as const;

const LINE = 15;

/**
 * Draws the mean stance in each wave of coding side by side, period by period, and under
 * it their difference: where the intervals of the two part, the waves should not be
 * pooled without a word.
 *
 * @param frame What `stanceByWave` returns.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus, stanceByWave } from "aras";
 *
 * const corpus = await openCorpus();
 * const waves = await stanceByWave(corpus, { speaker: "irn", target: "aze" });
 * await charts.stanceByWave(waves).svg();
 * corpus.close();
 * ```
 */
export function stanceByWave(frame: DataFrame, options: FigureOptions = {}): Figure {
  const rows = rowsOf<WaveRow>(frame);
  const { speaker, target } = dyadOf(frame);
  const whole = rows.find((row) => row.period === "all");
  const n = rows.filter((row) => row.period !== "all")
    .reduce((sum, row) => sum + row.n_1 + row.n_2, 0);
  const name = (period: string) => period === "all" ? "all" : periodName(period);
  return figure({
    name: "stance-by-wave",
    chart: "charts.stanceByWave",
    title: `Do both waves of coding see the same? ${speaker} toward ${target}`,
    subtitle: `Mean stance with 95 % intervals by the wave that coded the article; ${
      count(n)
    } statements`,
    description: whole?.difference == null
      ? ""
      : `Over all periods the second wave is ${
        signed(whole.difference, 2)
      } from the first`,
    key: keyOf(),
    frame,
    ...options,
    plot({ width }) {
      const periods = rows.map((row) => row.period);
      const step = (width - STANCE_MARGIN) / Math.max(1, rows.length);
      const lines = step < 62 ? [] : FIGURES;
      // Where names have no room side by side, every second or third stands for the rest.
      const widest = Math.max(
        0,
        ...periods.map((p) => textWidth(name(p), { size: 11 })),
      );
      const every = Math.ceil((widest + 8) / step);
      return {
        width,
        height: 280 + 38 + LINE * lines.length,
        marginLeft: STANCE_MARGIN + 22,
        marginRight: 8,
        marginTop: 8,
        marginBottom: 30 + LINE * lines.length,
        x: {
          type: "point",
          domain: periods,
          ticks: periods.filter((_, i) => i % every === 0),
          tickFormat: name,
          tickSize: 0,
          label: null,
          padding: 0.5,
        },
        y: { ...stanceScale(), domain: [-2.1, 2.1] },
        color: { type: "identity" },
        marks: [
          Plot.gridY([-2, -1, 1, 2], { stroke: theme.grid, strokeOpacity: 1 }),
          Plot.ruleY([0], { stroke: theme.rule }),
          ...([1, 2] as const).flatMap((wave) => waveMarks(rows, wave)),
          ...lines.flatMap(([label, write], i) => {
            const place = { frameAnchor: "bottom", dy: 36 + i * LINE } as const;
            return [
              Plot.text(rows, {
                ...place,
                x: "period",
                text: write,
                fontSize: 10,
                fill: theme.muted,
              }),
              Plot.text([label], {
                ...place,
                frameAnchor: "bottom-left",
                text: (d: string) => d,
                textAnchor: "end",
                dx: 2,
                fontSize: 10,
                fill: theme.muted,
              }),
            ];
          }),
        ],
      };
    },
  });
}

/** Rows of figures under the plot: what they are called and how they are written. */
const FIGURES: readonly [string, (row: WaveRow) => string][] = [
  ["n, first wave", (row) => count(row.n_1)],
  ["n, second wave", (row) => count(row.n_2)],
  ["difference", (row) => row.difference === null ? "–" : signed(row.difference, 2)],
  [
    "95 % interval",
    (row) =>
      row.low === null || row.high === null
        ? "–"
        : `${signed(row.low)} to ${signed(row.high)}`,
  ],
];

function waveMarks(rows: readonly WaveRow[], wave: 1 | 2): Plot.Markish[] {
  const { colour, symbol, dx } = WAVES[wave - 1];
  const points: WavePoint[] = rows.filter((row) => row[`mean_${wave}`] !== null)
    .map((row) => ({
      period: row.period,
      mean: row[`mean_${wave}`]!,
      low: row[`low_${wave}`],
      high: row[`high_${wave}`],
      n: row[`n_${wave}`],
    }));
  return [
    Plot.ruleX(points.filter((p) => p.low !== null), {
      x: "period",
      y1: "low",
      y2: "high",
      dx,
      stroke: colour,
      strokeWidth: 1.6,
    }),
    Plot.dot(points, {
      x: "period",
      y: "mean",
      dx,
      r: 4.5,
      symbol,
      fill: (p: WavePoint) => p.n < SMALL ? theme.background : colour,
      stroke: colour,
      strokeWidth: 1.6,
    }),
  ];
}

function keyOf(): KeyItem[] {
  const [first, second] = WAVES;
  const square = `<rect x="1" y="-4" width="8" height="8" fill="${second.colour}"/>`;
  return [
    keyPoint(first.name, { colour: first.colour }),
    { text: second.name, width: 10, markup: square },
    keyPoint(`fewer than ${SMALL} statements`, { colour: theme.muted, hollow: true }),
  ];
}
