import { assert, assertEquals } from "@std/assert";
import { isHeld } from "../../lib/evaluate/held.ts";

Deno.test("isHeld() keeps about a fifth of the documents, the same each time", async () => {
  const ids = Array.from({ length: 1000 }, (_, i) => `document-${i}`);
  const held = await Promise.all(ids.map(isHeld));
  const share = held.filter(Boolean).length / ids.length;
  assert(share > 0.16 && share < 0.24, String(share));
  assertEquals(await Promise.all(ids.map(isHeld)), held);
});
