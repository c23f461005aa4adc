import { SIDES } from "../stance/grammar.ts";
import type { Reading, Stretch } from "../stance/reading.ts";
import type { Discourse } from "./discourse.ts";
import { SentenceParty } from "./party.ts";
import { type ActorCard, type Entity, type Sentence, within } from "./sentence.ts";

const BOTH =
  /\b(?:both (?:sides|countries|parties|nations|neighbou?rs)|(?:the|all) (?:two |conflicting |warring )?(?:sides|parties)|the two (?:countries|neighbou?rs|nations|states))\b/gi;
/** How many of the states named before "both sides" are. */
const TWO = 2;

/** Finds whom the holders of a sentence may be speaking of. */
export class Targets {
  readonly #named: readonly SentenceParty[];

  constructor(
    readonly sentence: Sentence,
    readonly discourse: Discourse,
    readonly reading: Reading,
  ) {
    this.#named = byActor(sentence.entities);
  }

  /** Whom a holder may be speaking of: the actors of his words, or "both sides". */
  of({ actor, told }: SentenceParty): SentenceParty[] {
    const named = told === undefined
      ? this.#named
      : byActor(this.sentence.entities.filter(({ span }) => within(span, told)));
    const aimed = named.filter((target) =>
      target.actor.id !== actor.id && target.actor.type !== "outlet" &&
      !isSameSide(actor, target.actor)
    );
    return aimed.length > 0 ? aimed : this.#bothSides(actor);
  }

  #bothSides(holder: ActorCard): SentenceParty[] {
    const { states } = this.discourse;
    if (states.length === 0 || (this.reading.holds & SIDES) === 0) return [];
    const { start, end } = this.sentence;
    const spans: Stretch[] = [];
    const text = this.discourse.input.text.slice(start, end);
    for (const { 0: words, index } of text.matchAll(BOTH)) {
      spans.push({ start: start + index, end: start + index + words.length });
    }
    if (spans.length === 0) return [];
    return states.filter((state) => !isSameSide(holder, state)).slice(0, TWO)
      .map((state) => new SentenceParty(state, spans));
  }
}

/** The actors of a sentence, each with all places where it is named. */
function byActor(entities: readonly Entity[]): SentenceParty[] {
  const spans = new Map<ActorCard, Stretch[]>();
  for (const { actor, span } of entities) {
    const known = spans.get(actor);
    if (known === undefined) spans.set(actor, [span]);
    else known.push(span);
  }
  return [...spans].map(([actor, all]) => new SentenceParty(actor, all));
}

/** A state's own officials and institutions are not whom it speaks against, as a rule. */
function isSameSide(a: ActorCard, b: ActorCard): boolean {
  return a.id !== b.id && a.country !== undefined && a.country !== "" &&
    a.country === b.country && a.official === "yes" && b.official === "yes";
}
