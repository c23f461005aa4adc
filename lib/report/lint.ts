import type { Fault } from "../base/fault.ts";
import { placeText } from "./join.ts";
import { writeJoined } from "./joined.ts";
import type { NotebookFile } from "./notebook.ts";

/** What `deno lint --json` prints, as far as it is used. */
interface LintReport {
  diagnostics: {
    filename: string;
    code: string;
    message: string;
    hint?: string;
    range: { start: { line: number } };
  }[];
}

/**
 * Lints the code in notebooks, which `deno lint` passes over: the cells of each are
 * joined, and every diagnostic is put back where it came from.
 *
 * @param files The notebooks.
 * @returns A fault for each diagnostic, with cell and line.
 */
export async function lintNotebooks(files: readonly NotebookFile[]): Promise<Fault[]> {
  const modules = await writeJoined(files);
  if (modules.length === 0) return [];
  const { stdout } = await new Deno.Command("deno", {
    args: ["lint", "--json", ...modules.map(({ module }) => module)],
    stdin: "null",
    stderr: "null",
  }).output();
  const { diagnostics }: LintReport = JSON.parse(new TextDecoder().decode(stdout));
  return diagnostics.flatMap(({ filename, code, message, hint, range }) => {
    const file = modules.find(({ module }) => filename.endsWith(module));
    const place = file?.places[range.start.line - 1];
    if (file === undefined) return [];
    return [{
      file: file.path,
      column: place && placeText(place),
      expected: "code that the linter passes",
      found: `${message.replace(/\.$/, "")} (${code})`,
      ...(hint && { remedy: hint }),
    }];
  });
}
