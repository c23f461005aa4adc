import { CONTEXTS, directedContext } from "../stance/context.ts";
import type { Governing } from "../stance/act.ts";
import type { Asked } from "../stance/asked.ts";
import type { Reading } from "../stance/reading.ts";
import type { Discourse } from "./discourse.ts";
import type { SentenceParty } from "./party.ts";
import { type ActorCard, isSameCountry, isSameSide } from "./sentence.ts";
import type { Aim, Where } from "./targets.ts";

/** A speaker and a target whom a sentence may join, and what stands between them. */
export interface Pair {
  readonly speaker: SentenceParty;
  readonly aim: Aim;
  /** The speaker's mentions, or what he is where the sentence does not name him. */
  readonly from: Asked["speaker"];
  readonly governing: Governing | undefined;
  /** How well a cue joins them, 0 to 1: less with each word between. */
  readonly fit: number;
}

const names: string[] = [...CONTEXTS];
const form = (name: string) => names.push(name) - 1;
const formsFor = <Key extends string>(
  keys: readonly Key[],
  name: (key: Key) => string,
) =>
  Object.fromEntries(keys.map((key) => [key, form(name(key))])) as Record<Key, number>;

const TYPES = [
  "state",
  "person",
  "institution",
  "organisation",
  "group",
  "outlet",
  "object",
] as const;
const SPEAKER_IS = formsFor(TYPES, (type) => `speaker is ${type}`);
const TARGET_IS = formsFor(TYPES, (type) => `target is ${type}`);

type Via = "acts" | "quoted" | "reported";
const VIA = formsFor<Via>(["acts", "quoted", "reported"], (via) => `speaker ${via}`);
const WHERE = formsFor<Where>(
  ["named", "inside", "outside", "both", "before"],
  (where) => `target ${where}`,
);
const BOTH_ACTED = form("acts, both sides");
const SAME_COUNTRY = {
  acts: form("same country, acts"),
  quoted: form("same country, quoted"),
  reported: form("same country, reported"),
};
const SAME_SIDE = form("same side");
const OTHERS_SPEAK = form("acts where others speak");

const FIT = form("fit");
const BEST_TARGET = form("best target of the speaker");
const BETTER_TARGETS = form("better targets of the speaker");
const BEST_SPEAKER = form("best speaker for the target");
const TARGETS = form("targets of the speaker");
const SPEAKERS = form("speakers");

const RANKS = [0, 1, 2].map((rank) => form(`named before, place ${rank + 1}`));
const RECENCY = form("named before, recency");
const SHARE = form("named before, share");
const SPOKEN_OF = form("named before by the speaker");
const BESIDE_INSIDE = form("named before, others inside");
const BESIDE = form("named before, others in the sentence");

/** What is weighed of a pair, by the number that each has in {@linkcode PairForms}. */
export const PAIR_FORMS: readonly string[] = names;

/** What a pair shows, with a value each: 1, or how much of it. */
export interface PairForms {
  readonly forms: readonly number[];
  readonly values: readonly number[];
}

/** How many of anything make a full measure. */
const MANY = 5;

/**
 * What the pairs of a sentence show of whether they are a statement's speaker and target:
 * how the sentence is built around them, who they are, how the speaker comes to speak and
 * where the target is named, and how they compare with the sentence's other pairs.
 *
 * @param pairs All pairs that a sentence may join.
 */
export function formsOfPairs(
  reading: Reading,
  discourse: Discourse,
  pairs: readonly Pair[],
): PairForms[] {
  const bySpeaker = Map.groupBy(pairs, ({ speaker }) => speaker);
  const best = new Map<ActorCard, number>();
  for (const { aim: { party: { actor } }, fit } of pairs) {
    best.set(actor, Math.max(fit, best.get(actor) ?? 0));
  }
  const speakers = new Set(pairs.map(({ speaker }) => speaker.actor)).size;
  const othersSpeak = pairs.some(({ speaker }) => speaker.told !== undefined);
  return pairs.map((pair) => {
    const shown = new Shown();
    const { speaker, aim: { party }, from, governing } = pair;
    const to = party.mentions(reading);
    for (const one of directedContext(reading, from, to, governing)) shown.add(one);
    addParties(pair, shown);
    if (speaker.told === undefined && othersSpeak) shown.add(OTHERS_SPEAK);
    shown.add(SPEAKERS, Math.min(1, speakers / MANY));
    const rivals = rivalsOf(pair, bySpeaker.get(speaker)!, best.get(party.actor)!);
    addRivals(rivals, shown);
    if (pair.aim.where === "before") addPresence(pair, rivals, discourse, shown);
    return shown;
  });
}

class Shown implements PairForms {
  readonly forms: number[] = [];
  readonly values: number[] = [];

  add(form: number | undefined, value = 1) {
    if (form === undefined || value === 0) return;
    this.forms.push(form);
    this.values.push(value);
  }
}

function addParties({ speaker, aim: { party, where }, fit }: Pair, shown: Shown) {
  const via = viaOf(speaker);
  shown.add(VIA[via]);
  shown.add(WHERE[where]);
  if (via === "acts" && where === "both") shown.add(BOTH_ACTED);
  shown.add((SPEAKER_IS as Record<string, number>)[speaker.actor.type]);
  shown.add((TARGET_IS as Record<string, number>)[party.actor.type]);
  if (isSameCountry(speaker.actor, party.actor)) shown.add(SAME_COUNTRY[via]);
  if (isSameSide(speaker.actor, party.actor)) shown.add(SAME_SIDE);
  shown.add(FIT, fit);
}

function viaOf({ told }: SentenceParty): Via {
  return told === undefined ? "acts" : told.direct ? "quoted" : "reported";
}

/** How a pair compares with the speaker's other targets and the target's other speakers. */
interface Rivals {
  readonly targets: number;
  /** Targets that the sentence names, and whether the speaker's own words name one. */
  readonly named: number;
  readonly isNamedInside: boolean;
  /** Targets that a cue joins better with the speaker. */
  readonly better: number;
  readonly isBestSpeaker: boolean;
}

function rivalsOf({ fit }: Pair, own: readonly Pair[], best: number): Rivals {
  let named = 0, better = 0, isNamedInside = false;
  for (const { aim: { where }, fit: other } of own) {
    if (where !== "before") named++;
    if (where === "inside") isNamedInside = true;
    if (other > fit) better++;
  }
  const isBestSpeaker = fit === best;
  return { targets: own.length, named, isNamedInside, better, isBestSpeaker };
}

function addRivals({ targets, better, isBestSpeaker }: Rivals, shown: Shown) {
  if (better === 0) shown.add(BEST_TARGET);
  if (isBestSpeaker) shown.add(BEST_SPEAKER);
  shown.add(BETTER_TARGETS, Math.min(1, better / MANY));
  shown.add(TARGETS, Math.min(1, targets / MANY));
}

/** How present a target is that the sentence does not name. */
function addPresence(
  { speaker, aim: { party, rank } }: Pair,
  { named, isNamedInside }: Rivals,
  { memory }: Discourse,
  shown: Shown,
) {
  const { recency, share } = memory.presence(party.actor);
  shown.add(RANKS[rank]);
  shown.add(RECENCY, recency);
  shown.add(SHARE, share);
  if (memory.hasSpokenOf(speaker.actor, party.actor)) shown.add(SPOKEN_OF);
  if (isNamedInside) shown.add(BESIDE_INSIDE);
  shown.add(BESIDE, Math.min(1, named / MANY));
}
