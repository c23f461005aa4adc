import { badOption } from "../base/fault.ts";
import { fontPath, FONTS } from "./fonts.ts";

/** How large a PNG is: give one of the two. */
export interface PngOptions {
  /** Width in pixels; the height follows. */
  readonly width?: number;
  /** Pixels for each pixel of the SVG; 2 (192 an inch) where nothing is given. */
  readonly scale?: number;
}

/** The largest side that is drawn: what a print of a metre at 400 an inch needs. */
const LARGEST = 16_000;

/**
 * Draws an SVG as PNG with the bundled fonts alone (resvg), the same bytes on any machine.
 *
 * @param svg A figure's SVG.
 * @param options Width or scale.
 * @throws {UserError} where a size is not above 0 or too large to draw.
 */
export async function svgToPng(
  svg: string,
  options: PngOptions = {},
): Promise<Uint8Array> {
  const { width, scale } = options;
  check("png width", width, LARGEST);
  check("png scale", scale, 20);
  const fitTo = width === undefined
    ? { mode: "zoom" as const, value: scale ?? 2 }
    : { mode: "width" as const, value: Math.round(width) };
  // Imported here, so that only who draws PNGs has to allow its native code.
  const { Resvg } = await import("@resvg/resvg-js");
  return new Resvg(svg, {
    fitTo,
    font: {
      loadSystemFonts: false,
      fontFiles: FONTS.map(fontPath),
      defaultFontFamily: "Noto Sans",
      sansSerifFamily: "Noto Sans",
    },
  }).render().asPng();
}

function check(option: string, value: number | undefined, most: number): void {
  if (value === undefined) return;
  if (!(Number.isFinite(value) && value > 0 && value <= most)) {
    badOption(option, `a number above 0 and at most ${most}`, value);
  }
}
