import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { UserError } from "../../lib/base/fault.ts";
import {
  type Cell,
  formatNotebook,
  type Notebook,
  parseNotebook,
  titleOf,
} from "../../lib/report/notebook.ts";

const kernelspec = { name: "deno", language: "typescript", display_name: "Deno" };

const notebookOf = (...cells: Cell[]): Notebook => ({
  cells,
  metadata: { kernelspec },
  nbformat: 4,
  nbformat_minor: 5,
});

const code = (source: string, data?: Record<string, unknown>): Cell => ({
  cell_type: "code",
  id: "a",
  metadata: {},
  source,
  execution_count: 1,
  outputs: data ? [{ output_type: "display_data", data, metadata: {} }] : [],
});

Deno.test("parseNotebook() says what is no notebook", () => {
  const errorOf = (text: string) =>
    assertThrows(() => parseNotebook(text, "a.ipynb"), UserError).message;
  assertStringIncludes(errorOf("{"), "a.ipynb: expected a notebook in JSON but found");
  assertStringIncludes(errorOf("null"), "a.ipynb: nbformat: expected 4");
  assertStringIncludes(errorOf('{"nbformat": 3, "worksheets": []}'), "but found 3");
  assertStringIncludes(
    errorOf('{"nbformat":4,"cells":[],"metadata":{"kernelspec":{"name":"python3"}}}'),
    'metadata.kernelspec.name: expected "deno" but found "python3"',
  );
  assertStringIncludes(
    errorOf('{"nbformat":4,"cells":[]}'),
    'expected "deno" but found nothing',
  );
});

Deno.test("formatNotebook() writes keys sorted and texts as lists of lines", () => {
  const written = formatNotebook(notebookOf(code("const a = 1;\na", {
    "text/plain": "1\n2",
    "application/json": "one text",
  })));
  assertStringIncludes(written, '"const a = 1;\\n",\n    "a"\n');
  assertStringIncludes(written, '"application/json": "one text"');
  assertStringIncludes(written, '"1\\n",\n       "2"');
  assertEquals(written.indexOf('"cells"') < written.indexOf('"metadata"'), true);
  assertEquals(written.endsWith("}\n"), true);
});

Deno.test("formatNotebook() leaves what it wrote as it is", () => {
  const once = formatNotebook(notebookOf(code("a\nb", { "image/svg+xml": "<svg>\n" })));
  assertEquals(formatNotebook(parseNotebook(once, "a.ipynb")), once);
});

Deno.test("titleOf() takes the first heading, without marks, or the file's name", () => {
  const prose: Cell = {
    cell_type: "markdown",
    metadata: {},
    source: "x\n# The *one*\n",
  };
  assertEquals(titleOf(notebookOf(code("# no"), prose), "a/b.ipynb"), "The one");
  assertEquals(titleOf(notebookOf(code("1")), "a/b.ipynb"), "b");
});
