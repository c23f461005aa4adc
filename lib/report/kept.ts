import { hashOfText } from "./fingerprint.ts";
import type { Executed } from "./execute.ts";
import { type Notebook, textOf } from "./notebook.ts";
import { JUPYTER } from "./python.ts";
import type { NotebookFile } from "./notebook.ts";

const FOLDER = `${JUPYTER}/executed`;

/** An execution without faults, as it is kept. */
interface Kept {
  key: string;
  notebook: Notebook;
  seconds: [number, number][];
  total: number;
}

/**
 * Names what an execution came from: the code of the notebook (not its outputs) and the
 * fingerprint of all else.
 */
export function keyOf(
  { notebook }: NotebookFile,
  fingerprint: string,
): Promise<string> {
  const cells = notebook.cells.map((cell) => [
    cell.cell_type,
    cell.id,
    textOf(cell.source),
    cell.metadata,
  ]);
  return hashOfText(JSON.stringify([fingerprint, notebook.metadata.kernelspec, cells]));
}

/** An earlier execution with the same key, if it is kept. */
export async function recall(
  file: NotebookFile,
  key: string,
): Promise<Executed | undefined> {
  let kept: Kept;
  try {
    kept = JSON.parse(await Deno.readTextFile(await placeOf(file.path)));
  } catch {
    return undefined; // none, or one that was broken off while being written
  }
  if (kept.key !== key) return undefined;
  return {
    path: file.path,
    notebook: kept.notebook,
    faults: [],
    seconds: new Map(kept.seconds),
    total: kept.total,
  };
}

/** Keeps an execution for the next run. */
export async function keep(executed: Executed, key: string): Promise<void> {
  const { path, notebook, seconds, total } = executed;
  const kept: Kept = { key, notebook, seconds: [...seconds], total };
  await Deno.mkdir(FOLDER, { recursive: true });
  await Deno.writeTextFile(await placeOf(path), JSON.stringify(kept));
}

async function placeOf(path: string): Promise<string> {
  return `${FOLDER}/${(await hashOfText(path)).slice(0, 16)}.json`;
}
