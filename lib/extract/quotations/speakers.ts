import type { Actor, Knowledge } from "../knowledge.ts";
import type { Mention } from "../mentions/mentions.ts";
import type { Stretch } from "./blocks.ts";
import { type RoleFinder, roleFinder } from "../mentions/roles.ts";

const HE = /^(?:he|she|him|her|his)$/i, IT = /^(?:it|its)$/i;
const THEY = /^(?:they|their|them|who)$/i;
const BOTH =
  /^(?:both|the two|two)\s+(?:\p{L}+\s+)?(?:countries|sides|states|nations|neighbou?rs|leaders|governments|ministers|presidents|parties)/iu;
const ROLE =
  /\b(?:spokes(?:man|woman|person)|minister|president|ambassador|envoy|commander|general|leader|diplomat|official|lawmaker|expert|analyst|director|author|secretary|chairman|prime minister|politician|researcher)\b/i;
const PUBLICATION =
  /\b(?:agency|outlet|newspaper|paper|website|channel|report|article|daily|statement|text|caption|editorial|site|video|headline|story)\b/i;
/** What belongs to an outlet: its words are the outlet's. */
const OF_OUTLET =
  /^\w+ (?:(?:news )?(?:agency|outlet|newspaper|paper|website|channel|daily|site)|article|editorial|caption|cartoon|headline|text)\b/i;
const UNNAMED =
  /\b(?:people|officials?|sources?|analysts?|experts?|critics|observers|some|others|many|diplomats?|reports?|witnesses|journalists?|commentators|residents|those|media)\b/i;
const GOVERNMENT = /^\s+(?:government|administration|cabinet)\b/;

/** What stands before the name of somebody who is not the subject. */
const OTHER_PARTY =
  /\b(?:with|like|by|of|to|for|against|from|between|counterpart|and|[‘'’]s)\s+(?:\p{L}[\p{L}'’-]*\s+){0,5}$/u;

/** Tells who speaks, by what has been named and who has spoken before. */
export class SpeakerResolver {
  readonly #actors: Map<string, Actor>;
  readonly #states: Map<string, string>;
  readonly #heads: Map<string, string[]>;
  readonly #roles: RoleFinder;
  #mentions: readonly Mention[] = [];
  #text = "";
  #person: string | undefined;
  #group: string[] = [];
  #last: string[] = [];
  /** Who has spoken within the quotation at hand. */
  #inner: string[] = [];
  #published: string | undefined;

