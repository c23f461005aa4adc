import { UserError } from "../base/fault.ts";
import { VERSION } from "../base/version.ts";
import type { Made } from "../chart/figure.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { gallery, type GalleryEntry } from "./gallery.ts";

/** A figure that was written: what made it and its files. */
export interface WrittenFigure extends Made {
  /** Paths within the folder, as addresses. */
  readonly files: { readonly svg: string; readonly png: string; readonly csv: string };
  /** SHA-256 of the SVG, hexadecimal. */
  readonly svg_sha256: string;
}

/** What a figure's progress is told as. */
export interface FigureProgress {
  readonly name: string;
  /** Counted from 1. */
  readonly number: number;
  readonly of: number;
  /** How long it took. */
  readonly milliseconds: number;
}

/**
 * Makes the figures of the report and writes them, with a manifest that tells of each what
 * made it, so that a figure in print can be traced and made again.
 *
 * @param corpus The corpus that is measured.
 * @param folder Where `figures/*.svg`, `.png` and `.csv` and `manifest.json` go.
 * @param onProgress Is told each figure that is done.
 * @param entries The figures; those of the gallery where left out.
 * @returns What was written, as in the manifest.
 * @throws {UserError} where the folder cannot be written to.
 */
export async function writeFigures(
  corpus: Corpus,
  folder: string,
  onProgress: (progress: FigureProgress) => void = () => {},
  entries: readonly GalleryEntry[] = gallery,
): Promise<WrittenFigure[]> {
  const written: WrittenFigure[] = [];
  for (const [i, { name, make }] of entries.entries()) {
    const start = performance.now();
    const figure = await make(corpus);
    await figure.save(`${folder}/figures/${name}`);
    const files = {
      svg: `figures/${name}.svg`,
      png: `figures/${name}.png`,
      csv: `figures/${name}.csv`,
    };
    const svg_sha256 = await sha256(await figure.svg());
    written.push({ ...await figure.made(), files, svg_sha256 });
    const milliseconds = Math.round(performance.now() - start);
    onProgress({ name, number: i + 1, of: entries.length, milliseconds });
  }
  await writeManifest(corpus, folder, written);
  return written;
}

async function writeManifest(
  { name, version, hash }: Corpus,
  folder: string,
  figures: readonly WrittenFigure[],
): Promise<void> {
  const manifest = { aras: VERSION, data: { name, version, hash }, figures };
  const path = `${folder}/manifest.json`;
  try {
    await Deno.writeTextFile(path, `${JSON.stringify(manifest, null, 2)}\n`);
  } catch (cause) {
    throw new UserError({
      file: path,
      expected: "a file that can be written",
      found: cause instanceof Error ? cause.message : String(cause),
      remedy: "choose another folder or allow writing to this one",
    });
  }
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, "0")).join(
    "",
  );
}
