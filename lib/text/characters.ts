/** What a UTF-16 code unit can be; a unit can be several of these at once. */
export const LETTER = 1, DIGIT = 2, UPPER = 4, LOWER = 8, SPACE = 16;
/** Marks that end a sentence; after those of full width no space follows. */
export const STOP = 32, FULL_WIDTH = 64;
/** Quotation marks and brackets; most quotation marks open in one language and close in another. */
export const OPENER = 128, CLOSER = 256;

const CLASSES: readonly (readonly [number, RegExp])[] = [
  // Marks and joiners count as letters, so that vowelled Arabic, Devanagari and Persian
  // words with a zero-width non-joiner stay whole.
  [LETTER, /[\p{L}\p{M}\u200c\u200d]+/gu],
  [DIGIT, /\p{N}+/gu],
  [UPPER, /[\p{Lu}\p{Lt}]+/gu],
  // Georgian has capitals in headlines alone: its letters tell no sentence's beginning.
  [LOWER, /(?:(?!\p{Script=Georgian})\p{Ll})+/gu],
  [SPACE, /[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu],
  [STOP, /[.!?…‽⁇⁈⁉؟۔։।॥።፧។៕᙮。！？．｡]+/gu],
  [FULL_WIDTH, /[。！？．｡]+/gu],
  [OPENER, /[\p{Ps}\p{Pi}"'„‚»’”]+/gu],
  [CLOSER, /[\p{Pe}\p{Pf}"'“‘«]+/gu],
];

let table: Uint16Array | undefined;

/**
 * The classes of all 65,536 UTF-16 code units, so that a text is read with one look-up a
 * unit, whatever its script.
 *
 * @returns A table of bit sets, made at the first call and shared.
 */
export function characterTable(): Uint16Array {
  if (table !== undefined) return table;
  const made = new Uint16Array(65536);
  for (let first = 0; first < 65536; first += 4096) {
    const units = Array.from(
      { length: 4096 },
      (_, i) => String.fromCharCode(first + i),
    );
    const text = units.join("");
    for (const [bit, pattern] of CLASSES) {
      for (const { 0: run, index } of text.matchAll(pattern)) {
        for (let i = index; i < index + run.length; i++) made[first + i] |= bit;
      }
    }
  }
  // Astral characters: the first half tells emoji and symbols (D83B to D83F) from
  // letters (all other planes in use); a second half belongs to what the first began.
  for (let unit = 0xd800; unit < 0xe000; unit++) {
    made[unit] = unit >= 0xd83b && unit <= 0xd83f ? 0 : LETTER;
  }
  return table = made;
}

/** Tells whether a code unit is the second half of an astral character. */
export function isSecondHalf(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
