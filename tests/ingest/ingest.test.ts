import { assert, assertEquals } from "@std/assert";
import { openCorpus } from "aras";
import { factFinder } from "../../lib/cli/fact_finder.ts";
import { listFaults } from "../../lib/corpus/faults.ts";
import { pageFetcher } from "../../lib/ingest/fetch.ts";
import { ingest } from "../../lib/ingest/ingest.ts";
import { fileReader } from "../../lib/text/read.ts";
import { inFolder, page, paragraphs } from "../text/pages.ts";

const extract = await factFinder();
const read = fileReader({ publishers: [] });

/** Reads paths into a corpus; what was done and told. */
async function run(folder: string, paths: string[]) {
  const told: string[] = [];
  const done = await ingest(paths, {
    into: `${folder}/corpus`,
    read,
    extract,
    fetchPage: pageFetcher({
      folder: `${folder}/pages`,
      pause: 0,
      wait: 1,
      archive: "",
    }),
    tell: (line) => told.push(line),
  });
  return { done, told };
}

/** A server of three roads, one of them private and one gone. */
async function withServer(run: (origin: string, asked: string[]) => Promise<void>) {
  const asked: string[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request) => {
      const { pathname } = new URL(request.url);
      asked.push(pathname);
      if (pathname === "/robots.txt") {
        return new Response("User-agent: *\nDisallow: /p");
      }
      if (pathname === "/gone") return new Response("gone", { status: 404 });
      const title = `A road ${pathname.slice(1)}`;
      return new Response(page({ title, lines: [title, ...paragraphs(5)] }), {
        headers: { "content-type": "text/html; charset=utf-8" },
      });
    },
  );
  try {
    await run(`http://127.0.0.1:${server.addr.port}`, asked);
  } finally {
    await server.shutdown();
  }
}

Deno.test("ingest() finds statements, and its corpus has no fault", async () => {
  const text = "Iran's foreign minister condemned Azerbaijan.\n\n" +
    paragraphs(3).join("\n\n");
  const head = '<meta property="article:published_time" content="2021-10-06">';
  const files = {
    "a.txt": `Iran condemns Baku\n\n5 October 2021\n\n${text}`,
    "b.html": page({ head }),
  };
  await inFolder(files, async (folder) => {
    await run(folder, [`${folder}/a.txt`, `${folder}/b.html`]);
    const corpus = await openCorpus(`${folder}/corpus`);
    const [found] = await corpus.query(
      "SELECT speaker, target, stance < 0 AS against, method FROM statements",
    );
    const bases = await corpus.query<{ date_basis: string }>(
      "SELECT date_basis FROM documents ORDER BY published",
    );
    corpus.close();
    assertEquals(found.target, "aze");
    assertEquals([found.against, found.method], [true, "rules"]);
    assertEquals(bases.map(({ date_basis }) => date_basis), ["text", "metadata"]);
    assertEquals((await listFaults(`${folder}/corpus`)).faults, []);
  });
});

Deno.test("ingest() fetches addresses and lists of them politely, the rest on the next run", async () => {
  await withServer((origin, asked) =>
    inFolder({
      "list.txt": `# roads\n${origin}/north\n${origin}/private\n${origin}/gone\n`,
    }, async (folder) => {
      const paths = [`${folder}/list.txt`, `${origin}/south`];
      const { done, told } = await run(folder, paths);
      assertEquals([done.added, done.failed], [2, 2]);
      assert(
        told.some((line) => line.includes("/private: expected a page but found its")),
      );
      assert(
        told.some((line) => line.includes("/gone: expected a page but found status")),
      );
      const again = await run(folder, paths);
      assertEquals([again.done.added, again.done.known], [0, 2]);
      assertEquals(asked.filter((path) => path === "/north").length, 1);
      assertEquals(asked.includes("/private"), false);
      const corpus = await openCorpus(`${folder}/corpus`);
      const rows = await corpus.query<{ url: string }>("SELECT url FROM documents");
      corpus.close();
      assertEquals(rows.map(({ url }) => url).sort(), [
        `${origin}/north`,
        `${origin}/south`,
      ]);
    })
  );
});

/** Bad input of every kind, and a word of the line that tells of it. */
const BAD: Record<string, [string | Uint8Array, string]> = {
  "empty.txt": ["", "an empty file"],
  "binary.txt": [
    new Uint8Array(4000).map((_, i) => i * 7 % 256),
    "bytes that are none",
  ],
  "cut.html.gz": [new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 75]), "cut off"],
  "broken.pdf": ["%PDF-1.7\n1 0 obj", "a PDF that can be read"],
  "broken.docx": ["PK\x03\x04", "cut off"],
  "deep.html": [
    `<html><body>${"<div>".repeat(6000)}x`,
    "nested more than 5000 deep",
  ],
  "nothing.html": ["<html><body><script>1</script></body></html>", "without one"],
  "lines.jsonl": ['{"text": "A road.', "an article as JSON"],
};

Deno.test("ingest() tells of each bad file in one line, and the rest is done", async () => {
  const good = Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [
      `good/${i}.txt`,
      `Road ${i}\n\nIran opened road ${i} on 5 October 2021.\n\n${
        paragraphs(2).join("\n\n")
      }`,
    ]),
  );
  const bad = Object.fromEntries(
    Object.entries(BAD).map(([name, [content]]) => [`bad/${name}`, content]),
  );
  await inFolder({ ...good, ...bad }, async (folder) => {
    const { done, told } = await run(folder, [`${folder}/bad`, `${folder}/good`]);
    assertEquals([done.added, done.failed], [20, Object.keys(BAD).length]);
    for (const [name, [, word]] of Object.entries(BAD)) {
      const lines = told.filter((line) => line.includes(`/bad/${name}`));
      assertEquals(lines.length, 1, `${name}: ${lines.join(" / ")}`);
      assert(lines[0].includes(word) && !lines[0].includes("\n"), lines[0]);
    }
  });
});

Deno.test("ingest() keeps scripts out, mixed scripts in, and offsets right in all", async () => {
  const lines = [
    "🚚🚚 Iran said on 5 October 2021 that 𝒯𝓇𝓊𝒸𝓀𝓈 may pass.",
    "تهران و باکو — Иран и Азербайджан — Իրան",
    ...paragraphs(4),
  ];
  const html = page({ lines, after: "<script>alert('Iran')</script>" });
  await inFolder(
    { "a.html": html, "long.txt": `${"The road. ".repeat(30_000)}Iran` },
    async (folder) => {
      const { done } = await run(folder, [folder]);
      assertEquals(done.added, 2);
      const corpus = await openCorpus(`${folder}/corpus`);
      const texts = await corpus.query<{ document: string; text: string }>(
        "SELECT document, text FROM texts",
      );
      const spans = await corpus.query<
        { document: string; start: number; end: number }
      >(
        `SELECT document, "start", "end" FROM spans WHERE actor IN ('irn', 'aze')`,
      );
      corpus.close();
      const text = new Map(texts.map((row) => [row.document, row.text]));
      assert(texts.every((row) => !row.text.includes("alert(")));
      const found = spans.map((span) =>
        text.get(span.document)!.slice(span.start, span.end)
      );
      assertEquals(
        [...new Set(found)].sort(),
        ["Iran", "Азербайджан", "Иран", "Իրան", "باکو", "تهران"].sort(),
      );
    },
  );
});
