/** The looks that all figures share: sizes in pixels at scale 1, colours, fonts. */
export const theme = {
  /** Width of a figure where none is asked for: a column of print at 96 pixels an inch. */
  width: 680,
  /** White space around everything. */
  padding: 16,
  fontFamily: "Noto Sans, Noto Sans Armenian, Noto Sans Math, sans-serif",
  background: "#ffffff",
  /** Text that is read first. */
  ink: "#1a2330",
  /** Text that explains; 7:1 on white. */
  muted: "#4a5462",
  /** Axes, rules and what carries no side. */
  rule: "#8a929c",
  grid: "#e3e6ea",
  /** The short bar over the title. */
  accent: "#1a2330",
  title: { size: 17, line: 22, weight: 600 },
  subtitle: { size: 12.5, line: 17, weight: 400 },
  key: { size: 11, line: 18, weight: 400 },
  label: { size: 11, line: 14, weight: 400 },
  note: { size: 9.5, line: 13, weight: 400 },
} as const;

/** Size, weight and line height of a text. */
export interface TextStyle {
  /** Font size in pixels. */
  readonly size: number;
  /** 400 (regular) or 600 (semi-bold). */
  readonly weight?: number;
}
