import { escapeHtml } from "../base/html.ts";
import type { Citation } from "./citation.ts";
import { htmlDocument } from "./html_document.ts";

/** A notebook as the index lists it. */
export interface ListedNotebook {
  readonly title: string;
  /** Address of its page. */
  readonly page: string;
  /** What it is about, as HTML. */
  readonly lead: string;
}

/** A figure as the index lists it. */
export interface ListedFigure {
  readonly name: string;
  readonly title: string;
  /** Addresses of its files. */
  readonly svg: string;
  readonly png: string;
  readonly csv: string;
}

/** What the index tells. */
export interface IndexContent {
  readonly notebooks: readonly ListedNotebook[];
  readonly figures: readonly ListedFigure[];
  /** Names and values about data and software, in order. */
  readonly facts: readonly (readonly [string, string])[];
  readonly citation?: Citation;
}

/**
 * Draws the first page of a report: what is in it, its figures with their files, the
 * data that they were made of, and how to cite it.
 *
 * @param content What it tells.
 * @returns The page.
 */
export async function indexPage(content: IndexContent): Promise<string> {
  const title = content.citation?.title ?? "Report";
  return await htmlDocument({
    title,
    body: `<main>
<h1>${escapeHtml(title)}</h1>
${content.citation?.abstract ? `<p>${escapeHtml(content.citation.abstract)}</p>` : ""}
${section("Notebooks", content.notebooks.map(notebookHtml), "ol", "contents")}
${section("Figures", content.figures.map(figureHtml), "div", "gallery")}
${section("Data and software", content.facts.map(factHtml), "dl", "facts")}
${section("How to cite", content.citation ? [citationHtml(content.citation)] : [])}
</main>`,
  });
}

function section(
  heading: string,
  parts: string[],
  tag = "div",
  style = "prose",
): string {
  if (parts.length === 0) return "";
  return `<h2>${heading}</h2>\n<${tag} class="${style}">\n${
    parts.join("\n")
  }\n</${tag}>`;
}

function notebookHtml({ title, page, lead }: ListedNotebook): string {
  return `<li><h3><a href="${escapeHtml(page)}">${
    escapeHtml(title)
  }</a></h3>${lead}</li>`;
}

function figureHtml({ name, title, svg, png, csv }: ListedFigure): string {
  const link = (address: string, text: string) =>
    `<a href="${escapeHtml(address)}">${text}</a>`;
  return `<figure><a class="frame" href="${escapeHtml(svg)}"><img src="${
    escapeHtml(svg)
  }" alt="${escapeHtml(title)}" loading="lazy"></a>
<figcaption>${escapeHtml(title)}<br><span class="files">${escapeHtml(name)}: ${
    link(svg, "SVG")
  } · ${link(png, "PNG")} · ${link(csv, "CSV")}</span></figcaption></figure>`;
}

const factHtml = ([name, value]: readonly [string, string]) =>
  `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`;

const citationHtml = (citation: Citation) => `<p>${escapeHtml(citation.text)}</p>`;
