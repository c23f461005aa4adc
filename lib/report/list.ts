import { type Fault, UserError } from "../base/fault.ts";
import { readNotebook } from "./notebook.ts";
import type { NotebookFile } from "./notebook.ts";

/**
 * Lists the notebooks of a folder by name.
 *
 * @param folder The folder; its subfolders are not looked into.
 * @throws {UserError} where it holds none.
 */
export async function listNotebooks(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    if (entry.isFile && entry.name.endsWith(".ipynb")) {
      paths.push(`${folder}/${entry.name}`);
    }
  }
  if (paths.length > 0) return paths.sort();
  throw new UserError({
    file: folder,
    expected: "notebooks (.ipynb)",
    found: "none",
    remedy: "make one by deno task new NAME",
  });
}

/**
 * Reads notebooks, all or none.
 *
 * @param paths Their files.
 * @throws {UserError} with the faults of all that can't be read.
 */
export async function readNotebooks(paths: readonly string[]): Promise<NotebookFile[]> {
  const faults: Fault[] = [];
  const files: NotebookFile[] = [];
  for (const path of paths) {
    try {
      files.push({ path, notebook: await readNotebook(path) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new UserError(faults);
  return files;
}
