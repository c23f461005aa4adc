import { foldText } from "./fold.ts";
import { LOCAL } from "./inflection.ts";
import { wordAfter, wordBefore } from "./neighbours.ts";

const words = (text: string) => new Set(text.trim().split(/\s+/).map(foldText));

/** Prepositions after which a capital is where something happens. */
const WHERE = words(`
  in near at outside around across inside via throughout from through into
  в во из под около через у із до
  nach aus bei über
  à
  در از
  في من عبر
`);
/** "To" leads to a place or to a state: it depends on what goes there. */
const TO = words("to towards toward bis к zu إلى به до");
/** Words before "to" that lead to a place. */
const MOTION = words(`
  went go goes going gone travel travels travelled traveled travelling traveling trip
  trips visit visits flew fly flies flight flights return returns returned returning
  arrive arrived came come comes coming journey head heads headed heading move moved
  drive drove road route train trains bus sent dispatched dispatch dispatching
  transferred transfer transport moved brought bring fled flee tour
  pilgrimage deported extradited expelled recalled accredited close back invited
  welcomed embassy ambassador envoy delegation
  поездка поездки визит прибыл приехал вылетел
`);
/** Words after "from" whose origin is a state, not a place. */
const FROM_STATE = words(`
  support aid backing weapons arms demand demands pressure threat threats help
  assistance response reaction permission approval guarantees independence message
  criticism condemnation signal signals warning warnings orders statement statements
`);
/** Nouns that make a place of the city before them. */
const LOCATED = words(`
  airport street square province court metro suburb suburbs district university
  embassy office bureau
`);
/** Verbs whose object is where somebody goes. */
const VISITED = words(`
  visit visits visited visiting left leave leaves leaving reach reached reaching tour
  toured enter entered
`);
const AND = words("and or և եւ и və ve و und et");
const CAPITAL = words("capital city");
const DATELINE = /(?:^|\n)[\s(•*–-]*$/u;
const DATELINE_END =
  /^\s*(?:,\s*\p{Lu}\p{L}+\.?\s*\d{1,2}|\)?\s*[-–—]\s|\s*\(\p{Lu}|\.\s*\/)/u;

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
  if (DATELINE.test(text.slice(Math.max(0, start - 8), start))) {
    if (DATELINE_END.test(text.slice(end, end + 20))) return true;
  }
  const after = text[end] === " " ? wordAfter(text, end) : undefined;
  if (after !== undefined && LOCATED.has(foldText(after.word))) return true;
  return governed(text, start, 0);
}

/** Looks back from a name to the preposition over it, through names joined by "and". */
function governed(text: string, start: number, depth: number): boolean {
  const before = wordBefore(text, start);
  if (before === undefined) {
    return text[start - 2] === "," && depth < 3 && previousName(text, start - 2, depth);
  }
  const word = foldText(before.word);
  if (CAPITAL.has(word) || VISITED.has(word)) return true;
  if (AND.has(word) && depth < 3) {
    const at = text[before.start - 2] === "," ? before.start - 2 : before.start - 1;
    return previousName(text, at, depth);
  }
  if (word === "as" || word === "well") return governed(text, before.start, depth + 1);
  if (TO.has(word)) return leadsTo(text, before.start);
  if (!WHERE.has(word)) return false;
  if (word !== "from") return true;
  const source = wordBefore(text, before.start);
  return source === undefined || !FROM_STATE.has(foldText(source.word));
}

/** Whether the capitalised word that ends at `end` is itself governed as a place. */
function previousName(text: string, end: number, depth: number): boolean {
  const name = wordBefore(text, end);
  if (name === undefined || !/^\p{Lu}/u.test(name.word)) return false;
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
    if (MOTION.has(foldText(found.word))) return true;
    end = found.start;
  }
  // An earlier "to" of the sentence reaches over what stands between the two places.
  const sentence = text.slice(Math.max(0, at - 60), at);
  return /\bas well as $/.test(sentence) &&
    [...sentence.matchAll(/\p{L}+/gu)].some(({ 0: w }) => MOTION.has(foldText(w)));
}
