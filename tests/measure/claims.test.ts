import { assert, assertEquals } from "@std/assert";
import { checkClaims, openCorpus } from "aras";

const corpus = await openCorpus();
const claims = await checkClaims(corpus);
corpus.close();

/** The prose of a notebook: its Markdown cells. */
async function proseOf(notebook: string): Promise<string> {
  const file = new URL(`../../notebooks/${notebook}.ipynb`, import.meta.url);
  const { cells } = JSON.parse(await Deno.readTextFile(file)) as {
    cells: { cell_type: string; source: string | string[] }[];
  };
  return cells.filter((cell) => cell.cell_type === "markdown")
    .map((cell) => [cell.source].flat().join("")).join("\n").replace(/\s+/g, " ");
}

Deno.test("the notebooks assert twelve findings", () => {
  assertEquals(claims.length, 12);
  const verdicts = new Set(claims.map(({ now }) => now.verdict));
  assert(verdicts.has("none seen") && verdicts.has("too few"));
});

for (const { written, now } of claims) {
  Deno.test(`the finding ${written.id} is what the corpus says`, () => {
    assertEquals(written, now, "deno task claims shows what changed");
  });

  Deno.test(`the finding ${written.id} stands in the prose of its notebook`, async () => {
    const prose = await proseOf(written.notebook);
    assert(
      prose.includes(now.finding),
      `${written.notebook} should say: ${now.finding}`,
    );
  });
}
