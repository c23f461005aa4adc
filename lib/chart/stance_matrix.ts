import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { rowsOf } from "../corpus/frame.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyArea, keyText } from "./key.ts";
import { count, signed } from "./labels.ts";
import { inkOn, sideOf, stanceColour } from "./palette.ts";
import { SMALL } from "./stance_axis.ts";
import { fitText, textWidth, wrapText } from "./text.ts";
import { theme } from "./theme.ts";

interface MatrixRow {
  speaker: string;
  speaker_name: string;
  target: string;
  target_name: string;
  mean: number | null;
  low: number | null;
  high: number | null;
  statements: number;
}

const CORNER = "speaker ↓  toward →";

/**
 * Draws who stands how toward whom: speakers down, targets across, in each cell the mean
 * stance as a colour and a number and the count of statements.
 *
 * @param frame What `stanceMatrix` returns.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus, stanceMatrix } from "aras";
 *
 * const corpus = await openCorpus();
 * const matrix = await stanceMatrix(corpus, { actors: ["irn", "aze", "arm"] });
 * await charts.stanceMatrix(matrix).svg();
 * corpus.close();
 * ```
 */
export function stanceMatrix(frame: DataFrame, options: FigureOptions = {}): Figure {
  const rows = rowsOf<MatrixRow>(frame);
  const [speakers, targets] = [named(rows, "speaker"), named(rows, "target")];
  const n = rows.reduce((sum, row) => sum + row.statements, 0);
  const cells = rows.filter((row) => row.mean !== null);
  const sorted = [...cells].sort((a, b) => a.mean! - b.mean!);
  const say = (row?: MatrixRow) =>
    row === undefined
      ? ""
      : `${row.speaker_name} toward ${row.target_name} (${signed(row.mean!)})`;
  return figure({
    name: "stance-matrix",
    chart: "charts.stanceMatrix",
    title: "Who stands how toward whom",
    subtitle:
      `Mean stance of the speaker (row) toward the target (column), −2 to +2; ` +
      `${count(n)} statements`,
    description: `Most hostile: ${say(sorted[0])}; most favourable: ${
      say(sorted[sorted.length - 1])
    }`,
    key: [
      keyArea("hostile −2", stanceColour(-2)),
      keyArea("−1", stanceColour(-1)),
      keyArea("neutral 0", stanceColour(0)),
      keyArea("+1", stanceColour(1)),
      keyArea("committed +2", stanceColour(2)),
      keyText(`beneath: 95 % interval, statements (outlined: under ${SMALL})`),
    ],
    frame,
    ...options,
    plot({ width }) {
      const label = { size: 11, weight: 600 };
      const marginLeft = Math.min(
        150,
        Math.max(
          textWidth(CORNER, { size: 9.5 }),
          ...[...speakers.values()].map((name) => textWidth(name, label)),
        ),
      ) + 14;
      const step = (width - marginLeft) / Math.max(1, targets.size);
      // A name of two words may stand in two lines.
      const heads = [...targets].map(([id, name]) => ({
        id,
        name: wrapText(name, step - 4, label).map((line) =>
          fitText(line, step - 4, label)
        )
          .join("\n"),
      }));
      const two = heads.some((head) => head.name.includes("\n")) ? 14 : 0;
      const intervals = step >= 66;
      const height = intervals ? 52 : 36;
      const empty = [...speakers.keys()].flatMap((speaker) =>
        [...targets.keys()].filter((target) =>
          target !== speaker &&
          !cells.some((c) => c.speaker === speaker && c.target === target)
        ).map((target) => ({ speaker, target }))
      );
      const small = (row: MatrixRow) => row.statements < SMALL;
      const fill = (row: MatrixRow) =>
        small(row) ? theme.background : stanceColour(row.mean!);
      return {
        width,
        height: height * speakers.size + 34 + two,
        marginLeft,
        marginRight: 0,
        marginTop: 30 + two,
        marginBottom: 4,
        x: { type: "band", domain: [...targets.keys()], axis: null, padding: 0.03 },
        y: { type: "band", domain: [...speakers.keys()], axis: null, padding: 0.06 },
        color: { type: "identity" },
        marks: [
          Plot.cell(cells, {
            x: "target",
            y: "speaker",
            fill,
            stroke: (row: MatrixRow) => small(row) ? stanceColour(row.mean!) : "none",
            strokeWidth: 1.5,
            inset: 0.75,
          }),
          Plot.text(cells, {
            x: "target",
            y: "speaker",
            text: (row: MatrixRow) => signed(row.mean!),
            dy: intervals ? -13 : -6,
            fontSize: 13,
            fontWeight: 600,
            fill: (row: MatrixRow) => inkOn(fill(row)),
          }),
          Plot.text(cells, {
            x: "target",
            y: "speaker",
            text: (row: MatrixRow) => count(row.statements),
            dy: intervals ? 15 : 9,
            fontSize: 9.5,
            fill: (row: MatrixRow) => inkOn(fill(row)),
          }),
          Plot.text(intervals ? cells.filter((row) => row.low !== null) : [], {
            x: "target",
            y: "speaker",
            text: (row: MatrixRow) => `${signed(row.low!)} to ${signed(row.high!)}`,
            dy: 2,
            fontSize: 9.5,
            fill: (row: MatrixRow) => inkOn(fill(row)),
          }),
          Plot.text(empty, {
            x: "target",
            y: "speaker",
            text: () => "none",
            fontSize: 9.5,
            fill: theme.muted,
          }),
          Plot.text([...speakers.keys()], {
            y: (id: string) => id,
            text: (id: string) => fitText(speakers.get(id)!, 150, label),
            frameAnchor: "left",
            textAnchor: "end",
            dx: -8,
            fontWeight: 600,
            fill: (id: string) => sideOf(id).ink,
          }),
          Plot.text(heads, {
            x: "id",
            text: "name",
            frameAnchor: "top",
            lineAnchor: "bottom",
            dy: -6,
            fontWeight: 600,
            fill: (head: { id: string }) => sideOf(head.id).ink,
          }),
          Plot.text([CORNER], {
            text: (d: string) => d,
            frameAnchor: "top-left",
            textAnchor: "end",
            lineAnchor: "bottom",
            dx: -8,
            dy: -6,
            fontSize: 9.5,
            fill: theme.muted,
          }),
        ],
      };
    },
  });
}

/**
 * Ids and names of one side of the matrix, in the order in which actors first speak: no
 * one is a target of his own, so that the targets alone would begin with the second.
 */
function named(rows: readonly MatrixRow[], side: "speaker" | "target") {
  const names = new Map(rows.map((row) => [row[side], row[`${side}_name`]]));
  const speakers = [...new Set(rows.map((row) => row.speaker))];
  const order = [...speakers.filter((id) => names.has(id)), ...names.keys()];
  return new Map(order.map((id) => [id, names.get(id)!]));
}
