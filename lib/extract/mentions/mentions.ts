import type { PartialDate } from "../../base/date.ts";
import type { Actor, Knowledge } from "../knowledge.ts";
import { type Context, inContext, parseContexts, wordBefore } from "./contexts.ts";
import { designationAliases } from "./designations.ts";
import { foldText } from "./fold.ts";
import {
  type Entry,
  entryOf,
  Gazetteer,
  kindOf,
  type Match,
  tokensOf,
} from "./gazetteer.ts";
import { isPlace } from "./places.ts";

/** A name of an actor in a text. */
export interface Mention {
  /** First code unit (UTF-16). */
  readonly start: number;
  /** The code unit after the last. */
  readonly end: number;
  /** Who is meant, an id of the table `actors`. */
  readonly actor: string;
  /** `name`, `metonym`, `demonym`, `place` or `outlet`. */
  readonly kind: string;
}

/** What finding mentions is told beside the names. */
export interface MentionOptions {
  /** When the text was published: names out of use then are left out. */
  readonly published?: PartialDate;
  /** Whether a surname alone is a mention after the full name; `true`. */
  readonly surnames?: boolean;
}

/** Finds the actors that a text names. */
export type MentionFinder = (text: string, options?: MentionOptions) => Mention[];

interface Rule {
  readonly actor: string;
  readonly kind: string;
  readonly contexts: readonly Context[];
}

const PROPER =
  /ministry|parliament|council|committee|office|service|embassy|ombudsman|mission/;
/** Generic nouns after a place's name that are no part of it. */
const DISTRICT = /\s(?:region|province|district|city|town|village|format|platform)$/;

/**
 * Makes a finder of mentions from tables of actors and names: one pass over the text
 * however many names there are, the longest name at each place, names of several actors
 * told apart by their contexts.
 *
 * @param knowledge `actors`, `aliases`, and `contexts` for what a name means where; a
 *   user's own rows count like those of the project.
 * @returns A function from a text to its mentions in order, none over another.
 *
 * @example
 * ```ts
 * import { mentionFinder } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const find = mentionFinder({
 *   actors: [{ id: "irn", name: "Iran", type: "state" }],
 *   aliases: [
 *     { actor: "irn", alias: "Iran", kind: "name" },
 *     { actor: "irn", alias: "Iranian", kind: "demonym" },
 *   ],
 * });
 * assertEquals(find("Iran's Iranian-made trucks"), [
 *   { start: 0, end: 4, actor: "irn", kind: "name" },
 *   { start: 7, end: 14, actor: "irn", kind: "demonym" },
 * ]);
 * ```
 */
export function mentionFinder(knowledge: Knowledge): MentionFinder {
  const actors = new Map(knowledge.actors.map((actor) => [actor.id, actor]));
  const gazetteer = makeGazetteer(knowledge, actors);
  const rules = rulesByName(knowledge);
  const forenames = forenamesOf(knowledge.actors);

  return (text, { published, surnames = true } = {}) => {
    const mentions: Mention[] = [];
    const named = new Map<string, string>();
    gazetteer.scan(text, (match) => {
      const mention = resolve(match, text, published);
      if (mention === undefined) return;
      const last = mentions[mentions.length - 1];
      // A title and the name that it belongs to are one mention: the name.
      if (
        last?.actor === mention.actor && last.end + 1 === mention.start &&
        actors.get(last.actor)?.type === "person" && text[last.end] === " "
      ) mentions.pop();
      mentions.push(mention);
    });
    return mentions;

    function resolve(match: Match, text: string, published?: string) {
      const { start, end } = match;
      if (inAddress(text, start)) return undefined;
      let entries = match.entries;
      if (entries.some(isConditional)) {
        entries = entries.filter((entry) => holds(entry, match, text, published));
      }
      const proper = entries.filter(({ kind }) => kind !== "surname");
      if (proper.length === 0) {
        return surnames ? recall(match, text, entries) : undefined;
      }
      const chosen = choose(proper, match, text);
      const known = surnames ? recall(match, text, entries) : undefined;
      if (known !== undefined) return known;
      if (chosen === undefined) return undefined;
      const actor = actors.get(chosen.actor);
      if (actor?.type === "person") {
        if (otherForename(actor, text, start, end)) return undefined;
        const words = tokensOf(proper[0].alias);
        if (words.length > 1) named.set(foldText(words[words.length - 1]), actor.id);
        const from = words.length === 1 ? withForename(actor, text, start) : start;
        return { start: from, end, actor: actor.id, kind: chosen.kind };
      }
      return { start, end, actor: chosen.actor, kind: chosen.kind };
    }

    /** The person with this surname whom the text has named in full. */
    function recall({ start, end }: Match, text: string, entries: readonly Entry[]) {
      if (entries[0]?.actor.type !== "person") return undefined;
      const id = named.get(foldText(text.slice(start, end)));
      const entry = entries.find(({ actor }) => actor.id === id);
      if (entry === undefined || otherForename(entry.actor, text, start, end)) {
        return undefined;
      }
      return { start, end, actor: entry.actor.id, kind: "name" };
    }
  };

  function choose(entries: readonly Entry[], match: Match, text: string) {
    const { start, end, form } = match;
    for (const entry of entries) {
      for (const rule of rules.get(foldText(entry.alias)) ?? []) {
        if (rule.contexts.length > 0 && !inContext(rule.contexts, text, start, end)) {
          continue;
        }
        if (rule.actor === "") return undefined;
        if (rule.actor === "=") return { actor: entry.actor.id, kind: rule.kind };
        const own = entries.find(({ actor }) => actor.id === rule.actor);
        return { actor: rule.actor, kind: rule.kind || (own ?? entry).kind };
      }
    }
    const metonym = entries.find(({ kind }) => kind === "metonym");
    if (metonym !== undefined && metonym.actor.type === "state") {
      const place = entries.find(({ kind }) => kind === "place");
      if (isPlace(text, start, end, form)) {
        return place && { actor: place.actor.id, kind: "place" };
      }
      return { actor: metonym.actor.id, kind: "metonym" };
    }
    return { actor: entries[0].actor.id, kind: entries[0].kind };
  }

  /** Where a name begins when the forename before a surname is the person's own. */
  function withForename(actor: Actor, text: string, start: number): number {
    const before = text[start - 1] === " " ? wordBefore(text, start) : undefined;
    return before !== undefined &&
        forenames.of.get(actor.id)?.has(foldText(before.word))
      ? before.start
      : start;
  }

  /** Whether a person's surname follows a forename that is another's. */
  function otherForename(actor: Actor, text: string, start: number, end: number) {
    if (text.slice(start, end).includes(" ")) return false;
    const before = text[start - 1] === " " ? wordBefore(text, start) : undefined;
    if (before === undefined) return false;
    const word = foldText(before.word);
    return forenames.all.has(word) && !forenames.of.get(actor.id)?.has(word);
  }
}

