import type { Span } from "../../text/words.ts";
import type { Actor, Knowledge } from "../knowledge.ts";
import type { Mention } from "../mentions/mentions.ts";

/** What stands before the name of somebody who is not the subject. */
const OTHER_PARTY =
  /\b(?:with|like|by|of|to|for|against|from|between|counterpart|and|[‘'’]s)\s+(?:\p{L}[\p{L}'’-]*\s+){0,5}$/u;
const OWNER = /^['’]s?\s/;

/** Titles by which a text calls somebody again, and what his office must have in its name. */
const TITLES: readonly (readonly [title: RegExp, office: RegExp])[] = [
  [/\bprime minister\b|\bpremier\b/i, /\bprime minister\b/i],
  [/\bforeign minister\b|\b(?:top|chief) diplomat\b/i, /\bforeign minister\b/i],
  [/\bdefen[cs]e (?:minister|chief)\b/i, /\bdefen[cs]e minister\b/i],
  [/\bminister\b/i, /\bminister\b/i],
  [/\bpresident\b/i, /(?<!vice[- ])\bpresident\b/i],
  [/\bspokes(?:man|woman|person)\b/i, /\bspokes(?:man|woman|person)\b/i],
  [/\bambassador\b/i, /\bambassador\b/i],
  [/\benvoy\b/i, /\b(?:envoy|representative|ambassador)\b/i],
  [/\bdiplomat\b/i, /\b(?:diplomat|ambassador|envoy|foreign)\b/i],
  [/\b(?:commander|general)\b/i, /\b(?:commander|general|chief of)\b/i],
  [/\bsupreme leader\b/i, /\bsupreme leader\b/i],
  [/\bsecretary\b/i, /\bsecretary\b/i],
  [/\bspeaker\b/i, /\bspeaker\b/i],
  [/\b(?:lawmaker|deputy|mp)\b/i, /\b(?:deputy|parliament|mp|speaker)\b/i],
];
/** Titles of anybody in office. */
const ANY_OFFICE = /\b(?:leader|official|politician|counterpart)\b/i;
/** How far back a person is called again by a title, in code units. */
const TITLE_REACH = 3000;
const PRONOUN_REACH = 500;

/** Who is meant by a word that names nobody: "he", "the minister", "the agency". */
export class Referents {
  readonly #actors: ReadonlyMap<string, Actor>;
  readonly #offices = new Map<string, string>();
  #mentions: readonly Mention[] = [];
  #bounds: readonly Span[] = [];
  #text = "";

  /**
   * @param knowledge Its roles tell the offices of persons.
   * @param actors Its actors by id.
   */
  constructor(knowledge: Knowledge, actors: ReadonlyMap<string, Actor>) {
    this.#actors = actors;
    for (const { actor, role } of knowledge.roles ?? []) {
      const known = this.#offices.get(actor);
      this.#offices.set(actor, known === undefined ? role : `${known}; ${role}`);
    }
  }

  /** Begins a text: its mentions and sentences in order. */
  begin(text: string, mentions: readonly Mention[], bounds: readonly Span[]) {
    this.#text = text;
    this.#mentions = mentions;
    this.#bounds = bounds;
  }

  /**
   * Whom "he" or "she" means: of the persons in the nearest sentence that names one, the
   * first who is neither an owner nor after "with", "by" or "counterpart"; the subject
   * comes before the object (Grosz, Joshi & Weinstein 1995).
   *
   * @param at Where the pronoun stands.
   * @param speaker Who spoke last and from where on; he is meant where the nearest
   *   sentence with a person is before that.
   */
  person(at: number, speaker?: { actor: string; at: number }): string | undefined {
    let found: string | undefined, sentence = -1;
    for (let i = this.#before(at) - 1; i >= 0; i--) {
      const { start, end, actor } = this.#mentions[i];
      if (at - start > PRONOUN_REACH) break;
      if (this.#actors.get(actor)?.type !== "person") continue;
      const own = this.#sentence(start);
      if (found !== undefined && own !== sentence) break;
      const before = this.#text.slice(Math.max(0, start - 60), start);
      if (OTHER_PARTY.test(before)) continue;
      if (OWNER.test(this.#text.slice(end, end + 3)) && found !== undefined) continue;
      found = actor;
      sentence = own;
    }
    if (found === undefined) return undefined;
    if (speaker !== undefined && this.#sentence(speaker.at) > sentence) {
      return speaker.actor;
    }
    return found;
  }

  /**
   * Whom a title means that was named before: "the prime minister", "the Iranian
   * minister", "his Azerbaijani counterpart".
   *
   * @param phrase The title.
   * @param at Where it stands.
   * @param country The country it belongs to, where the phrase tells.
   */
  titled(phrase: string, at: number, country?: string): string | undefined {
    const office = TITLES.find(([title]) => title.test(phrase))?.[1];
    if (office === undefined && !ANY_OFFICE.test(phrase)) return undefined;
    for (let i = this.#before(at) - 1; i >= 0; i--) {
      const { start, actor } = this.#mentions[i];
      if (at - start > TITLE_REACH) return undefined;
      const known = this.#actors.get(actor);
      if (known?.type !== "person") continue;
      if (country !== undefined && known.country !== country) continue;
      const offices = this.#offices.get(actor);
      if (office === undefined ? country !== undefined : office.test(offices ?? "")) {
        return actor;
      }
    }
    return undefined;
  }

  /** The outlet named last: "the agency", "the caption". */
  outlet(at: number): string | undefined {
    for (let i = this.#before(at) - 1; i >= 0; i--) {
      const { end, actor, kind } = this.#mentions[i];
      if (at - end > 1000) return undefined;
      if (kind === "outlet") return actor;
    }
    return undefined;
  }

  /** Whom a relative pronoun means: the name right before it. */
  antecedent(at: number): string | undefined {
    const last = this.#mentions[this.#before(at) - 1];
    return last !== undefined && at - last.end < 60 ? last.actor : undefined;
  }

  /** The people whom a plural names shortly before: "the Americans …, they". */
  people(at: number): string | undefined {
    for (let i = this.#before(at) - 1; i >= 0; i--) {
      const { end, actor, kind } = this.#mentions[i];
      if (at - end > 120) return undefined;
      if (kind === "demonym" && this.#text[end - 1] === "s") return actor;
    }
    return undefined;
  }

  /** The two states named last: "both countries". */
  states(at: number): string[] {
    const states: string[] = [];
    for (let i = this.#before(at) - 1; i >= 0 && states.length < 2; i--) {
      const { actor, kind } = this.#mentions[i];
      if (kind === "demonym") continue;
      if (this.#actors.get(actor)?.type === "state" && !states.includes(actor)) {
        states.unshift(actor);
      }
    }
    return states;
  }

  /** How many mentions end before a place. */
  #before(at: number): number {
    let low = 0, high = this.#mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#mentions[middle].end <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The number of the sentence at a place. */
  #sentence(at: number): number {
    let low = 0, high = this.#bounds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#bounds[middle].end <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
