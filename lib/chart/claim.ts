import type { Claim } from "../measure/claim.ts";
import { makeFrame, rowsOf } from "../corpus/frame.ts";
import { type DotRow, dotRows } from "./dot_rows.ts";
import { differenceAxis, isClear, UNCLEAR } from "./estimates.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyInterval } from "./key.ts";
import { percent, signed } from "./labels.ts";
import { noStatements } from "./stance_months.ts";
import { theme } from "./theme.ts";

/**
 * Draws a claim: the difference, what it is made of, what errors leave of it and how far
 * the specifications reach, under the sentence that says it.
 *
 * @param claim What `claim` returns.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { charts, claim, openCorpus } from "aras";
 *
 * const corpus = await openCorpus();
 * const found = await claim(corpus, {
 *   speaker: "irn",
 *   target: "arm",
 *   before: "2020",
 *   after: "2023",
 * });
 * await charts.claim(found).svg();
 * corpus.close();
 * ```
 */
export function claim(claim: Claim, options: FigureOptions = {}): Figure {
  const { facts } = claim;
  const rows: DotRow[] = [];
  const add = (
    section: string,
    label: string,
    value: number | null,
    low: number | null,
    high: number | null,
    count = value === null ? "–" : signed(value, 2),
  ) => {
    const clear = isClear({ low, high });
    const colour = clear ? theme.ink : UNCLEAR;
    rows.push({ section, label, value, low, high, count, colour, small: !clear });
  };
  add("Difference", "after less before", facts.difference, facts.low, facts.high);
  type Part = {
    by: string;
    part: string;
    value: number | null;
    low: number | null;
    high: number | null;
  };
  for (const { by, part, value, low, high } of rowsOf<Part>(claim.parts)) {
    const many = by === "publisher" ? "outlets" : `${by}s`;
    const label = part === "same"
      ? `the same ${many} changed`
      : `other ${many} were heard`;
    add("What it is made of", label, value, low, high);
  }
  type Correction = {
    correction: string;
    difference: number | null;
    low: number | null;
    high: number | null;
  };
  const errors = claim.errors === null ? [] : rowsOf<Correction>(claim.errors);
  for (const { correction, difference, low, high } of errors) {
    if (correction === "as coded") continue;
    const label = correction === "stances"
      ? "wrong stances"
      : correction === "missed"
      ? "missed statements"
      : "both";
    add("Allowing for", label, difference, low, high);
  }
  const curve = rowsOf<{ difference: number }>(claim.specifications).map((row) =>
    row.difference
  ).sort((a, b) => a - b);
  if (curve.length > 1) {
    add(
      "Measured otherwise",
      `${curve.length} specifications, middle and range`,
      curve[curve.length >> 1],
      curve[0],
      curve[curve.length - 1],
      `${percent(facts.same_sign)} agree`,
    );
  }
  const { about } = claim.shift;
  const frame = makeFrame(
    rows.map(({ section = "", label, value, low, high }) => ({
      section,
      label,
      value,
      low,
      high,
    })),
    ["section", "label", "value", "low", "high"],
    { ...about, measure: "claim", notes: [] },
  );
  return figure({
    name: "claim",
    chart: "charts.claim",
    title: title(facts),
    subtitle: claim.sentence,
    description: "",
    key: [
      keyInterval("estimate and 95 % interval", theme.ink),
      keyInterval("interval includes none", UNCLEAR),
    ],
    frame,
    ...options,
    plot: ({ width }) =>
      facts.difference === null
        ? noStatements(width, "Too few statements to compare")
        : dotRows(rows, differenceAxis(rows), width, "difference"),
  });
}

function title({ label, verdict }: Claim["facts"]): string {
  const words = {
    up: "stance rose",
    down: "stance fell",
    "none seen": "no shift can be seen",
    "too few": "too few statements to tell",
  };
  return `${label}: ${words[verdict]}`;
}
