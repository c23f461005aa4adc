import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { middleOf } from "../base/date.ts";
import { rowsOf } from "../corpus/frame.ts";
import { type Event, eventMarks, eventNotes, layoutEvents } from "./events.ts";
import { type Figure, figure, type FigureOptions, type PlotBox } from "./figure.ts";
import { keyArea, keyLine } from "./key.ts";
import { count, counted, percent } from "./labels.ts";
import { type Side, sideOf } from "./palette.ts";
import { fitText, textWidth } from "./text.ts";
import { theme } from "./theme.ts";
import { periodLength, timeAxis, withYears } from "./time.ts";

/** Options of {@linkcode actorMentions}. */
export interface ActorMentionsChartOptions extends FigureOptions {
  /** A frame or rows of the table `events`; the panels then stand under one another. */
  readonly events?: DataFrame | readonly Event[];
}

interface MentionRow {
  period: string;
  actor: string;
  name: string;
  country?: string | null;
  documents: number;
  of: number;
  share: number | null;
  low: number | null;
  high: number | null;
}

interface Panel {
  actor: string;
  /** Name and share, with the count where there is room for it. */
  text: string;
  short: string;
  side: Side;
  fx: string;
  fy: string;
}

type Cell = MentionRow & Pick<Panel, "fx" | "fy" | "side"> & { date: Date };

const MOST_COLUMNS = 3;

/**
 * Draws the share of documents that name each actor, period by period: a panel for each,
 * its 95 % interval as a band, the other actors as thin grey lines to compare with.
 *
 * @param frame What `actorMentions` returns.
 * @param options Events, words and size.
 *
 * @example
 * ```ts
 * import { actorMentions, charts, openCorpus } from "aras";
 *
 * const corpus = await openCorpus();
 * const frame = await actorMentions(corpus, { every: "quarter", top: 6 });
 * await charts.actorMentions(frame).svg();
 * corpus.close();
 * ```
 */
export function actorMentions(
  frame: DataFrame,
  options: ActorMentionsChartOptions = {},
): Figure {
  const { events, ...words } = options;
  const rows = rowsOf<MentionRow>(frame);
  const columns = events === undefined ? MOST_COLUMNS : 1;
  const panels = panelsOf(rows, columns);
  const every = rows.length === 0 ? "quarter" : periodLength(rows[0].period);
  const periods = new Map(rows.map((row) => [row.period, row.of]));
  const n = [...periods.values()].reduce((sum, of) => sum + of, 0);
  return figure({
    name: "actor-mentions",
    chart: "charts.actorMentions",
    title: withYears("Who is named in the articles", [...periods.keys()]),
    subtitle: `Share of each ${every}’s documents that name the actor; ${
      counted(n, "document")
    }`,
    description: panels.map((panel) => panel.text).join("; "),
    key: [
      keyArea("95 % interval", theme.muted, 0.25),
      keyLine("the other actors", { colour: FAINT, dash: "none" }),
    ],
    frame,
    ...words,
    plot: (box) => plotPanels(rows, panels, columns, events, box),
  });
}

const FAINT = "#c3c9d0";

function panelsOf(rows: readonly MentionRow[], columns: number): Panel[] {
  const actors = [...new Set(rows.map((row) => row.actor))];
  return actors.map((actor, i) => {
    const own = rows.filter((row) => row.actor === actor);
    const documents = own.reduce((sum, row) => sum + row.documents, 0);
    const of = own.reduce((sum, row) => sum + row.of, 0);
    const short = `${own[0].name} ${percent(of === 0 ? 0 : documents / of)}`;
    return {
      actor,
      short,
      text: `${short} (${count(documents)})`,
      side: sideOf(actor, own[0].country),
      fx: String(i % columns),
      fy: String(Math.floor(i / columns)),
    };
  });
}

function plotPanels(
  rows: readonly MentionRow[],
  panels: readonly Panel[],
  columns: number,
  events: ActorMentionsChartOptions["events"],
  { width, note }: PlotBox,
): Plot.PlotOptions {
  const across = Math.min(columns, Math.max(1, panels.length));
  const down = Math.max(1, Math.ceil(panels.length / across));
  const margins = { marginLeft: 40, marginRight: 12 };
  // Panels side by side are each as wide as the time axis of a plot of their own.
  const panel = (width - margins.marginLeft - margins.marginRight) / across;
  const axis = timeAxis(rows.map((row) => row.period), { width, ...margins });
  const layout = layoutEvents(events, axis);
  eventNotes(layout).forEach(note);
  const years = (d: Date) => `’${String(d.getUTCFullYear()).slice(2)}`;
  const cells: Cell[] = rows.map((row) => ({
    ...row,
    ...panels.find((p) => p.actor === row.actor)!,
    date: middleOf(row.period),
  }));
  const facet = { fx: "fx", fy: "fy" };
  const marginTop = 22 + layout.height;
  const indices = (n: number) => [...Array(n).keys()].map(String);
  const facets = indices(down);
  return {
    width,
    height: marginTop + 26 + down * (columns === 1 ? 110 : 150),
    ...margins,
    marginTop,
    marginBottom: 26,
    x: across === 1 ? axis.scale : { ...axis.scale, tickFormat: years },
    y: {
      ...shares(rows),
      tickFormat: (share: number) => percent(share),
      tickSize: 0,
      label: null,
    },
    fx: { domain: indices(across), axis: null, padding: across === 1 ? 0 : 0.09 },
    fy: { domain: facets, axis: null, padding: 0.22 },
    color: { type: "identity" },
    marks: [
      Plot.gridY(shares(rows).ticks.slice(1), { stroke: theme.grid, strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: theme.rule }),
      ...eventMarks(layout, { facets, lift: 18 }),
      Plot.lineY(cells, {
        ...facet,
        facet: "exclude",
        x: "date",
        y: (cell: Cell) => cell.share ?? NaN,
        z: "actor",
        stroke: FAINT,
        strokeWidth: 0.7,
      }),
      Plot.areaY(cells, {
        ...facet,
        x: "date",
        y1: (cell: Cell) => cell.low ?? NaN,
        y2: (cell: Cell) => cell.high ?? NaN,
        fill: (cell: Cell) => cell.side.colour,
        fillOpacity: 0.2,
        z: "actor",
      }),
      Plot.lineY(cells, {
        ...facet,
        x: "date",
        y: (cell: Cell) => cell.share ?? NaN,
        z: "actor",
        stroke: (cell: Cell) => cell.side.colour,
        strokeWidth: 1.8,
      }),
      Plot.text(panels, {
        ...facet,
        text: (p: Panel) => heading(p, panel * 0.9),
        frameAnchor: "top-left",
        textAnchor: "start",
        lineAnchor: "bottom",
        dy: -4,
        fontWeight: 600,
        fill: (p: Panel) => p.side.ink,
        stroke: theme.background,
        strokeWidth: 5,
      }),
    ],
  };
}

/** An axis of shares up to the highest that is drawn: all, a half or a fifth. */
function shares(rows: readonly MentionRow[]): { domain: number[]; ticks: number[] } {
  const most = Math.max(0, ...rows.map((row) => row.high ?? row.share ?? 0));
  const top = [0.1, 0.2, 0.5].find((step) => most <= step) ?? 1;
  return { domain: [0, top], ticks: [0, top / 2, top] };
}

function heading({ text, short }: Panel, width: number): string {
  const style = { size: 11, weight: 600 };
  return textWidth(text, style) <= width ? text : fitText(short, width, style);
}
