import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { CueTrie, type Pattern } from "../../../lib/extract/stance/cue_trie.ts";

const pattern = (cue: number): Pattern => ({
  cue,
  part: "phrase",
  form: "base",
  length: 1,
});

/** The cues of a trie that end after just these words. */
function cuesAt(trie: CueTrie, [first, ...rest]: readonly number[]): number[] {
  let node = trie.root(first);
  for (const word of rest) node = node === 0 ? 0 : trie.next(node, word);
  return trie.ends(node).map(({ cue }) => cue);
}

Deno.test("CueTrie leads along words to the cues that end there", () => {
  const trie = new CueTrie([
    [[3], pattern(0)],
    [[3, 1], pattern(1)],
    [[3, 1], pattern(2)],
    [[3, 1], pattern(1)],
  ], 5);
  assertEquals(cuesAt(trie, [3]), [0]);
  assertEquals(cuesAt(trie, [3, 1]), [1, 2]);
  assertEquals(cuesAt(trie, [1]), []);
  assertEquals(trie.isLast(trie.root(3)), false);
});

Deno.test("CueTrie finds all that it was given and nothing else", () => {
  const words = fc.array(fc.integer({ min: 1, max: 9 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(fc.property(fc.array(words), words, (lists, other) => {
    const trie = new CueTrie(
      lists.map((list, cue) => [list, pattern(cue)]),
      10,
    );
    const cuesOf = (list: readonly number[]) =>
      lists.flatMap((one, cue) => String(one) === String(list) ? [cue] : []);
    for (const list of [...lists, other]) {
      assertEquals(cuesAt(trie, list), cuesOf(list));
    }
  }));
});
