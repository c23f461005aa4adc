import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { UserError } from "../base/fault.ts";
import { VERSION } from "../base/version.ts";
import { type About, aboutOf } from "../corpus/frame.ts";
import { compose } from "./compose.ts";
import { frameCsv } from "./csv.ts";
import { svgDocument } from "./document.ts";
import { drawPlot } from "./draw.ts";
import { readyFonts } from "./fonts.ts";
import type { KeyItem } from "./key.ts";
import { type PngOptions, svgToPng } from "./png.ts";
import { theme } from "./theme.ts";

/** What every chart lets a reader change. */
export interface FigureOptions {
  /** Names the files and ids of the figure; letters, digits and hyphens. */
  readonly name?: string;
  readonly title?: string;
  readonly subtitle?: string;
  /** Width in pixels; 680 where nothing is given. */
  readonly width?: number;
  /** Height of the plot alone in pixels. */
  readonly height?: number;
  /** Lines under the plot, beside what the frame itself notes. */
  readonly notes?: readonly string[];
}

/** What a figure is made of. */
export interface FigureSpec extends FigureOptions {
  readonly title: string;
  /** The frame behind it: its CSV, its provenance. */
  readonly frame: DataFrame;
  /** The function that drew it, `charts.stanceSeries`. */
  readonly chart?: string;
  /** What that function was asked, for the metadata. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** What the figure shows, for those who cannot see it. */
  readonly description?: string;
  /** Signs and their meanings. */
  readonly key?: readonly KeyItem[];
  /** The plot, as Observable Plot takes it. */
  plot(box: PlotBox): Plot.PlotOptions;
}

/** What a plot is told while it is drawn. */
export interface PlotBox {
  /** Pixels that the plot may take. */
  readonly width: number;
  /** Adds a line under the plot, for what only drawing can tell. */
  note(line: string): void;
}

/** What made a figure, so that it can be traced and made again. */
export interface Made {
  readonly figure: string;
  readonly title: string;
  /** The function that drew it. */
  readonly chart: string;
  readonly chart_options: Readonly<Record<string, unknown>>;
  /** The function that computed the frame. */
  readonly measure: string;
  readonly measure_options: Readonly<Record<string, unknown>>;
  readonly data: About["corpus"] | null;
  /** Version of Aras. */
  readonly aras: string;
  readonly rows: number;
  /** SHA-256 of the CSV, hexadecimal. */
  readonly csv_sha256: string;
}

/** What Jupyter shows. */
export type MimeBundle = Record<string, string>;

/**
 * Makes a figure: a plot with its title, key, notes and source, as one SVG with its fonts
 * in it. Every chart of Aras goes through here, and so can one of your own.
 *
 * @param spec Title, frame and plot; the rest is optional.
 * @throws {UserError} where a width or height is too small to draw in.
 *
 * @example
 * ```ts
 * import { charts, makeFrame } from "aras";
 * import * as Plot from "@observablehq/plot";
 * import { assert } from "@std/assert";
 *
 * const frame = makeFrame([{ actor: "Iran", n: 3 }], ["actor", "n"]);
 * const mine = charts.figure({
 *   title: "Documents that name Iran",
 *   frame,
 *   plot: ({ width }) => ({
 *     width,
 *     height: 60,
 *     marginLeft: 60,
 *     marks: [Plot.barX([{ actor: "Iran", n: 3 }], { x: "n", y: "actor" })],
 *   }),
 * });
 * assert((await mine.svg()).includes("Documents that name Iran"));
 * ```
 */
export function figure(spec: FigureSpec): Figure {
  return new Figure(spec);
}

/** A figure: shows itself in a notebook, saves itself as SVG, PNG and CSV. */
export class Figure {
  /** Its name, as files and ids carry it. */
  readonly name: string;
  readonly title: string;
  readonly frame: DataFrame;
  #spec: FigureSpec;
  #svg?: Promise<string>;

  /** @internal Use {@linkcode figure}. */
  constructor(spec: FigureSpec) {
    for (const size of ["width", "height"] as const) {
      const value = spec[size];
      const least = size === "width" ? 320 : 20;
      if (value !== undefined && !(value >= least && value <= 10_000)) {
        throw new UserError({
          option: `${spec.chart ?? "figure"} ${size}`,
          expected: `pixels from ${least} to 10000`,
          found: String(value),
        });
      }
    }
    this.#spec = spec;
    this.name = slug(spec.name ?? spec.title);
    this.title = spec.title;
    this.frame = spec.frame;
  }

  /** The figure as one SVG document, the same bytes each time. */
  svg(): Promise<string> {
    return this.#svg ??= this.#draw();
  }

  /** The figure as PNG, drawn with the bundled fonts; see {@linkcode PngOptions}. */
  async png(options: PngOptions = {}): Promise<Uint8Array> {
    return svgToPng(await this.svg(), options);
  }

