import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { aboutOf, rowsOf } from "../corpus/frame.ts";
import { comparedPeriods, UNCLEAR } from "./estimates.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyInterval, keyPoint } from "./key.ts";
import { signed } from "./labels.ts";
import { noStatements } from "./stance_months.ts";
import { dyadOf } from "./stance_axis.ts";
import { textWidth } from "./text.ts";
import { theme } from "./theme.ts";

interface Specification {
  readonly rank: number;
  readonly reference: boolean;
  readonly group: string;
  readonly period: string;
  readonly dates: string;
  readonly precision: string;
  readonly voice: string;
  readonly count: string;
  readonly detail: string;
  readonly difference: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly clear: boolean;
}

/** A line of the choices under the curve. */
interface ChoiceLine {
  readonly label: string;
  readonly heading: boolean;
  readonly ranks: readonly number[];
}

const LINE = 14, CURVE = 200, GAP = 26, REFERENCE = "#b06a00";

/**
 * Draws a specification curve (Simonsohn, Simmons & Nelson 2020): the difference in every
 * reasonable specification in order of size, and under each the choices that it makes.
 *
 * @param frame What `robustness` returns.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus, robustness } from "aras";
 *
 * const corpus = await openCorpus();
 * const frame = await robustness(corpus, {
 *   speaker: "irn",
 *   target: "arm",
 *   before: "2020",
 *   after: "2023",
 * });
 * await charts.specificationCurve(frame).svg();
 * corpus.close();
 * ```
 */
export function specificationCurve(
  frame: DataFrame,
  options: FigureOptions = {},
): Figure {
  const rows = rowsOf<Specification>(frame);
  const reference = rows.find((row) => row.reference);
  return figure({
    name: "specification-curve",
    chart: "charts.specificationCurve",
    title: `However it is measured? ${dyadOf(frame).label}`,
    subtitle: `${comparedPeriods(frame)}; ${aboutOf(frame).notes[0] ?? ""}`,
    description: rows.length === 0
      ? "No specification."
      : `From ${signed(rows[0].difference, 2)} to ${
        signed(rows[rows.length - 1].difference, 2)
      }` + (reference === undefined
        ? ""
        : `; as asked for ${signed(reference.difference, 2)}`),
    key: [
      keyInterval("difference and 95 % interval", theme.ink),
      keyInterval("interval includes none", UNCLEAR),
      keyPoint("as asked for", { colour: REFERENCE }),
    ],
    frame,
    ...options,
    plot: ({ width }) => rows.length === 0 ? noStatements(width) : curve(rows, width),
  });
}

function curve(rows: readonly Specification[], width: number): Plot.PlotOptions {
  const lines = linesOf(rows);
  const widest = Math.max(...lines.map((line) => textWidth(line.label, { size: 10 })));
  const left = Math.ceil(widest) + 22, right = width - 8;
  const x = (rank: number) => left + (rank - 0.5) / rows.length * (right - left);
  const reach = Math.max(
    0.5,
    ...rows.map((row) => Math.abs(row.difference)),
    ...quantileOfEnds(rows),
  );
  const y = (value: number) => {
    const kept = Math.max(-reach, Math.min(reach, value));
    return 8 + (reach - kept) / (2 * reach) * (CURVE - 16);
  };
  const step = reach > 2 ? 1 : reach > 1 ? 0.5 : 0.25;
  const ticks: number[] = [];
  for (let k = -Math.floor(reach / step); k <= Math.floor(reach / step); k++) {
    ticks.push(k * step);
  }
  const top = (i: number) => CURVE + GAP + i * LINE;
  const colour = (row: Specification) =>
    row.reference ? REFERENCE : row.clear ? theme.ink : UNCLEAR;
  const marked = lines.flatMap((line, i) =>
    line.ranks.map((rank) => ({ rank, i, reference: rows[rank - 1].reference }))
  );
  return {
    width,
    height: top(lines.length) + 4,
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    r: { type: "identity" },
    marks: [
      Plot.link(ticks, {
        x1: left,
        x2: right,
        y1: y,
        y2: y,
        stroke: (tick: number) => tick === 0 ? theme.ink : theme.grid,
      }),
      Plot.text(ticks, {
        x: () => left - 6,
        y,
        text: (tick: number) => signed(tick, step < 0.5 ? 2 : 1),
        textAnchor: "end",
      }),
      Plot.link(rows.filter((row) => row.low !== null), {
        x1: (row: Specification) => x(row.rank),
        x2: (row: Specification) => x(row.rank),
        y1: (row: Specification) => y(row.low!),
        y2: (row: Specification) => y(row.high!),
        stroke: colour,
        strokeWidth: 1.2,
        strokeOpacity: 0.6,
      }),
      Plot.dot(rows, {
        x: (row: Specification) => x(row.rank),
        y: (row: Specification) => y(row.difference),
        r: (row: Specification) => row.reference ? 4.5 : 2.2,
        fill: colour,
        stroke: theme.background,
        strokeWidth: (row: Specification) => row.reference ? 1 : 0,
      }),
      Plot.text(lines.map((line, i) => ({ ...line, i })), {
        x: (line: ChoiceLine) => line.heading ? 0 : left - 8,
        y: (line: { i: number }) => top(line.i) + LINE / 2,
        text: "label",
        textAnchor: "end",
        fontSize: 10,
        filter: (line: ChoiceLine) => !line.heading,
      }),
      Plot.text(lines.map((line, i) => ({ ...line, i })), {
        x: () => 0,
        y: (line: { i: number }) => top(line.i) + LINE / 2,
        text: "label",
        textAnchor: "start",
        fontSize: 10,
        fontWeight: 600,
        filter: (line: ChoiceLine) => line.heading,
      }),
      Plot.dot(marked, {
        x: (mark: { rank: number }) => x(mark.rank),
        y: (mark: { i: number }) => top(mark.i) + LINE / 2,
        symbol: "square",
        r: Math.min(2.6, (right - left) / rows.length / 2.2),
        fill: (mark: { reference: boolean }) => mark.reference ? REFERENCE : theme.rule,
      }),
    ],
  };
}

