import { UserError } from "../base/fault.ts";

/** The name under which the Deno kernel is installed, here and in Deno's own set-up. */
export const KERNEL = "deno";

/** Text as a notebook file holds it: whole, or as a list of its lines. */
export type MultilineText = string | string[];

/** What a cell shows, by media type: a text, or any JSON for the `…json` types. */
export type MimeBundle = Record<string, unknown>;

/** One output of a code cell (nbformat 4). */
export type Output =
  | { output_type: "stream"; name: "stdout" | "stderr"; text: MultilineText }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] }
  | {
    output_type: "display_data" | "execute_result";
    data: MimeBundle;
    metadata: Record<string, unknown>;
    execution_count?: number | null;
  };

/** A cell of a notebook (nbformat 4.5). */
export interface Cell {
  cell_type: "code" | "markdown" | "raw";
  id?: string;
  metadata: Record<string, unknown> & { tags?: string[] };
  source: MultilineText;
  execution_count?: number | null;
  outputs?: Output[];
}

/** A notebook file (nbformat 4). */
export interface Notebook {
  cells: Cell[];
  metadata: Record<string, unknown> & {
    kernelspec?: { name?: string; display_name?: string; language?: string };
  };
  nbformat: number;
  nbformat_minor: number;
}

/** A notebook and the file that it is in. */
export interface NotebookFile {
  readonly path: string;
  readonly notebook: Notebook;
}

/** The whole of a text that may be held as a list of lines. */
export function textOf(text: MultilineText | undefined): string {
  return text === undefined ? "" : Array.isArray(text) ? text.join("") : text;
}

/**
 * Reads a notebook file.
 *
 * @param path The file.
 * @returns The notebook, as it was written.
 * @throws {UserError} where it is no file, no notebook of nbformat 4, or one of another
 *   kernel than Deno's.
 */
export async function readNotebook(path: string): Promise<Notebook> {
  let text: string;
  try {
    text = await Deno.readTextFile(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError({ file: path, expected: "a notebook", found: "no such file" });
  }
  return parseNotebook(text, path);
}

/**
 * Reads the text of a notebook file.
 *
 * @param text JSON of nbformat 4.
 * @param path The file's name, for the errors.
 */
export function parseNotebook(text: string, path: string): Notebook {
  const remedy = "open it in JupyterLab (deno task lab) and save it again";
  let notebook: Notebook;
  try {
    notebook = JSON.parse(text);
  } catch (error) {
    throw new UserError({
      file: path,
      expected: "a notebook in JSON",
      found: (error as Error).message,
      remedy,
    });
  }
  if (notebook?.nbformat !== 4 || !Array.isArray(notebook.cells)) {
    throw new UserError({
      file: path,
      column: "nbformat",
      expected: "4 and a list of cells",
      found: JSON.stringify(notebook?.nbformat) ?? "neither",
      remedy,
    });
  }
  const kernel = notebook.metadata?.kernelspec?.name;
  if (kernel !== KERNEL) {
    throw new UserError({
      file: path,
      column: "metadata.kernelspec.name",
      expected: `"${KERNEL}"`,
      found: JSON.stringify(kernel) ?? "nothing",
      remedy: "choose the Deno kernel in JupyterLab and save the notebook",
    });
  }
  return notebook;
}

/**
 * Writes a notebook as Jupyter itself does (keys sorted, indented by one, texts as lists
 * of lines), so that saving it in JupyterLab changes no line that need not change.
 *
 * @param notebook The notebook.
 * @returns The text of the file.
 */
export function formatNotebook(notebook: Notebook): string {
  return JSON.stringify(sorted(withLines(notebook)), null, 1) + "\n";
}

function withLines(notebook: Notebook): Notebook {
  return {
    ...notebook,
    cells: notebook.cells.map((cell) => ({
      ...cell,
      source: linesOf(cell.source),
      ...(cell.outputs && { outputs: cell.outputs.map(outputWithLines) }),
    })),
  };
}

function outputWithLines(output: Output): Output {
  if (output.output_type === "stream") return { ...output, text: linesOf(output.text) };
  if (output.output_type === "error") return output;
  const data = Object.entries(output.data).map(([type, value]) => [
    type,
    isJsonType(type) || !isText(value) ? value : linesOf(value),
  ]);
  return { ...output, data: Object.fromEntries(data) };
}

const isJsonType = (type: string) => /[/+]json$/.test(type);

function isText(value: unknown): value is MultilineText {
  return typeof value === "string" ||
    (Array.isArray(value) && value.every((line) => typeof line === "string"));
}

function linesOf(text: MultilineText): string[] {
  return textOf(text).match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

/** The title of a notebook: its first heading, or the name of the file. */
export function titleOf(notebook: Notebook, path: string): string {
  for (const cell of notebook.cells) {
    if (cell.cell_type !== "markdown") continue;
    const heading = /^#\s+(.+?)\s*#*$/m.exec(textOf(cell.source));
    if (heading !== null) return heading[1].replace(/[*_`]+/g, "");
  }
  return path.replace(/^.*[/\\]/, "").replace(/\.ipynb$/, "");
}
