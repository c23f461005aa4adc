import { assert, assertEquals } from "@std/assert";
import { readArticles } from "../../lib/evaluate/articles.ts";
import { readGists } from "../../lib/evaluate/gists.ts";
import { readPassages } from "../../lib/evaluate/passages.ts";

Deno.test("readPassages() asks each invented text about parties of the tables", async (t) => {
  const passages = await readPassages(await readGists(), await readArticles());

  await t.step("no question stands twice", () => {
    const keys = passages.map(({ text, speaker, target }) =>
      JSON.stringify([text, speaker?.id ?? "author", target.id])
    );
    assertEquals(keys.length, new Set(keys).size);
  });

  await t.step("the parties are known, and two", () => {
    for (const { id, speaker, target } of passages) {
      assert(target.name !== target.id, `${id}: ${target.id} is not an actor`);
      if (speaker === null) continue;
      assert(speaker.name !== speaker.id, `${id}: ${speaker.id} is not an actor`);
      assert(speaker.id !== target.id, `${id}: ${target.id} toward itself`);
    }
  });

  await t.step("no text is both trained on and measured", () => {
    const texts = (kept: boolean) =>
      new Set(passages.flatMap(({ held, text }) => held === kept ? [text] : []));
    assertEquals(texts(true).intersection(texts(false)).size, 0);
  });

  await t.step(
    "each sign has a quarter of the questions or more, kept ones too",
    () => {
      for (const part of [passages, passages.filter(({ held }) => held)]) {
        for (const sign of [-1, 0, 1]) {
          const share = part.filter(({ label }) => label === sign).length / part.length;
          assert(share > 0.25, `${sign}: ${share}`);
        }
      }
    },
  );
});