/** The choices as lines under the curve: those crossed, and those made one at a time. */
function linesOf(rows: readonly Specification[]): ChoiceLine[] {
  const lines: ChoiceLine[] = [];
  const ranks = (keep: (row: Specification) => boolean) =>
    rows.filter(keep).map((row) => row.rank);
  const section = (
    heading: string,
    labels: readonly (readonly [string, (row: Specification) => boolean])[],
  ) => {
    const own = labels.map(([label, keep]) => ({
      label,
      heading: false,
      ranks: ranks(keep),
    })).filter((line) => line.ranks.length > 0);
    // A choice that leaves no choice is not shown.
    if (own.length > 1 || own.some((line) => line.ranks.length < rows.length)) {
      lines.push({ label: heading, heading: true, ranks: [] }, ...own);
    }
  };
  const values = (key: "period" | "dates" | "precision" | "voice" | "count") =>
    [...new Set(rows.map((row) => row[key]))].sort().map((value) =>
      [
        WORDS[`${key} ${value}`] ?? value,
        (row: Specification) => row[key] === value,
      ] as [
        string,
        (row: Specification) => boolean,
      ]
    );
  section("Periods", values("period"));
  section("Date that counts", values("dates"));
  section("Dates known to", values("precision"));
  section("Voices", values("voice"));
  section("Repeats", values("count"));
  for (const group of ["outlet left out", "one wave", "one side"]) {
    const own = rows.filter((row) => row.group === group);
    const details = [...new Set(own.map((row) => row.detail))].sort();
    section(
      HEADINGS[group],
      group === "outlet left out"
        ? [["one of the largest", (row) => row.group === group]]
        : details.map((detail) => [
          detail,
          (row) => row.group === group && row.detail === detail,
        ]),
    );
  }
  return lines;
}

const HEADINGS: Readonly<Record<string, string>> = {
  "outlet left out": "Outlet left out",
  "one wave": "One wave of coding alone",
  "one side": "One side alone",
};

const WORDS: Readonly<Record<string, string>> = {
  "dates statement": "the statement’s",
  "dates article": "the article’s",
  "precision month": "the month",
  "precision day": "the day",
  "voice all": "all",
  "voice quoted": "quotations alone",
  "voice without author": "without the authors’ own",
  "count positions": "each position once",
  "count reports": "as often as reported",
};

/** Ends of intervals that most of the others stay within. */
function quantileOfEnds(rows: readonly Specification[]): number[] {
  const ends = rows.flatMap((row) => [row.low, row.high])
    .filter((v) => v !== null).map(Math.abs).sort((a, b) => a - b);
  return ends.length === 0 ? [] : [1.1 * ends[Math.floor(0.95 * (ends.length - 1))]];
}
