import type { ActorCard } from "./sentence.ts";

/** How many sentences back somebody may have been named whom words speak of unnamed. */
const REACH = 8;
/** How many of those named before are considered. */
const MOST = 3;

/** Whom a document named, the last first, and of whom each speaker spoke. */
export class Memory {
  /** Those named in the sentences before, the last first. */
  readonly #recent: { readonly actor: ActorCard; times: number; sentence: number }[] =
    [];
  readonly #spokenOf = new Map<ActorCard, readonly ActorCard[]>();
  /** How often the actor is named that is named most. */
  #most = 1;
  /** How many sentences were left behind. */
  #sentence = 0;

  /** Remembers that an actor was named in the sentence that is left. */
  name(actor: ActorCard) {
    const at = this.#recent.findIndex((one) => one.actor === actor);
    const one = at < 0
      ? { actor, times: 0, sentence: 0 }
      : this.#recent.splice(at, 1)[0];
    one.times++;
    one.sentence = this.#sentence;
    this.#most = Math.max(this.#most, one.times);
    this.#recent.unshift(one);
  }

  /** Remembers of whom a speaker spoke. */
  speak(speaker: ActorCard, actors: readonly ActorCard[]) {
    if (actors.length > 0) this.#spokenOf.set(speaker, actors);
  }

  /** Goes on to the next sentence. */
  next() {
    this.#sentence++;
  }

  /** The states named, the last first. */
  get states(): ActorCard[] {
    return this.#recent.map(({ actor }) => actor).filter(({ type }) =>
      type === "state"
    );
  }

  /** Those named shortly before whom words may mean, the last first. */
  namedBefore(isMeant: (actor: ActorCard) => boolean): ActorCard[] {
    const named: ActorCard[] = [];
    for (const { actor, sentence } of this.#recent) {
      if (named.length === MOST || this.#sentence - sentence > REACH) break;
      if (isMeant(actor)) named.push(actor);
    }
    return named;
  }

  /**
   * How present somebody is who was named before.
   *
   * @returns `recency`: 1 for the sentence before, falling by e every two sentences;
   *   `share`: how often he was named, by how often the actor that was named most.
   */
  presence(actor: ActorCard): { readonly recency: number; readonly share: number } {
    const one = this.#recent.find((other) => other.actor === actor);
    if (one === undefined) return { recency: 0, share: 0 };
    const ago = this.#sentence - one.sentence - 1;
    return { recency: Math.exp(-ago / 2), share: one.times / this.#most };
  }

  /** Whether a speaker's last words that named anybody named this actor. */
  hasSpokenOf(speaker: ActorCard, actor: ActorCard): boolean {
    return this.#spokenOf.get(speaker)?.includes(actor) ?? false;
  }
}
