import type { Side } from "./palette.ts";
import { textWidth, wrapText } from "./text.ts";
import { theme } from "./theme.ts";
import { escapeHtml } from "../base/html.ts";

/** A sign of a figure and what it means, drawn in a line under the subtitle. */
export interface KeyItem {
  readonly text: string;
  /** Width of the sign in pixels. */
  readonly width: number;
  /** SVG of the sign; 0, 0 is its left end at half the height of a line. */
  readonly markup: string;
}

/** A point, hollow where the number behind it is small. */
export function keyPoint(
  text: string,
  { colour, radius = 4, hollow = false }: {
    colour: string;
    radius?: number;
    hollow?: boolean;
  },
): KeyItem {
  const fill = hollow ? theme.background : colour;
  return {
    text,
    width: radius * 2 + 2,
    markup: `<circle cx="${
      radius + 1
    }" cy="0" r="${radius}" fill="${fill}" stroke="${colour}" stroke-width="1.5"/>`,
  };
}

/** A line with a side's colour and dashes. */
export function keyLine(text: string, { colour, dash }: Pick<Side, "colour" | "dash">) {
  return {
    text,
    width: 24,
    markup:
      `<line x1="0" x2="24" y1="0" y2="0" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`,
  };
}

/** An interval: a line with a point in its middle. */
export function keyInterval(text: string, colour: string): KeyItem {
  return {
    text,
    width: 24,
    markup:
      `<line x1="0" x2="24" y1="0" y2="0" stroke="${colour}" stroke-width="1.5"/>` +
      `<circle cx="12" cy="0" r="3.5" fill="${colour}"/>`,
  };
}

/** A filled area, such as the band of an interval. */
export function keyArea(text: string, colour: string, opacity = 1): KeyItem {
  return {
    text,
    width: 16,
    markup:
      `<rect x="0" y="-5" width="16" height="10" fill="${colour}" fill-opacity="${opacity}"${
        // A pale area on white needs an edge.
        opacity === 1 ? ` stroke="${theme.rule}" stroke-width="0.5"` : ""}/>`,
  };
}

/** Words alone, for what is said in a key without a sign. */
export function keyText(text: string): KeyItem {
  return { text, width: 0, markup: "" };
}

/**
 * Sets the items of a key in lines.
 *
 * @param items The signs and their meanings.
 * @param width Pixels to fill.
 * @returns SVG, from 0, 0 down, and its height.
 */
export function drawKey(
  items: readonly KeyItem[],
  width: number,
): { markup: string; height: number } {
  if (items.length === 0) return { markup: "", height: 0 };
  const { size, line } = theme.key;
  const between = 16, beside = 5;
  const parts: string[] = [];
  let x = 0, y = line / 2;
  for (const item of items) {
    const start = item.width === 0 ? 0 : item.width + beside;
    const whole = start + textWidth(item.text, { size });
    if (x > 0 && x + whole > width) [x, y] = [0, y + line];
    // Only a key wider than the figure by itself is broken within.
    const lines = wrapText(item.text, width - start, { size });
    parts.push(`<g transform="translate(${x.toFixed(2)},${y})">${item.markup}`);
    lines.forEach((text, i) => {
      if (i > 0) y += line;
      parts.push(
        `<text x="${start}" y="${i * line}" dy="0.34em">${escapeHtml(text)}</text>`,
      );
    });
    parts.push("</g>");
    x += whole + between;
  }
  return {
    markup: `<g font-size="${size}" fill="${theme.muted}">${parts.join("")}</g>`,
    height: y + line / 2,
  };
}
