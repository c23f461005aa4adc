import { assert, assertEquals } from "@std/assert";
import { aboutOf, makeFrame, rowsOf } from "aras";

const display = Symbol.for("Jupyter.display");
// deno-lint-ignore no-explicit-any
const shown = (value: any): Record<string, string> => value[display]();

Deno.test("makeFrame() and rowsOf() give back what they were given", () => {
  const rows = [
    { actor: "irn", share: 0.1 + 0.2, documents: 3, note: null },
    { actor: "aze", share: null, documents: 0, note: null },
  ];
  assertEquals(rowsOf(makeFrame(rows, ["actor", "share", "documents", "note"])), rows);
});

Deno.test("makeFrame() makes a frame of no rows that still has its columns", () => {
  const frame = makeFrame([], ["a", "b"]);
  assertEquals(frame.columns, ["a", "b"]);
  assertEquals(rowsOf(frame), []);
  assert(shown(frame)["text/html"].includes("0 rows"));
});

Deno.test("a frame shows as a table without a script that a cell holds", () => {
  const html =
    shown(makeFrame([{ gist: "<script>alert(1)</script>" }], ["gist"]))["text/html"];
  assert(!html.includes("<script>"));
  assert(html.includes("&lt;script&gt;"));
});

Deno.test("a frame shows an address as a link, and no other scheme", () => {
  const html = shown(
    makeFrame(
      [{ url: "https://example.org/a?b=1&c" }, { url: "javascript:alert(1)" }],
      ["url"],
    ),
  )["text/html"];
  assert(html.includes('<a href="https://example.org/a?b=1&amp;c"'));
  assert(!html.includes('href="javascript'));
});

Deno.test("what danfojs makes of a frame shows as a table too", () => {
  const frame = makeFrame([{ a: 1 }, { a: 2 }, { a: 3 }], ["a"]);
  assert(shown(frame.head(2))["text/html"].includes("2 rows"));
  assert(shown(frame.column("a"))["text/html"].includes("3 values"));
});

Deno.test("a long frame shows its first rows and says how many there are", () => {
  const frame = makeFrame(Array.from({ length: 100 }, (_, i) => ({ i })), ["i"]);
  const html = shown(frame)["text/html"];
  assert(html.includes("100 rows, the first 20 shown"));
  assertEquals(html.match(/<tr>/g)!.length, 21);
});

Deno.test("a frame knows where it comes from", () => {
  const frame = makeFrame([{ a: 1 }], ["a"], {
    measure: "sql",
    sql: ["SELECT 1 AS a"],
  });
  assertEquals(aboutOf(frame).sql, ["SELECT 1 AS a"]);
  assertEquals(aboutOf(frame.head(1)).sql, []);
});
