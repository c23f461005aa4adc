import type { Stretch } from "../stance/reading.ts";
import type { Discourse } from "./discourse.ts";
import { SentenceParty } from "./party.ts";
import { type ActorCard, type Entity, type Sentence, within } from "./sentence.ts";

/** How many of the states named before "both sides" are. */
const TWO = 2;

/** Finds whom the holders of a sentence may be speaking of. */
export class Targets {
  readonly #named: readonly SentenceParty[];

  constructor(readonly sentence: Sentence, readonly discourse: Discourse) {
    this.#named = byActor(sentence.entities);
  }

  /** Whom a holder may be speaking of: the actors of his words, or "both sides". */
  of({ actor, told }: SentenceParty): SentenceParty[] {
    const named = told === undefined
      ? this.#named
      : byActor(this.sentence.entities.filter(({ span }) => within(span, told)));
    const aimed = named.filter((target) =>
      target.actor !== actor && target.actor.type !== "outlet" &&
      !isSameSide(actor, target.actor)
    );
    return aimed.length > 0 ? aimed : this.#bothSides(actor);
  }

  #bothSides(holder: ActorCard): SentenceParty[] {
    const { bothSides } = this.sentence;
    if (bothSides.length === 0) return [];
    return this.discourse.states.filter((state) => !isSameSide(holder, state))
      .slice(0, TWO).filter((state) => state !== holder)
      .map((state) => new SentenceParty(state, bothSides));
  }
}

/** The actors of a sentence, each with all places where it is named. */
function byActor(entities: readonly Entity[]): SentenceParty[] {
  const actors: ActorCard[] = [], spans: Stretch[][] = [];
  for (const { actor, span } of entities) {
    const at = actors.indexOf(actor);
    if (at >= 0) spans[at].push(span);
    else {
      actors.push(actor);
      spans.push([span]);
    }
  }
  return actors.map((actor, i) => new SentenceParty(actor, spans[i]));
}

/** A state's own officials and institutions are not whom it speaks against, as a rule. */
function isSameSide(a: ActorCard, b: ActorCard): boolean {
  return a !== b && a.country !== undefined && a.country !== "" &&
    a.country === b.country && a.official === "yes" && b.official === "yes";
}
