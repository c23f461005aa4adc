import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";

/** What a measure needs to know of an actor. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly country: string | null;
}

/**
 * Finds actors by their ids.
 *
 * @param corpus Where they are looked up.
 * @param ids One id or several.
 * @param option The option that they were given as, for the error.
 * @returns The actors in the order of the ids.
 * @throws {UserError} where an id is unknown; it names the nearest ids and names.
 */
export async function findActors(
  corpus: Corpus,
  ids: string | readonly string[],
  option: string,
): Promise<Actor[]> {
  const wanted = typeof ids === "string" ? [ids] : ids;
  if (!Array.isArray(wanted) || wanted.some((id) => typeof id !== "string")) {
    badOption(option, "the id of an actor, or a list of them", ids);
  }
  if (wanted.length === 0) badOption(option, "at least one actor", ids);
  const known = await actorsOf(corpus);
  return wanted.map((id) =>
    known.get(id) ??
      badOption(option, "the id of an actor", id, nearest([...known.values()], id))
  );
}

/** Actors by id; a corpus does not change while it is open, so they are read once. */
const read = new WeakMap<Corpus, ReadonlyMap<string, Actor>>();

async function actorsOf(corpus: Corpus): Promise<ReadonlyMap<string, Actor>> {
  const known = read.get(corpus);
  if (known !== undefined) return known;
  const rows = await corpus.query<Actor & Record<string, string>>(
    "SELECT id, name, type, country FROM actors ORDER BY id",
  );
  const actors = new Map(rows.map((actor) => [actor.id, actor]));
  read.set(corpus, actors);
  return actors;
}

/** Names of actors that a measure has looked up, for those who draw its result. */
export function namesOf(
  corpus: Corpus,
  ids: readonly unknown[],
): Record<string, string> {
  const known = read.get(corpus);
  return Object.fromEntries(
    ids.flat().flatMap((id) => {
      const name = known?.get(String(id))?.name;
      return name === undefined ? [] : [[String(id), name]];
    }),
  );
}

function nearest(actors: readonly Actor[], wanted: string): string {
  const near = actors
    .map((actor) => ({
      actor,
      apart: Math.min(
        distance(wanted.toLowerCase(), actor.id),
        distance(wanted.toLowerCase(), actor.name.toLowerCase()),
      ),
    }))
    .sort((a, b) => a.apart - b.apart || (a.actor.id < b.actor.id ? -1 : 1))
    .slice(0, 3)
    .map(({ actor }) => `${actor.id} (${actor.name})`);
  return `nearest: ${near.join(", ")}; all are in the table actors`;
}

/** Edit distance (Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min(
          row[j] + 1,
          next[j - 1] + 1,
          row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row[b.length];
}
