import { readLexicon } from "../../../lib/corpus/stance.ts";
import type { ActorCard } from "../../../lib/extract/statements/sentence.ts";

export const lexicon = await readLexicon();

const card = (id: string, name: string, type: string, country: string): ActorCard => ({
  id,
  name,
  type,
  country,
  official: "yes",
});

/** Actors for tests, by id. */
export const actors = new Map([
  card("irn", "Iran", "state", "IRN"),
  card("aze", "Azerbaijan", "state", "AZE"),
  card("arm", "Armenia", "state", "ARM"),
  card("zaki", "Omid Zaki", "person", "IRN"),
  card("road", "Kesh road", "object", "IRN"),
].map((actor) => [actor.id, actor]));

/** Mentions of actors in a text, by their names, in the order of the text. */
export function mentionsIn(text: string) {
  return [...actors.values()].flatMap(({ id, name }) =>
    [...text.matchAll(new RegExp(name, "g"))].map(({ index }) => ({
      start: index,
      end: index + name.length,
      actor: id,
      kind: "name",
    }))
  ).sort((a, b) => a.start - b.start);
}
