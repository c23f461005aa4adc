import { foldText } from "./fold.ts";

/** Which form of a word a text shows: its base form, another, or one that tells a place. */
export const BASE = 0, OBLIQUE = 1, LOCAL = 2;
/** A form with a letter joined to its front (Arabic and Hebrew "and", "to", "in"). */
export const PREFIXED = 4;

/** What makes a form of a word's stem, folded as names are compared, and what it tells. */
export interface Affix {
  /** Letters joined to the front. */
  readonly before: string;
  readonly ending: string;
  /** {@linkcode OBLIQUE} or {@linkcode LOCAL}, with {@linkcode PREFIXED}. */
  readonly code: number;
  /** How many letters stand before the word itself. */
  readonly prefix: number;
}

/** Forms of a word: each affix makes one of the stem. */
export interface Inflection {
  readonly stem: string;
  readonly affixes: readonly Affix[];
}

/**
 * Endings by the ending of the base form, longest first. `local` are those that tell a
 * place by themselves; a Russian locative does not without its preposition.
 */
interface Paradigm {
  readonly ending: RegExp;
  readonly cut: number;
  readonly oblique: string;
  readonly local?: string;
}

const CYRILLIC: readonly Paradigm[] = [
  {
    ending: /(?:[иы]й|ой)$/u,
    cut: 2,
    oblique:
      "ого ому им ым ом ем ая ую ой яя юю ей его ему ое ее ие ые их ых ими ыми я ю е",
  },
  { ending: /ец$/u, cut: 2, oblique: "ца цу цем цом це цы цев цам цами цах" },
  { ending: /[цк]ы$|[нр]е$/u, cut: 1, oblique: "ев ов ам ами ах" },
  { ending: /ь$/u, cut: 1, oblique: "я ю ем ём е и ью" },
  { ending: /й$/u, cut: 1, oblique: "я ю ем е" },
  { ending: /ия$/u, cut: 1, oblique: "и ю ей" },
  { ending: /я$/u, cut: 1, oblique: "и ю ей е" },
  { ending: /а$/u, cut: 1, oblique: "ы и е у ой ою" },
  { ending: /[оеиуыюэ]$/u, cut: 0, oblique: "" },
  { ending: /[\p{L}]$/u, cut: 0, oblique: "а у ом ым е ы" },
];

const ARMENIAN: readonly Paradigm[] = [
  {
    ending: /[աոեիէօու]$/u,
    cut: 0,
    oblique:
      "յի յից յով ն յին յիս ի ից ով ին ներ ների ները ներն ներին ներից ներով ներում",
    local: "յում ում",
  },
  {
    ending: /\p{L}$/u,
    cut: 0,
    oblique: "ի ից ով ը ն ին ներ ների ները ներն ներին ներից եր երի երը երն երին երից",
    local: "ում ներում երում",
  },
];

const TURKIC_VOWEL = "nın nin nun nün ya yə ye nı ni nu nü yla ylə yle ";
const TURKIC_CONSONANT = "ın in un ün a ə e ı i u ü la lə le ";
const TURKIC_LOCAL = "da də de ta te dan dən den tan ten daki dəki deki ";
const TURKIC_PLURAL = "lar lər ler ları ləri leri ların lərin lerin lara lərə lere";

const TURKIC: readonly Paradigm[] = [
  {
    ending: /[aeıioöuüə]$/iu,
    cut: 0,
    oblique: TURKIC_VOWEL + TURKIC_PLURAL,
    local: TURKIC_LOCAL,
  },
  {
    ending: /\p{L}$/u,
    cut: 0,
    oblique: TURKIC_CONSONANT + TURKIC_PLURAL,
    local: TURKIC_LOCAL,
  },
];

const GEORGIAN: readonly Paradigm[] = [
  { ending: /[აეოუ]$/u, cut: 0, oblique: "ს მ სთან ათ დან სა თან", local: "ში დან" },
  {
    ending: /ი$/u,
    cut: 1,
    oblique: "ის მა ს ით ად სთან ისთვის",
    local: "ში იდან",
  },
];

const NONE: Inflection[] = [];

