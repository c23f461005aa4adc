import { toFileUrl } from "@std/path";
import { hashOfText } from "./fingerprint.ts";
import { joinCells, type Joined } from "./join.ts";
import type { NotebookFile } from "./notebook.ts";
import { JUPYTER } from "./python.ts";

/** A notebook whose cells were joined and written out as a module. */
export interface Module extends Joined {
  /** The notebook. */
  readonly path: string;
  /** The module. */
  readonly module: string;
}

/**
 * Writes the joined cells of notebooks to files, for tools that read only such.
 *
 * @param files The notebooks.
 * @returns The modules, in the same order.
 */
export async function writeJoined(files: readonly NotebookFile[]): Promise<Module[]> {
  // One folder for each set of notebooks: two runs at once do not mix, and what the type
  // checker knows of a set from before is of use.
  const set = await hashOfText(files.map(({ path }) => path).join("\n"));
  const folder = `${JUPYTER}/joined/${set.slice(0, 12)}`;
  await Deno.mkdir(folder, { recursive: true });
  return await Promise.all(files.map(async ({ path, notebook }, i) => {
    const module = `${folder}/${i}-${moduleName(path)}.ts`;
    const from = new URL(".", toFileUrl(await Deno.realPath(path))).href;
    const joined = joinCells(notebook, from);
    await Deno.writeTextFile(module, joined.text);
    return { path, module, ...joined };
  }));
}

const moduleName = (path: string) => path.replace(/^.*[/\\]/, "").replace(/\W+/g, "-");
