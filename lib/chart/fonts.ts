import { Buffer } from "node:buffer";
import { fromFileUrl } from "@std/path";
import type * as HarfBuzz from "harfbuzzjs";
import { UserError } from "../base/fault.ts";

/** One of the bundled fonts: a family at a weight. */
export interface BundledFont {
  readonly family: string;
  readonly weight: 400 | 600;
  readonly file: string;
}

/**
 * The bundled fonts in the order in which a character is looked up. Noto Sans has Latin,
 * Cyrillic and Greek; the arrows and operators of labels come from Noto Sans Math.
 */
export const FONTS: readonly BundledFont[] = [
  { family: "Noto Sans", weight: 400, file: "NotoSans-Regular.ttf" },
  { family: "Noto Sans", weight: 600, file: "NotoSans-SemiBold.ttf" },
  { family: "Noto Sans Armenian", weight: 400, file: "NotoSansArmenian-Regular.ttf" },
  { family: "Noto Sans Armenian", weight: 600, file: "NotoSansArmenian-SemiBold.ttf" },
  { family: "Noto Sans Math", weight: 400, file: "NotoSansMath-Regular.ttf" },
];

interface LoadedFont {
  readonly bytes: Uint8Array;
  readonly font: HarfBuzz.Font;
  readonly unitsPerEm: number;
}

const loaded = new Map<BundledFont, LoadedFont>();
const subsets = new Map<string, Promise<string>>();
let harfbuzz: typeof HarfBuzz | undefined;

/**
 * Loads HarfBuzz, which measures text; figures do so before they are drawn.
 *
 * It is imported here and not at the top: its own top-level await never resolves in Deno
 * 2.8.1 where a graph that also holds CommonJS is imported dynamically, and that is how
 * a notebook's cells import.
 */
export async function readyFonts(): Promise<void> {
  harfbuzz ??= await import("harfbuzzjs");
}

/** HarfBuzz, once {@linkcode readyFonts} has loaded it. */
export function shaper(): typeof HarfBuzz {
  if (harfbuzz === undefined) {
    throw new Error(
      "Text can be measured only while a figure is drawn (in its plot function) or " +
        "after charts.readyFonts()",
    );
  }
  return harfbuzz;
}

/** Where a bundled font's file lies on this machine. */
export function fontPath(font: BundledFont): string {
  return fromFileUrl(new URL(`./font/${font.file}`, import.meta.url));
}

/** A bundled font, read once, ready for shaping. */
export function loadFont(font: BundledFont): LoadedFont {
  let ready = loaded.get(font);
  if (ready === undefined) {
    const bytes = readFont(font);
    const hb = shaper();
    const face = new hb.Face(new hb.Blob(bytes.slice().buffer));
    ready = { bytes, font: new hb.Font(face), unitsPerEm: face.upem };
    loaded.set(font, ready);
  }
  return ready;
}

function readFont(font: BundledFont): Uint8Array {
  try {
    return Deno.readFileSync(fontPath(font));
  } catch (cause) {
    throw new UserError({
      file: `lib/chart/font/${font.file}`,
      expected: "a font that figures are set in",
      found: cause instanceof Error ? cause.message : String(cause),
      remedy: "restore the file from the repository and allow reading it",
    });
  }
}

/**
 * The bundled font that a character of a weight is set in.
 *
 * @returns `undefined` where none has it: a viewer then takes a font of its own.
 */
export function fontFor(character: string, weight: number): BundledFont | undefined {
  const code = character.codePointAt(0)!;
  const bold = weight >= 500 ? 600 : 400;
  const has = (font: BundledFont) =>
    loadFont(font).font.nominalGlyph(code) !== undefined;
  return FONTS.find((f) => f.weight === bold && has(f)) ??
    FONTS.find((f) => has(f));
}

/**
 * Writes the `@font-face` rules for the characters that a figure holds, each with a
 * subset of its font as WOFF2 (HarfBuzz's subsetter), the same bytes in every run.
 *
 * @param characters For each weight the characters that are set in it.
 * @returns CSS.
 */
export async function fontFaces(
  characters: ReadonlyMap<number, ReadonlySet<string>>,
): Promise<string> {
  const wanted = new Map<BundledFont, Set<string>>();
  for (const [weight, set] of characters) {
    for (const character of set) {
      const font = fontFor(character, weight);
      if (font === undefined) continue;
      if (!wanted.has(font)) wanted.set(font, new Set());
      wanted.get(font)!.add(character);
    }
  }
  const rules = FONTS.filter((font) => wanted.has(font)).map(async (font) => {
    const text = [...wanted.get(font)!].sort().join("");
    return `@font-face{font-family:"${font.family}";font-weight:${font.weight};` +
      `src:url(data:font/woff2;base64,${await subset(font, text)}) format("woff2")}`;
  });
  return (await Promise.all(rules)).join("\n");
}

/** A font cut to the characters of a text, WOFF2, base64. */
function subset(font: BundledFont, text: string): Promise<string> {
  const key = `${font.file} ${text}`;
  const made = subsets.get(key) ?? cut(font, text);
  subsets.set(key, made);
  return made;
}

async function cut(font: BundledFont, text: string): Promise<string> {
  const { default: subsetFont } = await import("subset-font");
  const bytes = await subsetFont(Buffer.from(loadFont(font).bytes), text, {
    targetFormat: "woff2",
    noHinting: true,
    // The features a viewer switches on by itself; small capitals and the like would
    // drag their glyphs in.
    keepFeatures: ["kern", "mark", "mkmk", "ccmp", "locl"],
  });
  return Buffer.from(bytes).toString("base64");
}
