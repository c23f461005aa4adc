import { assertEquals } from "@std/assert";
import { describeFault } from "../../lib/base/fault.ts";
import { checkFormat } from "../../lib/report/format.ts";
import { lintNotebooks } from "../../lib/report/lint.ts";
import { readNotebooks } from "../../lib/report/list.ts";

const [sound] = await readNotebooks(["tests/fixtures/notebooks/sound.ipynb"]);

/** The sound notebook with other code in its third cell, which is code. */
function withCode(source: string) {
  const { path, notebook } = structuredClone(sound);
  notebook.cells[2].source = source;
  return { path, notebook };
}

Deno.test("checkFormat() finds the first cell that deno fmt would change", async () => {
  assertEquals(await checkFormat([sound]), []);
  const [fault] = await checkFormat([withCode("const a =1")]);
  assertEquals(
    describeFault(fault),
    "tests/fixtures/notebooks/sound.ipynb: cell 3: expected formatted prose and code " +
      "but found others; run deno fmt",
  );
});

Deno.test("lintNotebooks() names cell and line of what the linter finds", async () => {
  const faults = await lintNotebooks([
    withCode("export const a = 1;\nvar halfYear = a;"),
  ]);
  assertEquals(
    faults.map((fault) => describeFault(fault).split("; ")[0]),
    [
      "tests/fixtures/notebooks/sound.ipynb: cell 3, line 2: expected code that the " +
      "linter passes but found `var` keyword is not allowed (no-var)",
    ],
  );
});