function makeGazetteer(knowledge: Knowledge, actors: Map<string, Actor>): Gazetteer {
  const entries: Entry[] = [], languages: string[] = [];
  const names = new Set(
    knowledge.aliases.map(({ actor, alias }) => `${actor}\t${alias}`),
  );
  const publishers = new Set(knowledge.publishers?.map(({ id }) => id));
  const surnames = new Map<string, { actor: Actor; alias: string }>();
  const ofStates = new Set(
    knowledge.aliases.filter(({ kind }) => kind === "demonym").map(({ alias }) =>
      alias
    ),
  );
  for (const alias of [...knowledge.aliases, ...designationAliases(knowledge)]) {
    const actor = actors.get(alias.actor);
    if (actor === undefined || alias.alias.trim() === "") continue;
    if (
      DISTRICT.test(alias.alias) &&
      names.has(`${alias.actor}\t${alias.alias.replace(DISTRICT, "")}`)
    ) continue;
    if (actor.type !== "object" && described(alias.alias, ofStates)) continue;
    entries.push(entryOf(alias, actor, kindOf(alias, actor, publishers.has(actor.id))));
    languages.push(alias.language ?? "");
    const last = actor.type === "person"
      ? alias.alias.split(" ").slice(1).at(-1)
      : undefined;
    if (last !== undefined && last.length > 3 && /^[\p{Lu}]/u.test(last)) {
      surnames.set(`${actor.id}\t${last}`, { actor, alias: last });
    }
  }
  for (const [key, { actor, alias }] of surnames) {
    if (names.has(key)) continue;
    entries.push(entryOf({ actor: actor.id, alias, kind: "name" }, actor, "surname"));
    languages.push("");
  }
  return new Gazetteer(entries, languages);
}

/**
 * Whether a name is only a description: an adjective of a state and common nouns, as in
 * "Armenian authorities". The mention in it is the adjective; who speaks is resolved with
 * the quotation. An institution's proper designation stays a name, capitals or not.
 */
function described(alias: string, adjectives: ReadonlySet<string>): boolean {
  const [first, ...rest] = alias.split(" ");
  return rest.length > 0 && adjectives.has(first) && !PROPER.test(alias) &&
    rest.every((word) => /^\p{Ll}/u.test(word) && /^[\p{Script=Latin}-]+$/u.test(word));
}

function rulesByName(knowledge: Knowledge): Map<string, Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const { alias, actor, kind, context } of knowledge.contexts ?? []) {
    const key = foldText(alias);
    const list = rules.get(key) ?? [];
    list.push({
      actor: actor ?? "",
      kind: kind ?? "",
      contexts: parseContexts(context ?? ""),
    });
    rules.set(key, list);
  }
  return rules;
}

function forenamesOf(actors: readonly Actor[]) {
  const all = new Set<string>(), of = new Map<string, Set<string>>();
  for (const { id, name, type } of actors) {
    const proper = type === "person" && !name.includes("(") ? tokensOf(name) : [];
    const given = proper.slice(0, -1).filter((word) => /^\p{Lu}/u.test(word));
    for (const word of given) if (word.length > 2) all.add(foldText(word));
    of.set(id, new Set(given.map(foldText)));
  }
  return { all, of };
}

function isConditional(entry: Entry): boolean {
  return entry.unless.length > 0 || entry.from !== undefined || entry.to !== undefined;
}

function holds(entry: Entry, match: Match, text: string, published?: string): boolean {
  const { from, to, unless } = entry;
  if (published !== undefined) {
    if (from !== undefined && published < from.slice(0, published.length)) return false;
    if (to !== undefined && published.slice(0, to.length) > to) return false;
  }
  return !inContext(unless, text, match.start, match.end);
}

/** Whether a name stands within a web address or is the name of an account. */
function inAddress(text: string, start: number): boolean {
  const before = text[start - 1];
  if (before === "@") return true;
  if (before !== "/" && before !== "." && before !== "_") return false;
  let from = start;
  while (from > 0 && from > start - 200 && text.charCodeAt(from - 1) > 0x20) from--;
  return /:\/\/|^www\./.test(text.slice(from, start));
}