  constructor(knowledge: Knowledge) {
    this.#actors = new Map(knowledge.actors.map((actor) => [actor.id, actor]));
    this.#states = new Map(
      knowledge.actors.filter(({ type, country }) => type === "state" && country)
        .map(({ id, country }) => [country!, id]),
    );
    this.#heads = new Map();
    for (const { institution, designation } of knowledge.designations ?? []) {
      if (designation.includes("_")) continue;
      const key = designation.toLowerCase();
      const known = this.#heads.get(key) ?? [];
      if (!known.includes(institution)) known.push(institution);
      this.#heads.set(key, known);
    }
    this.#roles = roleFinder(knowledge);
  }

  /** Begins a text. */
  begin(text: string, mentions: readonly Mention[], published?: string) {
    this.#text = text;
    this.#mentions = mentions;
    this.#published = published;
    this.#person = undefined;
    this.#group = [];
    this.#last = [];
  }

  /**
   * The actors that a phrase names as speaking: more than one where it joins them, none
   * where it cannot be told.
   *
   * @param source Where the phrase stands; missing where the text names nobody.
   * @param at Where the cue or the content stands.
   * @param nested Whether somebody who is quoted tells it: "I" and "we" are then he, and
   *   whom he names does not speak on.
   */
  resolve(source: Stretch | undefined, at: number, nested = false): string[] {
    if (source === undefined) return this.#last;
    if (nested && /^(?:i|we)$/i.test(this.#text.slice(source.start, source.end))) {
      return this.#last;
    }
    const { group, person } = { group: this.#group, person: this.#person };
    if (nested && this.#inner.length > 0) this.#group = this.#inner;
    const found = this.#ofPhrase(source, at);
    this.#group = group;
    this.#person = person;
    if (nested) this.#inner = found;
    else if (found.length > 0) this.#remember(found);
    return found;
  }

  #remember(actors: string[]) {
    this.#inner = [];
    this.#last = actors;
    if (actors.length === 1 && this.#actors.get(actors[0])?.type === "person") {
      this.#person = actors[0];
    } else if (actors[0] !== "unnamed") this.#group = actors;
  }

  #ofPhrase({ start, end }: Stretch, at: number): string[] {
    const phrase = this.#text.slice(start, end);
    if (/^(?:he|she),? /i.test(phrase)) return this.#personBefore(start);
    const inside = this.#within(start, end);
    if (inside.length > 0) return this.#named(inside, start, end);
    const role = this.#role(start, end);
    if (role !== undefined) return [role];
    const word = phrase.trim();
    if (HE.test(word)) return this.#personBefore(at);
    if (BOTH.test(word)) {
      return this.#group.length === 2 ? this.#group : this.#statesBefore(start);
    }
    if (IT.test(word)) {
      return this.#group.length > 0 ? this.#group.slice(0, 1) : this.#last;
    }
    if (/^who$/i.test(word)) {
      const before = this.#text.slice(Math.max(0, start - 40), start);
      return UNNAMED.test(before) ? ["unnamed"] : this.#mentionBefore(start);
    }
    if (THEY.test(word)) {
      const people = this.#peopleBefore(start);
      if (people !== undefined) return [people];
    }
    if (THEY.test(word)) return this.#group.length > 0 ? this.#group : this.#last;
    if (
      /^(?:the|this|that)\b/i.test(word) && ROLE.test(word) &&
      this.#person !== undefined
    ) {
      return [this.#person];
    }
    if (/^(?:the|this|its)\b/i.test(word) && OF_OUTLET.test(word)) {
      const outlet = this.#outletBefore(start);
      if (outlet !== undefined) return [outlet];
    }
    if (/^(?:the|this|its|his|her)\b/i.test(word) && PUBLICATION.test(word)) {
      return this.#last;
    }
    if (UNNAMED.test(word)) return ["unnamed"];
    return [];
  }

  #within(start: number, end: number): Mention[] {
    const inside: Mention[] = [];
    let low = 0, high = this.#mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#mentions[middle].start < start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < this.#mentions.length && this.#mentions[i].end <= end; i++) {
      inside.push(this.#mentions[i]);
    }
    return inside;
  }

  #named(inside: Mention[], start: number, end: number): string[] {
    const type = (mention: Mention) => this.#actors.get(mention.actor)?.type;
    const people = inside.filter((mention) => type(mention) === "person");
    if (people.length > 0) {
      const [first] = people;
      if (GOVERNMENT.test(this.#text.slice(first.end, end))) {
        const state = this.#states.get(this.#actors.get(first.actor)?.country ?? "");
        if (state !== undefined) return [this.#institution(state, ["gov"]) ?? state];
      }
      return this.#joined(people);
    }
    const speakers = inside.filter(({ kind }) => kind !== "place");
    if (speakers.length === 0) {
      return UNNAMED.test(this.#text.slice(start, end)) ? ["unnamed"] : [];
    }
    const outlets = speakers.filter(({ kind }) => kind === "outlet");
    if (outlets.length > 0) return this.#joined(outlets);
    const role = this.#role(start, end);
    if (role !== undefined) return [role];
    const institutions = speakers.filter((mention) =>
      type(mention) !== "state" && type(mention) !== "group"
    );
    if (institutions.length > 0) return this.#joined(institutions);
    return this.#joined(speakers).map((id) => this.#headed(id, speakers, end));
  }

  /** All of one kind that "and" or a comma joins; else the first. */
  #joined(mentions: readonly Mention[]): string[] {
    const actors = [mentions[0].actor];
    for (let i = 1; i < mentions.length; i++) {
      const between = this.#text.slice(mentions[i - 1].end, mentions[i].start);
      if (!/^(?:,| and|, and| &|,? as well as)\s+(?:the\s+)?$/.test(between)) break;
      if (!actors.includes(mentions[i].actor)) actors.push(mentions[i].actor);
    }
    return actors;
  }

  /** The institution of a state that its head noun names: "Armenian authorities". */
  #headed(id: string, mentions: readonly Mention[], end: number): string {
    const mention = mentions.find(({ actor }) => actor === id);
    if (mention === undefined || this.#actors.get(id)?.type !== "state") return id;
    const rest = this.#text.slice(mention.end, end).replace(/^['’]s?/, "");
    if (PUBLICATION.test(rest)) return "unnamed";
    const words = rest.trim().toLowerCase().split(/\s+/);
    for (let n = Math.min(3, words.length); n > 0; n--) {
      const institutions = this.#heads.get(words.slice(0, n).join(" "));
      if (institutions !== undefined) return this.#institution(id, institutions) ?? id;
    }
    return id;
  }

  #institution(state: string, institutions: readonly string[]): string | undefined {
    return institutions.map((institution) =>
      institution === "" ? state : `${state}-${institution}`
    ).find((id) => this.#actors.has(id));
  }

  /** Who holds the office that a phrase names, when the text was published. */
  #role(start: number, end: number): string | undefined {
    const published = this.#published;
    if (published === undefined) return undefined;
    return this.#roles(this.#text, published, start, end).at(0)?.actor;
  }

  /**
   * Whom "he" or "she" means: the last person named as somebody who acts, else who spoke
   * last. A name after "with", "by" or "counterpart" is the other one.
   */
  #personBefore(at: number): string[] {
    for (let i = this.#mentions.length - 1; i >= 0; i--) {
      const { start, actor } = this.#mentions[i];
      if (start >= at) continue;
      if (at - start > 500) break;
      if (this.#actors.get(actor)?.type !== "person") continue;
      const before = this.#text.slice(Math.max(0, start - 60), start);
      if (!OTHER_PARTY.test(before)) return [actor];
    }
    return this.#person === undefined ? [] : [this.#person];
  }

  /** The outlet named last: "the agency", "the caption". */
  #outletBefore(at: number): string | undefined {
    for (let i = this.#mentions.length - 1; i >= 0; i--) {
      const { end, actor, kind } = this.#mentions[i];
      if (end > at) continue;
      if (at - end > 1000) return undefined;
      if (kind === "outlet") return actor;
    }
  }

  #mentionBefore(at: number): string[] {
    const before = this.#mentions.filter(({ end }) => end <= at && at - end < 60);
    return before.length === 0 ? [] : [before[before.length - 1].actor];
  }

  /** The people whom a plural names shortly before: "the Americans …, they". */
  #peopleBefore(at: number): string | undefined {
    for (let i = this.#mentions.length - 1; i >= 0; i--) {
      const { end, actor, kind } = this.#mentions[i];
      if (end > at) continue;
      if (at - end > 120) return undefined;
      if (kind === "demonym" && this.#text[end - 1] === "s") return actor;
    }
    return undefined;
  }

  #statesBefore(at: number): string[] {
    const states: string[] = [];
    for (let i = this.#mentions.length - 1; i >= 0 && states.length < 2; i--) {
      const { start, actor, kind } = this.#mentions[i];
      if (start >= at || kind === "demonym") continue;
      if (this.#actors.get(actor)?.type === "state" && !states.includes(actor)) {
        states.unshift(actor);
      }
    }
    return states;
  }
}
