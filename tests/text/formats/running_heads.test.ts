import { assert, assertEquals } from "@std/assert";
import { runningHeads } from "../../../lib/text/formats/running_heads.ts";
import { fileReader } from "../../../lib/text/read.ts";
import { inFolder, PROSE } from "../pages.ts";
import { pdf } from "./files.ts";

const bodies = PROSE.map((line) => line.match(/.{1,60}(?: |$)/g)!);

Deno.test("runningHeads() finds lines that stand at the top or foot of many pages", () => {
  const pages = bodies.map((body, i) =>
    ["Roads of the Valley", ...body, `Page ${i + 1}`].join("\n")
  );
  const found = runningHeads(pages);
  assertEquals(found.heads, [
    "Roads of the Valley",
    ...bodies.map((_, i) => `Page ${i + 1}`),
  ]);
  assert(found.pages[0].startsWith("Roads of the Valley\n\nThe minister"));
});

Deno.test("runningHeads() leaves a document of two pages and lines of prose alone", () => {
  const two = ["Head\na\nb", "Head\nc\nd"];
  assertEquals(runningHeads(two), { pages: two, heads: [] });
  assertEquals(runningHeads(bodies.map((body) => body.join("\n"))).heads, []);
});

Deno.test("running heads of a PDF are taken out with their reason", async () => {
  const file = pdf(
    ...bodies.map((body, i) => ["Roads of the Valley", ...body, `${i + 1}`]),
  );
  await inFolder({ "a.pdf": file }, async (folder) => {
    for await (const article of fileReader({ publishers: [] })(`${folder}/a.pdf`)) {
      if ("error" in article) throw new Error(article.error);
      assert(!article.text.includes("Roads of the Valley"), article.text);
      assert(article.text.includes("the road to the border"));
      const heads = article.removed.filter(({ reason }) => reason === "running head");
      assertEquals(heads.length, 2 * bodies.length);
      for (const { start, end, text } of article.removed) {
        assertEquals(article.original.slice(start, end), text);
      }
    }
  });
});
