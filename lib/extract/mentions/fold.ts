import { characterTable, DIGIT, LETTER } from "../../text/characters.ts";

/** Letters that NFD leaves whole though writers use them and their base alike. */
const PAIRS = "ıiøołlđd" + "يیىیكکأاإاآاٱاةهؤو";
const JOINERS = [0x00ad, 0x0640, 0x200c, 0x200d, 0x2060];
/** Apostrophes that Unicode counts as letters: they end a word here. */
const APOSTROPHES = [0x02b9, 0x02bb, 0x02bc, 0x02bd];

/** How a gazetteer sees the 65,536 code units. */
export interface FoldTable {
  /** The letter that stands for it, case and diacritics gone; 0 where it is skipped. */
  readonly fold: Uint16Array;
  /** 1 where it is part of a word. */
  readonly word: Uint8Array;
  /** Both at once: 0 outside words, {@linkcode SKIPPED} or the folded letter within. */
  readonly letter: Uint16Array;
}

/** A code unit of a word that the folded word is without. */
export const SKIPPED = 1;

let table: FoldTable | undefined;

/**
 * The table that names are compared by: lower case, no diacritics, Arabic and Persian
 * forms of a letter as one, digits of all scripts as ASCII, and vowel signs, soft hyphens
 * and zero-width joiners as nothing.
 *
 * @returns The table, made at the first call and shared.
 */
export function foldTable(): FoldTable {
  if (table !== undefined) return table;
  const classes = characterTable();
  const fold = new Uint16Array(65536), word = new Uint8Array(65536);
  for (let unit = 0; unit < 65536; unit++) {
    fold[unit] = unit;
    if ((classes[unit] & (LETTER | DIGIT)) !== 0) word[unit] = 1;
  }
  // Base letters and marks end at U+2000; later letters (CJK, Hangul) have no case.
  foldRange(0x41, 0x2000, word, fold);
  for (let i = 0; i < PAIRS.length; i += 2) {
    fold[PAIRS.charCodeAt(i)] = PAIRS.charCodeAt(i + 1);
  }
  foldRange(0xfe70, 0xff5b, word, fold);
  for (const unit of JOINERS) {
    fold[unit] = 0;
    word[unit] = 1;
  }
  for (const unit of APOSTROPHES) word[unit] = 0;
  fold[0x2019] = fold[0x2bc] = 0x27;
  const letter = new Uint16Array(65536);
  for (let unit = 0; unit < 65536; unit++) {
    if (word[unit] === 1) letter[unit] = fold[unit] || SKIPPED;
  }
  return table = { fold, word, letter };
}

const MARK = /\p{M}/gu, NUMBER = /^\p{Nd}$/u;

/** Folds the word characters of a range, all by one call of what the platform has. */
function foldRange(first: number, end: number, word: Uint8Array, fold: Uint16Array) {
  const units: number[] = [];
  for (let unit = first; unit < end; unit++) if (word[unit] === 1) units.push(unit);
  const bases = units.map((unit) => String.fromCharCode(unit)).join("\n")
    .replace(MARK, "").normalize("NFKD").toLowerCase().normalize("NFD").split("\n");
  units.forEach((unit, i) => {
    const base = bases[i].charCodeAt(0) || 0;
    const isDigit = base > 0x7f && NUMBER.test(String.fromCharCode(unit));
    fold[unit] = isDigit ? 0x30 + digitValue(unit) : base;
  });
}

/** Decimal digits stand in runs of ten from their zero, at multiples of 2 in Unicode. */
function digitValue(unit: number): number {
  let zero = unit;
  while (unit - zero < 9 && NUMBER.test(String.fromCharCode(zero - 1))) zero--;
  return unit - zero;
}

/** Folds a text as {@linkcode foldTable} does. */
export function foldText(text: string): string {
  const { fold } = foldTable();
  let folded = "";
  for (let i = 0; i < text.length; i++) {
    const unit = fold[text.charCodeAt(i)];
    if (unit !== 0) folded += String.fromCharCode(unit);
  }
  return folded;
}
