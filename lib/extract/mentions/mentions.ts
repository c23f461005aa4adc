import type { PartialDate } from "../../base/date.ts";
import type { Actor, Knowledge } from "../knowledge.ts";
import { inContext } from "./contexts.ts";
import { entriesOf } from "./entries.ts";
import { type Entry, SURNAME } from "./entry.ts";
import { Forenames } from "./forenames.ts";
import { Gazetteer } from "./gazetteer.ts";
import { isPlace } from "./places.ts";
import { type RoleAt, type RoleFinder, roleFinder } from "./roles.ts";

/** A name of an actor in a text. */
export interface Mention {
  /** First code unit (UTF-16). */
  readonly start: number;
  /** The code unit after the last. */
  readonly end: number;
  /** Who is meant, an id of the table `actors`. */
  readonly actor: string;
  /** `name`, `metonym`, `demonym`, `place` or `outlet`; `role` where that is asked for. */
  readonly kind: string;
}

/** What finding mentions is told beside the names. */
export interface MentionOptions {
  /** When the text was published: names out of use then are left out. */
  readonly published?: PartialDate;
  /** Whether a surname alone is a mention after the full name; `true`. */
  readonly surnames?: boolean;
  /**
   * Whether an office is a mention of who held it when the text was published; `false`.
   * "The Iranian foreign minister" is then one mention, unless the name follows.
   */
  readonly roles?: boolean;
}

/** Finds the actors that a text names. */
export type MentionFinder = (text: string, options?: MentionOptions) => Mention[];

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
  const gazetteer = new Gazetteer(entriesOf(knowledge));
  const { vocabulary } = gazetteer;
  const forenames = new Forenames(knowledge.actors);

  let findRoles: RoleFinder | undefined;

  return (text, { published, surnames = true, roles = false } = {}) => {
    const mentions: Mention[] = [];
    /** People named in full, by the number of their surname. */
    const named = new Map<number, Actor>();
    gazetteer.scan(text, (start, end, entries, form) => {
      if (inAddress(text, start)) return;
      const first = entries[0];
      if (first.plain) {
        mentions.push({ start, end, actor: first.actor!.id, kind: first.kind });
        return;
      }
      const entry = choose(text, start, end, entries, form, published);
      const person = entry?.actor?.type === "person";
      if (entries[0].words === 1 && surnames && (person || canRecall(entry, entries))) {
        const known = named.size === 0
          ? undefined
          : named.get(vocabulary.at(text, start, end));
        if (known !== undefined && !isOther(known, text, start)) {
          mentions.push({ start, end, actor: known.id, kind: "name" });
          return;
        }
      }
      if (entry?.actor === undefined || entry.rank === SURNAME) return;
      if (person) addPerson(entry, entry.actor, start, end);
      else mentions.push({ start, end, actor: entry.actor.id, kind: entry.kind });
    });
    if (!roles || published === undefined) return mentions;
    findRoles ??= roleFinder(knowledge);
    return withRoles(mentions, findRoles(text, published), text);

    function addPerson(entry: Entry, actor: Actor, start: number, end: number) {
      let from = start;
      if (entry.words > 1) named.set(vocabulary.idOf(entry.last), actor);
      else {
        if (isOther(actor, text, start)) return;
        from = withForename(actor, text, start);
      }
      const last = mentions[mentions.length - 1];
      // A title and the name that it belongs to are one mention: the name.
      if (last?.actor === actor.id && last.end + 1 === from && text[last.end] === " ") {
        mentions.pop();
      }
      mentions.push({ start: from, end, actor: actor.id, kind: entry.kind });
    }
  };

  /** Where a name begins when the forename before a surname is the person's own. */
  function withForename(actor: Actor, text: string, start: number): number {
    const before = forenames.before(text, start);
    return before !== undefined && forenames.isOf(actor.id, before.id)
      ? before.start
      : start;
  }

  /** Whether a person's surname follows a forename that is another's. */
  function isOther(actor: Actor, text: string, start: number): boolean {
    const before = forenames.before(text, start);
    return before !== undefined && forenames.isLong(before.id) &&
      !forenames.isOf(actor.id, before.id);
  }
}

/** Mentions with offices among them, each in place of the names within it. */
function withRoles(
  mentions: readonly Mention[],
  roles: readonly RoleAt[],
  text: string,
): Mention[] {
  const alone = roles.filter(({ end, actor }) =>
    !mentions.some((mention) =>
      mention.actor === actor && /^,? $/.test(text.slice(end, mention.start))
    ) && !/^,? \p{Lu}/u.test(text.slice(end, end + 3))
  );
  const kept = mentions.filter(({ start, end }) =>
    !alone.some((role) => start < role.end && end > role.start)
  );
  return [...kept, ...alone.map((role) => ({ ...role, kind: "role" }))]
    .sort((a, b) => a.start - b.start);
}

/** The entry that a name stands for at a place of a text. */
function choose(
  text: string,
  start: number,
  end: number,
  entries: readonly Entry[],
  form: number,
  published: PartialDate | undefined,
): Entry | undefined {
  for (const entry of entries) {
    if (!holds(entry, text, start, end, published)) continue;
    const actor = entry.actor;
    if (entry.kind !== "metonym" || actor?.type !== "state" || entry.rank === 0) {
      return entry;
    }
    return isPlace(text, start, end, form)
      ? entries.find(({ kind }) => kind === "place")
      : entry;
  }
}

/** Whether a name that means nobody by itself may be a person's surname. */
function canRecall(entry: Entry | undefined, entries: readonly Entry[]): boolean {
  return entry?.actor === undefined &&
    entries.some(({ actor }) => actor?.type === "person");
}

function holds(
  entry: Entry,
  text: string,
  start: number,
  end: number,
  published: PartialDate | undefined,
): boolean {
  const { from, to, when, unless } = entry;
  if (published !== undefined) {
    if (from !== undefined && published < from.slice(0, published.length)) return false;
    if (to !== undefined && published.slice(0, to.length) > to) return false;
  }
  if (when !== undefined && !inContext(when, text, start, end)) return false;
  return unless === undefined || unless.length === 0 ||
    !inContext(unless, text, start, end);
}

/** Whether a name stands within a web address or is the name of an account. */
function inAddress(text: string, start: number): boolean {
  const before = start === 0 ? 0 : text.charCodeAt(start - 1);
  if (before === 0x40) return true;
  if (before !== 0x2f && before !== 0x2e && before !== 0x5f) return false;
  let from = start;
  while (from > 0 && from > start - 200 && text.charCodeAt(from - 1) > 0x20) from--;
  return /:\/\/|^www\./.test(text.slice(from, start));
}
