import type { Actor, Knowledge } from "../knowledge.ts";
import type { Mention } from "../mentions/mentions.ts";
import type { Span } from "../../text/words.ts";
import { type RoleFinder, roleFinder } from "../mentions/roles.ts";
import type { Stretch } from "./blocks.ts";
import { Heads, PUBLICATION } from "./heads.ts";
import { isOwner } from "./owners.ts";
import { Referents } from "./referents.ts";

const HE = /^(?:he|she|him|her|his)$/i, IT = /^(?:it|its)$/i;
const THEY = /^(?:they|their|them|who)$/i;
const BOTH =
  /^(?:both|the two|two)\s+(?:\p{L}+\s+)?(?:countries|sides|states|nations|neighbou?rs|leaders|governments|ministers|presidents|parties)/iu;
const ROLE =
  /\b(?:spokes(?:man|woman|person)|minister|president|ambassador|envoy|commander|general|leader|diplomat|official|lawmaker|expert|analyst|director|author|secretary|chairman|prime minister|politician|researcher)\b/i;
/** What belongs to an outlet: its words are the outlet's. */
const OF_OUTLET =
  /^\w+ (?:(?:news )?(?:agency|outlet|newspaper|paper|website|channel|daily|site)|article|editorial|caption|cartoon|headline|text)\b/i;
const UNNAMED =
  /\b(?:people|officials?|sources?|analysts?|experts?|critics?|observers?|some|others|many|diplomats?|reports?|witnesses|journalists?|commentators?|residents?|those|media|(?:one|a|an|another)(?: \S+){0,2} (?:official|analyst|expert|diplomat|source|lawmaker|observer|researcher|journalist|minister|commander|politician))\b/i;
const ASIDE =
  /, (?:in|at|on|during|after|before|following|while|when|speaking|for (?:his|her|its|their) part|together|along|like|unlike)\b/i;
const INDEFINITE = /^(?:an?|one|another|some|several|many|two|three)\b/i;
const GOVERNMENT = /^\s+(?:government|administration|cabinet)\b/;

/** Tells who speaks, by what has been named and who has spoken before. */
export class SpeakerResolver {
  readonly #actors: Map<string, Actor>;
  readonly #heads: Heads;
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
    this.#heads = new Heads(knowledge, this.#actors);
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
    const aside = phrase.includes(",") ? this.#asideAt(start, end) : end;
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
        const government = this.#heads.governmentOf(first.actor);
        if (government !== undefined) return [government];
      }
      const own = people.filter((one) =>
        !isOwner(this.#text.slice(start, one.start), this.#text.slice(one.end, end))
      );
      if (own.length > 0) return this.#joined(own);
      if (inside.length === people.length) {
        return INDEFINITE.test(this.#text.slice(start, end)) ? ["unnamed"] : [];
      }
    }
    const speakers = inside.filter(({ kind }) => kind !== "place");
    if (speakers.length === 0) {
      const [place] = inside;
      const seat = this.#heads.seated(place, this.#text.slice(start, place.start));
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
    return mention === undefined
      ? id
      : this.#heads.headed(id, this.#text.slice(mention.end, end));
  }

  /** Who holds the office that a phrase names, when the text was published. */
  #role(start: number, end: number): string | undefined {
    const published = this.#published;
    if (published === undefined) return undefined;
    return this.#roles(this.#text, published, start, end).at(0)?.actor;
  }
}

const list = (actor: string | undefined) => actor === undefined ? [] : [actor];
