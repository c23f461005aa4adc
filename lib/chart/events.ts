import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { startOf } from "../base/date.ts";
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
}

/** An event that has found room: its rule, its label's row and side. */
export interface PlacedEvent {
  readonly event: Event;
  readonly x: number;
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

const ROW = 13, STYLE = { size: 10 }, GAP = 3, APART = 6, ROWS = 4, LIFT = 2;

/**
 * Finds a place for each event's label over a time axis, the most important first; an
 * event without room is left out whole, its rule too, and counted.
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
  const all = events === undefined
    ? []
    : Array.isArray(events)
    ? events as readonly Event[]
    : rowsOf<Event>(events as DataFrame);
  const within = all.filter((e) =>
    startOf(e.date) >= axis.from && startOf(e.date) < axis.to
  );
  const order = [...within].sort((a, b) =>
    b.importance - a.importance || (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)
  );
  const placed: PlacedEvent[] = [], left_out: string[] = [];
  for (const event of order) {
    const place = findPlace(event, axis, placed, rows);
    if (place === undefined) left_out.push(event.id);
    else placed.push(place);
  }
  const used = placed.reduce((most, p) => Math.max(most, p.row + 1), 0);
  placed.sort((a, b) => a.x - b.x);
  return { axis, placed, left_out, height: used === 0 ? 0 : used * ROW + 4 };
}

function findPlace(
  event: Event,
  axis: TimeAxis,
  placed: readonly PlacedEvent[],
  rows: number,
): PlacedEvent | undefined {
  const x = axis.x(startOf(event.date));
  // Two rules closer than this read as one.
  if (placed.some((p) => Math.abs(p.x - x) < 4)) return undefined;
  for (let row = 0; row < rows; row++) {
    for (const anchor of ["start", "end"] as const) {
      const place = { event, x, row, anchor };
      const [left, right] = span(place);
      if (left < axis.left - 30 || right > axis.right + 30) continue;
      if (!placed.some((other) => clash(place, other))) return place;
    }
  }
  return undefined;
}

/** Left and right end of a label, its rule included. */
function span({ event, x, anchor }: PlacedEvent): [number, number] {
  const width = textWidth(event.label, STYLE) + GAP;
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
 * @param options `fy` of the topmost facet where the plot has several: its labels stand
 *   over that one, its rules run through all.
 */
export function eventMarks(
  layout: EventLayout,
  options: { fy?: string } = {},
): Plot.Markish[] {
  const { axis, placed } = layout;
  const top = options.fy === undefined ? {} : { fy: [options.fy] };
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
    const at = [startOf(event.date)], up = LIFT + row * ROW;
    const rule = { stroke: theme.rule, strokeWidth: 0.8 };
    if (options.fy !== undefined) marks.push(Plot.ruleX(at, rule));
    marks.push(
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
export function eventNotes({ left_out }: EventLayout): string[] {
  const n = left_out.length;
  return n === 0 ? [] : [`${n} more ${n === 1 ? "event" : "events"} without room.`];
}
