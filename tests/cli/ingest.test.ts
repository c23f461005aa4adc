import { assert, assertEquals } from "@std/assert";
import { openCorpus } from "../../lib/corpus/open.ts";
import { inFolder, paragraphs } from "../text/pages.ts";

const PERMISSIONS = [
  "--allow-read",
  "--allow-write",
  "--deny-write=data,lib,notebooks,tests",
  "--allow-net",
  "--allow-env",
  "--allow-ffi",
  "--allow-sys=osRelease,cpus",
];

function start(args: string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", ...PERMISSIONS, "lib/cli/ingest.ts", ...args],
    stdout: "null",
    stderr: "piped",
  }).spawn();
}

async function ingest(...args: string[]): Promise<string> {
  const { stderr } = await start(args).output();
  return new TextDecoder().decode(stderr);
}

const article = (i: number) =>
  `Iran opens road number ${i}\n\n21 March 2022\n\n${paragraphs(4).join("\n\n")}\n\n` +
  `Armenia and Iran agreed on it, point ${"xyz".repeat(i % 7 + 1)} of ${i}.`;

Deno.test("ingest makes a corpus that openCorpus reads, and adds no text twice", async () => {
  const files = {
    "a/1.txt": article(1),
    "a/b/2.txt": article(2),
    "a/same.txt": article(1),
    "a/empty.txt": "",
    "a/refs.ris":
      "TY  - NEWS\nTI  - Iran opens road number 2\nAU  - Ali, Leyla\nUR  - https://valley.example/2\nER  - \n",
  };
  await inFolder(files, async (folder) => {
    const into = `${folder}/corpus`;
    const told = await ingest(`${folder}/a`, "--into", into);
    assert(told.includes("3 articles added, 1 were there already"), told);
    assert(told.includes("empty.txt: expected an article but found an empty file"));
    const again = await ingest(`${folder}/a`, "--into", into);
    assert(again.includes("0 articles added"), again);
    const corpus = await openCorpus(into);
    const documents = await corpus.query<Record<string, string>>(
      "SELECT title, author, url, published, date_basis, extent FROM documents ORDER BY title",
    );
    assertEquals(documents.map(({ title, author }) => [title, author]), [
      ["Iran opens road number 1", null],
      ["Iran opens road number 2", "Leyla Ali"],
    ]);
    assertEquals(documents[0].published, "2022-03-21");
    const spans = await corpus.query<{ word: string; actor: string }>(
      `SELECT substr(text, "start" + 1, "end" - "start") AS word, actor
         FROM spans JOIN texts USING (document) WHERE actor IN ('irn', 'arm')`,
    );
    assert(spans.length >= 6);
    assert(
      spans.every(({ word, actor }) => word === (actor === "irn" ? "Iran" : "Armenia")),
    );
    const copies = await corpus.query("SELECT * FROM copies");
    assertEquals(copies.length, 1);
    corpus.close();
  });
});

Deno.test("ingest, killed at any moment, goes on and has each article once", async () => {
  const lines = Array.from(
    { length: 700 },
    (_, i) => JSON.stringify({ id: i, text: article(i) }),
  );
  await inFolder({ "many.jsonl": lines.join("\n") }, async (folder) => {
    const into = `${folder}/corpus`;
    const args = [`${folder}/many.jsonl`, "--into", into];
    let promised = 0;
    for (const wait of [1, 1]) {
      const process = start(args);
      const reader = process.stderr.getReader();
      // Killed once it has said that so many batches are done.
      for (let seen = 0; seen < wait;) {
        const { value, done } = await reader.read();
        if (done) break;
        for (
          const [, count] of new TextDecoder().decode(value).matchAll(
            /(\d+) articles done/g,
          )
        ) {
          promised += Number(count) > 0 ? 1 : 0;
          seen++;
        }
      }
      process.kill("SIGKILL");
      await process.status;
      await reader.cancel();
    }
    assert(promised >= 2, `${promised} batches were done`);
    const told = await ingest(...args);
    const [, added, known] = /(\d+) articles added, (\d+) were there already/.exec(
      told,
    )!;
    assertEquals(Number(added) + Number(known), 700);
    assert(Number(known) >= 2 * 256, told);
    const corpus = await openCorpus(into);
    const [{ n }] = await corpus.query<{ n: number }>(
      "SELECT count(*) AS n FROM documents",
    );
    const [{ t }] = await corpus.query<{ t: number }>(
      "SELECT count(DISTINCT document) AS t FROM texts",
    );
    assertEquals([n, t], [700, 700]);
    corpus.close();
  });
});
