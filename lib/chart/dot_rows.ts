import * as Plot from "@observablehq/plot";
import { fitText, textWidth, wrapText } from "./text.ts";
import { theme } from "./theme.ts";

/** A line of a chart of estimates: a point, its interval, what it counts. */
export interface DotRow {
  readonly label: string;
  /** Rows of one section stand together under its heading. */
  readonly section?: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What stands at the right end, such as the number of statements. */
  readonly count: string;
  readonly colour: string;
  /** Drawn hollow. */
  readonly small?: boolean;
  /** Radius of the point in pixels. */
  readonly radius?: number;
}

/** How the axis under the rows is divided. */
export interface DotAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly label: string;
  readonly type?: "linear" | "log";
  /** Where a line stands for "none": no stance, no difference, as often as by chance. */
  readonly zero: number;
  format(value: number): string;
}

const ROW = 19, LABEL = { size: 11 }, MOST = 290;

/**
 * A plot of estimates, one a row: label, point with interval, count.
 *
 * @param rows The rows, top to bottom; sections are headed where they begin.
 * @param axis The axis.
 * @param width Pixels.
 * @param heading What the counts at the right end count.
 */
export function dotRows(
  rows: readonly DotRow[],
  axis: DotAxis,
  width: number,
  heading: string,
): Plot.PlotOptions {
  const lines = withSections(rows);
  const widest = Math.max(0, ...rows.map((row) => textWidth(row.label, LABEL)));
  const marginLeft = Math.min(MOST, Math.ceil(widest)) + 14;
  const right = [heading, ...rows.map((row) => row.count)];
  const marginRight = Math.ceil(Math.max(...right.map((t) => textWidth(t, LABEL)))) +
    14;
  // The axis' name may reach beyond the axis on either side, not beyond the figure.
  const middle = (marginLeft + width - marginRight) / 2;
  const name = wrapText(axis.label, 2 * Math.min(middle, width - middle), LABEL);
  const marginTop = 20, marginBottom = 26 + 14 * name.length;
  const drawn = lines.filter((line) => line.row?.value != null);
  const y = { y: "key" };
  const at = (text: string, line: Line) => ({ ...line, text });
  return {
    width,
    height: lines.length * ROW + marginTop + marginBottom,
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    x: {
      type: axis.type ?? "linear",
      domain: [...axis.domain],
      label: null,
      ticks: [...axis.ticks],
      tickFormat: axis.format,
      tickSize: 0,
    },
    y: { type: "band", domain: lines.map((line) => line.key), axis: null },
    marks: [
      Plot.gridX([...axis.ticks], { stroke: theme.grid, strokeOpacity: 1 }),
      Plot.ruleX([axis.zero], { stroke: theme.ink, strokeWidth: 1 }),
      Plot.link(drawn.filter((line) => line.row!.low !== null), {
        ...y,
        x1: (line: Line) => clamp(line.row!.low!, axis),
        x2: (line: Line) => clamp(line.row!.high!, axis),
        stroke: (line: Line) => line.row!.colour,
        strokeWidth: 1.6,
      }),
      Plot.dot(drawn, {
        ...y,
        x: (line: Line) => line.row!.value,
        r: (line: Line) => line.row!.radius ?? 4,
        fill: (line: Line) => line.row!.small ? theme.background : line.row!.colour,
        stroke: (line: Line) => line.row!.colour,
        strokeWidth: 1.6,
      }),
      Plot.text(
        lines.filter((line) => line.row !== undefined).map((line) =>
          at(fitText(line.row!.label, MOST, LABEL), line)
        ),
        { ...y, text: "text", frameAnchor: "left", textAnchor: "end", dx: -10 },
      ),
      Plot.text(lines.filter((line) => line.row === undefined), {
        ...y,
        text: "heading",
        ...headingStyle(marginLeft),
      }),
      Plot.text(
        lines.filter((line) => line.row !== undefined).map((line) =>
          at(line.row!.count, line)
        ),
        {
          ...y,
          text: "text",
          frameAnchor: "right",
          textAnchor: "end",
          dx: marginRight,
          fill: theme.muted,
        },
      ),
      Plot.text([name.join("\n")], {
        text: (d: string) => d,
        frameAnchor: "bottom",
        lineAnchor: "top",
        lineHeight: 1.25,
        dy: 24,
      }),
      Plot.text([heading], {
        frameAnchor: "top-right",
        textAnchor: "end",
        lineAnchor: "bottom",
        dx: marginRight,
        dy: -5,
        fill: theme.muted,
        text: (d: string) => d,
      }),
    ],
    r: { type: "identity" },
    color: { type: "identity" },
  };
}

interface Line {
  readonly key: string;
  readonly heading?: string;
  readonly row?: DotRow;
}

/** The rows with a line for the heading of each section before its first. */
function withSections(rows: readonly DotRow[]): Line[] {
  const lines: Line[] = [];
  let section: string | undefined;
  for (const row of rows) {
    if (row.section !== undefined && row.section !== section) {
      if (lines.length > 0) lines.push({ key: `${lines.length}`, heading: "" });
      lines.push({ key: `${lines.length}`, heading: row.section });
      section = row.section;
    }
    lines.push({ key: `${lines.length}`, row });
  }
  return lines;
}

/** An interval's end that leaves the axis ends at its edge. */
function clamp(value: number, { domain }: DotAxis): number {
  return Math.max(domain[0], Math.min(domain[1], value));
}

/** The radius of a point by its n: its area grows with n, from 2.5 to 7 pixels. */
export function radiusOf(n: number, most: number): number {
  return 2.5 + 4.5 * Math.sqrt(Math.max(0, n) / Math.max(1, most));
}

/** How a heading over rows stands: from the left end of the figure on, over the grid. */
export function headingStyle(marginLeft: number) {
  return {
    frameAnchor: "left",
    textAnchor: "start",
    dx: -marginLeft,
    fontWeight: 600,
    fill: theme.ink,
    // Hides the grid behind a heading that is longer than the labels.
    stroke: theme.background,
    strokeWidth: 4,
  } as const;
}
