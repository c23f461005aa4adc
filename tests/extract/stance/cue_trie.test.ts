import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { CueTrie } from "../../../lib/extract/stance/cue_trie.ts";

/** The cues of a trie that end after just these words. */
function cuesAt(trie: CueTrie, [first, ...rest]: readonly number[]): number[] {
  let node = trie.root(first);
  for (const word of rest) node = node === 0 ? 0 : trie.next(node, word);
  return trie.ends(node).map(({ cue }) => cue);
}

Deno.test("CueTrie leads along words to the cues that end there", () => {
  const form = "base", length = 1;
  const trie = CueTrie.of([
    [[3], { cue: 0, form, length }],
    [[3, 1], { cue: 1, form, length }],
    [[3, 1], { cue: 2, form, length }],
    [[3, 1], { cue: 1, form, length }],
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
    const trie = CueTrie.of(
      lists.map((list, cue) => [list, { cue, form: "base", length: list.length }]),
      10,
    );
    const with_ = (list: readonly number[]) =>
      lists.flatMap((one, cue) => String(one) === String(list) ? [cue] : []);
    for (const list of [...lists, other]) assertEquals(cuesAt(trie, list), with_(list));
  }));
});
