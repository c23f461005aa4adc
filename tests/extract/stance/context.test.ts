import { assertEquals } from "@std/assert";
import { CONTEXTS } from "../../../lib/extract/stance/context.ts";
import { WEIGHTS_FILE } from "../../../lib/extract/stance/weights.ts";

Deno.test("every form of a sentence has one name, and weights are of forms that are seen", () => {
  assertEquals(new Set(CONTEXTS).size, CONTEXTS.length);
  for (const head of Object.values(WEIGHTS_FILE)) {
    const unseen = Object.keys(head.context).filter((name) => !CONTEXTS.includes(name));
    assertEquals(unseen, []);
  }
});
