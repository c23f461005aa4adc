import type { DataFrame } from "danfojs";
import { aboutOf, rowsOf } from "../corpus/frame.ts";
import { type DotRow, dotRows, radiusOf } from "./dot_rows.ts";
import { differenceAxis } from "./estimates.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyPoint } from "./key.ts";
import { counted, signed } from "./labels.ts";
import { sideOf } from "./palette.ts";
import { theme } from "./theme.ts";
import { periodName } from "./time.ts";

interface ScanRow {
  readonly speaker: string;
  readonly label: string;
  readonly statements: number;
  readonly q: number;
  readonly shifted: boolean;
  readonly shifts: number;
  readonly month: string | null;
  readonly size: number | null;
}

/** Options of {@linkcode scanShifts}. */
export interface ScanShiftsChartOptions extends FigureOptions {
  /** How many dyads are drawn, the surest first; 30. */
  readonly top?: number;
}

/**
 * Draws which dyads shifted: the largest shift of each and when it was, and beneath them
 * those in which none can be seen.
 *
 * @param frame What `scanShifts` returns.
 * @param options How many, words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus, scanShifts } from "aras";
 *
 * const corpus = await openCorpus();
 * const frame = await scanShifts(corpus, { least: 60, permutations: 99 });
 * await charts.scanShifts(frame).svg();
 * corpus.close();
 * ```
 */
export function scanShifts(
  frame: DataFrame,
  options: ScanShiftsChartOptions = {},
): Figure {
  const { top = 30, ...words } = options;
  const all = rowsOf<ScanRow>(frame);
  const rows = all.slice(0, top);
  const most = Math.max(1, ...rows.map((row) => row.statements));
  const drawn = rows.map((row): DotRow => ({
    label: row.label,
    section: row.shifted ? "Shifted; the largest shift" : "No shift can be seen",
    value: row.shifted ? row.size : null,
    low: null,
    high: null,
    count: row.shifted
      ? `${signed(row.size ?? 0, 2)} in ${periodName(row.month!)} · q ${shown(row.q)}`
      : `n ${row.statements} · q ${shown(row.q)}`,
    colour: sideOf(row.speaker).colour,
    radius: radiusOf(row.statements, most),
  }));
  const shifted = all.filter((row) => row.shifted).length;
  return figure({
    name: "scan-shifts",
    chart: "charts.scanShifts",
    title: `Who changed toward whom: ${shifted} of ${counted(all.length, "dyad")}`,
    subtitle: aboutOf(frame).notes[0] ?? "",
    description: drawn.map((row) => `${row.label}: ${row.count}`).join("; "),
    key: [
      keyPoint(counted(most, "statement"), {
        colour: theme.muted,
        radius: radiusOf(most, most),
      }),
      keyPoint(counted(Math.round(most / 10), "statement"), {
        colour: theme.muted,
        radius: radiusOf(most / 10, most),
      }),
    ],
    frame,
    notes: rows.length === 0
      ? ["No dyad has enough statements."]
      : all.length > rows.length
      ? [`${all.length - rows.length} more dyads without a shift are not drawn.`]
      : [],
    ...words,
    plot: ({ width }) =>
      dotRows(
        drawn,
        differenceAxis(drawn, "size of the largest shift"),
        width,
        "largest shift",
      ),
  });
}

const shown = (q: number) => q < 0.001 ? "< 0.001" : q.toFixed(3);
