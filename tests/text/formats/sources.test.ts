import { assert, assertEquals } from "@std/assert";
import type { Source, Unread } from "../../../lib/text/formats/source.ts";
import { type SourceOptions, sourcesOf } from "../../../lib/text/formats/sources.ts";
import { inFolder, packed, page, PROSE } from "../pages.ts";
import { pdf, word } from "./files.ts";

async function read(
  name: string,
  content: string | Uint8Array,
  options?: SourceOptions,
) {
  const found: (Source | Unread)[] = [];
  await inFolder({ [name]: content }, async (folder) => {
    for await (const source of sourcesOf(`${folder}/${name}`, options)) {
      found.push(
        "error" in source
          ? { ...source, error: source.error.replaceAll(`${folder}/`, "") }
          : source,
      );
    }
  });
  return found;
}

const errors = (found: (Source | Unread)[]) =>
  found.map((source) => "error" in source ? source.error : "");
const sources = (found: (Source | Unread)[]) =>
  found.filter((source): source is Source => !("error" in source));

Deno.test("sourcesOf() reads front matter of Markdown as metadata", async () => {
  const [source] = sources(
    await read(
      "a.md",
      `---\ntitle: A road\ndate: 2022-03-21\nauthors: [L. Ali, A. Petrov]\n---\n${
        PROSE[0]
      }`,
    ),
  );
  assertEquals(source.stated, {
    title: "A road",
    published: "2022-03-21",
    author: "L. Ali; A. Petrov",
  });
  assertEquals(source.text, PROSE[0]);
});

Deno.test("sourcesOf() keeps the text below front matter that is broken", async () => {
  const [source] = sources(await read("a.md", `---\ntitle: [x\n---\n${PROSE[0]}`));
  assert(source.text?.includes(PROSE[0]));
  assert(source.notes[0].includes("front matter"));
});

Deno.test("sourcesOf() reads JSON Lines and tells of each line that is none", async () => {
  const lines = [
    JSON.stringify({
      id: "a1",
      headline: "A road",
      body: PROSE[0],
      timestamp: 1633392000,
      source: { name: "Valley News" },
    }),
    "{broken",
    JSON.stringify({ id: "a3", note: 1 }),
    "",
    JSON.stringify({ text: PROSE[1] }),
  ];
  const found = await read("a.jsonl", lines.join("\n"));
  assertEquals(sources(found).map(({ id, text }) => [id, text]), [["a1", PROSE[0]], [
    "a-5",
    PROSE[1],
  ]]);
  assertEquals(sources(found)[0].stated, {
    title: "A road",
    published: "1633392000",
    publisher: "Valley News",
  });
  assertEquals(errors(found).filter((line) => line !== ""), [
    'a.jsonl:2: expected an article as JSON but found "{broken"',
    "a.jsonl:3: expected a field text but found id, note",
  ]);
});

Deno.test("sourcesOf() reads CSV with a text column, quoted cells and all", async () => {
  const csv = `id;Headline;Content\n1;A road;"${
    PROSE[0]
  }\nSecond ""line""."\n2;None;\n`;
  const found = await read("a.csv", csv);
  assertEquals(sources(found)[0].text, `${PROSE[0]}\nSecond "line".`);
  assertEquals(
    errors(found)[1],
    "a.csv: record 3: expected a text but found an empty cell",
  );
});

Deno.test("sourcesOf() says which columns there are where none holds a text", async () => {
  assertEquals(errors(await read("a.csv", "a,b\n1,2\n")), [
    "a.csv:1: expected a column text but found a, b; name the column that holds the texts: --text-column NAME",
  ]);
  const [source] = sources(
    await read("a.csv", `a,b\n1,${PROSE[1].replaceAll(",", "")}\n`, { text: "b" }),
  );
  assert(source.text?.startsWith("He did not say"));
});

Deno.test("sourcesOf() reads references as metadata alone", async () => {
  const ris =
    "TY  - NEWS\nTI  - A road\nAU  - Ali, Leyla\nPY  - 2022/03/21\nJO  - Valley News\nUR  - https://valley.example/a\nER  - \n";
  const bib =
    "@article{a, title={A {R}oad}, author={Ali, Leyla and Petrov, A.}, year=2022, month=mar, journal={Valley News}}";
  const csl = JSON.stringify([{
    id: "x",
    type: "article-newspaper",
    title: "A road",
    issued: { "date-parts": [[2022, 3, 21]] },
  }]);
  const stated = async (name: string, text: string) =>
    sources(await read(name, text))[0].stated;
  assertEquals(await stated("a.ris", ris), {
    title: "A road",
    author: "Leyla Ali",
    published: "2022-03-21",
    publisher: "Valley News",
    url: "https://valley.example/a",
    language: undefined,
  });
  assertEquals((await stated("a.bib", bib)).author, "Leyla Ali; A. Petrov");
  assertEquals((await stated("a.bib", bib)).published, "2022-03");
  assertEquals((await stated("a.json", csl)).published, "2022-03-21");
});

