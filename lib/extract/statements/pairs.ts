import { governingAct } from "../stance/act.ts";
import { impliedSpeaker } from "../stance/asked.ts";
import type { Act } from "../stance/cue.ts";
import { IMPERSONAL, PERSONAL } from "../stance/grammar.ts";
import type { Mentioned } from "../stance/mention.ts";
import type { Reading } from "../stance/reading.ts";
import { judgeAsked, type Judgement } from "../stance/rules.ts";
import { standOf } from "../stance/standing.ts";
import { chosen } from "./choice.ts";
import type { Discourse } from "./discourse.ts";
import { holdersOf } from "./holders.ts";
import type { SentenceParty } from "./party.ts";
import type { ActorCard, Sentence } from "./sentence.ts";
import { Targets } from "./targets.ts";

/** A speaker and a target that a sentence seems to join. */
export interface Candidate {
  readonly speaker: SentenceParty;
  readonly target: SentenceParty;
  /** The act of the cue that joins them, where one does. */
  readonly act?: Act;
  readonly voice: "quoted" | "reported";
  /** How sure the pairing is, 0 to 1. */
  readonly fit: number;
  /** What the rules say, where they were asked already. */
  readonly judgement?: Judgement;
  /** The cue that joins them, a place in the reading's matches; -1 for words of a speaker. */
  readonly match: number;
}

/** How well a cue must fit speaker and target as its subject and object. */
const LEAST_FIT = 0.45;
/** Over how many words to the cue a pair loses most of its fit. */
const FAR = 40;
/** How likely a sign must be for words of a quotation to be taken for a stance. */
const LEAST_SIGN = 0.6;

/**
 * Pairs the speakers of a sentence with its targets: whoever is subject of a cue with its
 * objects, and whoever is quoted with those whom his words judge.
 *
 * @param sentence A sentence with its actors and quotations.
 * @param discourse Who was spoken of before.
 * @param reading What reads it: its words where two parties are in reach, its cues where
 *   one may speak of the other.
 */
export function candidatesOf(
  sentence: Sentence,
  discourse: Discourse,
  reading: Reading,
): Candidate[] {
  if (!mayPair(sentence, discourse, reading)) return [];
  const { text } = discourse.input;
  const pairs = pairsOf(
    sentence,
    discourse,
    reading.scan(text, sentence.start, sentence.end),
  );
  if (pairs.length === 0 || reading.match().matches.length === 0) return [];
  const candidates: Candidate[] = [];
  for (const [holder, target] of pairs) {
    const candidate = holder.told === undefined
      ? byAct(reading, holder, target)
      : byWords(reading, holder, target);
    if (candidate !== undefined) candidates.push(candidate);
  }
  return chosen(candidates, discourse.names);
}

/** Whether two parties are in reach of a sentence, told without reading all of it. */
function mayPair(sentence: Sentence, discourse: Discourse, reading: Reading): boolean {
  const { start, entities, told, bothSides } = sentence;
  if (bothSides.length > 0 && discourse.states.length > 0) return true;
  if (entities.length === 0) return false;
  if (told.length > 0) return true;
  const [{ actor, span }] = entities;
  if (entities.some((entity) => entity.actor !== actor)) return true;
  // Of one actor alone only a pronoun before his name can speak.
  if (discourse.person === undefined && discourse.body === undefined) return false;
  const { holds } = reading.scan(discourse.input.text, start, span.end);
  return (holds & (PERSONAL | IMPERSONAL)) !== 0;
}

function pairsOf(
  sentence: Sentence,
  discourse: Discourse,
  reading: Reading,
): [holder: SentenceParty, target: SentenceParty][] {
  const pairs: [SentenceParty, SentenceParty][] = [];
  const targets = new Targets(sentence, discourse);
  for (const holder of holdersOf(sentence, discourse, reading)) {
    for (const target of targets.of(holder)) pairs.push([holder, target]);
  }
  return pairs;
}

/** The pair as subject and object of a cue. */
function byAct(
  reading: Reading,
  speaker: SentenceParty,
  target: SentenceParty,
): Candidate | undefined {
  const from = speaker.mentions(reading), to = target.mentions(reading);
  if (from.length === 0 || to.length === 0) return undefined;
  const governing = governingAct(
    reading,
    speaker.stand(reading),
    target.stand(reading),
  );
  if (governing === undefined || governing.fit < LEAST_FIT) return undefined;
  const { act, match } = governing;
  const gap = gapTo(reading.matches[match], from) + gapTo(reading.matches[match], to);
  return {
    speaker,
    target,
    act,
    voice: "reported",
    fit: Math.min(1, governing.fit) * Math.exp(-gap / FAR),
    match,
  };
}

/** How many words stand between a cue and the mention that is closest to it. */
function gapTo(
  { first, after }: { readonly first: number; readonly after: number },
  mentions: readonly Mentioned[],
): number {
  let least = Infinity;
  for (const mention of mentions) {
    const gap = Math.max(0, mention.first - after, first - mention.after);
    if (gap < least) least = gap;
  }
  return least;
}

/** The pair as one who speaks and one of whom he speaks. */
function byWords(
  reading: Reading,
  speaker: SentenceParty,
  target: SentenceParty,
): Candidate | undefined {
  const judgement = judgePair(reading, speaker, target);
  const { negative, positive, act } = judgement;
  const sure = Math.max(negative, positive);
  const asked = act === "REQUEST" || act === "CONSULT";
  if (sure < LEAST_SIGN && !asked) return undefined;
  // Bad words around one's own country are about what is done to it.
  if (negative > positive && isOwn(speaker.actor, target.actor)) return undefined;
  return {
    speaker,
    target,
    act,
    voice: speaker.told?.direct ? "quoted" : "reported",
    fit: asked ? 0.5 : sure,
    judgement,
    match: -1,
  };
}

/** What the rules say of a pair. */
export function judgePair(
  reading: Reading,
  speaker: SentenceParty,
  target: SentenceParty,
): Judgement {
  const isNamed = speaker.mentions(reading).length > 0;
  const from = isNamed ? speaker.mentions(reading) : impliedSpeaker(reading);
  return judgeAsked(reading, {
    speaker: from,
    target: target.mentions(reading),
    from: isNamed ? speaker.stand(reading) : standOf(reading, from),
    to: target.stand(reading),
    isView: false,
    isStated: true,
    namesTarget: true,
  });
}

function isOwn(speaker: ActorCard, target: ActorCard): boolean {
  return target.country !== undefined && target.country !== "" &&
    target.country === speaker.country;
}
