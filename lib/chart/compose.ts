import { escapeHtml } from "../base/html.ts";
import type { Drawing } from "./draw.ts";
import { drawKey, type KeyItem } from "./key.ts";
import { wrapText } from "./text.ts";
import { theme } from "./theme.ts";

/** The words around a plot. */
export interface Words {
  readonly title: string;
  readonly subtitle: string;
  readonly key: readonly KeyItem[];
  readonly notes: string;
  readonly source: string;
}

/** A whole figure but for its root element. */
export interface Page {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Puts title, subtitle and key over a plot, notes and source under it.
 *
 * @param words What stands around.
 * @param width Of the figure in pixels.
 * @param drawing The plot, as wide as the figure without its padding.
 */
export function compose(words: Words, width: number, drawing: Drawing): Page {
  const { padding } = theme;
  const inner = width - 2 * padding;
  const parts = [
    `<rect width="${width}" height="100%" fill="${theme.background}"/>`,
    `<rect x="${padding}" width="36" height="5" fill="${theme.accent}"/>`,
  ];
  let y = padding + 2;
  const block = (
    text: string,
    style: { size: number; line: number; weight: number },
    fill: string,
  ) => {
    const lines = wrapText(text, inner, style);
    const spans = lines.map((line, i) =>
      `<tspan x="${padding}" y="${
        (y + (i + 0.5) * style.line + style.size * 0.34).toFixed(2)
      }">${escapeHtml(line)}</tspan>`
    );
    if (lines.length === 0) return;
    parts.push(
      `<text font-size="${style.size}" font-weight="${style.weight}" fill="${fill}">` +
        `${spans.join("")}</text>`,
    );
    y += lines.length * style.line;
  };
  block(words.title, theme.title, theme.ink);
  y += 1;
  block(words.subtitle, theme.subtitle, theme.muted);
  y += 5;
  const key = drawKey(words.key, inner);
  if (key.height > 0) {
    parts.push(`<g transform="translate(${padding},${y})">${key.markup}</g>`);
    y += key.height + 3;
  }
  y += 2;
  parts.push(
    `<g transform="translate(${padding},${y})" font-size="${theme.label.size}" ` +
      `text-anchor="middle" fill="${theme.ink}">\n${drawing.markup}\n</g>`,
  );
  y += drawing.height + 8;
  block(words.notes, theme.note, theme.muted);
  block(words.source, theme.note, theme.muted);
  const height = Math.ceil(y + padding * 0.6);
  return {
    markup: parts.join("\n").replace('height="100%"', `height="${height}"`),
    width,
    height,
  };
}
