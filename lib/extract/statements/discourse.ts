import type { Lexicon } from "../stance/lexicon.ts";
import type { Stretch } from "../stance/reading.ts";
import type { MentionSpan, QuotationSpan, StatementInput } from "../statements.ts";
import { entitiesOf } from "./entities.ts";
import type { ActorCard, Sentence, Told } from "./sentence.ts";

/**
 * Goes through a document's sentences and keeps track of who was spoken of, so that "he",
 * "it" and "both sides" can be told.
 */
export class Discourse {
  /** The last person and the last state or institution that stood as subject or spoke. */
  person: ActorCard | undefined;
  body: ActorCard | undefined;
  /** The states named last, latest first. */
  readonly states: ActorCard[] = [];
  #mention = 0;
  #quotation = 0;

  constructor(
    readonly input: StatementInput,
    readonly actors: ReadonlyMap<string, ActorCard>,
    readonly lexicon: Lexicon,
  ) {}

  /** The parts of a sentence; nothing where it names nobody and quotes nobody. */
  read(sentence: Stretch): Sentence | undefined {
    const { text } = this.input, { start, end } = sentence;
    const mentions = this.#mentionsIn(sentence), told = this.#toldIn(sentence);
    if (mentions.length === 0 && told.length === 0) return undefined;
    const entities = entitiesOf(text, sentence, mentions, this.actors, this.lexicon);
    return { start, end, entities, told };
  }

  /** Remembers whom a sentence named, before the next is read. */
  leave({ entities, told }: Sentence): void {
    for (const { actor } of entities) {
      if (actor.type !== "state") continue;
      const at = this.states.indexOf(actor);
      if (at >= 0) this.states.splice(at, 1);
      this.states.unshift(actor);
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
    const own: MentionSpan[] = [];
    for (let i = this.#mention; i < mentions.length && mentions[i].start < end; i++) {
      own.push(mentions[i]);
    }
    return own;
  }

  #toldIn({ start, end }: Stretch): readonly Told[] {
    const { quotations } = this.input;
    while (
      this.#quotation < quotations.length && quotations[this.#quotation].end <= start
    ) this.#quotation++;
    const told: Told[] = [];
    for (let i = this.#quotation; i < quotations.length; i++) {
      if (quotations[i].start >= end) break;
      const part = this.#told(quotations[i], start, end);
      if (part !== undefined) told.push(part);
    }
    return told;
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
