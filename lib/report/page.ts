import hljs from "highlight.js/lib/core";
import typescript from "highlight.js/lib/languages/typescript";
import MarkdownIt from "markdown-it";
import { escapeHtml } from "../base/html.ts";
import { htmlDocument } from "./html_document.ts";
import { type Cell, type Notebook, textOf, titleOf } from "./notebook.ts";
import { outputHtml } from "./output_html.ts";

hljs.registerLanguage("typescript", typescript);

// HTML in prose stays text: a page shows what was written and runs nothing.
const markdown = new MarkdownIt({ html: false, linkify: true, typographer: true });

// Notebooks name each other by file; in the report each is a page.
markdown.core.ruler.push("pages", ({ tokens }) => {
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    const address = token.attrGet("href");
    if (typeof address !== "string" || /^[a-z]+:/i.test(address)) continue;
    token.attrSet("href", address.replace(/\.ipynb(?=#|$)/, ".html"));
  }
});

/** What stands under a page: where it comes from. */
export interface PageOptions {
  /** The notebook's file name, for its title where it has no heading. */
  readonly path: string;
  /** A line about versions, as text. */
  readonly colophon: string;
}

/**
 * Draws an executed notebook as an HTML page that needs nothing beside itself: prose,
 * code and outputs, fit for print.
 *
 * @param notebook The notebook with its outputs.
 * @param options Title and colophon.
 * @returns The page.
 */
export async function notebookPage(
  notebook: Notebook,
  options: PageOptions,
): Promise<string> {
  const cells = notebook.cells.map(cellHtml).filter((html) => html !== "");
  const code = notebook.cells.some((cell) => cell.cell_type === "code")
    ? `<label class="toggle"><input type="checkbox" id="code" checked> Code</label>`
    : "";
  return await htmlDocument({
    title: titleOf(notebook, options.path),
    body:
      `<nav class="bar"><a href="index.html">All notebooks and figures</a>${code}</nav>
<main>
${cells.join("\n")}
</main>
<footer>${escapeHtml(options.colophon)}</footer>`,
  });
}

function cellHtml(cell: Cell): string {
  const source = textOf(cell.source);
  if (cell.cell_type === "markdown") {
    return `<section class="prose">${proseHtml(source)}</section>`;
  }
  if (cell.cell_type === "raw" || source.trim() === "") return "";
  const outputs = (cell.outputs ?? []).map(outputHtml).join("\n");
  return `<section class="cell"><pre class="code"><code>${
    highlighted(source)
  }</code></pre>${outputs === "" ? "" : `\n<div class="outputs">${outputs}</div>`}
</section>`;
}

/** Markdown as HTML, tables in a box that scrolls where they are too wide. */
export function proseHtml(source: string): string {
  return markdown.render(source)
    .replaceAll("<table>", '<div class="scroll"><table>')
    .replaceAll("</table>", "</table></div>");
}

function highlighted(source: string): string {
  return hljs.highlight(source, { language: "typescript" }).value;
}

/** The first paragraph of a notebook's prose as HTML, without its heading. */
export function leadOf(notebook: Notebook): string {
  for (const cell of notebook.cells) {
    if (cell.cell_type !== "markdown") continue;
    const paragraphs = textOf(cell.source).split(/\n\s*\n/);
    const lead = paragraphs.find((text) => !/^\s*(#|$)/.test(text));
    if (lead !== undefined) return proseHtml(lead);
  }
  return "";
}
