import { characterTable, LETTER, SPACE, UPPER } from "../../text/characters.ts";
import { TITLE } from "../stance/grammar.ts";
import type { Lexicon } from "../stance/lexicon.ts";
import type { Stretch } from "../stance/reading.ts";
import type { MentionSpan } from "../statements.ts";
import { type ActorCard, type Entity, isSameCountry } from "./sentence.ts";

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
/** How far apart two names of one phrase may stand, in code units. */
const REACH = 60;
/** Marks that may stand between two names of one phrase. */
const LIGHT_MARKS = "’',-[](.";

/**
 * Joins the names of one noun phrase; the most special names it.
 *
 * @param text The document.
 * @param sentence Where the sentence stands in it.
 * @param mentions The mentions that touch it.
 */
export function entitiesOf(
  text: string,
  sentence: Stretch,
  mentions: readonly MentionSpan[],
  actors: ReadonlyMap<string, ActorCard>,
  lexicon: Lexicon,
): Entity[] {
  const entities: { actor: ActorCard; span: { start: number; end: number } }[] = [];
  for (const mention of mentions) {
    const actor = actors.get(mention.actor);
    if (actor === undefined || actor.type === "place") continue;
    if (mention.kind === "place" && actor.type !== "object") continue;
    const start = Math.max(sentence.start, mention.start), { end } = mention;
    const last = entities.at(-1);
    const joined = last !== undefined && start - last.span.end < REACH &&
      mayJoin(last.actor, actor) && isWithin(text, last.span.end, start, lexicon);
    if (joined) {
      last.span.end = end;
      if ((RANK[actor.type] ?? 0) > (RANK[last.actor.type] ?? 0)) last.actor = actor;
    } else entities.push({ actor, span: { start, end } });
  }
  return entities;
}

/** Whether two actors can be named by one phrase: of one state, one a person or the state. */
function mayJoin(a: ActorCard, b: ActorCard): boolean {
  if (!isSameCountry(a, b) || a.id === b.id || a.type === b.type) return false;
  return a.type === "state" || b.type === "state" || b.type === "person" ||
    a.type === "person";
}

/** Whether only titles, names and light marks stand between two names. */
function isWithin(text: string, from: number, to: number, lexicon: Lexicon): boolean {
  const kinds = characterTable();
  for (let at = from; at < to;) {
    const kind = kinds[text.charCodeAt(at)];
    let end = at + 1;
    if ((kind & LETTER) !== 0) {
      while (end < to && (kinds[text.charCodeAt(end)] & LETTER) !== 0) end++;
      const is = lexicon.classes[lexicon.words.find(text, at, end)];
      if ((is & TITLE) === 0 && (kind & UPPER) === 0) return false;
    } else if ((kind & SPACE) === 0 && !LIGHT_MARKS.includes(text[at])) return false;
    at = end;
  }
  return true;
}
