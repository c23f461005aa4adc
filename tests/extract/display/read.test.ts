import { assert, assertEquals, assertFalse } from "@std/assert";
import { concordance, read, UserError } from "aras";
import { assertThrows } from "@std/assert";
import { markedHtml } from "../../../lib/extract/display/marks.ts";

Deno.test("read() never lets a document's text be HTML", () => {
  const evil = `<img src=x onerror=alert(1)><script>alert(2)</script>"'&`;
  const mentions = [{ start: 0, end: 4, actor: `x" onload="1`, kind: "name" }];
  const { html } = read({ id: evil, title: evil, text: evil, mentions });
  assertFalse(/<script|<img|onload="1"/.test(html));
  assert(html.includes("&lt;img src"));
});

Deno.test("markedHtml() cuts marks that overlap", () => {
  const marks = [
    { start: 0, end: 3, style: "a", title: "first" },
    { start: 2, end: 5, style: "b", title: "second" },
    { start: 90, end: 99, style: "c", title: "outside" },
  ];
  assertEquals(
    markedHtml("abcdef", marks),
    '<span class="a" title="first">ab</span>' +
      '<span class="a b" title="first; second">c</span>' +
      '<span class="b" title="second">de</span>f',
  );
});

Deno.test("concordance() lists an actor's mentions and the words of a text", () => {
  const text = "The café shut.\nA cafe in Tehran & Baku opened.";
  const mentions = [{ start: 25, end: 31, actor: "tehran", kind: "place" }];
  const documents = [{ id: "x", text, mentions }];
  assertEquals(concordance(documents, { word: "CAFE" }).map(({ match }) => match), [
    "café",
    "cafe",
  ]);
  const [line] = concordance(documents, { actor: "tehran", width: 9 });
  assertEquals(
    [line.left, line.match, line.right],
    ["A cafe in", "Tehran", " & Baku o"].map(
      (part, i) => i === 0 ? " cafe in " : part,
    ),
  );
});

Deno.test("concordance() wants an actor or a word, and not both", () => {
  assertThrows(() => concordance([], {}), UserError);
  assertThrows(() => concordance([], { actor: "irn", word: "x" }), UserError);
});
