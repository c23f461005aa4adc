import { characterTable, UPPER } from "../../text/characters.ts";
import type { PartialDate } from "../../base/date.ts";
import type { Actor, Alias } from "../knowledge.ts";
import type { Context } from "./contexts.ts";
import { foldText } from "./fold.ts";
import { tokensOf } from "./tokens.ts";

/** What a word of a name demands of the capitals of a text. */
export const ANY_CASE = 0, INITIAL = 1, ALL_CAPITALS = 2;

/**
 * The order in which entries are tried at one place: rules about a name, names, phrases
 * that hold a name and tell whom it means, surnames, phrases that only rule a name out.
 */
export const RULE = 0, NAME = 1, PHRASE = 2, SURNAME = 3, BLOCKER = 4;

/** A name ready to be looked for, with the words around it that tell whom it means. */
export interface Entry {
  /** Who is meant; missing where nobody is. */
  readonly actor?: Actor;
  /** `name`, `metonym`, `demonym`, `place` or `outlet`. */
  readonly kind: string;
  /** {@linkcode RULE} to {@linkcode BLOCKER}. */
  readonly rank: number;
  /** The name, with the words around it that must be there. */
  readonly phrase: string;
  /** How many words and marks of the phrase stand before and after the name itself. */
  readonly lead: number;
  readonly trail: number;
  /** Whether a hyphen joins the name to the words before and after it. */
  readonly hyphens: readonly [boolean, boolean];
  /** Contexts of which one must hold, where there are any. */
  readonly when?: readonly Context[];
  /** Contexts that rule it out. */
  readonly unless?: readonly Context[];
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  /** Capitals that the text must have, a number for each word and mark. */
  readonly capitals: Uint8Array;
  /** Whether "the" must stand before it: the West. */
  readonly article: boolean;
  readonly language: string;
  /** How many words and marks the name itself has. */
  readonly words: number;
  /** The last of them, folded. */
  readonly last: string;
  /** Whether it means its actor wherever it stands. */
  readonly plain: boolean;
}

const ARTICLE = /^the\s+/i;

/** What {@linkcode makeEntry} is told beside the phrase. */
export type EntryOptions =
  & Pick<Entry, "kind" | "rank">
  & Partial<
    Omit<Entry, "phrase" | "capitals" | "article" | "words" | "last" | "plain">
  >;

/** Makes an entry; what is not given has its plain value. */
export function makeEntry(phrase: string, options: EntryOptions): Entry {
  const { actor, kind, rank, from, to, when, unless, lead = 0, trail = 0 } = options;
  const article = ARTICLE.test(phrase);
  const name = (article ? phrase.replace(ARTICLE, "") : phrase).normalize("NFC").trim();
  const tokens = tokensOf(name);
  // All have the same fields in the same order, which engines read fastest.
  return {
    actor,
    kind,
    rank,
    phrase: name,
    lead,
    trail,
    hyphens: options.hyphens ?? [false, false],
    when,
    unless,
    from,
    to,
    capitals: capitalsOf(tokens),
    article,
    language: options.language ?? "",
    words: tokens.length - lead - trail,
    last: foldText(tokens[tokens.length - 1] ?? ""),
    plain: actor !== undefined && actor.type !== "person" && rank < SURNAME &&
      (kind !== "metonym" || actor.type !== "state") && from === undefined &&
      to === undefined && !when?.length && !unless?.length,
  };
}

/** What words demand of capitals: an acronym of two or three letters is all capitals. */
function capitalsOf(tokens: readonly string[]): Uint8Array {
  const demands = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    demands[i] = !isUpper(tokens[i], 0)
      ? ANY_CASE
      : isAcronym(tokens[i])
      ? ALL_CAPITALS
      : INITIAL;
  }
  return demands;
}

function isAcronym(token: string): boolean {
  if (token.length === 1 || token.length > 3) return false;
  for (let i = 1; i < token.length; i++) {
    const unit = token.charCodeAt(i);
    if (!isUpper(token, i) && (unit < 0x30 || unit > 0x39)) return false;
  }
  return true;
}

function isUpper(text: string, at: number): boolean {
  return (characterTable()[text.charCodeAt(at)] & UPPER) !== 0;
}

/**
 * The kind of mention of a name: places and outlets are kinds of their own, and so is an
 * organisation that publishes.
 */
export function kindOf(alias: Alias, actor: Actor, publishes: boolean): string {
  if (alias.kind !== "name") return alias.kind;
  if (publishes && actor.type === "organisation") return "outlet";
  return actor.type === "place" || actor.type === "outlet" ? actor.type : "name";
}