Deno.test("sourcesOf() reads a Word document and a PDF", async () => {
  const [document] = sources(await read("a.docx", await word(PROSE)));
  assert(document.html?.includes(`<p>${PROSE[0]}</p>`));
  const [file] = sources(
    await read("a.pdf", pdf(["The road is to be clo-", "sed. Nobody asked."])),
  );
  assertEquals(file.text, "The road is to be closed. Nobody asked.");
});

Deno.test("sourcesOf() knows a format by its first bytes before its name", async () => {
  const [source] = sources(await read("a.txt", page()));
  assertEquals(source.format, "html");
});

Deno.test("sourcesOf() reads web archives, and the pages before one is cut off", async () => {
  const record = (url: string) => {
    const http =
      `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page()}`;
    const length = new TextEncoder().encode(http).length;
    return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\n` +
      `WARC-Date: 2022-03-21T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n` +
      `Content-Type: application/http; msgtype=response\r\nContent-Length: ${length}\r\n\r\n${http}\r\n\r\n`;
  };
  const parts = await Promise.all(
    ["a", "b"].map((name) => packed(record(`https://valley.example/${name}`))),
  );
  const whole = new Uint8Array([...parts[0], ...parts[1]]);
  const found = sources(await read("a.warc.gz", whole));
  assertEquals(found.map(({ stated }) => stated.url), [
    "https://valley.example/a",
    "https://valley.example/b",
  ]);
  const cut = await read("a.warc.gz", whole.subarray(0, whole.length - 90));
  assertEquals(sources(cut).length, 1);
  assert(errors(cut).at(-1)!.includes("cut off"));
});

const FAULTS: Record<string, [string, string | Uint8Array, string]> = {
  "an empty file": ["a.txt", "", "a.txt: expected an article but found an empty file"],
  "white space alone": [
    "a.txt",
    " \n\n",
    "a.txt: expected an article but found white space alone",
  ],
  "bytes of no text": [
    "a.txt",
    new Uint8Array([0, 1, 2, 3, 255]),
    "bytes that are none",
  ],
  "a PDF without text": [
    "a.pdf",
    pdf([]),
    "pages of pictures alone; run it through text recognition",
  ],
  "a broken PDF": ["a.pdf", "%PDF-1.4\nnothing", "expected a PDF that can be read"],
  "an archive that is no document": [
    "a.docx",
    "PK\x03\x04nothing",
    "an archive that is cut off",
  ],
  "JSON of another kind": ["a.json", '{"a":1}', "JSON of another kind"],
};

for (const [name, [file, content, message]] of Object.entries(FAULTS)) {
  Deno.test(`sourcesOf() tells in one line of ${name}`, async () => {
    const found = errors(await read(file, content));
    assertEquals(found.length, 1);
    assert(found[0].includes(message), found[0]);
    assert(!found[0].includes("\n"));
  });
}

Deno.test("sourcesOf() tells of gzip data that are cut off", async () => {
  const whole = await packed(page().repeat(20));
  const [error] = errors(await read("a.html.gz", whole.subarray(0, whole.length / 2)));
  assertEquals(
    error,
    "a.html.gz: expected a file that can be read but found gzip data that are cut off or broken",
  );
});

Deno.test("sourcesOf() refuses a text that is no single article's", async () => {
  const found = errors(await read("a.txt", new Uint8Array(2 ** 25 + 1).fill(0x61)));
  assertEquals(found, [
    "a.txt: expected an article of at most 32 MiB but found a larger one; give many " +
    "articles as JSON Lines, CSV or WARC",
  ]);
});

Deno.test("sourcesOf() refuses a document that would fill the memory, before unpacking it", async () => {
  const [error] = errors(await read("a.docx", await word(["0".repeat(2 ** 23)])));
  assert(error.includes("unpacks to"), error);
});

Deno.test("sourcesOf() tells of a file that is not there", async () => {
  const found: (Source | Unread)[] = [];
  for await (const source of sourcesOf("/none/a.txt")) found.push(source);
  assertEquals(errors(found), [
    "/none/a.txt: expected a file that can be read but found no such file",
  ]);
});
