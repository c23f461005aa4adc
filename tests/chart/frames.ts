import { type About, type Frame, makeFrame, type Row } from "aras";

/** A frame as a measure of a small invented corpus might return it. */
export function frame(rows: readonly Row[], about: Partial<About> = {}): Frame {
  return makeFrame(rows, Object.keys(rows[0]), {
    corpus: { name: "invented", version: "0.0.1", hash: "0123456789abcdef" },
    ...about,
  });
}

/** Quarters of two years, one of them without a statement. */
export function stances(
  speaker: string,
  target: string,
  means: readonly (number | null)[],
): Frame {
  const rows = means.map((mean, i) => ({
    period: `${2020 + Math.floor(i / 4)}-Q${i % 4 + 1}`,
    mean,
    low: mean === null ? null : Math.max(-2, mean - 0.4),
    high: mean === null ? null : Math.min(2, mean + 0.5),
    statements: mean === null ? 0 : 2 + i * 5,
    positions: mean === null ? 0 : 2 + i * 4,
    documents: mean === null ? 0 : 1 + i * 4,
  }));
  return frame(rows, {
    measure: "stanceSeries",
    options: { speaker, target, every: "quarter" },
    notes: ["3 statements dated to the year alone left out"],
  });
}

/** Dated events, two of them close to each other. */
export const EVENTS: readonly Row[] = [
  ["war", "2020-09-27", "2020-11-10", "The autumn war", 3],
  ["ceasefire", "2020-11-10", null, "Ceasefire", 3],
  ["corridor", "2021-04-20", null, "Corridor speech", 2],
  ["drill", "2021-10-01", "2021-10-04", "Drill on the border", 3],
  ["drivers", "2021-10-21", null, "Lorry drivers released", 1],
].map(([id, date, until, label, importance]) => ({
  id,
  date,
  until,
  label,
  importance,
} as Row));
