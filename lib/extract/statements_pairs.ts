import { tokensOf } from "./stance/tokens.ts";
import { governingAct } from "./stance/act.ts";
import type { Act } from "./stance/cue.ts";
import type { Lexicon } from "./stance/lexicon.ts";
import { mentionedIn, type Reading, type Stretch } from "./stance/reading.ts";
import { judgeByRules, type Named, type Question } from "./stance/rules.ts";
import { directedTerms } from "./stance/terms.ts";
import type {
  ActorCard,
  Discourse,
  Entity,
  SentenceParts,
  Told,
} from "./statements_discourse.ts";

/** A speaker and a target that a sentence seems to join. */
export interface Candidate {
  readonly speaker: string;
  readonly target: string;
  readonly question: Question;
  /** The act of the cue that joins them, where one does. */
  readonly act?: Act;
  readonly voice: "quoted" | "reported";
  /** How sure the pairing is, 0 to 1. */
  readonly fit: number;
}

/** How well a cue must fit speaker and target as its subject and object. */
const LEAST_FIT = 0.45;
/** Over how many words to the cue a pair loses most of its fit. */
const FAR = 40;
/** How likely a sign must be for words of a quotation to be taken for a stance. */
const LEAST_SIGN = 0.5;

/** Someone who may hold a stance in a sentence. */
interface Holder {
  readonly actor: ActorCard;
  readonly spans: readonly Stretch[];
  /** What he is quoted or reported with, if anything. */
  readonly told?: Told;
}

/**
 * Pairs the speakers of a sentence with its targets: whoever is subject of a cue with its
 * objects, and whoever is quoted with those whom his words judge.
 */
export function candidatesOf(
  sentence: SentenceParts,
  discourse: Discourse,
  lexicon: Lexicon,
): Candidate[] {
  const { reading } = sentence;
  if (reading.matches.length === 0) return [];
  const acts: Joined[] = [], words: Joined[] = [];
  for (const holder of holdersOf(sentence, discourse, reading)) {
    for (const target of targetsOf(sentence, holder, discourse)) {
      if (holder.actor.id === target.actor.id) continue;
      const joined = holder.told === undefined
        ? byAct(reading, sentence, holder, target, lexicon)
        : byWords(reading, sentence, holder, target, lexicon);
      if (joined !== undefined) (holder.told === undefined ? acts : words).push(joined);
    }
  }
  const best = new Map<string, Candidate>();
  for (
    const { candidate } of [
      ...closestOf(acts, sentence),
      ...strongestOf(words, sentence),
    ]
  ) {
    const key = `${candidate.speaker}\t${candidate.target}`;
    const known = best.get(key);
    if (known === undefined || candidate.fit > known.fit) best.set(key, candidate);
  }
  return [...best.values()];
}

/** A candidate with what is needed to choose between it and others. */
interface Joined {
  readonly candidate: Candidate;
  /** The cue that joins them, a place in the reading's matches. */
  readonly match: number;
  readonly from: Stretch | undefined;
  readonly to: Stretch;
}

/** Of the pairs that one cue joins, the one that fits best, and those coordinated with it. */
function closestOf(joined: readonly Joined[], sentence: SentenceParts): Joined[] {
  const byCue = new Map<number, Joined[]>();
  for (const one of joined) {
    const known = byCue.get(one.match);
    if (known === undefined) byCue.set(one.match, [one]);
    else known.push(one);
  }
  return [...byCue.values()].flatMap((group) => {
    const best = group.reduce((a, b) => b.candidate.fit > a.candidate.fit ? b : a);
    return group.filter((one) =>
      one === best ||
      alike(one.from, best.from, sentence) && alike(one.to, best.to, sentence)
    );
  });
}

/** Of the targets of one speaker's words, the one judged most clearly, and those beside it. */
function strongestOf(joined: readonly Joined[], sentence: SentenceParts): Joined[] {
  const bySpeaker = new Map<string, Joined[]>();
  for (const one of joined) {
    const { speaker } = one.candidate;
    bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), one]);
  }
  return [...bySpeaker.values()].flatMap((group) => {
    const best = group.reduce((a, b) => b.candidate.fit > a.candidate.fit ? b : a);
    return group.filter((one) => one === best || alike(one.to, best.to, sentence));
  });
}

/** Whether two mentions are the same or coordinated: `Baku and Yerevan`. */
function alike(
  a: Stretch | undefined,
  b: Stretch | undefined,
  sentence: SentenceParts,
): boolean {
  if (a === undefined || b === undefined || a.start === b.start) return true;
  const [low, high] = a.start < b.start ? [a, b] : [b, a];
  const between = sentence.text.slice(low.end, high.start);
  if (between.length >= 40) return false;
  const { words, capital } = tokensOf(between);
  return words.length < 8 && words.every((word, i) => capital[i] || JOINING.has(word));
}

const JOINING = new Set([",", "and", "as", "well", "or", "to", "the", "with", "'s"]);

const HE = /^(?:he|she)$/, IT = /^(?:it|they)$/;

function holdersOf(
  sentence: SentenceParts,
  discourse: Discourse,
  reading: Reading,
): Holder[] {
  const holders: Holder[] = [];
  for (const told of sentence.told) {
    const spans = sentence.entities.filter(({ actor, span }) =>
      actor.id === told.speaker.id && !within(span, told)
    ).map(({ span }) => span);
    holders.push({ actor: told.speaker, spans, told });
  }
  for (const { actor, span } of sentence.entities) {
    if (!speaks(actor) || isCompound(sentence, span)) continue;
    // In direct speech the one who acts is whom the speaker judges.
    if (sentence.told.some((told) => told.direct && within(span, told))) continue;
    holders.push({ actor, spans: [span] });
  }
  const { words, starts, ends } = reading.tokens;
  words.slice(0, 12).forEach((word, i) => {
    const actor = HE.test(word)
      ? discourse.person
      : IT.test(word)
      ? discourse.body
      : undefined;
    const span = { start: starts[i], end: ends[i] };
    if (actor === undefined || sentence.told.some((told) => within(span, told))) return;
    if (!sentence.entities.some((entity) => entity.span.end <= span.start)) {
      holders.push({ actor, spans: [span] });
    }
  });
  return holders;
}

