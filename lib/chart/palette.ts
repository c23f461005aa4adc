/** How a side is drawn: everywhere the same, told apart without colour too. */
export interface Side {
  /** Colour of marks, at least 3:1 on white. */
  readonly colour: string;
  /** Colour of text, at least 4.5:1 on white. */
  readonly ink: string;
  /** `stroke-dasharray` of its lines. */
  readonly dash: string;
  /** Symbol of its points, a name that Observable Plot knows. */
  readonly symbol: string;
}

/**
 * The sides. The colours were searched for so that the nearest two of the seven states
 * stay apart (CIEDE2000) for normal sight, protanopia and deuteranopia, and so that the
 * four that meet most differ in lightness on a grey print; `palette.test.ts` measures it.
 */
export const SIDES: Readonly<Record<string, Side>> = {
  irn: { colour: "#096b4e", ink: "#096b4e", dash: "none", symbol: "circle" },
  aze: { colour: "#1d6dda", ink: "#1a62c4", dash: "7 3", symbol: "square2" },
  arm: { colour: "#d15905", ink: "#b54c02", dash: "2.5 2.5", symbol: "triangle2" },
  tur: { colour: "#990715", ink: "#990715", dash: "9 3 2 3", symbol: "diamond2" },
  isr: { colour: "#4d9dc1", ink: "#28718f", dash: "4 3", symbol: "hexagon" },
  rus: { colour: "#512997", ink: "#512997", dash: "12 3", symbol: "star" },
  usa: { colour: "#122145", ink: "#122145", dash: "1.5 3", symbol: "cross" },
  eu: { colour: "#b78e03", ink: "#846500", dash: "9 3 2 3 2 3", symbol: "wye" },
  fra: { colour: "#c65d8f", ink: "#ad4376", dash: "5 2 1 2", symbol: "asterisk" },
  geo: { colour: "#7f8e54", ink: "#5e6b39", dash: "3 5", symbol: "times" },
  un: { colour: "#77471f", ink: "#77471f", dash: "6 6", symbol: "plus" },
};

/** Whoever is no side of the palette's. */
export const OTHER: Side = {
  colour: "#6f7782",
  ink: "#5b636e",
  dash: "none",
  symbol: "circle",
};

/** Colours of the methods that software reads by. */
export const METHOD_COLOURS: Readonly<Record<string, string>> = {
  rules: "#33475b",
  model: "#b06a00",
};

/** What stands for no side at all: totals, counts, averages. */
export const NEUTRAL: Side = {
  colour: "#33475b",
  ink: "#33475b",
  dash: "none",
  symbol: "circle",
};

/**
 * The side of an actor, a country or an audience.
 *
 * @param id An actor (`irn`, `aze-mfa`) or a country or audience (`IRN`).
 * @param country The country of an actor whose id does not begin with it (`aliyev`).
 *
 * @example
 * ```ts
 * import { charts } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(charts.sideOf("aze-mfa"), charts.sideOf("AZE"));
 * ```
 */
export function sideOf(id: string, country?: string | null): Side {
  const known = SIDES[id.toLowerCase()] ??
    (country ? SIDES[country.toLowerCase()] : undefined) ??
    SIDES[id.toLowerCase().split("-")[0]];
  return known ?? OTHER;
}

/**
 * The side of several actors: theirs where all whose side is known have the same.
 *
 * @param ids Actors; none have no side.
 */
export function sideOfAll(ids: readonly string[]): Side {
  const known = new Set(ids.map((id) => sideOf(id)).filter((side) => side !== OTHER));
  return known.size === 1 ? [...known][0] : OTHER;
}

/**
 * Stances from hostile over neutral to favourable: red to blue, the diverging pair that
 * colour blindness keeps apart; the number beside it says the sign on a grey print.
 */
export const STANCE_COLOURS: readonly string[] = [
  "#a5182c",
  "#e07c69",
  "#f3a98a",
  "#fbdcc9",
  "#f4f4f2",
  "#d3e5f0",
  "#93c3de",
  "#4a92c3",
  "#1f5f9f",
];

/** The colour of a stance between −2 and +2, in equal steps. */
export function stanceColour(stance: number): string {
  const last = STANCE_COLOURS.length - 1;
  const at = Math.round((Math.max(-2, Math.min(2, stance)) + 2) / 4 * last);
  return STANCE_COLOURS[at];
}

/** Black or white, whichever is read better on a colour (WCAG 2.2 contrast). */
export function inkOn(background: string): string {
  const dark = "#1a2330", light = "#ffffff";
  return contrast(background, dark) >= contrast(background, light) ? dark : light;
}

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
export function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
