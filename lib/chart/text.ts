import { type BundledFont, fontFor, FONTS, loadFont, shaper } from "./fonts.ts";
import type { TextStyle } from "./theme.ts";

const widths = new Map<string, number>();

/**
 * The width of a text in pixels, shaped with the bundled fonts (kerning included), as
 * viewers set it. It can be asked while a figure is drawn, that is in its `plot`, or
 * after `charts.readyFonts()`.
 *
 * @param text One line.
 * @param style Font size in pixels and weight.
 *
 * @example
 * ```ts
 * import { charts } from "aras";
 * import { assert } from "@std/assert";
 *
 * await charts.readyFonts();
 * assert(charts.textWidth("Iran", { size: 12 }) < charts.textWidth("Azerbaijan", { size: 12 }));
 * ```
 */
export function textWidth(text: string, style: TextStyle): number {
  const weight = style.weight ?? 400;
  const key = `${weight} ${text}`;
  let em = widths.get(key);
  if (em === undefined) {
    em = 0;
    for (const [font, part] of runs(text, weight)) em += advance(font, part);
    if (widths.size > 20_000) widths.clear();
    widths.set(key, em);
  }
  return em * style.size;
}

/** Cuts a text where the font changes. */
function runs(text: string, weight: number): [BundledFont, string][] {
  const parts: [BundledFont, string][] = [];
  for (const character of text) {
    // A character that no bundled font has is reckoned as wide as the font's own blank.
    const font = fontFor(character, weight) ?? FONTS[0];
    const last = parts[parts.length - 1];
    if (last !== undefined && last[0] === font) last[1] += character;
    else parts.push([font, character]);
  }
  return parts;
}

/** The advance of a run in ems. */
function advance(bundled: BundledFont, text: string): number {
  const { font, unitsPerEm } = loadFont(bundled);
  const hb = shaper();
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  hb.shape(font, buffer);
  let sum = 0;
  for (const position of buffer.getGlyphPositions()) sum += position.xAdvance;
  return sum / unitsPerEm;
}

/**
 * Breaks a text into lines no wider than a width; a word that is wider stands alone.
 *
 * @param text The text; its own line breaks are kept.
 * @param width Pixels.
 * @param style Font size in pixels and weight.
 */
export function wrapText(text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ").filter((w) => w !== "")) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line !== "" && textWidth(longer, style) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    if (line !== "") lines.push(line);
  }
  return lines;
}

/** Shortens a text with `…` until it is no wider than a width. */
export function fitText(text: string, width: number, style: TextStyle): string {
  if (textWidth(text, style) <= width) return text;
  const characters = [...text];
  while (characters.length > 1) {
    characters.pop();
    const short = `${characters.join("").trimEnd()}…`;
    if (textWidth(short, style) <= width) return short;
  }
  return "…";
}
