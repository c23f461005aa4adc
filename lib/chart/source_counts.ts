import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { startOf } from "../base/date.ts";
import { aboutOf, rowsOf } from "../corpus/frame.ts";
import { type Event, eventMarks, eventNotes, layoutEvents } from "./events.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { count, counted, groupName } from "./labels.ts";
import { NEUTRAL, OTHER, sideOf } from "./palette.ts";
import { fitText } from "./text.ts";
import { theme } from "./theme.ts";
import { endOf, periodLength, periodName, timeAxis, withYears } from "./time.ts";

/** Options of {@linkcode sourceCounts}. */
export interface SourceCountsChartOptions extends FigureOptions {
  /** How many groups have a row of their own; the rest share one. */
  readonly top?: number;
  /** A frame or rows of the table `events`, drawn as labelled lines. */
  readonly events?: DataFrame | readonly Event[];
}

interface CountRow {
  period: string;
  group: string;
  name: string;
  documents: number;
}

interface Bar extends CountRow {
  from: Date;
  to: Date;
}

/** The group that the measure pools what is beyond its option `top` in. */
const OTHERS = "other";
const REST = "the rest";

/** What the groups of a frame are, by its measure's option `by`. */
const GROUPS: Readonly<Record<string, string>> = {
  publisher: "publisher",
  country: "country of the publisher",
  audience: "public that the publisher writes for",
  kind: "kind of publisher",
  language: "language",
  genre: "genre",
};

/**
 * Draws how many documents there are by period: bars, one row for each group, the largest
 * group first, all rows on one scale.
 *
 * @param frame What `sourceCounts` returns.
 * @param options How many groups, events, words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus, sourceCounts } from "aras";
 *
 * const corpus = await openCorpus();
 * const counts = await sourceCounts(corpus, { every: "quarter", by: "country" });
 * await charts.sourceCounts(counts, { top: 6 }).svg();
 * corpus.close();
 * ```
 */
export function sourceCounts(
  frame: DataFrame,
  options: SourceCountsChartOptions = {},
): Figure {
  const { top = 7, events, ...words } = options;
  const by = String(aboutOf(frame).options.by ?? "none");
  const rows = rowsOf<CountRow>(frame);
  const groups = largest(rows, top, by);
  const bars = barsOf(rows, groups);
  const single = groups.length <= 1;
  const every = rows.length === 0 ? "month" : periodLength(rows[0].period);
  const total = rows.reduce((sum, row) => sum + row.documents, 0);
  return figure({
    name: by === "none" ? "source-counts" : `source-counts-by-${by}`,
    chart: "charts.sourceCounts",
    title: withYears(
      single ? "How many articles there are" : "Where the articles come from",
      rows.map((row) => row.period),
    ),
    subtitle: single
      ? `Documents by ${every}; ${counted(total, "document")}`
      : `Documents by ${every} and ${GROUPS[by] ?? "group"}; ${
        counted(total, "document")
      }`,
    description: single
      ? busiest(bars)
      : `Most documents: ${
        groups.slice(0, 3).map((g) => `${g.name} (${count(g.total)})`).join(", ")
      }`,
    frame,
    options: { top },
    ...words,
    plot({ width, note }) {
      const margins = { marginLeft: single ? 34 : 150, marginRight: 16 };
      const axis = timeAxis(rows.map((row) => row.period), { width, ...margins });
      const layout = layoutEvents(events, axis);
      eventNotes(layout).forEach(note);
      const marginTop = layout.height + (single ? 18 : 8);
      const most = Math.max(1, ...bars.map((bar) => bar.documents));
      const facet = single ? {} : { fy: "group" };
      return {
        width,
        height: marginTop + 24 + (single ? 240 : 46 * groups.length),
        ...margins,
        marginTop,
        marginBottom: 24,
        x: axis.scale,
        y: {
          domain: [0, most * (single ? 1.02 : 1.3)],
          axis: single ? "left" : null,
          ticks: 5,
          tickSize: 0,
          label: null,
          grid: single,
        },
        fy: single
          ? undefined
          : { domain: groups.map((g) => g.group), axis: null, padding: 0.12 },
        color: { type: "identity" },
        marks: [
          ...eventMarks(
            layout,
            single ? {} : { facets: groups.map((g) => g.group) },
          ),
          Plot.rect(bars.filter((bar) => bar.documents > 0), {
            ...facet,
            x1: "from",
            x2: "to",
            y1: 0,
            y2: "documents",
            insetLeft: 0.75,
            insetRight: 0.75,
            fill: (bar: Bar) => colourOf(bar.group, by),
          }),
          Plot.ruleY([0], { stroke: theme.rule }),
          ...(single ? [] : groupMarks(groups, bars)),
        ],
      };
    },
  });
}

