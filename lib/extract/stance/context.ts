import { type Act, ACTS } from "./cue.ts";
import type { Governing } from "./act.ts";
import { BE, EXCLAMATION, grammarId, PREPOSITION, QUESTION, QUOTE } from "./grammar.ts";
import { NEGATED } from "./match.ts";
import type { Mentioned } from "./mention.ts";
import type { Reading } from "./reading.ts";

const names: string[] = [];
const form = (name: string) => names.push(name) - 1;

/** What the form of a sentence can be around a party. */
function formsOf(who: "speaker" | "target") {
  return {
    subject: form(`${who} subject`),
    object: form(`${who} object`),
    by: form(`${who} after by`),
    prepositions: new Map(
      ["of", "for", "with", "to", "against", "from", "in", "on"].map((word) =>
        [grammarId(word), form(`${who} after ${word}`)] as const
      ),
    ),
    preposition: form(`${who} after preposition`),
    speaks: form(`${who} speaks`),
    owns: form(`${who} owns`),
    is: form(`${who} is`),
  };
}

const SPEAKER = formsOf("speaker"), TARGET = formsOf("target");
const UNNAMED_TARGET = form("target unnamed");
const IN_QUOTATION = form("target in quotation"), QUOTED = form("quotation");
const NO_CUES = form("cues none"), FEW_CUES = form("cues few");
const SOME_CUES = form("cues some"), MANY_CUES = form("cues many");
const NEGATION = form("negation");
const SHORT = form("length short"), MIDDLING = form("length middling");
const LONG = form("length long");
const ASKED = form("question"), EXCLAIMED = form("exclamation");
const EVEN_HANDED = form("even-handed");
const SPEAKER_FIRST = form("speaker first"), TARGET_FIRST = form("target first");
const TOUCHING = form("between touching"), NEAR = form("between near");
const APART = form("between apart"), FAR = form("between far");
const NO_BORDER = form("borders none"), ONE_BORDER = form("borders one");
const MORE_BORDERS = form("borders more");
const VERB = form("verb between"), NO_VERB = form("no verb between");
const JOINED = form("joined by and"), OWNED = form("joined by 's");
const SAID_BY = { agent: form("speaker agent"), voice: form("speaker voice") };
const DONE = new Map(ACTS.map((act): [Act, number] => [act, form(`act ${act}`)]));
const DONE_WEAKLY = new Map(
  ACTS.map((act): [Act, number] => [act, form(`act ${act} weak`)]),
);

/** The forms of a sentence that are weighed, by the number that each has below. */
export const CONTEXTS: readonly string[] = names;

const OWN = grammarId("'s"), AND = grammarId("and"), OR = grammarId("or");
/** Below which fit an act is a weak guess. */
const WEAK = 0.3;

/** What the form of a sentence tells about the writer's view of a target. */
export function viewContext(reading: Reading, target: readonly Mentioned[]): number[] {
  const { count, matches, holds } = reading;
  if (target.length === 0) return [UNNAMED_TARGET];
  const found: number[] = [], [mention] = target;
  around(reading, mention, TARGET, found);
  if (holds & QUOTE) {
    const isWithin = reading.marksBefore(mention.first) % 2 === 1;
    found.push(isWithin ? IN_QUOTATION : QUOTED);
  }
  found.push(matches.length === 0 ? NO_CUES : manyOf(matches.length));
  if (matches.some(({ mode }) => mode === NEGATED)) found.push(NEGATION);
  found.push(count <= 15 ? SHORT : count <= 30 ? MIDDLING : LONG);
  if (holds & QUESTION) found.push(ASKED);
  if (holds & EXCLAMATION) found.push(EXCLAIMED);
  return found;
}

/**
 * What the form of a sentence tells about a speaker's stance toward a target.
 *
 * @param speaker His mentions, or what he is without one.
 * @param governing The act of the cue that joins them.
 */
export function directedContext(
  reading: Reading,
  speaker: readonly Mentioned[] | keyof typeof SAID_BY,
  target: readonly Mentioned[],
  governing: Governing | undefined,
): number[] {
  const found: number[] = [];
  if (reading.isEvenHanded) found.push(EVEN_HANDED);
  const from = typeof speaker === "string" ? undefined : speaker[0], to = target[0];
  if (from !== undefined) around(reading, from, SPEAKER, found);
  if (to !== undefined) around(reading, to, TARGET, found);
  if (from !== undefined && to !== undefined) between(reading, from, to, found);
  if (typeof speaker === "string") found.push(SAID_BY[speaker]);
  if (to === undefined) found.push(UNNAMED_TARGET);
  if (governing !== undefined) {
    const { act, fit } = governing;
    found.push((fit < WEAK ? DONE_WEAKLY : DONE).get(act)!);
  }
  return found;
}

function between(reading: Reading, from: Mentioned, to: Mentioned, found: number[]) {
  const { borders, verbs, matches, tokens: { words } } = reading;
  const isFirst = from.first < to.first;
  found.push(isFirst ? SPEAKER_FIRST : TARGET_FIRST);
  const low = isFirst ? from.after : to.after;
  const high = Math.max(low, isFirst ? to.first : from.first), gap = high - low;
  found.push(gap <= 2 ? TOUCHING : gap <= 7 ? NEAR : gap <= 14 ? APART : FAR);
  const halves = borders[high] - borders[low];
  found.push(halves < 2 ? NO_BORDER : halves < 4 ? ONE_BORDER : MORE_BORDERS);
  found.push(verbs[high] > verbs[low] ? VERB : NO_VERB);
  if (gap <= 2) {
    let joined = false, owned = false;
    for (let i = low; i < high; i++) {
      if (words[i] === AND || words[i] === OR) joined = true;
      else if (words[i] === OWN) owned = true;
    }
    if (joined) found.push(JOINED);
    if (owned) found.push(OWNED);
  }
  found.push(manyOf(matches.length));
}

function manyOf(cues: number): number {
  return cues <= 2 ? FEW_CUES : cues <= 5 ? SOME_CUES : MANY_CUES;
}

function around(
  { classes, count, tokens: { words } }: Reading,
  { first, after, subject, by, speaks }: Mentioned,
  forms: typeof SPEAKER,
  found: number[],
) {
  found.push(subject ? forms.subject : forms.object);
  if (by) found.push(forms.by);
  else if (first > 0 && classes[first - 1] & PREPOSITION) {
    found.push(forms.prepositions.get(words[first - 1]) ?? forms.preposition);
  }
  if (speaks) found.push(forms.speaks);
  else if (after < count && words[after] === OWN) found.push(forms.owns);
  else if (after < count && classes[after] & BE) found.push(forms.is);
}
