import { assertEquals, assertThrows } from "@std/assert";
import { parse, stringify } from "@std/csv";
import fc from "fast-check";
import { UserError } from "../../lib/base/fault.ts";
import { tableOf } from "../../lib/cli/csv_table.ts";

Deno.test("tableOf() reads what a full parser reads", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "я", " ") });
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
    const text = stringify([["one", "two"], ...rows]);
    assertEquals(
      tableOf(text, "a.csv"),
      parse(text, { skipFirstRow: true }) as Record<string, string>[],
    );
  }));
});

Deno.test("tableOf() says in which row fields are missing", () => {
  const text = 'one,two\n"a\nb",c\n\nd\n';
  const error = assertThrows(() => tableOf(text, "a.csv"), UserError);
  assertEquals(
    error.message,
    "a.csv:5: expected 2 fields, as in the heading, but found 1",
  );
});
