import { assertEquals } from "@std/assert";
import { lineInCell, lineOfSyntaxError } from "../../lib/report/trace.ts";

Deno.test("lineInCell() maps a line without types back to the line that was written", async () => {
  const source = "interface A {\n  a: number;\n}\n\nconst a = 1;\n\nfail();\n";
  assertEquals(await lineInCell(source, ["Error: x", "    at <anonymous>:2:1"]), 7);
});

Deno.test("lineInCell() takes the outermost frame of the cell", async () => {
  const source = "function fail() {\n  throw new Error();\n}\nfail();\n";
  const stack = ["Error", "    at fail (<anonymous>:2:9)", "    at <anonymous>:4:1"];
  assertEquals(await lineInCell(source, stack), 4);
});

Deno.test("lineInCell() knows no line of a stack without the cell", async () => {
  assertEquals(await lineInCell("1", ["Error", "    at file:///a.ts:1:1"]), undefined);
});

Deno.test("lineOfSyntaxError() reads the line that the kernel names", () => {
  assertEquals(lineOfSyntaxError("SyntaxError: no\n    at file:///repl.tsx:2:11"), 2);
  assertEquals(lineOfSyntaxError("SyntaxError: no"), undefined);
});
