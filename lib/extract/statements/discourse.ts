import type { Lexicon } from "../stance/lexicon.ts";
import type { Stretch } from "../stance/reading.ts";
import type { MentionSpan, QuotationSpan, StatementInput } from "../statements.ts";
import { bothSidesIn } from "./both_sides.ts";
import { entitiesOf } from "./entities.ts";
import { Memory } from "./memory.ts";
import { type ActorCard, type Sentence, type Told, within } from "./sentence.ts";

const NONE: readonly never[] = [];

/**
 * Goes through a document's sentences and keeps track of who was spoken of, so that "he",
 * "it" and "both sides" can be told.
 */
export class Discourse {
  /** The last person and the last state or institution that stood as subject or spoke. */
  person: ActorCard | undefined;
  body: ActorCard | undefined;
  /** Whom the sentences before named. */
  readonly memory = new Memory();
  #mention = 0;
  #quotation = 0;
  /** Where the document speaks of both sides, and the first place not left behind. */
  readonly #bothSides: readonly Stretch[];
  #bothSide = 0;

  constructor(
    readonly input: StatementInput,
    readonly actors: ReadonlyMap<string, ActorCard>,
    readonly lexicon: Lexicon,
  ) {
    this.#bothSides = bothSidesIn(input.text);
  }

  /** The parts of a sentence; nothing where it names nobody and quotes nobody. */
  read(sentence: Stretch): Sentence | undefined {
    const { text } = this.input, { start, end } = sentence;
    this.memory.next();
    const mentions = this.#mentionsIn(sentence), told = this.#toldIn(sentence);
    if (mentions.length === 0 && told.length === 0) return undefined;
    const entities = entitiesOf(text, sentence, mentions, this.actors, this.lexicon);
    return { start, end, entities, told, bothSides: this.#bothSidesIn(sentence) };
  }

  /** Remembers whom a sentence named, before the next is read. */
  leave({ entities, told }: Sentence): void {
    for (const { actor } of entities) this.memory.name(actor);
    for (const one of told) {
      const inside = entities.filter(({ actor, span }) =>
        actor !== one.speaker && within(span, one)
      );
      this.memory.speak(one.speaker, inside.map(({ actor }) => actor));
    }
    this.#remember(entities[0]?.actor);
    this.#remember(told.at(-1)?.speaker);
  }

  #remember(actor: ActorCard | undefined) {
    if (actor === undefined) return;
    if (actor.type === "person") this.person = actor;
    else if (actor.type !== "object" && actor.type !== "place") this.body = actor;
  }

  #mentionsIn({ start, end }: Stretch): readonly MentionSpan[] {
    const { mentions } = this.input;
    while (this.#mention < mentions.length && mentions[this.#mention].end <= start) {
      this.#mention++;
    }
    let after = this.#mention;
    while (after < mentions.length && mentions[after].start < end) after++;
    return after === this.#mention ? NONE : mentions.slice(this.#mention, after);
  }

  #bothSidesIn({ start, end }: Stretch): readonly Stretch[] {
    const all = this.#bothSides;
    while (this.#bothSide < all.length && all[this.#bothSide].start < start) {
      this.#bothSide++;
    }
    let after = this.#bothSide;
    while (after < all.length && all[after].end <= end) after++;
    return after === this.#bothSide ? NONE : all.slice(this.#bothSide, after);
  }

  #toldIn({ start, end }: Stretch): readonly Told[] {
    const { quotations } = this.input;
    while (
      this.#quotation < quotations.length && quotations[this.#quotation].end <= start
    ) this.#quotation++;
    let told: Told[] | undefined;
    for (let i = this.#quotation; i < quotations.length; i++) {
      if (quotations[i].start >= end) break;
      const part = this.#told(quotations[i], start, end);
      if (part !== undefined) (told ??= []).push(part);
    }
    return told ?? NONE;
  }

  #told(quotation: QuotationSpan, start: number, end: number): Told | undefined {
    if (quotation.speaker === null || quotation.end <= start) return undefined;
    const speaker = this.actors.get(quotation.speaker);
    if (speaker === undefined) return undefined;
    return {
      start: Math.max(start, quotation.start),
      end: Math.min(end, quotation.end),
      speaker,
      direct: quotation.kind === "direct",
    };
  }
}
