import type { PartialDate } from "../../base/date.ts";
import type { Actor, Knowledge } from "../knowledge.ts";
import { type Entry, makeEntry, NAME } from "./entry.ts";
import { Gazetteer } from "./gazetteer.ts";

/** Offices that one person holds at a time. */
const SINGLE =
  /^(?:(?:first )?vice[- ]president|president|(?:deputy )?prime minister|(?:acting )?(?:[a-z]+ ){1,2}minister|supreme leader|(?:foreign|defen[cs]e) ministry spokes(?:man|woman|person)|(?:government|presidential|state department) spokes(?:man|woman|person)|parliament(?:ary)? speaker|speaker of parliament|(?:supreme national )?security council secretary|prosecutor general|chief of (?:the )?general staff|secretary general)$/;

/** An office that a text names, and who held it. */
export interface RoleAt {
  readonly start: number;
  readonly end: number;
  readonly actor: string;
}

/** Finds offices and who held them at a date. */
export type RoleFinder = (
  text: string,
  published: PartialDate,
  from?: number,
  to?: number,
) => RoleAt[];

/**
 * Makes a finder of dated offices: "the Iranian foreign minister" is whoever held the
 * office when the text was published. In the month of a change it is nobody.
 *
 * @param knowledge Roles with their dates, actors and names of states.
 */
export function roleFinder(knowledge: Knowledge): RoleFinder {
  const gazetteer = new Gazetteer(roleEntries(knowledge));
  return (text, published, first, last) => {
    const found: RoleAt[] = [];
    const scanned = (start: number, end: number, entries: readonly Entry[]) => {
      const holders = new Set<string>();
      for (const { actor, from, to } of entries) {
        const began = from === undefined ||
          published >= from.slice(0, published.length);
        const ended = to !== undefined && published.slice(0, to.length) > to;
        if (began && !ended && actor !== undefined) holders.add(actor.id);
      }
      if (holders.size === 1) found.push({ start, end, actor: [...holders][0] });
    };
    gazetteer.scan(text, scanned, first, last);
    return found;
  };
}

/**
 * Offices as phrases that tell who speaks: "Iranian foreign minister", "Iran's foreign
 * minister", "foreign minister of Iran", each for as long as somebody held it.
 *
 * @param knowledge Roles with their dates; the state is that of the holder's country.
 * @returns Entries of a gazetteer; one without any date is left out.
 */
function roleEntries(knowledge: Knowledge): Entry[] {
  const actors = new Map(knowledge.actors.map((actor) => [actor.id, actor]));
  const names = stateNames(knowledge);
  return (knowledge.roles ?? []).flatMap(({ actor: id, role, role_from, role_to }) => {
    const actor = actors.get(id), office = officeOf(role);
    if (actor?.country === undefined || office === undefined) return [];
    if (!role_from && !role_to) return [];
    const dates = { from: role_from || undefined, to: role_to || undefined };
    return phrasesOf(office, names.get(actor.country) ?? []).map((phrase) =>
      makeEntry(phrase, { actor, kind: "role", rank: NAME, ...dates })
    );
  });
}

function officeOf(role: string): string | undefined {
  const office = role.toLowerCase().replace(/,.*$/, "").replace(/ of [a-z -]+$/, "")
    .replace(/^speaker$/, "parliament speaker").trim();
  return SINGLE.test(office) ? office : undefined;
}

interface StateName {
  readonly alias: string;
  readonly demonym: boolean;
}

/** English names and adjectives of states, by country. */
function stateNames({ actors, aliases }: Knowledge): Map<string, StateName[]> {
  const states = new Map<string, Actor>(
    actors.filter(({ type }) => type === "state").map((actor) => [actor.id, actor]),
  );
  const names = new Map<string, StateName[]>();
  for (const { actor: id, alias, kind } of aliases) {
    const state = states.get(id);
    if (!state?.country || !/^[A-Z][A-Za-z. ]+$/.test(alias)) continue;
    const demonym = kind === "demonym";
    if (kind === "metonym" || (demonym && /s$/.test(alias))) continue;
    const known = names.get(state.country) ?? [];
    names.set(state.country, [...known, { alias, demonym }]);
  }
  return names;
}

function phrasesOf(office: string, states: readonly StateName[]): string[] {
  const offices = new Set([
    office,
    office.replace("defence", "defense"),
    office.replace(/spokes(?:man|woman|person)/, "spokesperson"),
    office.replace("foreign minister", "minister of foreign affairs"),
  ]);
  return [...offices].flatMap((one) =>
    states.flatMap(({ alias, demonym }) =>
      demonym ? [`${alias} ${one}`] : [`${alias}'s ${one}`, `${one} of ${alias}`]
    )
  );
}
