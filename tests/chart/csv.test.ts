import { charts, makeFrame } from "aras";
import { assertEquals } from "@std/assert";
import { parse } from "@std/csv";
import fc from "fast-check";

const FORMULA = /^[=+\-@\t\r]/;

Deno.test("frameCsv() comes back through a CSV reader as it was", () => {
  const texts = fc.string().filter((text) => text !== "" && !FORMULA.test(text));
  const row = fc.record({ text: texts, number: fc.integer(), none: fc.constant(null) });
  fc.assert(fc.property(fc.array(row, { minLength: 1 }), (rows) => {
    const csv = charts.frameCsv(makeFrame(rows, ["text", "number", "none"]));
    const [head, ...cells] = parse(csv) as string[][];
    assertEquals(head, ["text", "number", "none"]);
    // The reader takes CR LF within quotes for LF, as RFC 4180 leaves open.
    const plain = (text: string) => text.replaceAll("\r\n", "\n");
    assertEquals(
      cells.map((cell) => cell.map(plain)),
      rows.map(({ text, number }) => [plain(text), String(number), ""]),
    );
  }));
});

Deno.test("frameCsv() keeps a spreadsheet from running a text", () => {
  for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"]) {
    const csv = charts.frameCsv(makeFrame([{ text }], ["text"]));
    assertEquals(csv, `text\r\n'${text}\r\n`);
  }
});

Deno.test("frameCsv() leaves negative numbers numbers and keeps their digits", () => {
  const frame = makeFrame([{ mean: -1.100000023841858, none: null }], ["mean", "none"]);
  assertEquals(charts.frameCsv(frame), "mean,none\r\n-1.100000023841858,\r\n");
});

Deno.test("frameCsv() quotes commas, quotes and line breaks", () => {
  const frame = makeFrame([{ a: 'x, "y"\nz' }], ["a"]);
  assertEquals(charts.frameCsv(frame), 'a\r\n"x, ""y""\nz"\r\n');
});