  /** The frame behind the figure as CSV. */
  csv(): string {
    return frameCsv(this.frame);
  }

  /** What made the figure: the functions, their options, the data and the versions. */
  async made(): Promise<Made> {
    const about = aboutOf(this.frame);
    return {
      figure: this.name,
      title: this.title,
      chart: this.#spec.chart ?? "charts.figure",
      chart_options: this.#spec.options ?? {},
      measure: about.measure,
      measure_options: about.options,
      data: about.corpus ?? null,
      aras: VERSION,
      rows: this.frame.shape[0],
      csv_sha256: await sha256(this.csv()),
    };
  }

  /** What the figure shows in words, for readers who cannot see it. */
  get description(): string {
    const { subtitle, description } = this.#spec;
    return [description, subtitle, ...this.#notes(), this.#source()]
      .filter((part) => part !== undefined && part !== "")
      .map((part) => sentence(part!))
      .join(" ");
  }

  /**
   * Writes the figure as SVG, PNG and CSV.
   *
   * @param path Where, without an ending: `out/stance` writes `out/stance.svg`,
   *   `out/stance.png` and `out/stance.csv`. Folders are made where they are missing.
   * @param options Size of the PNG.
   * @throws {UserError} where the folder cannot be written to.
   */
  async save(path: string, options: PngOptions = {}): Promise<void> {
    const svg = await this.svg(), png = await svgToPng(svg, options);
    const base = path.replace(/\.(svg|png|csv)$/, "");
    const folder = base.includes("/") ? base.slice(0, base.lastIndexOf("/")) : ".";
    try {
      await Deno.mkdir(folder || "/", { recursive: true });
      await Deno.writeTextFile(`${base}.svg`, svg);
      await Deno.writeFile(`${base}.png`, png);
      await Deno.writeTextFile(`${base}.csv`, this.csv());
    } catch (cause) {
      throw new UserError({
        file: `${base}.svg`,
        expected: "a folder that can be written to",
        found: cause instanceof Error ? cause.message : String(cause),
        remedy: "choose another folder or allow writing to this one",
      });
    }
  }

  /** What Jupyter shows: SVG; PNG where SVG is not trusted; else the description. */
  async [Symbol.for("Jupyter.display")](): Promise<MimeBundle> {
    const svg = await this.svg();
    return {
      "image/svg+xml": svg,
      "image/png": base64(await svgToPng(svg, { scale: 1.5 })),
      "text/plain": `${this.title}\n${this.description}`,
    };
  }

  #notes(): string[] {
    return [...this.#spec.notes ?? [], ...aboutOf(this.frame).notes];
  }

  #source(): string {
    const { corpus } = aboutOf(this.frame);
    if (corpus === undefined) return `Drawn by Aras ${VERSION}`;
    const hash = corpus.hash.split("+").map((part) => part.slice(0, 10)).join("+");
    return `Source: ${corpus.name} ${corpus.version} (SHA-256 ${hash}…). Aras ${VERSION}`;
  }

  async #draw(): Promise<string> {
    await readyFonts();
    const spec = this.#spec;
    const width = spec.width ?? theme.width;
    const id = `aras-${this.name}`;
    const notes: string[] = [];
    const box = {
      width: width - 2 * theme.padding,
      note: (line: string) => {
        notes.push(line);
      },
    };
    const plot = spec.frame.shape[0] === 0 ? nothing(box.width) : spec.plot(box);
    const drawing = drawPlot(spec.height ? { ...plot, height: spec.height } : plot, id);
    const page = compose(
      {
        title: spec.title,
        subtitle: spec.subtitle ?? "",
        key: spec.frame.shape[0] === 0 ? [] : spec.key ?? [],
        notes: sentences([...notes, ...this.#notes()]),
        source: this.#source(),
      },
      width,
      drawing,
    );
    const { title, description } = this;
    const made = JSON.stringify(await this.made());
    return svgDocument(id, { title, description, made }, page);
  }
}

/** What is drawn of a frame without rows: that there is nothing, which is an answer. */
function nothing(width: number): Plot.PlotOptions {
  const words = ["Nothing to draw: the frame behind this figure has no rows"];
  const text = {
    text: (d: string) => d,
    frameAnchor: "middle",
    fill: theme.muted,
  } as const;
  return { width, height: 90, marks: [Plot.text(words, text)] };
}

/** Notes as one paragraph. */
function sentences(notes: readonly string[]): string {
  return notes.filter((note) => note !== "").map(sentence).join(" ");
}

function sentence(text: string): string {
  const whole = text[0].toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`;
}

function slug(text: string): string {
  const plain = text.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return plain.replace(/^-+|-+$/g, "").slice(0, 60) || "figure";
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, "0")).join(
    "",
  );
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
