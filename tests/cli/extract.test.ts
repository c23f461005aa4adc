import { assert, assertEquals } from "@std/assert";

const TASK = new URL("../../lib/cli/extract.ts", import.meta.url);

/** Runs the task on lines of standard input. */
async function run(input: string | Uint8Array<ArrayBuffer>, args = ["-"]) {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--allow-read",
      "--allow-env",
      "--allow-ffi",
      "--allow-sys",
      TASK.pathname,
      ...args,
    ],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(
    typeof input === "string" ? new TextEncoder().encode(input) : input,
  );
  await writer.close();
  const { code, stdout, stderr } = await child.output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const rows = decode(stdout).trim().split("\n").filter((line) => line !== "")
    .map((line) => JSON.parse(line));
  return { code, rows, errors: decode(stderr) };
}

Deno.test("deno task extract writes one documents line an article, broken ones too", async () => {
  const lines = [
    '{"id": "a", "text": "Iran said that the dam holds."}',
    "{broken",
    '{"id": "b", "text": ""}',
    '{"id": "c", "text": 7}',
    "",
    '{"id": "d", "text": "Armenia 🛢 Iran", "published": "soon"}',
    '{"id": "e", "text": "TASS reported it."}',
  ];
  const { code, rows, errors } = await run(lines.join("\n"));
  assertEquals(code, 0);
  const documents = rows.filter(({ table }) => table === "documents");
  assertEquals(documents.map(({ document }) => document), [
    "a",
    "stdin:2",
    "b",
    "c",
    "d",
    "e",
  ]);
  assertEquals(documents.filter(({ error }) => error !== undefined).length, 3);
  assertEquals(rows[0], { table: "documents", document: "a" });
  assert(rows.some(({ table, source }) => table === "citations" && source === "tass"));
  assert(errors.includes("stdin:2: expected an article as a line of JSON"));
  assertEquals(errors.includes("    at "), false);
});

Deno.test("deno task extract reads a line of 10 MB", async () => {
  const text = "The dam holds well. ".repeat(500_000) + "Iran 🛢 Iran";
  const { code, rows } = await run(JSON.stringify({ id: "long", text }));
  assertEquals(code, 0);
  const mentions = rows.filter(({ table }) => table === "mentions");
  assertEquals(mentions.map(({ start }) => start), [10_000_000, 10_000_008]);
});

Deno.test("deno task extract says what it wants where no file is named", async () => {
  const { code, errors } = await run("", []);
  assertEquals(code, 1);
  assert(errors.includes("deno task extract FILE"));
});
