/** A source of numbers that are the same in every run and on every machine. */
export interface Random {
  /** A number in [0, 1) with 32 random bits. */
  next(): number;
  /** A whole number in [0, n). */
  below(n: number): number;
  /** A draw from the normal distribution with mean 0 and standard deviation 1. */
  normal(): number;
  /** Shuffles an array in place (Fisher and Yates) and returns it. */
  shuffle<T extends unknown[] | Float64Array | Int32Array | Uint32Array>(items: T): T;
  /** A generator of its own, for a part of the work that may run in another order. */
  fork(name: string | number): Random;
}

/**
 * Makes a seeded generator: xoshiro128** 1.1 (Blackman & Vigna 2021), its state filled
 * from the seed by SplitMix32, so that numbers depend on nothing but the seed.
 *
 * @param seed A whole number or a text; a text is hashed (FNV-1a, 32 bits).
 * @returns The generator.
 *
 * @example
 * ```ts
 * import { seededRandom } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(seededRandom(1).below(1000), seededRandom(1).below(1000));
 * ```
 */
export function seededRandom(seed: number | string = 1): Random {
  let mix = typeof seed === "string" ? fnv1a(seed) : seed | 0;
  const fill = () => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) | 0;
  };
  let a = fill(), b = fill(), c = fill(), d = fill();
  let spare: number | undefined;

  const bits = (): number => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };

  const random: Random = {
    next: () => bits() / 4294967296,
    below: (n) => Math.floor(bits() / 4294967296 * n),
    normal() {
      // Marsaglia's polar method; its second number is kept for the next call.
      if (spare !== undefined) {
        const value = spare;
        spare = undefined;
        return value;
      }
      for (;;) {
        const x = 2 * random.next() - 1, y = 2 * random.next() - 1;
        const s = x * x + y * y;
        if (s === 0 || s >= 1) continue;
        const scale = Math.sqrt(-2 * Math.log(s) / s);
        spare = y * scale;
        return x * scale;
      }
    },
    shuffle(items) {
      for (let i = items.length - 1; i > 0; i--) {
        const j = random.below(i + 1);
        const kept = items[i];
        items[i] = items[j];
        items[j] = kept;
      }
      return items;
    },
    fork: (name) => seededRandom(`${seed}/${name}`),
  };
  return random;
}

/** FNV-1a over UTF-16 code units (Fowler, Noll & Vo), as a signed 32-bit number. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash | 0;
}
