import * as Plot from "@observablehq/plot";
import { DOMParser } from "linkedom";
import { theme } from "./theme.ts";

/** A plot without its frame: SVG elements and their size. */
export interface Drawing {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

/** The parts of linkedom's elements that are used here. */
interface Element {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly childNodes: Iterable<Element>;
  readonly attributes: Iterable<{ name: string; value: string }>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  toString(): string;
}

/**
 * Draws a plot without a browser. Coordinates are rounded to hundredths of a pixel, so
 * that no machine's last digit shows, and the ids that Plot counts up through a whole
 * session are numbered anew.
 *
 * @param options As `Plot.plot` takes them; no legends, titles or captions.
 * @param id What the ids in the drawing begin with.
 */
export function drawPlot(options: Plot.PlotOptions, id: string): Drawing {
  const document = new DOMParser().parseFromString(
    '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    "image/svg+xml",
  ) as unknown as Document;
  const svg = Plot.plot({ ...options, document }) as unknown as Element;
  if (svg.nodeName !== "svg") {
    throw new Error("A plot of its own title, caption or legend is no single SVG");
  }
  const parts: string[] = [];
  for (const child of svg.childNodes) {
    if (child.nodeName === "style") continue;
    tidy(child);
    parts.push(child.toString());
  }
  return {
    markup: renumber(parts.join("\n"), id),
    width: Number(svg.getAttribute("width")),
    height: Number(svg.getAttribute("height")),
  };
}

function tidy(element: Element): void {
  if (element.nodeType !== 1) return;
  for (const { name, value } of [...element.attributes]) {
    // The bundled fonts' figures are tabular as they are.
    if (name === "font-variant") element.removeAttribute(name);
    else if (value === "currentColor") element.setAttribute(name, theme.ink);
    else if (!name.startsWith("aria")) element.setAttribute(name, rounded(value));
  }
  for (const child of element.childNodes) tidy(child);
}

/** Numbers of more than two decimals, rounded to two. */
function rounded(value: string): string {
  return value.replace(
    /-?\d*\.\d{3,}(?:e-?\d+)?/g,
    (number) => String(Math.round(Number(number) * 100) / 100 || 0),
  );
}

function renumber(markup: string, id: string): string {
  const names = new Map<string, string>();
  return markup.replace(/plot-clip-\d+/g, (name) => {
    if (!names.has(name)) names.set(name, `${id}-clip-${names.size + 1}`);
    return names.get(name)!;
  });
}
