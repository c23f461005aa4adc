import type { Stretch } from "../stance/reading.ts";
import type { Discourse } from "./discourse.ts";
import { SentenceParty } from "./party.ts";
import {
  type ActorCard,
  type Entity,
  isSameSide,
  type Sentence,
  within,
} from "./sentence.ts";

/** How many of the states named before "both sides" are. */
const TWO = 2;

/**
 * Where a holder's target is named: in his sentence, within his words or beside them, as
 * one of "both sides", or in a sentence before.
 */
export type Where = "named" | "inside" | "outside" | "both" | "before";

/** Whom a holder may be speaking of. */
export interface Aim {
  readonly party: SentenceParty;
  readonly where: Where;
  /** Of those named before, how recently: 0 for the last. */
  readonly rank: number;
}

/** Finds whom the holders of a sentence may be speaking of. */
export class Targets {
  readonly #named: readonly SentenceParty[];

  constructor(readonly sentence: Sentence, readonly discourse: Discourse) {
    this.#named = byActor(sentence.entities);
  }

  /**
   * Whom a holder may be speaking of: the actors of his sentence, "both sides" and, where
   * he is quoted or reported, those named shortly before.
   */
  of({ actor, told }: SentenceParty): Aim[] {
    const aims: Aim[] = [];
    for (const party of this.#named) {
      if (party.actor === actor) continue;
      const inside = told && party.spans.filter((span) => within(span, told));
      const isInside = inside !== undefined && inside.length > 0;
      aims.push({
        party: isInside ? new SentenceParty(party.actor, inside) : party,
        where: told === undefined ? "named" : isInside ? "inside" : "outside",
        rank: 0,
      });
    }
    if (this.sentence.bothSides.length > 0) this.#addBothSides(actor, aims);
    else if (told !== undefined) this.#addNamedBefore(actor, aims);
    return aims;
  }

  #addBothSides(holder: ActorCard, aims: Aim[]) {
    const { states } = this.discourse.memory;
    const others = states.filter((state) => state !== holder && !this.#names(state));
    for (const state of others.slice(0, TWO)) {
      const party = new SentenceParty(state, this.sentence.bothSides);
      aims.push({ party, where: "both", rank: 0 });
    }
  }

  #addNamedBefore(holder: ActorCard, aims: Aim[]) {
    const isMeant = (actor: ActorCard) =>
      actor !== holder && !this.#names(actor) && actor.type !== "outlet" &&
      !isSameSide(holder, actor);
    this.discourse.memory.namedBefore(isMeant).forEach((actor, rank) =>
      aims.push({ party: new SentenceParty(actor, []), where: "before", rank })
    );
  }

  #names(actor: ActorCard): boolean {
    return this.#named.some((party) => party.actor === actor);
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