interface Group {
  group: string;
  name: string;
  total: number;
}

/** The largest groups, what is left in one, as far as anything is left. */
function largest(rows: readonly CountRow[], top: number, by: string): Group[] {
  const totals = new Map<string, Group>();
  for (const { group, name, documents } of rows) {
    const known = totals.get(group);
    if (known !== undefined) known.total += documents;
    else {
      const plain = name === group ? groupName(group, by) : name;
      totals.set(group, { group, name: plain, total: documents });
    }
  }
  // What the measure itself has put together is no group of its own.
  const named = [...totals.values()].filter((g) => g.group !== OTHERS)
    .sort((a, b) => b.total - a.total);
  const pooled = totals.get(OTHERS)?.total ?? 0;
  if (pooled === 0 && named.length <= top + 1) return named;
  const total = named.slice(top).reduce((sum, g) => sum + g.total, pooled);
  return [...named.slice(0, top), { group: REST, name: "All others", total }];
}

function barsOf(rows: readonly CountRow[], groups: readonly Group[]): Bar[] {
  const own = new Set(groups.map((g) => g.group)), bars = new Map<string, Bar>();
  for (const row of rows) {
    const group = own.has(row.group) ? row.group : REST;
    const key = `${row.period} ${group}`, bar = bars.get(key);
    if (bar !== undefined) bar.documents += row.documents;
    else {
      const [from, to] = [startOf(row.period), endOf(row.period)];
      bars.set(key, { ...row, group, from, to });
    }
  }
  return [...bars.values()];
}

function colourOf(group: string, by: string): string {
  if (by !== "country" && by !== "audience") return NEUTRAL.colour;
  return group === REST ? OTHER.colour : sideOf(group).colour;
}

/** Name and total left of each row, the number over its highest bar. */
function groupMarks(
  groups: readonly Group[],
  bars: readonly Bar[],
): Plot.Markish[] {
  const peaks = groups.map(({ group }) =>
    bars.filter((bar) => bar.group === group)
      .reduce((a, b) => b.documents > a.documents ? b : a)
  );
  const lines = groups.map((g) => ({ ...g, name: fitText(g.name, 140, { size: 11 }) }));
  const side = { fy: "group", frameAnchor: "left", textAnchor: "end", dx: -8 } as const;
  return [
    Plot.text(lines, { ...side, text: "name", fontWeight: 600, dy: -4 }),
    Plot.text(lines, {
      ...side,
      text: (g: Group) => count(g.total),
      dy: 10,
      fill: theme.muted,
    }),
    Plot.text(peaks, {
      fy: "group",
      x: (bar: Bar) => new Date((+bar.from + +bar.to) / 2),
      y: "documents",
      text: (bar: Bar) => count(bar.documents),
      lineAnchor: "bottom",
      dy: -2,
      fontSize: 9.5,
      fill: theme.muted,
    }),
  ];
}

function busiest(bars: readonly Bar[]): string {
  const most = bars.reduce((a, b) => b.documents > a.documents ? b : a, bars[0]);
  if (most === undefined) return "No documents";
  return `Most in ${periodName(most.period)}: ${counted(most.documents, "document")}`;
}
