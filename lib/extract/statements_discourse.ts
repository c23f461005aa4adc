import type { Lexicon } from "./stance/lexicon.ts";
import { type Reading, readSentence, type Stretch } from "./stance/reading.ts";
import type { MentionSpan, QuotationSpan, StatementInput } from "./statements.ts";

/** What statements need to know of an actor. */
export interface ActorCard {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly country?: string;
  readonly official?: string;
}

/** A noun phrase that names one actor, by one name or several: `Iranian President Raisi`. */
export interface Entity {
  readonly actor: ActorCard;
  /** Where it stands in its sentence. */
  readonly span: Stretch;
}

/** A quotation as far as it stands in a sentence; offsets are the sentence's. */
export interface Told extends Stretch {
  readonly speaker: ActorCard;
  readonly direct: boolean;
}

/** A sentence with the actors and quotations in it. */
export interface SentenceParts extends Stretch {
  readonly text: string;
  readonly reading: Reading;
  readonly entities: readonly Entity[];
  readonly told: readonly Told[];
}

/** The more special the type, the more it is the one who speaks. */
const RANK: Record<string, number> = {
  person: 5,
  group: 4,
  institution: 4,
  organisation: 3,
  object: 3,
  outlet: 2,
  state: 1,
};
/** Words that may stand between two names of one noun phrase, besides capitalised ones. */
const TITLE = new Set(
  ("s of the for in then former foreign prime deputy first supreme minister president " +
    "ministry spokesman spokesperson spokeswoman leader ambassador commander chief general " +
    "army ground forces government to speaker secretary envoy his her counterpart")
    .split(" "),
);
const PART = /[\p{L}]+|[^\s\p{L}]/gu;

/** Whether only titles, names and light marks stand between two names. */
function isWithin(between: string): boolean {
  for (const [part] of between.matchAll(PART)) {
    const light = part.length === 1 ? "’',-[](.".includes(part) || part === "s" : false;
    if (light || TITLE.has(part.toLowerCase())) continue;
    if (part[0] === part[0].toLowerCase()) return false;
  }
  return true;
}

/** Keeps track of who was spoken of, so that "he", "it" and "both sides" can be told. */
export class Discourse {
  /** The last person and the last state or institution that stood as subject or spoke. */
  person: ActorCard | undefined;
  body: ActorCard | undefined;
  /** The states named last, latest first. */
  readonly states: ActorCard[] = [];
  readonly #read: (sentence: string) => Reading;
  #mention = 0;
  #quotation = 0;

  constructor(
    readonly input: StatementInput,
    readonly actors: ReadonlyMap<string, ActorCard>,
    lexicon: Lexicon,
  ) {
    this.#read = (sentence) => readSentence(sentence, lexicon);
  }

  /** The parts of a sentence; nothing where it names nobody and quotes nobody. */
  read({ start, end }: Stretch): SentenceParts | undefined {
    const { text, mentions, quotations } = this.input;
    const own: MentionSpan[] = [];
    while (this.#mention < mentions.length && mentions[this.#mention].end <= start) {
      this.#mention++;
    }
    for (let i = this.#mention; i < mentions.length && mentions[i].start < end; i++) {
      own.push(mentions[i]);
    }
    while (
      this.#quotation < quotations.length && quotations[this.#quotation].end <= start
    ) this.#quotation++;
    const told: Told[] = [];
    for (let i = this.#quotation; i < quotations.length; i++) {
      const quotation = quotations[i];
      if (quotation.start >= end) break;
      const part = this.#told(quotation, start, end);
      if (part !== undefined) told.push(part);
    }
    if (own.length === 0 && told.length === 0) return undefined;
    const sentence = text.slice(start, end);
    const entities = this.#entities(own, start, sentence);
    return {
      start,
      end,
      text: sentence,
      reading: this.#read(sentence),
      entities,
      told,
    };
  }

  /** Remembers whom a sentence named, before the next is read. */
  leave({ entities, told }: SentenceParts): void {
    for (const { actor } of entities) {
      if (actor.type !== "state") continue;
      const at = this.states.indexOf(actor);
      if (at >= 0) this.states.splice(at, 1);
      this.states.unshift(actor);
    }
    const subject = entities[0]?.actor;
    const speaker = told.at(-1)?.speaker;
    for (const actor of [subject, speaker]) {
      if (actor === undefined) continue;
      if (actor.type === "person") this.person = actor;
      else if (actor.type !== "object" && actor.type !== "place") this.body = actor;
    }
  }

  #told(quotation: QuotationSpan, start: number, end: number): Told | undefined {
    if (quotation.speaker === null || quotation.end <= start) return undefined;
    const speaker = this.actors.get(quotation.speaker);
    if (speaker === undefined) return undefined;
    return {
      start: Math.max(0, quotation.start - start),
      end: Math.min(end, quotation.end) - start,
      speaker,
      direct: quotation.kind === "direct",
    };
  }

  /** Joins the names of one noun phrase; the most special names it. */
  #entities(
    mentions: readonly MentionSpan[],
    offset: number,
    sentence: string,
  ): Entity[] {
    const entities: { actor: ActorCard; span: { start: number; end: number } }[] = [];
    for (const mention of mentions) {
      const actor = this.actors.get(mention.actor);
      if (actor === undefined || mention.kind === "place" && actor.type !== "object") {
        continue;
      }
      if (actor.type === "place") continue;
      const start = Math.max(0, mention.start - offset), end = mention.end - offset;
      const last = entities.at(-1);
      const between = last === undefined ? "" : sentence.slice(last.span.end, start);
      if (
        last !== undefined && between.length < 60 && joins(last.actor, actor, between)
      ) {
        last.span.end = end;
        if ((RANK[actor.type] ?? 0) > (RANK[last.actor.type] ?? 0)) last.actor = actor;
      } else entities.push({ actor, span: { start, end } });
    }
    return entities;
  }
}

/** Whether two names are of one phrase: of one state, one of them no state, and titles between. */
function joins(a: ActorCard, b: ActorCard, between: string): boolean {
  if (a.country === undefined || a.country !== b.country || a.country === "") {
    return false;
  }
  if (a.id === b.id || a.type === b.type) return false;
  const both = a.type === "state" || b.type === "state" || b.type === "person" ||
    a.type === "person";
  return both && isWithin(between);
}
