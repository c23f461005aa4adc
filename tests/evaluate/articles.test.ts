import { assert, assertEquals, assertThrows } from "@std/assert";
import { parseArticles, readArticles } from "../../lib/evaluate/articles.ts";
import { readKnowledge } from "../../lib/cli/knowledge.ts";

const article = (...coded: unknown[]) =>
  JSON.stringify({
    published: "2023-05-01",
    paragraphs: [[["It rained.", []], ["Iran praised Armenia.", [coded]]], [[
      "End.",
      [],
    ]]],
  });

Deno.test("parseArticles() places each statement at its sentence", () => {
  const [{ text, statements }] = parseArticles(
    article("irn", "arm", 1, "SUPPORT", "r"),
  );
  assertEquals(text, "It rained. Iran praised Armenia.\n\nEnd.");
  const [{ start, end, ...rest }] = statements;
  assertEquals(text.slice(start, end), "Iran praised Armenia.");
  assertEquals(rest, {
    speaker: "irn",
    target: "arm",
    stance: 1,
    act: "SUPPORT",
    voice: "reported",
  });
});

Deno.test("parseArticles() says which line has what there is not", () => {
  const good = article("irn", "arm", 1, "SUPPORT", "r");
  assertThrows(
    () => parseArticles(`${good}\n${article("irn", "arm", 3, "SUPPORT", "r")}`),
    Error,
    "articles.jsonl:2: stance: expected −2 to 2 but found 3",
  );
  assertThrows(
    () => parseArticles(article("irn", "arm", 1, "PRAISE", "r")),
    Error,
    "act",
  );
  assertThrows(
    () => parseArticles(article("irn", "arm", 1, "AID", "x")),
    Error,
    "voice",
  );
});

Deno.test("the invented articles code each pair of known actors once a sentence", async () => {
  const articles = await readArticles();
  const actors = new Set((await readKnowledge()).actors.map(({ id }) => id));
  for (const { id, statements } of articles) {
    const pairs = statements.map(({ start, speaker, target }) =>
      `${start} ${speaker} ${target}`
    );
    assertEquals(new Set(pairs).size, pairs.length, id);
    for (const { speaker, target } of statements) {
      assert(actors.has(speaker) && actors.has(target) && speaker !== target, id);
    }
  }
  const texts = new Set(articles.map(({ text }) => text));
  assertEquals(texts.size, articles.length);
  const held = articles.filter(({ held }) => held).length / articles.length;
  assert(held > 0.15 && held < 0.25);
});
