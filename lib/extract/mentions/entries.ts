import type { Actor, Alias, Knowledge } from "../knowledge.ts";
import { type Context, parseContexts } from "./contexts.ts";
import { designationAliases, WrittenNames } from "./designations.ts";
import {
  BLOCKER,
  type Entry,
  kindOf,
  makeEntry,
  NAME,
  PHRASE,
  RULE,
  SURNAME,
} from "./entry.ts";
import { foldText } from "./fold.ts";
import { tokensOf } from "./tokens.ts";

/** Generic nouns after a place's name that are no part of it. */
const DISTRICT = /\s(?:region|province|district|city|town|village|format|platform)$/;
const PROPER =
  /ministry|parliament|council|committee|office|service|embassy|ombudsman|mission/;

/**
 * Makes the entries of a gazetteer from tables of names: what follows from the tables
 * (names of ministries, surnames after full names) is added, descriptions are left out,
 * and contexts become phrases of the gazetteer, so that they cost nothing to look for.
 *
 * @param knowledge Actors, aliases, contexts, designations.
 * @returns Entries in the order in which they are preferred.
 */
export function entriesOf(knowledge: Knowledge): Entry[] {
  const actors = new Map(knowledge.actors.map((actor) => [actor.id, actor]));
  const publishers = new Set(knowledge.publishers?.map(({ id }) => id));
  const written = new WrittenNames(knowledge.aliases);
  const names = namesOf(knowledge, written);
  const ruled = new Set(knowledge.contexts?.map(({ alias }) => lastWord(alias)));
  const entries: Entry[] = [], byName = new Map<string, Entry>();
  for (const alias of names) {
    const actor = actors.get(alias.actor);
    if (actor === undefined) continue;
    const kind = kindOf(alias, actor, publishers.has(actor.id));
    const unless = alias.unless ? parseContexts(alias.unless, alias.alias) : NONE;
    const entry = makeEntry(alias.alias, {
      actor,
      kind,
      rank: NAME,
      language: alias.language,
      from: alias.valid_from || undefined,
      to: alias.valid_to || undefined,
      unless: unless.filter((context) => !isPhrase(context)),
    });
    entries.push(entry);
    if (unless.length > 0) {
      entries.push(...phrases(alias.alias, unless, { kind, rank: BLOCKER }));
    }
    if (!ruled.has(entry.last)) continue;
    const key = foldText(entry.phrase);
    if (!byName.has(key)) byName.set(key, entry);
  }
  entries.push(...ruleEntries(knowledge, actors, byName));
  entries.push(...surnameEntries(names, actors, written));
  return inOrder(entries);
}

const NONE: readonly Context[] = [];

function lastWord(name: string): string {
  return foldText(tokensOf(name).at(-1) ?? "");
}

/** By rank; a capital is first of all its state, the place is found by where it stands. */
function inOrder(entries: readonly Entry[]): Entry[] {
  const places: Entry[][] = [];
  for (const entry of entries) {
    const place = entry.rank * 2 + (entry.kind === "metonym" ? 0 : 1);
    (places[place] ??= []).push(entry);
  }
  return places.flat();
}

/** All names that are no mere descriptions. */
function namesOf(knowledge: Knowledge, written: WrittenNames): Alias[] {
  const { aliases } = knowledge;
  const adjectives = new Set(
    aliases.filter(({ kind }) => kind === "demonym").map(({ alias }) => alias),
  );
  const objects = new Set(
    knowledge.actors.filter(({ type }) => type === "object").map(({ id }) => id),
  );
  return [...aliases, ...designationAliases(knowledge, written)].filter(
    ({ actor, alias, kind }) =>
      alias.trim() !== "" && kind !== "role" &&
      !(DISTRICT.test(alias) &&
        written.has(actor, alias.replace(DISTRICT, ""))) &&
      (objects.has(actor) || !isDescription(alias, adjectives)),
  );
}

/**
 * Whether a name is only a description: an adjective of a state and common nouns, as in
 * "Armenian authorities". The mention in it is the adjective; who speaks is resolved with
 * the quotation. An institution's proper designation stays a name, capitals or not.
 */
function isDescription(alias: string, adjectives: ReadonlySet<string>): boolean {
  const space = alias.indexOf(" ");
  if (space < 0 || !adjectives.has(alias.slice(0, space))) return false;
  return !PROPER.test(alias) &&
    alias.slice(space + 1).split(" ").every((word) =>
      /^\p{Ll}/u.test(word) && /^[\p{Script=Latin}-]+$/u.test(word)
    );
}

/** Surnames of people who have names in full; they count after the full name alone. */
function surnameEntries(
  names: readonly Alias[],
  actors: Map<string, Actor>,
  written: WrittenNames,
): Entry[] {
  const entries: Entry[] = [];
  for (const { actor: id, alias } of names) {
    const actor = actors.get(id);
    if (actor?.type !== "person" || !alias.includes(" ")) continue;
    const surname = alias.slice(alias.lastIndexOf(" ") + 1);
    if (surname.length < 4 || !/^\p{Lu}/u.test(surname)) continue;
    if (written.has(id, surname)) continue;
    written.add(id, surname);
    entries.push(makeEntry(surname, { actor, kind: "name", rank: SURNAME }));
  }
  return entries;
}

/** What the table of contexts says a name means. */
function ruleEntries(
  knowledge: Knowledge,
  actors: Map<string, Actor>,
  byName: Map<string, Entry>,
): Entry[] {
  const entries: Entry[] = [];
  for (const { alias, actor: id, kind, context } of knowledge.contexts ?? []) {
    const own = byName.get(foldText(alias.replace(/^the\s+/i, "")));
    const actor = id === "=" ? own?.actor : actors.get(id ?? "");
    if (id && actor === undefined) continue;
    const rest = {
      actor,
      kind: kind || own?.kind || "name",
      rank: RULE,
      language: own?.language ?? "",
    };
    const contexts = parseContexts(context ?? "", alias);
    const when = contexts.filter((one) => !isPhrase(one));
    entries.push(...phrases(alias, contexts, { ...rest, rank: PHRASE }));
    if (contexts.length === 0) entries.push(makeEntry(alias, rest));
    else if (when.length > 0) entries.push(makeEntry(alias, { ...rest, when }));
  }
  // A rule that always holds comes after those with a condition.
  return entries.sort((a, b) => Number(!a.when) - Number(!b.when));
}

/** Whether a context is nothing but words right before and after the name. */
function isPhrase(context: Context): boolean {
  return context.length === 1 && context[0].near === undefined && !context[0].wild &&
    !context[0].place;
}

/** Contexts of a name as phrases that hold it. */
function phrases(
  alias: string,
  contexts: readonly Context[],
  rest: Pick<Entry, "kind" | "rank"> & Partial<Entry>,
): Entry[] {
  return contexts.filter(isPhrase).map(([{ written }]) => {
    const [before, after = ""] = written.split("_");
    return makeEntry(`${before}${alias}${after}`, {
      ...rest,
      lead: tokensOf(before).length,
      trail: tokensOf(after).length,
      hyphens: [before.endsWith("-"), after.trimStart().startsWith("-")],
    });
  });
}
