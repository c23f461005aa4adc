import type { PartialDate } from "../../base/date.ts";
import type { Actor, Knowledge } from "../knowledge.ts";
import { type Mention, mentionFinder } from "../mentions/mentions.ts";
import type { Named } from "./question.ts";

/** Finds speakers and targets, given by their ids, in texts. */
export interface PartyFinder {
  /**
   * Where a text names an actor, or else who belongs to it: for a state its officials and
   * institutions, for an official or institution its state.
   *
   * @param text The text.
   * @param actor An id of the table `actors`.
   * @param other Actors whose mentions are not to be taken for this one's: the other party.
   * @param published When the text was published, for offices that change hands.
   */
  find(
    text: string,
    actor: string,
    other?: readonly string[],
    published?: PartialDate,
  ): Named;
  /** All mentions of a text. */
  mentions(text: string, published?: PartialDate): readonly Mention[];
  /** The actor with an id, if the tables have it. */
  actor(id: string): Actor | undefined;
}

/**
 * Makes a finder of parties from the tables of actors and names.
 *
 * @param knowledge What extraction is told.
 */
export function partyFinder(knowledge: Knowledge): PartyFinder {
  const actors = new Map(knowledge.actors.map((actor) => [actor.id, actor]));
  const find = mentionFinder(knowledge);
  let lastText: string | undefined, lastPublished: string | undefined;
  let last: readonly Mention[] = [];
  // The same text is asked about for many pairs in a row.
  const mentions = (text: string, published?: PartialDate) => {
    if (text !== lastText || published !== lastPublished) {
      last = find(text, { published, surnames: true });
      lastText = text;
      lastPublished = published;
    }
    return last;
  };
  return {
    mentions,
    actor: (id) => actors.get(id),
    find(text, id, others = [], published) {
      const found = mentions(text, published);
      const actor = actors.get(id);
      const own = found.filter((mention) => mention.actor === id);
      const named = own.length > 0 || actor === undefined
        ? own
        : found.filter((mention) => {
          const candidate = actors.get(mention.actor);
          return candidate !== undefined && !others.includes(mention.actor) &&
            belongs(candidate, actor);
        });
      return { id, name: actor?.name ?? id, spans: named };
    },
  };
}

const STATE_LIKE = new Set(["state", "institution", "person", "organisation"]);

/** Whether two actors speak for the same state, one of them being the state or its government. */
function belongs(candidate: Actor, actor: Actor): boolean {
  if (!candidate.country || candidate.country !== actor.country) return false;
  if (candidate.official !== "yes" || actor.official !== "yes") return false;
  return STATE_LIKE.has(candidate.type) && STATE_LIKE.has(actor.type) &&
    (candidate.type === "state" || actor.type === "state" || /-gov$/.test(actor.id));
}
