import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { aboutOf, rowsOf } from "../corpus/frame.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyArea, type KeyItem, keyText } from "./key.ts";
import { count, groupName, percent, shortName } from "./labels.ts";
import { inkOn } from "./palette.ts";
import { fitText, textWidth, wrapText } from "./text.ts";
import { theme } from "./theme.ts";

interface CitationRow {
  country: string;
  source: string;
  name: string;
  documents: number;
  of: number;
  share: number;
}

/** Shares from few to many: one hue, darker with each step, so that grey print keeps it. */
const STEPS: readonly [number, string][] = [
  [0.4, "#1d4f76"],
  [0.2, "#3d7cab"],
  [0.1, "#7fb0d3"],
  [0.05, "#b9d5e8"],
  [0.02, "#dcebf4"],
  [0, "#f1f5f8"],
];

/**
 * Draws who cites whom: cited sources down, the citing publishers' countries across, in
 * each cell the share of that country's documents that name the source, and their number.
 *
 * @param frame What `sourceCitations` returns.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus, sourceCitations } from "aras";
 *
 * const corpus = await openCorpus();
 * const frame = await sourceCitations(corpus, { top: 10 });
 * await charts.sourceCitations(frame).svg();
 * corpus.close();
 * ```
 */
export function sourceCitations(frame: DataFrame, options: FigureOptions = {}): Figure {
  const by = String(aboutOf(frame).options.by ?? "country");
  const rows = rowsOf<CitationRow>(frame);
  const cells = rows.filter((row) => row.documents > 0);
  const of = new Map(rows.map((row) => [row.country, row.of]));
  const sources = ranked(rows);
  const n = [...of.values()].reduce((sum, one) => sum + one, 0);
  const most = [...cells].sort((a, b) => b.share - a.share)[0];
  return figure({
    name: "source-citations",
    chart: "charts.sourceCitations",
    title: "Who cites whom",
    subtitle: `Share of the documents from each ${
      by === "kind" ? "kind of publisher" : "country"
    } that name the source; ${count(n)} documents`,
    description: most === undefined
      ? "No citations"
      : `Most: ${percent(most.share)} of the documents of ${
        groupName(most.country, by)
      } name ${most.name}`,
    key: [
      ...keySteps(most?.share ?? 0),
      keyText("beneath: documents"),
    ],
    frame,
    ...options,
    plot({ width }) {
      const label = { size: 11 }, most = 185;
      const widest = Math.max(
        ...sources.map((s) => textWidth(shortName(s.name), label)),
      );
      const marginLeft = Math.min(most, widest) + 12;
      const step = (width - marginLeft) / Math.max(1, of.size);
      const colour = (row: CitationRow) =>
        STEPS.find(([least]) => row.share >= least)![1];
      const cell = { x: "country", y: "source" };
      const heads = headings([...of], by, step - 2);
      const two = heads.some((head) => head.name.includes("\n"));
      return {
        width,
        height: sources.length * 32 + (two ? 50 : 38),
        marginLeft,
        marginRight: 0,
        marginTop: two ? 46 : 34,
        marginBottom: 4,
        x: { type: "band", domain: [...of.keys()], axis: null, padding: 0.04 },
        y: {
          type: "band",
          domain: sources.map((s) => s.id),
          axis: null,
          padding: 0.07,
        },
        color: { type: "identity" },
        marks: [
          Plot.cell(cells, { ...cell, fill: colour }),
          Plot.text(cells, {
            ...cell,
            text: (row: CitationRow) => percent(row.share),
            dy: -5,
            fontWeight: 600,
            fill: (row: CitationRow) => inkOn(colour(row)),
          }),
          Plot.text(cells, {
            ...cell,
            text: (row: CitationRow) => count(row.documents),
            dy: 8,
            fontSize: 9,
            fill: (row: CitationRow) => inkOn(colour(row)),
          }),
          Plot.text(sources, {
            y: "id",
            text: (s: { name: string }) => fitText(shortName(s.name), most, label),
            frameAnchor: "left",
            textAnchor: "end",
            dx: -7,
          }),
          Plot.text(heads, {
            x: "country",
            text: "name",
            frameAnchor: "top",
            lineAnchor: "bottom",
            dy: -18,
            fontSize: heads[0]?.size,
            fontWeight: 600,
          }),
          Plot.text(heads, {
            x: "country",
            text: (head: { n: string }) => `of ${head.n}`,
            frameAnchor: "top",
            lineAnchor: "bottom",
            dy: -5,
            fontSize: 9,
            fill: theme.muted,
          }),
        ],
      };
    },
  });
}

/** Names over the columns in lines as wide as one, smaller where a word is too long. */
function headings(of: readonly [string, number][], by: string, width: number) {
  const fits = (size: number) =>
    of.every(([group]) =>
      groupName(group, by).split(" ").every((word) =>
        textWidth(word, { size, weight: 600 }) <= width
      )
    );
  const size = [10, 9].find(fits) ?? 8.5, style = { size, weight: 600 };
  return of.map(([country, documents]) => ({
    country,
    size,
    n: count(documents),
    name: wrapText(groupName(country, by), width, style)
      .map((line) => fitText(line, width, style)).join("\n"),
  }));
}

/** The steps of colour that a figure needs, with the shares that they stand for. */
function keySteps(highest: number): KeyItem[] {
  const used = STEPS.filter(([least]) => least <= highest).reverse();
  return used.map(([least, colour], i) => {
    const from = Math.round(least * 100);
    const next = used[i + 1];
    return keyArea(
      next === undefined
        ? `${from} % and more`
        : `${from}–${Math.round(next[0] * 100)}`,
      colour,
    );
  });
}

/** The sources, those that most documents name first. */
function ranked(rows: readonly CitationRow[]): { id: string; name: string }[] {
  const totals = new Map<string, { id: string; name: string; documents: number }>();
  for (const { source, name, documents } of rows) {
    const known = totals.get(source) ?? { id: source, name, documents: 0 };
    known.documents += documents;
    totals.set(source, known);
  }
  return [...totals.values()].sort((a, b) => b.documents - a.documents);
}
