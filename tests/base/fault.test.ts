import { assert, assertEquals } from "@std/assert";
import { describeFault, escapeHtml, type Fault, UserError } from "aras";

Deno.test("describeFault() names file, line and column", () => {
  const fault: Fault = {
    file: "data/statements.csv",
    row: 214,
    column: "stance",
    expected: "-2, -1, 0, 1 or 2",
    found: '"3"',
  };
  assertEquals(
    describeFault(fault),
    'data/statements.csv:214: stance: expected -2, -1, 0, 1 or 2 but found "3"',
  );
});

Deno.test("UserError shows no stack trace, and counts what it does not list", () => {
  const fault: Fault = { option: "every", expected: "month", found: '"week"' };
  const error = new UserError(new Array(60).fill(fault), "60 faults");
  assert(!error.stack!.includes(" at "), error.stack);
  assertEquals(error.message.split("\n").length, 52);
  assert(error.message.endsWith("… and 10 more"));
});

Deno.test("escapeHtml() leaves no way out of text or attribute", () => {
  assertEquals(
    escapeHtml(`<img src='x' onerror="a&b">`),
    "&lt;img src=&#39;x&#39; onerror=&quot;a&amp;b&quot;&gt;",
  );
});
