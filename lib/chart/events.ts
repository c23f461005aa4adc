import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { startOf } from "../base/date.ts";
import { seededRandom } from "../base/random.ts";
import { rowsOf } from "../corpus/frame.ts";
import { textWidth } from "./text.ts";
import { theme } from "./theme.ts";
import { endOf, type TimeAxis } from "./time.ts";

/** A dated event, as a row of the table `events`. */
export interface Event {
  readonly id: string;
  /** A day or month. */
  readonly date: string;
  /** Last day of an event that lasts. */
  readonly until?: string | null;
  /** A few words, 22 characters at most. */
  readonly label: string;
  /** 1 to 3; 3 is labelled first. */
  readonly importance: number;
  /** Ids of the documents that report it, with semicolons; among equals more go first. */
  readonly documents?: string | null;
}

/** An event over an axis: where its rule stands and how wide its label is, in pixels. */
interface Labelled {
  readonly event: Event;
  readonly x: number;
  readonly width: number;
}

/** An event that has found room: its rule, its label's row and side. */
export interface PlacedEvent extends Labelled {
  /** 0 is next to the plot. */
  readonly row: number;
  /** The label stands right of the rule (`start`) or left of it (`end`). */
  readonly anchor: "start" | "end";
}

/** Events over a plot: those that have room, and how many have none. */
export interface EventLayout {
  readonly axis: TimeAxis;
  readonly placed: readonly PlacedEvent[];
  /** Ids of the events of the stretch that found no room. */
  readonly left_out: readonly string[];
  /** Pixels that the labels take over the plot. */
  readonly height: number;
}

const ROW = 13,
  STYLE = { size: 10 },
  GAP = 3,
  APART = 6,
  ROWS = 3,
  LIFT = 2,
  TRIES = 200;

/**
 * Finds places for the labels of events over a time axis so that the most important ones
 * are shown; an event without room is left out whole, its rule too, and counted.
 *
 * Labels are placed one after the other where they first fit. Since an early one can
 * block a better pair, that is tried in many orders (always the same ones) and the layout
 * is kept that shows most: an event of importance 3 outweighs ten of 2.
 *
 * @param events A frame or rows of the table `events`; nothing draws none.
 * @param axis The axis that they stand over.
 * @param rows How many rows of labels there may be.
 */
export function layoutEvents(
  events: DataFrame | readonly Event[] | undefined,
  axis: TimeAxis,
  rows: number = ROWS,
): EventLayout {
  const within = eventRows(events).filter((e) =>
    startOf(e.date) >= axis.from && startOf(e.date) < axis.to
  ).map((event) => ({
    event,
    x: axis.x(startOf(event.date)),
    width: textWidth(event.label, STYLE) + GAP,
  }));
  const random = seededRandom("events");
  let best = place(within, axis, rows);
  for (let i = 0; i < TRIES; i++) {
    const other = place(random.shuffle([...within]), axis, rows);
    if (worth(other) > worth(best)) best = other;
  }
  const shown = new Set(best.map((p) => p.event.id));
  const left_out = within.map(({ event }) => event.id).filter((id) => !shown.has(id));
  const used = best.reduce((most, p) => Math.max(most, p.row + 1), 0);
  best.sort((a, b) => a.x - b.x);
  return { axis, placed: best, left_out, height: used === 0 ? 0 : used * ROW + 4 };
}

/** The rows of a frame of events, or the events that were given. */
function eventRows(events: DataFrame | readonly Event[] | undefined): Event[] {
  if (events === undefined) return [];
  return Array.isArray(events) ? [...events] : rowsOf<Event>(events as DataFrame);
}

/** Places what fits, the more important first, else in the order given. */
function place(
  events: readonly Labelled[],
  axis: TimeAxis,
  rows: number,
): PlacedEvent[] {
  const placed: PlacedEvent[] = [];
  const order = [...events].sort((a, b) => b.event.importance - a.event.importance);
  for (const event of order) {
    const found = findPlace(event, axis, placed, rows);
    if (found !== undefined) placed.push(found);
  }
  return placed;
}