/** The first of a pair with a hyphen (`Azerbaijan-Turkey`) names a relation, not who acts. */
function isCompound({ text, entities }: SentenceParts, span: Stretch): boolean {
  const hyphen = (at: number) => text[at] === "-" || text[at] === "–";
  return hyphen(span.end) &&
      entities.some((entity) => entity.span.start === span.end + 1) ||
    hyphen(span.start - 1) &&
      entities.some((entity) => entity.span.end === span.start - 1);
}

function speaks({ type }: ActorCard): boolean {
  return type !== "object" && type !== "place";
}

function within(inner: Stretch, outer: Stretch): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

interface Aimed {
  readonly actor: ActorCard;
  readonly spans: readonly Stretch[];
}

const BOTH =
  /\b(?:both (?:sides|countries|parties|nations|neighbou?rs)|(?:the|all) (?:two |conflicting |warring )?(?:sides|parties)|the two (?:countries|neighbou?rs|nations|states))\b/gi;

/** Whom a holder may be speaking of: the actors of his words, or "both sides". */
function targetsOf(
  sentence: SentenceParts,
  holder: Holder,
  discourse: Discourse,
): Aimed[] {
  const byActor = new Map<string, Entity[]>();
  for (const entity of sentence.entities) {
    if (entity.actor.id === holder.actor.id) continue;
    if (holder.told !== undefined && !within(entity.span, holder.told)) continue;
    if (sameSide(holder.actor, entity.actor) || entity.actor.type === "outlet") {
      continue;
    }
    const known = byActor.get(entity.actor.id);
    if (known === undefined) byActor.set(entity.actor.id, [entity]);
    else known.push(entity);
  }
  const aimed: Aimed[] = [...byActor.values()].map((entities) => ({
    actor: entities[0].actor,
    spans: entities.map(({ span }) => span),
  }));
  const both = [...sentence.text.matchAll(BOTH)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  if (both.length > 0 && aimed.length === 0) {
    const others = discourse.states.filter((state) => !sameSide(holder.actor, state));
    for (const actor of others.slice(0, 2)) aimed.push({ actor, spans: both });
  }
  return aimed;
}

/** A state's own officials and institutions are not whom it speaks against, as a rule. */
function sameSide(a: ActorCard, b: ActorCard): boolean {
  return a.id !== b.id && a.country !== undefined && a.country !== "" &&
    a.country === b.country && a.official === "yes" && b.official === "yes";
}

function questionOf(sentence: SentenceParts, holder: Holder, target: Aimed): Question {
  const named = ({ actor, spans }: Aimed): Named => ({
    id: actor.id,
    name: actor.name,
    spans,
  });
  return { text: sentence.text, speaker: named(holder), target: named(target) };
}

/** The pair as subject and object of a cue. */
function byAct(
  reading: Reading,
  sentence: SentenceParts,
  holder: Holder,
  target: Aimed,
  lexicon: Lexicon,
): Joined | undefined {
  const from = mentionedIn(reading, holder.spans),
    to = mentionedIn(reading, target.spans);
  if (from.length === 0 || to.length === 0) return undefined;
  const terms = directedTerms(reading, lexicon, from, to);
  const governing = governingAct(reading, terms, lexicon);
  if (governing === undefined || governing.fit < LEAST_FIT) return undefined;
  const { first, after } = reading.matches[governing.match];
  const gap = (runs: typeof from) =>
    Math.min(...runs.map(({ run }) => Math.max(0, run[0] - after, first - run[1])));
  return {
    candidate: {
      speaker: holder.actor.id,
      target: target.actor.id,
      question: questionOf(sentence, holder, target),
      act: governing.act,
      voice: "reported",
      fit: Math.min(1, governing.fit) * Math.exp(-(gap(from) + gap(to)) / FAR),
    },
    match: governing.match,
    from: holder.spans[0],
    to: target.spans[0],
  };
}

/** The pair as one who speaks and one of whom he speaks. */
function byWords(
  reading: Reading,
  sentence: SentenceParts,
  holder: Holder,
  target: Aimed,
  lexicon: Lexicon,
): Joined | undefined {
  const question = questionOf(sentence, holder, target);
  const answer = judgeByRules(reading, question, lexicon);
  const sure = Math.max(answer.negative, answer.positive);
  const asked = answer.act === "REQUEST" || answer.act === "CONSULT";
  if (sure < LEAST_SIGN && !asked) return undefined;
  // Bad words around one's own country are about what is done to it.
  if (answer.negative > answer.positive && isOwn(holder.actor, target.actor)) {
    return undefined;
  }
  return {
    candidate: {
      speaker: holder.actor.id,
      target: target.actor.id,
      question,
      act: answer.act,
      voice: holder.told?.direct ? "quoted" : "reported",
      fit: asked ? 0.5 : sure,
    },
    match: -1,
    from: undefined,
    to: target.spans[0],
  };
}

function isOwn(speaker: ActorCard, target: ActorCard): boolean {
  return target.country !== undefined && target.country !== "" &&
    target.country === speaker.country;
}
