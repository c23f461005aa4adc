import { badOption } from "../base/fault.ts";
import { type ActorIndex, actorIndex } from "../corpus/actor_index.ts";
import type { Corpus } from "../corpus/corpus.ts";

/** What a measure needs to know of an actor. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly country: string | null;
}

/**
 * Finds actors by what a user calls them.
 *
 * @param corpus Where they are looked up.
 * @param given One id or name, or several; upper and lower case are one.
 * @param option The option that they were given as, for the error.
 * @returns The actors in the order given.
 * @throws {UserError} where nobody is called that, with the nearest ids and names, or
 *   several are.
 */
export async function findActors(
  corpus: Corpus,
  given: string | readonly string[],
  option: string,
): Promise<Actor[]> {
  const wanted = typeof given === "string" ? [given] : given;
  if (!Array.isArray(wanted) || wanted.some((one) => typeof one !== "string")) {
    badOption(option, "the id or name of an actor, or a list of them", given);
  }
  if (wanted.length === 0) badOption(option, "at least one actor", given);
  const { actors, index } = await actorsOf(corpus);
  return wanted.map((one) => {
    const [id, ...others] = index.find(one);
    const actor = actors.get(id);
    if (actor === undefined) {
      badOption(
        option,
        "the id or name of an actor",
        one,
        nearest([...actors.values()], one),
      );
    }
    if (others.length > 0) {
      const who = [id, ...others].map((id) => `${id} (${actors.get(id)?.name})`);
      badOption(option, "the id of one actor", one, `which of ${who.join(", ")}?`);
    }
    return actor;
  });
}

interface Known {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly index: ActorIndex;
}

/** A corpus does not change while it is open, so its actors are read once. */
const read = new WeakMap<Corpus, Known>();

async function actorsOf(corpus: Corpus): Promise<Known> {
  const known = read.get(corpus);
  if (known !== undefined) return known;
  const actors = await corpus.query<Actor & Record<string, string>>(
    "SELECT id, name, type, country FROM actors ORDER BY id",
  );
  const found = {
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    // Not aliases: they are for reading texts, and a figure's hash does not cover them.
    index: actorIndex({ actors, aliases: [] }),
  };
  read.set(corpus, found);
  return found;
}

/** Names of actors that a measure has looked up, for those who draw its result. */
export function namesOf(
  corpus: Corpus,
  ids: readonly unknown[],
): Record<string, string> {
  const known = read.get(corpus);
  return Object.fromEntries(
    ids.flat().flatMap((id) => {
      const name = known?.actors.get(String(id))?.name;
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
