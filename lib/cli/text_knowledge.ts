import {
  hostsOf,
  type KnownEvent,
  type KnownPublisher,
  type TextKnowledge,
} from "../text/knowledge.ts";
import { DATA, readTable } from "./knowledge.ts";

/**
 * Reads what description of articles must know from the project's tables: publishers,
 * their names, the hosts of their addresses, and dated events.
 *
 * @param folder A folder with `publishers.csv` and, where they are there, `aliases.csv`,
 *   `documents.csv` and `events.csv`.
 */
export async function readTextKnowledge(folder: URL = DATA): Promise<TextKnowledge> {
  const [publishers, aliases, documents, events] = await Promise.all([
    readTable<KnownPublisher>("publishers.csv", folder),
    readTable<{ actor: string; alias: string }>("aliases.csv", folder),
    readTable<{ url: string; publisher: string; republisher: string }>(
      "documents.csv",
      folder,
    ),
    readTable<KnownEvent>("events.csv", folder),
  ]);
  return {
    publishers: publishers ?? [],
    aliases: aliases ?? [],
    hosts: hostsOf(documents ?? []),
    events: events ?? [],
  };
}
