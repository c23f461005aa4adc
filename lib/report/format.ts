import type { Fault } from "../base/fault.ts";
import {
  formatNotebook,
  type NotebookFile,
  parseNotebook,
  textOf,
} from "./notebook.ts";

/**
 * Checks that the prose and code of notebooks are formatted as `deno fmt` would. (Its own
 * `--check` of Deno 2.8.1 calls every notebook that was run unformatted, and shows an
 * empty difference.)
 *
 * @param files The notebooks.
 * @returns A fault for the first cell of each that is not formatted.
 */
export async function checkFormat(files: readonly NotebookFile[]): Promise<Fault[]> {
  const faults = await Promise.all(files.map(async ({ path, notebook }) => {
    // Where no kernel has said yet what language the code is in, it would be passed over.
    const metadata = { ...notebook.metadata, language_info: { name: "typescript" } };
    const text = formatNotebook({ ...notebook, metadata });
    const formatted = parseNotebook(await format(text), path);
    const index = notebook.cells.findIndex((cell, i) =>
      textOf(cell.source) !== textOf(formatted.cells[i].source)
    );
    if (index < 0) return [];
    return [{
      file: path,
      column: `cell ${index + 1}`,
      expected: "formatted prose and code",
      found: "others",
      remedy: "run deno fmt",
    }];
  }));
  return faults.flat();
}

async function format(text: string): Promise<string> {
  const child = new Deno.Command("deno", {
    args: ["fmt", "--quiet", "--ext", "ipynb", "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const [, output] = await Promise.all([
    new Response(text).body!.pipeTo(child.stdin),
    child.output(),
  ]);
  // Code that can't be read is left as it is; the check of types tells of it.
  return output.success ? new TextDecoder().decode(output.stdout) : text;
}
