import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { aboutOf, rowsOf } from "../corpus/frame.ts";
import { spokenPeriod } from "../measure/claim_sentence.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { count, percent, shortName } from "./labels.ts";
import { sideOf } from "./palette.ts";
import { fitText, textWidth } from "./text.ts";
import { theme } from "./theme.ts";

interface RankRow {
  actor: string;
  name: string;
  country?: string | null;
  rank_before: number | null;
  rank_after: number | null;
  change: number | null;
  share_before: number;
  share_after: number;
  documents_before: number;
  documents_after: number;
  of_before?: number;
  of_after?: number;
}

interface Slope extends RankRow {
  before: number;
  after: number;
  colour: string;
  ink: string;
  wide: boolean;
}

/** A change of so many ranks is drawn in the actor's colour; smaller ones in grey. */
const NOTABLE = 2;

/** An en space: viewers run plain spaces together. */
const GAP = "\u2002";

/**
 * Draws how the ranks of actors by the share of documents that name them changed between
 * two periods: names in order of rank on either side, a line from one to the other.
 *
 * @param frame What `actorRanks` returns.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { actorRanks, charts, openCorpus } from "aras";
 *
 * const corpus = await openCorpus();
 * const frame = await actorRanks(corpus, { before: "2020", after: "2023", top: 12 });
 * await charts.actorRanks(frame).svg();
 * corpus.close();
 * ```
 */
export function actorRanks(frame: DataFrame, options: FigureOptions = {}): Figure {
  const periods = aboutOf(frame).options as Record<string, string>;
  const [before, after] = [periods.before, periods.after].map((p) => spokenPeriod(p));
  const slopes = slopesOf(rowsOf<RankRow>(frame));
  const risen = [...slopes].sort((a, b) => (b.change ?? 0) - (a.change ?? 0))[0];
  const [first] = slopes;
  const of = first?.of_before === undefined || first.of_after === undefined
    ? ""
    : `; ${count(first.of_before)} and ${count(first.of_after)} documents`;
  return figure({
    name: "actor-ranks",
    chart: "charts.actorRanks",
    title: `Who is named more and who less: ${before} and ${after}`,
    subtitle: `Rank by the share of documents that name the actor${of}`,
    description: risen === undefined
      ? "No actors"
      : `${risen.name} rose most, from rank ${risen.rank_before ?? "none"} to ${
        risen.rank_after ?? "none"
      }`,
    frame,
    ...options,
    plot({ width }) {
      const side = width * 0.38;
      return {
        width,
        height: slopes.length * 21 + 40,
        marginLeft: side,
        marginRight: side,
        marginTop: 30,
        marginBottom: 10,
        x: { type: "point", domain: ["before", "after"], axis: null, padding: 0 },
        y: { type: "linear", domain: [0, Math.max(1, slopes.length - 1)], axis: null },
        color: { type: "identity" },
        marks: [
          Plot.link(slopes, {
            x1: () => "before",
            x2: () => "after",
            y1: "before",
            y2: "after",
            stroke: (s: Slope) => s.wide ? s.colour : theme.rule,
            strokeWidth: (s: Slope) => s.wide ? 2.2 : 1,
          }),
          ...(["before", "after"] as const).flatMap((end) => [
            Plot.dot(slopes, {
              x: () => end,
              y: end,
              r: 3.5,
              fill: (s: Slope) => s.wide ? s.colour : theme.rule,
            }),
            ...labels(slopes, end, side - 12),
            Plot.text([end === "before" ? before : after], {
              x: () => end,
              text: (d: string) => d,
              frameAnchor: "top",
              lineAnchor: "bottom",
              dy: -13,
              textAnchor: end === "before" ? "end" : "start",
              dx: end === "before" ? -10 : 10,
              fontWeight: 600,
            }),
          ]),
        ],
      };
    },
  });
}

/** The names on one side; those that moved in bold. */
function labels(
  slopes: readonly Slope[],
  end: "before" | "after",
  room: number,
): Plot.Markish[] {
  const left = end === "before";
  const text = (s: Slope) => {
    const rank = s[`rank_${end}`] ?? "–", share = percent(s[`share_${end}`]);
    const style = { size: 11, weight: s.wide ? 600 : 400 };
    const name = fitText(
      shortName(s.name),
      room - textWidth(`${share}${GAP}${rank}${GAP}`, style),
      style,
    );
    return left
      ? `${name}${GAP}${share}${GAP}${rank}`
      : `${rank}${GAP}${share}${GAP}${name}`;
  };
  return [true, false].map((wide) =>
    Plot.text(slopes.filter((s) => s.wide === wide), {
      x: () => end,
      y: end,
      text,
      textAnchor: left ? "end" : "start",
      dx: left ? -10 : 10,
      fill: (s: Slope) => wide ? s.ink : theme.muted,
      fontWeight: wide ? 600 : 400,
    })
  );
}

/** The rows with the place of either end: by rank, those without one below. */
function slopesOf(rows: readonly RankRow[]): Slope[] {
  const order = (end: "before" | "after") =>
    [...rows].sort((a, b) =>
      (a[`rank_${end}`] ?? Infinity) - (b[`rank_${end}`] ?? Infinity) ||
      (a.name < b.name ? -1 : 1)
    );
  const before = order("before"), after = order("after");
  return rows.map((row) => {
    const { colour, ink } = sideOf(row.actor, row.country);
    return {
      ...row,
      colour,
      ink,
      before: before.length - 1 - before.indexOf(row),
      after: after.length - 1 - after.indexOf(row),
      wide: Math.abs(row.change ?? Infinity) >= NOTABLE,
    };
  });
}
