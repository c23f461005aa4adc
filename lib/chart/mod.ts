/**
 * Figures for print and notebooks: one function a figure, all of them made by
 * {@linkcode figure}, which adds titles, fonts, sources and provenance.
 *
 * @module
 */
export {
  Figure,
  figure,
  type FigureOptions,
  type FigureSpec,
  type Made,
  type MimeBundle,
  type PlotBox,
} from "./figure.ts";
export { readyFonts } from "./fonts.ts";
export { frameCsv } from "./csv.ts";
export { type PngOptions, svgToPng } from "./png.ts";
export {
  contrast,
  inkOn,
  NEUTRAL,
  OTHER,
  type Side,
  sideOf,
  SIDES,
  STANCE_COLOURS,
  stanceColour,
} from "./palette.ts";
export { textWidth, wrapText } from "./text.ts";
export { type TextBox, textBoxes, textFaults } from "./boxes.ts";
export {
  type Event,
  type EventLayout,
  eventMarks,
  eventNotes,
  layoutEvents,
} from "./events.ts";
export {
  keyArea,
  keyInterval,
  type KeyItem,
  keyLine,
  keyPoint,
  keyText,
} from "./key.ts";
export { allPeriods, type TimeAxis, timeAxis } from "./time.ts";
export { theme } from "./theme.ts";
