import { words } from "./words.ts";

/** Numbers of a signature; its estimate of similarity is within 0.06 (one standard error). */
export const SIGNATURE = 64;
/** Rows of a band: texts that share half of their shingles meet with 0.65, three quarters with 0.997. */
const ROWS = 4;
/** Words of a shingle. */
const SHINGLE = 5;

/** Multipliers and addends of the hash functions, odd and fixed for all time. */
const FUNCTIONS = Array.from({ length: SIGNATURE }, (_, i) => ({
  times: mix(2 * i + 1) | 1,
  plus: mix(2 * i + 2),
}));

/**
 * Sums up a text as a MinHash signature over its shingles of five words (Broder 1997): the
 * share of equal places of two signatures estimates the Jaccard similarity of the texts.
 *
 * @param text Any text.
 * @returns 64 unsigned 32-bit numbers; nothing for a text of fewer than five words.
 *
 * @example
 * ```ts
 * import { minHash, similarity } from "aras";
 * import { assert } from "@std/assert";
 *
 * const text = "The road to the border is open again, the minister said on Monday.";
 * assert(similarity(minHash(text)!, minHash(text.toUpperCase())!) === 1);
 * ```
 */
export function minHash(text: string): Uint32Array | undefined {
  const lower = text.toLowerCase();
  const hashes = words(lower).map(({ start, end }) => hashOf(lower, start, end));
  if (hashes.length < SHINGLE) return undefined;
  const signature = new Uint32Array(SIGNATURE).fill(0xffffffff);
  const seen = new Set<number>();
  for (let i = 0; i + SHINGLE <= hashes.length; i++) {
    let shingle = 0;
    for (let j = 0; j < SHINGLE; j++) {
      shingle = mix(Math.imul(shingle, 31) + hashes[i + j]);
    }
    if (seen.has(shingle)) continue;
    seen.add(shingle);
    for (let k = 0; k < SIGNATURE; k++) {
      const { times, plus } = FUNCTIONS[k];
      let value = Math.imul(shingle, times) + plus;
      value = (value ^ (value >>> 15)) >>> 0;
      if (value < signature[k]) signature[k] = value;
    }
  }
  return signature;
}

/** Estimates the Jaccard similarity of two texts from their signatures, from 0 to 1. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (let k = 0; k < SIGNATURE; k++) if (a[k] === b[k]) equal++;
  return equal / SIGNATURE;
}

/**
 * Cuts a signature into bands for locality-sensitive hashing (Indyk & Motwani 1998): only
 * texts that share a band need to be compared.
 *
 * @param signature As {@linkcode minHash} gives it.
 * @returns One text a band.
 */
export function bandsOf(signature: Uint32Array): string[] {
  const bands: string[] = [];
  for (let row = 0; row < SIGNATURE; row += ROWS) {
    let a = row + 1, b = ~row;
    for (const value of signature.subarray(row, row + ROWS)) {
      a = mix(a ^ value);
      b = mix(b + value);
    }
    bands.push(hex(a) + hex(b));
  }
  return bands;
}

/** A signature as text, and back. */
export function writeSignature(signature: Uint32Array): string {
  return Array.from(signature, hex).join("");
}

/** Reads what {@linkcode writeSignature} wrote. */
export function readSignature(text: string): Uint32Array {
  return Uint32Array.from(
    { length: SIGNATURE },
    (_, i) => Number.parseInt(text.slice(8 * i, 8 * i + 8), 16),
  );
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, "0");
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash;
}

/** The finaliser of MurmurHash3 (Appleby 2011). */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
