import { formatOfName } from "../text/formats/source.ts";

/** Files that systems leave in folders. */
const HIDDEN = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX$)/;

/** A file to be read, or a path that there is nothing to read at. */
export type PathFound = { readonly path: string; readonly stamp: string } | {
  readonly path: string;
  readonly error: string;
};

/** Whether a path is the address of a page. */
export function isAddress(path: string): boolean {
  return /^https?:\/\/\S+$/i.test(path) && URL.canParse(path);
}

/**
 * Lists the files that paths name, folders with all that is in them, in the order of
 * their names.
 *
 * @param paths Files and folders.
 * @param except A folder that is passed over: the corpus itself.
 */
export async function* filesOf(
  paths: readonly string[],
  except: string,
): AsyncGenerator<PathFound> {
  for (const path of paths) {
    let info: Deno.FileInfo;
    try {
      info = await Deno.stat(path);
    } catch (error) {
      const found = error instanceof Deno.errors.NotFound
        ? "nothing there"
        : (error as Error).message.split("\n")[0];
      yield { path, error: `${path}: expected a file or folder but found ${found}` };
      continue;
    }
    if (info.isDirectory) {
      if (await Deno.realPath(path) === except) continue;
      const names: string[] = [];
      for await (const { name } of Deno.readDir(path)) {
        if (!HIDDEN.test(name)) names.push(name);
      }
      names.sort();
      const inside = names.map((name) => `${path.replace(/\/+$/, "")}/${name}`);
      yield* filesOf(inside, except);
    } else if (info.isFile) {
      yield { path, stamp: `${info.size}-${info.mtime?.getTime() ?? 0}` };
    }
  }
}

/**
 * Reads a file as a list of addresses, one a line, where it is one.
 *
 * @returns The addresses; nothing where the file holds anything else.
 */
export async function addressesOf(path: string): Promise<string[] | undefined> {
  const format = formatOfName(path);
  if (format !== undefined && format !== "text") return undefined;
  const info = await Deno.stat(path);
  if (info.size > 2 ** 24) return undefined;
  const text = new TextDecoder().decode(await Deno.readFile(path));
  const lines = text.split(/\r?\n/).map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  return lines.length > 0 && lines.every(isAddress) ? lines : undefined;
}
