import { assertEquals } from "@std/assert";
import {
  encodeQuestion,
  type ModelConfig,
} from "../../../lib/extract/stance/encode.ts";

const config: ModelConfig = {
  maxLength: 24,
  tokens: { cls: 101, sep: 102, pad: 0 },
  marks: { target: [1, 2], first: [3, 4], second: [5, 6] },
  heads: {
    target: { temperature: 1, bias: [0, 0, 0] },
    direction: { temperature: 1, bias: [[0, 0, 0], [0, 0, 0]] },
  },
};
/** One id a word: its length plus 200. */
const tokenize = (text: string) =>
  (text.match(/\w+|[^\s\w]/g) ?? []).map((word) => 200 + word.length);
const encode = (question: Parameters<typeof encodeQuestion>[0]) =>
  encodeQuestion(question, tokenize, config);

Deno.test("encodeQuestion() marks speaker and target in the order of the text", () => {
  const text = "aa met bbb";
  const p = { spans: [{ start: 0, end: 2 }] }, q = { spans: [{ start: 7, end: 10 }] };
  const ids = [101, 3, 202, 4, 203, 5, 203, 6, 102];
  assertEquals(encode({ text, speaker: p, target: q }), { ids, output: 0 });
  assertEquals(encode({ text, speaker: q, target: p }), { ids, output: 1 });
});

Deno.test("encodeQuestion() marks the one target of the writer", () => {
  const question = {
    text: "aa met bbb",
    speaker: null,
    target: { spans: [{ start: 7, end: 10 }] },
  };
  assertEquals(encode(question), {
    ids: [101, 202, 203, 1, 203, 2, 102],
    output: "target",
  });
});

Deno.test("encodeQuestion() names before the text who is not in it", () => {
  const speaker = { name: "dddd", spans: [] },
    target = { spans: [{ start: 0, end: 2 }] };
  assertEquals(encode({ text: "aa met", speaker, target }).ids, [
    101,
    3,
    204,
    4,
    201,
    5,
    202,
    6,
    203,
    102,
  ]);
});

Deno.test("encodeQuestion() asks with a header where the spans lie in each other", () => {
  const speaker = { name: "cc", spans: [{ start: 0, end: 8 }] };
  const target = { spans: [{ start: 0, end: 2 }] };
  assertEquals(encode({ text: "aa armyy met", speaker, target }).ids.slice(0, 5), [
    101,
    3,
    202,
    4,
    201,
  ]);
});

Deno.test("encodeQuestion() cuts what stands farthest from the marks", () => {
  const text = `${"w ".repeat(30)}aa ${"z ".repeat(30)}`;
  const target = { spans: [{ start: 60, end: 62 }] };
  const { ids } = encode({ text, speaker: null, target });
  assertEquals(ids.length, 24);
  assertEquals(ids.slice(-4), [1, 202, 2, 102]);
});
