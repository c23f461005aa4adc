import { escapeHtml } from "../base/html.ts";
import { textBoxes } from "./boxes.ts";
import type { Page } from "./compose.ts";
import { fontFaces } from "./fonts.ts";
import { theme } from "./theme.ts";

/**
 * Puts the root element around a page: its fonts, and what readers who cannot see it and
 * machines are told of it.
 *
 * @param id What the ids of title and description begin with.
 * @param told Title and description in words, and as JSON what made the figure.
 * @param page What is drawn.
 * @returns An SVG document.
 */
export async function svgDocument(
  id: string,
  told: { readonly title: string; readonly description: string; readonly made: string },
  page: Page,
): Promise<string> {
  const family = theme.fontFamily.replaceAll(/Noto Sans[^,]*/g, "'$&'");
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ` +
    `${page.height}" width="${page.width}" height="${page.height}" role="img" ` +
    `aria-labelledby="${id}-title ${id}-desc" font-family="${family}">`;
  const head = `<title id="${id}-title">${escapeHtml(told.title)}</title>
<desc id="${id}-desc">${escapeHtml(told.description)}</desc>
<metadata>${escapeHtml(told.made)}</metadata>`;
  const characters = new Map<number, Set<string>>();
  for (const { text, weight } of await textBoxes(`${open}${page.markup}</svg>`)) {
    const set = characters.get(weight) ?? new Set();
    for (const character of text) set.add(character);
    characters.set(weight, set);
  }
  const style = `<style>${await fontFaces(characters)}</style>`;
  return `${open}\n${head}\n${style}\n${page.markup}\n</svg>\n`;
}