/** What a layout shows, less a little for each row that it needs. */
function worth(placed: readonly PlacedEvent[]): number {
  return placed.reduce((sum, { event, row }) => {
    const reports = event.documents?.split(";").length ?? 0;
    return sum + 10 ** event.importance + Math.min(9, reports) / 10 - row / 100;
  }, 0);
}

function findPlace(
  labelled: Labelled,
  axis: TimeAxis,
  placed: readonly PlacedEvent[],
  rows: number,
): PlacedEvent | undefined {
  const { x } = labelled;
  // Two rules closer than this read as one.
  if (placed.some((p) => Math.abs(p.x - x) < 5)) return undefined;
  for (let row = 0; row < rows; row++) {
    for (const anchor of ["start", "end"] as const) {
      const candidate = { ...labelled, row, anchor };
      const [left, right] = span(candidate);
      if (left < axis.left - 30 || right > axis.right + 12) continue;
      if (!placed.some((other) => clash(candidate, other))) return candidate;
    }
  }
  return undefined;
}

/** Left and right end of a label, its rule included. */
function span({ x, width, anchor }: PlacedEvent): [number, number] {
  return anchor === "start" ? [x, x + width] : [x - width, x];
}

/** Whether two labels cover each other or a rule runs through the other's label. */
function clash(a: PlacedEvent, b: PlacedEvent): boolean {
  const [al, ar] = span(a), [bl, br] = span(b);
  if (a.row === b.row) return al < br + APART && bl < ar + APART;
  const [low, high] = a.row < b.row ? [a, b] : [b, a];
  const [left, right] = span(low);
  return high.x > left - 3 && high.x < right + 3;
}

/**
 * The marks of laid-out events: a rule through the plot, a label over it, a shade where
 * the event lasts. The plot's `marginTop` must have room for `layout.height`.
 *
 * @param layout What {@linkcode layoutEvents} found.
 * @param options `facets`, the values of `fy` where the plot has panels under one another:
 *   labels stand over the first, rules run through all; `lift`, pixels between the plot
 *   and the labels.
 */
export function eventMarks(
  layout: EventLayout,
  options: { facets?: readonly string[]; lift?: number } = {},
): Plot.Markish[] {
  const { axis, placed } = layout;
  const { facets = [], lift = LIFT } = options;
  const top = facets.length === 0 ? {} : { fy: [facets[0]] };
  const marks: Plot.Markish[] = placed.flatMap(({ event }) => {
    const shade = stretch(event, axis.to);
    return shade === undefined ? [] : [
      Plot.rectX([shade], {
        x1: "from",
        x2: "to",
        fill: theme.rule,
        fillOpacity: 0.12,
      }),
    ];
  });
  for (const { event, row, anchor } of placed) {
    const at = [startOf(event.date)], up = lift + row * ROW;
    const rule = { stroke: theme.rule, strokeWidth: 0.8 };
    marks.push(
      ...facets.slice(1).map((fy) => Plot.ruleX(at, { ...rule, fy: [fy] })),
      Plot.ruleX(at, { ...rule, ...top, insetTop: -(up + ROW - 2) }),
      Plot.text(at, {
        ...top,
        x: at,
        text: [event.label],
        frameAnchor: "top",
        textAnchor: anchor,
        lineAnchor: "middle",
        dx: anchor === "start" ? GAP : -GAP,
        dy: -(up + ROW / 2),
        fill: theme.muted,
        fontSize: STYLE.size,
      }),
    );
  }
  return marks;
}

/** The stretch that an event of a week or more lasts. */
function stretch(event: Event, last: Date): { from: Date; to: Date } | undefined {
  if (!event.until) return undefined;
  const from = startOf(event.date), to = endOf(event.until);
  if (+to - +from < 7 * 86_400_000) return undefined;
  return { from, to: to < last ? to : last };
}

/** What a figure says of events that found no room, or nothing. */
export function eventNotes({ placed, left_out }: EventLayout): string[] {
  if (left_out.length === 0) return [];
  const all = placed.length + left_out.length;
  return [`${placed.length} of ${all} events shown: the most important that have room`];
}
