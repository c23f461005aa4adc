import type {
  Actor,
  Alias,
  ContextRule,
  CueWord,
  Designation,
  Knowledge,
  Role,
} from "../extract/knowledge.ts";
import { UserError } from "../base/fault.ts";
import { tableOf } from "./csv_table.ts";

/** The project's own tables, beside `lib/`. */
export const DATA = new URL("../../data/", import.meta.url);

/** The rows of a CSV file as objects; `undefined` where there is no such file. */
export async function readTable<Row>(
  name: string,
  folder: URL = DATA,
): Promise<Row[] | undefined> {
  const file = new URL(name, folder);
  try {
    return tableOf<Row>(await Deno.readTextFile(file), file.pathname);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    if (error instanceof UserError) throw error;
    throw new UserError({
      file: file.pathname,
      expected: "a CSV table",
      found: error instanceof Error ? error.message : String(error),
    });
  }
}

/**
 * Reads what extraction must know from the project's tables, without the engine that
 * measures need, so that a filter starts at once.
 *
 * @param folder A folder with `actors.csv`, `aliases.csv` and, where they are there,
 *   `contexts.csv`, `name_forms.csv`, `designations.csv` and `roles.csv`.
 */
export async function readKnowledge(folder: URL = DATA): Promise<Knowledge> {
  const [actors, aliases, publishers, forms, contexts, designations, roles, cues] =
    await Promise.all([
      readTable<Actor>("actors.csv", folder),
      readTable<Alias>("aliases.csv", folder),
      readTable<{ id: string }>("publishers.csv", folder),
      readTable<Alias>("name_forms.csv", folder),
      readTable<ContextRule>("contexts.csv", folder),
      readTable<Designation>("designations.csv", folder),
      readTable<Role>("roles.csv", folder),
      readTable<CueWord>("speech_cues.csv", folder),
    ]);
  if (actors === undefined || aliases === undefined) {
    throw new UserError({
      file: folder.pathname,
      expected: "a folder with actors.csv and aliases.csv",
      found: "none",
    });
  }
  return {
    actors,
    aliases: [...aliases, ...(forms ?? [])],
    publishers: publishers ?? [],
    contexts: contexts ?? [],
    designations: designations ?? [],
    roles: roles ?? [],
    cues: cues ?? [],
  };
}
