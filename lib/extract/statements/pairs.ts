import { governingAct } from "../stance/act.ts";
import { impliedSpeaker } from "../stance/asked.ts";
import { IMPERSONAL, PERSONAL } from "../stance/grammar.ts";
import type { Mentioned } from "../stance/mention.ts";
import type { Reading } from "../stance/reading.ts";
import { judgeAsked, type Judgement } from "../stance/rules.ts";
import { standOf } from "../stance/standing.ts";
import type { Discourse } from "./discourse.ts";
import { holdersOf } from "./holders.ts";
import { formsOfPairs, type Pair, type PairForms } from "./pair_forms.ts";
import { PAIR_WEIGHTS, probabilityOf } from "./pair_weights.ts";
import type { SentenceParty } from "./party.ts";
import type { ActorCard, Sentence } from "./sentence.ts";
import { type Aim, Targets } from "./targets.ts";

/** A speaker and a target that a sentence joins. */
export interface Candidate {
  readonly speaker: SentenceParty;
  readonly target: SentenceParty;
  readonly voice: "quoted" | "reported";
  /** How likely it is that the sentence states something of the one toward the other. */
  readonly probability: number;
  readonly judgement: Judgement;
}

/**
 * From which confidence a statement is told: the probability that speaker and target are a
 * statement's, times that of its sign. On invented articles that the pairs' weights were
 * not fitted on, F1 of speaker, target and sign hardly changes from 0.1 to here, where half
 * of what is found is right in all three.
 */
export const LEAST_CONFIDENCE = 0.2;
/** Over how many words to the cue a pair loses most of its fit. */
const FAR = 40;
/** How far a cue is taken to be from a party that the sentence does not name, in words. */
const UNNAMED = 20;

/**
 * Finds who may state something toward whom in a sentence: of all pairs of one who speaks
 * or acts in it and one of whom he may speak, those that are likely enough by how the
 * sentence is built around them.
 *
 * @param sentence A sentence with its actors and quotations.
 * @param discourse Who was spoken of before.
 * @param reading What reads it: its words where two parties are in reach.
 */
export function candidatesOf(
  sentence: Sentence,
  discourse: Discourse,
  reading: Reading,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { pair, forms } of shownPairs(sentence, discourse, reading)) {
    const probability = probabilityOf(forms, PAIR_WEIGHTS);
    if (probability < LEAST_CONFIDENCE) continue;
    const { speaker, aim: { party: target } } = pair;
    candidates.push({
      speaker,
      target,
      voice: speaker.told?.direct ? "quoted" : "reported",
      probability,
      judgement: judgePair(reading, pair),
    });
  }
  return candidates;
}

/** A pair that a sentence may join, with what it shows. */
export interface ShownPair {
  readonly pair: Pair;
  readonly forms: PairForms;
}

/** All pairs that a sentence may join, one for a speaker and a target. */
export function shownPairs(
  sentence: Sentence,
  discourse: Discourse,
  reading: Reading,
): ShownPair[] {
  if (!mayPair(sentence, discourse, reading)) return [];
  reading.scan(discourse.input.text, sentence.start, sentence.end);
  const targets = new Targets(sentence, discourse);
  const aims = holdersOf(sentence, discourse, reading)
    .map((speaker) => ({ speaker, aims: targets.of(speaker) }))
    .filter(({ aims }) => aims.length > 0);
  if (aims.length === 0) return [];
  // Words without a cue tell of no stance.
  if (reading.match().matches.length === 0) return [];
  const pairs = aims.flatMap(({ speaker, aims }) => {
    const from = speakerIn(reading, speaker);
    return aims.map((aim) => pairOf(reading, speaker, from, aim));
  });
  const forms = formsOfPairs(reading, discourse, pairs);
  return bestOf(pairs.map((pair, i) => ({ pair, forms: forms[i] })));
}

/** Of pairs of the same two, the one that is joined best, else the first. */
function bestOf(pairs: readonly ShownPair[]): ShownPair[] {
  const best = new Map<ActorCard, Map<ActorCard, ShownPair>>();
  for (const one of pairs) {
    const { speaker, aim: { party }, fit } = one.pair;
    const own = best.get(speaker.actor) ?? new Map<ActorCard, ShownPair>();
    best.set(speaker.actor, own);
    const other = own.get(party.actor);
    if (other === undefined || fit > other.pair.fit) own.set(party.actor, one);
  }
  return [...best.values()].flatMap((own) => [...own.values()]);
}

/** Whether two parties are in reach of a sentence, told without reading all of it. */
function mayPair(sentence: Sentence, discourse: Discourse, reading: Reading): boolean {
  const { start, entities, told, bothSides } = sentence;
  if (told.length > 0) return true;
  if (bothSides.length > 0 && discourse.memory.states.length > 0) return true;
  if (entities.length === 0) return false;
  const [{ actor, span }] = entities;
  if (entities.some((entity) => entity.actor !== actor)) return true;
  // Of one actor alone only a pronoun before his name can speak.
  if (discourse.person === undefined && discourse.body === undefined) return false;
  const { holds } = reading.scan(discourse.input.text, start, span.end);
  return (holds & (PERSONAL | IMPERSONAL)) !== 0;
}

/** A speaker's mentions, or what he is where the sentence does not name him. */
function speakerIn(reading: Reading, speaker: SentenceParty): Pair["from"] {
  const mentions = speaker.mentions(reading);
  return mentions.length > 0 ? mentions : impliedSpeaker(reading);
}

function pairOf(
  reading: Reading,
  speaker: SentenceParty,
  from: Pair["from"],
  aim: Aim,
): Pair {
  const mentions = speaker.mentions(reading), to = aim.party.mentions(reading);
  const governing = governingAct(
    reading,
    speaker.stand(reading),
    aim.party.stand(reading),
  );
  if (governing === undefined) return { speaker, aim, from, governing, fit: 0 };
  const cue = reading.matches[governing.match];
  const gap = gapTo(cue, mentions) + gapTo(cue, to);
  const fit = Math.min(1, governing.fit) * Math.exp(-gap / FAR);
  return { speaker, aim, from, governing, fit };
}

/** How many words stand between a cue and the mention that is closest to it. */
function gapTo(
  { first, after }: { readonly first: number; readonly after: number },
  mentions: readonly Mentioned[],
): number {
  if (mentions.length === 0) return UNNAMED;
  let least = Infinity;
  for (const mention of mentions) {
    const gap = Math.max(0, mention.first - after, first - mention.after);
    if (gap < least) least = gap;
  }
  return least;
}

/** What the rules say of a pair. */
function judgePair(
  reading: Reading,
  { speaker, aim: { party: target }, from }: Pair,
): Judgement {
  const isNamed = speaker.mentions(reading).length > 0;
  return judgeAsked(reading, {
    speaker: from,
    target: target.mentions(reading),
    from: isNamed ? speaker.stand(reading) : standOf(reading, from),
    to: target.stand(reading),
    isView: false,
    isStated: true,
    namesTarget: target.mentions(reading).length > 0,
  });
}