/** Whether a word can have forms at all: most names are English. */
export function isInflected(word: string, language: string): boolean {
  return language === "az" || language === "tr" || /\P{ASCII}/u.test(word);
}

/** Letters that Arabic and Hebrew write joined to the front of a word. */
const ARABIC_PREFIXES = "و ب ل ف ك وب ول فب";
const HEBREW_PREFIXES = "ו ב ל מ ה ש כ וב ול שב";
/** "To" and the Arabic article become one. */
const ARTICLE = "ال", TO_THE = "لل";
const PERSIAN_LETTER = /[پچژگیک]/u;

/**
 * The inflected forms of a word of a name, as the script and language of the name have
 * them: Russian declension, Armenian, Azerbaijani and Turkish case endings, the joined
 * conjunctions and prepositions of Arabic and Hebrew. Latin scripts otherwise mark the
 * possessive by an apostrophe, which ends the word anyway.
 *
 * @param word A word of a name.
 * @param language Its language where it is known (ISO 639-1).
 * @param last Whether it is the name's last word: Turkic and Armenian mark only that.
 * @param first Whether it is the name's first word: prefixes stand only there.
 */
export function inflected(
  word: string,
  language: string,
  first: boolean,
  last: boolean,
): Inflection[] {
  if (!isInflected(word, language)) return NONE;
  if (/^[Ѐ-ӿ]{3,}$/u.test(word)) return decline(word, CYRILLIC);
  if (/^[԰-֏]{3,}$/u.test(word)) return last ? decline(word, ARMENIAN) : NONE;
  if (/^[ა-ჿ]{3,}$/u.test(word)) return last ? decline(word, GEORGIAN) : NONE;
  if (/^[؀-ۿ]{3,}$/u.test(word)) {
    return first && language !== "fa" && !PERSIAN_LETTER.test(word)
      ? arabicForms(word)
      : NONE;
  }
  if (/^[א-ת]{3,}$/u.test(word)) {
    return first ? [{ stem: word, affixes: prefixes(HEBREW_PREFIXES) }] : NONE;
  }
  const turkic = language === "az" || language === "tr" || /[əğışİ]/u.test(word);
  return turkic && last && word.length > 2 ? decline(word, TURKIC) : NONE;
}

function decline(word: string, paradigms: readonly Paradigm[]): Inflection[] {
  const paradigm = paradigms.find(({ ending }) => ending.test(word));
  if (paradigm === undefined) return NONE;
  const stem = word.slice(0, word.length - paradigm.cut);
  return [{ stem, affixes: affixesOf(paradigm) }];
}

const known = new Map<Paradigm | string, Affix[]>();

/** The endings of a paradigm, each once: what can tell a place does. */
function affixesOf(paradigm: Paradigm): Affix[] {
  let affixes = known.get(paradigm);
  if (affixes === undefined) {
    const local = split(paradigm.local);
    const oblique = split(paradigm.oblique).filter((one) => !local.includes(one));
    const affix = (code: number) => (ending: string) => ({
      before: "",
      ending: foldText(ending),
      code,
      prefix: 0,
    });
    affixes = [...local.map(affix(LOCAL)), ...oblique.map(affix(OBLIQUE))];
    known.set(paradigm, affixes);
  }
  return affixes;
}

function split(written = ""): string[] {
  return written.split(" ").filter((one) => one !== "");
}

function arabicForms(word: string): Inflection[] {
  const forms = [{ stem: word, affixes: prefixes(ARABIC_PREFIXES) }];
  if (word.startsWith(ARTICLE)) {
    forms.push({ stem: word.slice(2), affixes: prefixes(TO_THE) });
  }
  return forms;
}

function prefixes(written: string): Affix[] {
  let affixes = known.get(written);
  if (affixes === undefined) {
    affixes = split(written).map((prefix) => ({
      before: foldText(prefix),
      ending: "",
      code: (/[بבמ]$/u.test(prefix) ? LOCAL : OBLIQUE) | PREFIXED,
      prefix: prefix.length,
    }));
    known.set(written, affixes);
  }
  return affixes;
}
