import { characterTable, UPPER } from "../../text/characters.ts";
import { foldText } from "./fold.ts";
import { LOCAL } from "./inflection.ts";
import { wordAfter, type WordAt, wordBefore } from "./neighbours.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Prepositions after which a capital is where something happens. */
const WHERE = `
  in near at outside around across inside via throughout from through into
  в во из под около через у із до
  nach aus bei über
  à
  در از
  في من عبر
`;
/** "To" leads to a place or to a state: it depends on what goes there. */
const TO = "to towards toward bis к zu إلى به до";
/** Words before "to" that lead to a place. */
const MOTION = `
  went go goes going gone travel travels travelled traveled travelling traveling trip
  trips visit visits flew fly flies flight flights return returns returned returning
  arrive arrived came come comes coming journey head heads headed heading move moved
  drive drove road route train trains bus sent dispatched dispatch dispatching
  transferred transfer transport moved brought bring fled flee tour
  pilgrimage deported extradited expelled recalled accredited close back invited
  welcomed embassy ambassador envoy delegation
  поездка поездки визит прибыл приехал вылетел
`;
/** Words after "from" whose origin is a state, not a place. */
const FROM_STATE = `
  support aid backing weapons arms demand demands pressure threat threats help
  assistance response reaction permission approval guarantees independence message
  criticism condemnation signal signals warning warnings orders statement statements
`;
/** Nouns that make a place of the city before them. */
const LOCATED = `
  airport street square province court metro suburb suburbs district university
  embassy office bureau
`;
/** Verbs whose object is where somebody goes. */
const VISITED = `
  visit visits visited visiting left leave leaves leaving reach reached reaching tour
  toured enter entered
`;
const AND = "and or և եւ и və ve و und et";
const CAPITAL = "capital city";

/** What words tell of a place, as bits: a word can be several. */
const Tells = {
  where: 1,
  to: 2,
  motion: 4,
  fromState: 8,
  located: 16,
  visited: 32,
  and: 64,
  capital: 128,
  from: 256,
  as: 512,
} as const;

const TELLING: readonly (readonly [number, string])[] = [
  [Tells.where, WHERE],
  [Tells.to, TO],
  [Tells.motion, MOTION],
  [Tells.fromState, FROM_STATE],
  [Tells.located, LOCATED],
  [Tells.visited, VISITED],
  [Tells.and, AND],
  [Tells.capital, CAPITAL],
  [Tells.from, "from"],
  [Tells.as, "as well"],
];

let telling: { readonly words: Vocabulary; readonly bits: readonly number[] };

/** What a word tells; nothing where a hyphen makes it a part of another. */
function toldBy(text: string, { start, end, hyphen }: WordAt): number {
  telling ??= makeTelling();
  const id = hyphen ? -1 : telling.words.at(text, start, end);
  return id < 0 ? 0 : telling.bits[id];
}

function makeTelling(): typeof telling {
  const vocabulary = new Vocabulary(), bits: number[] = [];
  for (const [bit, words] of TELLING) {
    for (const word of words.trim().split(/\s+/)) {
      const id = vocabulary.add(foldText(word));
      bits[id] = (bits[id] ?? 0) | bit;
    }
  }
  return { words: vocabulary, bits };
}

const DATELINE_END =
  /^\s*(?:,\s*\p{Lu}\p{L}+\.?\s*\d{1,2}|\)?\s*[-–—]\s|\s*\(\p{Lu}|\.\s*\/)/u;

/** How far back a line's beginning is looked for: past a bullet or a bracket. */
const MARGIN = 8;

/**
 * Tells whether the name of a capital stands for the place and not for the state that
 * governs from it: after "in", "from", "near", after a verb of motion with "to", as a
 * date line, before "airport" or "street", or joined by "and" to such a place.
 *
 * @param text The text.
 * @param start Where the name begins.
 * @param end Where it ends.
 * @param form The form of the word (see `inflection.ts`): a locative tells a place.
 */
export function isPlace(
  text: string,
  start: number,
  end: number,
  form: number,
): boolean {
  if ((form & LOCAL) !== 0) return true;
  if (beginsLine(text, start) && DATELINE_END.test(text.slice(end, end + 20))) {
    return true;
  }
  const after = text[end] === " " ? wordAfter(text, end) : undefined;
  if (after !== undefined && (toldBy(text, after) & Tells.located) !== 0) return true;
  return governed(text, start, 0);
}

/** Whether nothing but space, brackets and bullets stands between a place and its line's beginning. */
function beginsLine(text: string, start: number): boolean {
  const first = Math.max(0, start - MARGIN);
  for (let i = start - 1; i >= first; i--) {
    const mark = text[i];
    if (mark === "\n") return true;
    if (!(mark === " " || "(•*–-".includes(mark) || /\s/.test(mark))) return false;
  }
  return true;
}

/** Looks back from a name to the preposition over it, through names joined by "and". */
function governed(text: string, start: number, depth: number): boolean {
  const before = wordBefore(text, start);
  if (before === undefined) {
    return text[start - 2] === "," && depth < 3 && previousName(text, start - 2, depth);
  }
  const told = toldBy(text, before);
  if (told === 0) return false;
  if ((told & (Tells.capital | Tells.visited)) !== 0) return true;
  if ((told & Tells.and) !== 0 && depth < 3) {
    const at = text[before.start - 2] === "," ? before.start - 2 : before.start - 1;
    return previousName(text, at, depth);
  }
  if ((told & Tells.as) !== 0) return governed(text, before.start, depth + 1);
  if ((told & Tells.to) !== 0) return leadsTo(text, before.start);
  if ((told & Tells.where) === 0) return false;
  if ((told & Tells.from) === 0) return true;
  const source = wordBefore(text, before.start);
  return source === undefined || (toldBy(text, source) & Tells.fromState) === 0;
}

/** Whether the capitalised word that ends at `end` is itself governed as a place. */
function previousName(text: string, end: number, depth: number): boolean {
  const name = wordBefore(text, end);
  if (name === undefined) return false;
  if ((characterTable()[text.charCodeAt(name.start)] & UPPER) === 0) return false;
  const first = wordBefore(text, name.start);
  // A preposition of its own: "to Tbilisi and Moscow, and also to Ankara".
  return first !== undefined && governed(text, name.start, depth + 1);
}

function leadsTo(text: string, at: number): boolean {
  let end = at;
  for (let i = 0; i < 5; i++) {
    const found = wordBefore(text, end);
    if (found === undefined) {
      // Across a comma only for a second "to": "flew to Tbilisi, and then to Moscow".
      if (i > 0 && text[end - 2] === ",") end -= 2;
      else return false;
      continue;
    }
    if ((toldBy(text, found) & Tells.motion) !== 0) return true;
    end = found.start;
  }
  // An earlier "to" of the sentence reaches over what stands between the two places.
  if (!text.startsWith("as well as ", at - 11) || /\w/.test(text[at - 12] ?? "")) {
    return false;
  }
  const sentence = text.slice(Math.max(0, at - 60), at);
  return [...sentence.matchAll(/\p{L}+/gu)].some(({ index, 0: word }) =>
    (toldBy(sentence, { start: index, end: index + word.length, hyphen: false }) &
      Tells.motion) !== 0
  );
}
