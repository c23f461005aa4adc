import type { reports } from "./phrases.ts";
import type { Actor, Knowledge } from "../knowledge.ts";
import type { Mention } from "../mentions/mentions.ts";
import type { Stretch } from "./blocks.ts";
import type { Span } from "../../text/words.ts";
import { Referents } from "./referents.ts";
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
  /\b(?:people|officials?|sources?|analysts?|experts?|critics?|observers?|some|others|many|diplomats?|reports?|witnesses|journalists?|commentators?|residents?|those|media|(?:one|a|an|another)(?: \S+){0,2} (?:official|analyst|expert|diplomat|source|lawmaker|observer|researcher|journalist|minister|commander|politician))\b/i;
const ASIDE =
  /, (?:in|at|on|during|after|before|following|while|when|speaking|for (?:his|her|its|their) part|together|along|like|unlike)\b/i;
/** What of somebody's speaks for him; his adviser or brother does not. */
const OWN_WORD =
  /^['’]s? (?:\p{L}+ ){0,2}(?:office|administration|government|cabinet|statements?|speech|remarks?|words?|comments?|letter|message|tweets?|post|interview|claims?|calls?|article|account|party|team|camp|press service|website|report)\b/iu;
/** Heads of a phrase that speak for themselves, whatever state they are of. */
const PRIVATE =
  /\b(?:analysts?|experts?|scholars?|academics?|researchers?|commentators?|observers?|activists?|journalists?|reporters?|critics|residents?|witnesses|media|press|newspapers?|outlets?|bloggers?|users?)$/i;
/** Those who are somebody's and do not speak for him: "an adviser to Khamenei". */
const OF_OTHERS =
  /\b(?:advis[eo]rs?|aides?|ally|allies|supporters?|critics?|opponents?|lawyers?|sons?|daughters?|brothers?|wife|friends?|rivals?|deput(?:y|ies)|assistants?|predecessors?|successors?)\s+(?:to|of)\s+(?:[\p{L}'’-]+\s+){0,4}$/iu;
const INDEFINITE = /^(?:an?|one|another|some|several|many|two|three)\b/i;
const OWNED = /^['’]s?\s+\p{L}/u;
const GOVERNMENT = /^\s+(?:government|administration|cabinet)\b/;

/** Tells who speaks, by what has been named and who has spoken before. */
export class SpeakerResolver {
  readonly #actors: Map<string, Actor>;
  readonly #states: Map<string, string>;
  readonly #heads: Map<string, string[]>;
  readonly #roles: RoleFinder;
  readonly #referents: Referents;
  #mentions: readonly Mention[] = [];
  #text = "";
  #person: { actor: string; at: number } | undefined;
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
    this.#referents = new Referents(knowledge, this.#actors);
  }

  /** Begins a text. */
  begin(
    text: string,
    mentions: readonly Mention[],
    bounds: readonly Span[],
    published?: string,
  ) {
    this.#referents.begin(text, mentions, bounds);
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
    else if (found.length > 0) this.#remember(found, source.start);
    return found;
  }

  #remember(actors: string[], at: number) {
    this.#inner = [];
    this.#last = actors;
    if (actors.length === 1 && this.#actors.get(actors[0])?.type === "person") {
      this.#person = { actor: actors[0], at };
    } else if (actors[0] !== "unnamed") this.#group = actors;
  }

  #ofPhrase({ start, end }: Stretch, at: number): string[] {
    const phrase = this.#text.slice(start, end), referents = this.#referents;
    if (/^(?:he|she),? /i.test(phrase)) return this.#he(start);
    const aside = this.#asideAt(start, end);
    if (aside < end) return this.#ofPhrase({ start, end: aside }, at);
    const inside = this.#within(start, end);
    if (inside.length > 0) return this.#named(inside, start, end);
    const role = this.#role(start, end);
    if (role !== undefined) return [role];
    const word = phrase.trim();
    if (HE.test(word)) return this.#he(at);
    if (BOTH.test(word)) {
      return this.#group.length === 2 ? this.#group : referents.states(start);
    }
    if (IT.test(word)) {
      return this.#group.length > 0 ? this.#group.slice(0, 1) : this.#last;
    }
    if (/^(?:who|which)$/i.test(word)) {
      const before = this.#text.slice(Math.max(0, start - 40), start);
      return UNNAMED.test(before) ? ["unnamed"] : list(referents.antecedent(start));
    }
    if (THEY.test(word)) {
      const people = referents.people(start);
      if (people !== undefined) return [people];
      return this.#group.length > 0 ? this.#group : this.#last;
    }
    if (/^(?:the|this|that|his|her|its)\b/i.test(word)) {
      const titled = referents.titled(word, start);
      if (titled !== undefined) return [titled];
      if (/^th/i.test(word) && ROLE.test(word) && this.#person !== undefined) {
        return [this.#person.actor];
      }
      if (OF_OUTLET.test(word)) {
        const outlet = referents.outlet(start);
        if (outlet !== undefined) return [outlet];
      }
      if (PUBLICATION.test(word)) return this.#last;
    }
    if (UNNAMED.test(word)) return ["unnamed"];
    return [];
  }

  /** Where "X, in a call with Y," leaves its head: who else is named there does not speak. */
  #asideAt(start: number, end: number): number {
    const found = ASIDE.exec(this.#text.slice(start, end));
    return found === null ? end : start + found.index;
  }

  #he(at: number): string[] {
    const person = this.#person;
    return list(this.#referents.person(at, person) ?? person?.actor);
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
      const own = people.filter((mention) => !this.#isOwner(mention, start, end));
      if (own.length > 0) return this.#joined(own);
      if (inside.length === people.length) {
        return INDEFINITE.test(this.#text.slice(start, end)) ? ["unnamed"] : [];
      }
    }
    const speakers = inside.filter(({ kind }) => kind !== "place");
    if (speakers.length === 0) {
      const seat = this.#seat(inside, start);
      if (seat !== undefined) return [seat];
      return UNNAMED.test(this.#text.slice(start, end)) ? ["unnamed"] : [];
    }
    const outlets = speakers.filter(({ kind }) => kind === "outlet");
    if (outlets.length > 0) return this.#joined(outlets);
    const role = this.#role(start, end);
    if (role !== undefined) return [role];
    const titled = this.#titled(speakers, start, end);
    if (titled !== undefined) return [titled];
    const institutions = speakers.filter((mention) =>
      type(mention) !== "state" && type(mention) !== "group"
    );
    if (institutions.length > 0) return this.#joined(institutions);
    return this.#joined(speakers).map((id) => this.#headed(id, speakers, end));
  }

  /** Whether somebody is named only as whose man speaks: "Aliyev's adviser". */
  #isOwner({ start, end }: Mention, first: number, last: number): boolean {
    if (OF_OTHERS.test(this.#text.slice(first, start))) return true;
    const rest = this.#text.slice(end, last);
    return OWNED.test(rest) && !OWN_WORD.test(rest);
  }

  /** Whom "the Iranian minister" or "his Azerbaijani counterpart" means, if named before. */
  #titled(speakers: readonly Mention[], start: number, end: number) {
    const [first] = speakers;
    const state = this.#actors.get(first.actor);
    if (state?.type !== "state" || state.country === undefined) return undefined;
    if (speakers.some(({ actor }) => actor !== first.actor)) return undefined;
    const phrase = this.#text.slice(start, end);
    if (!/^(?:the|this|that|his|her|its|their)\b|['’]s\b/i.test(phrase)) {
      return undefined;
    }
    return this.#referents.titled(phrase, start, state.country);
  }

  /** The government that has its seat in a place: "officials in Baku". */
  #seat(places: readonly Mention[], start: number): string | undefined {
    const [place] = places;
    const country = this.#actors.get(place.actor)?.country;
    const state = country === undefined ? undefined : this.#states.get(country);
    if (state === undefined) return undefined;
    const before = this.#text.slice(start, place.start);
    const head = /^(?:the |some |several |senior )*([\p{L} ]+?) (?:in|of) $/iu.exec(
      before,
    );
    const institutions = head && this.#heads.get(head[1].toLowerCase());
    if (!institutions) return undefined;
    return this.#institution(state, institutions) ?? state;
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
    if (
      PRIVATE.test(rest.replace(/,.*$/, "").replace(/ (?:in|at|of|from|who) .*$/, ""))
    ) {
      return "unnamed";
    }
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
}

const list = (actor: string | undefined) => actor === undefined ? [] : [actor];
