import { assert, assertEquals, assertThrows } from "@std/assert";
import { UserError } from "../../lib/base/fault.ts";
import { declaredInHtml, decode } from "../../lib/text/encoding.ts";
import { cyrillicBytes } from "./pages.ts";

const RUSSIAN = "Министр заявил, что дорога к границе будет открыта до конца года. "
  .repeat(4);
const encode = (text: string) => new TextEncoder().encode(text);

Deno.test("decode() takes valid UTF-8 for UTF-8", () => {
  const { text, encoding, basis, notes } = decode(encode(RUSSIAN));
  assertEquals([text, encoding, basis, notes], [RUSSIAN, "utf-8", "valid utf-8", []]);
});

Deno.test("decode() goes by a byte order mark first", () => {
  const marked = new Uint8Array([
    0xff,
    0xfe,
    ...[..."Ав"].flatMap((c) => [
      c.charCodeAt(0) & 255,
      c.charCodeAt(0) >> 8,
    ]),
  ]);
  const { text, encoding, basis } = decode(marked, { declared: "windows-1251" });
  assertEquals([text, encoding, basis], ["Ав", "utf-16le", "bom"]);
});

Deno.test("decode() follows a declaration that the bytes bear out", () => {
  const found = decode(cyrillicBytes(RUSSIAN), { declared: "windows-1251" });
  assertEquals([found.text, found.basis], [RUSSIAN, "declared"]);
});

Deno.test("decode() says that a declaration is wrong and detects", () => {
  const found = decode(cyrillicBytes(RUSSIAN), { declared: "utf-8" });
  assertEquals([found.text, found.encoding, found.basis], [
    RUSSIAN,
    "windows-1251",
    "detected",
  ]);
  assertEquals(found.notes[0], "declared as utf-8, but its bytes are not");
});

Deno.test("decode() does not follow a declaration against UTF-8 bytes", () => {
  const found = decode(encode(RUSSIAN), { declared: "iso-8859-1" });
  assertEquals([found.text, found.encoding], [RUSSIAN, "utf-8"]);
  assertEquals(found.notes, ["declared as windows-1252, but its bytes are UTF-8"]);
});

Deno.test("decode() keeps UTF-8 in which a few bytes are broken", () => {
  const bytes = encode(RUSSIAN);
  bytes[bytes.length - 3] = 0xff;
  const { encoding, notes, text } = decode(bytes);
  assertEquals(encoding, "utf-8");
  assert(text.includes("\ufffd") && notes[0].includes("no UTF-8"));
});

Deno.test("decode() refuses bytes of no text", () => {
  assertThrows(
    () => decode(new Uint8Array([0, 1, 2, 255, 0, 7]), { file: "a.txt" }),
    UserError,
    "a.txt: expected a text but found bytes that are none",
  );
});

Deno.test("declaredInHtml() reads a page's own word", () => {
  assertEquals(declaredInHtml(encode('<meta charset="koi8-r">')), "koi8-r");
  assertEquals(declaredInHtml(encode("<p>charset=none</p>")), undefined);
});
