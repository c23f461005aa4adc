/** Words of 32 bits in a sieve: 64 KB, which a processor keeps near. */
const SIZE = 1 << 14;

/**
 * A set of hashes that can err: what it says it has not is not there (Bloom, 1970, with one
 * hash). Most words of a text are told from it alone to be no part of any name.
 */
export class Sieve {
  readonly #bits = new Int32Array(SIZE);

  add(hash: number): void {
    this.#bits[(hash >>> 5) & (SIZE - 1)] |= 1 << (hash & 31);
  }

  mayHave(hash: number): boolean {
    return (this.#bits[(hash >>> 5) & (SIZE - 1)] & (1 << (hash & 31))) !== 0;
  }
}
