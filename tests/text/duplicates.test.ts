import { assert, assertEquals } from "@std/assert";
import {
  bandsOf,
  minHash,
  readSignature,
  similarity,
  writeSignature,
} from "../../lib/text/duplicates.ts";
import { paragraphs } from "./pages.ts";
import { seededRandom } from "../../lib/base/random.ts";

const random = seededRandom("duplicates");
const text = (words: number) =>
  Array.from({ length: words }, () => `w${random.below(5000)}`).join(" ");

/** Jaccard similarity of the sets of shingles, counted out. */
function jaccard(a: string, b: string): number {
  const shingles = (s: string) => {
    const words = s.split(" ");
    return new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(" ")));
  };
  const x = shingles(a), y = shingles(b);
  const both = [...x].filter((shingle) => y.has(shingle)).length;
  return both / (x.size + y.size - both);
}

Deno.test("similarity() of signatures estimates the Jaccard similarity of shingles", () => {
  let error = 0;
  for (let i = 0; i < 40; i++) {
    const whole = text(400);
    const part = whole.split(" ").slice(0, 40 + 9 * i).join(" ") + " " + text(100);
    error += similarity(minHash(whole)!, minHash(part)!) - jaccard(whole, part);
  }
  assert(Math.abs(error / 40) < 0.03, `biased by ${error / 40}`);
});

Deno.test("a copy with a paragraph cut and a line added shares a band; another text does not", () => {
  const lines = Array.from({ length: 10 }, () => text(60));
  const original = minHash(lines.join("\n"))!;
  const copy = minHash(
    [...lines.slice(0, 9), "Source: a wire of the valley"].join("\n"),
  )!;
  const other = minHash(text(600))!;
  const shared = (a: Uint32Array, b: Uint32Array) => {
    const bands = bandsOf(b);
    return bandsOf(a).filter((band, i) => band === bands[i]).length;
  };
  assert(similarity(original, copy) > 0.7);
  assert(shared(original, copy) > 0);
  assertEquals(shared(original, other), 0);
});

Deno.test("minHash() does not mind case, and gives nothing for a few words", () => {
  const prose = paragraphs(2).join("\n");
  assertEquals(similarity(minHash(prose)!, minHash(prose.toUpperCase())!), 1);
  assertEquals(minHash("four words are few"), undefined);
});

Deno.test("readSignature() reads back what writeSignature() wrote", () => {
  const signature = minHash(paragraphs(2).join("\n"))!;
  assertEquals(readSignature(writeSignature(signature)), signature);
});
