import { assert, assertEquals } from "@std/assert";
import { Memory } from "../../../lib/extract/statements/memory.ts";
import { actors } from "./actors.ts";

const [irn, aze, arm, zaki] = ["irn", "aze", "arm", "zaki"].map((id) =>
  actors.get(id)!
);
const all = () => true;

function memoryOf(sentences: readonly (readonly typeof irn[])[]): Memory {
  const memory = new Memory();
  for (const named of sentences) {
    memory.next();
    for (const actor of named) memory.name(actor);
  }
  memory.next();
  return memory;
}

Deno.test("Memory tells those named before, the last first, each once", () => {
  const memory = memoryOf([[irn, aze], [arm], [irn]]);
  assertEquals(memory.namedBefore(all), [irn, arm, aze]);
  assertEquals(memory.namedBefore(({ type }) => type === "person"), []);
});

Deno.test("Memory forgets whom eight sentences did not name", () => {
  const since = (sentences: number) =>
    memoryOf([[aze], ...Array.from({ length: sentences }, () => [irn])])
      .namedBefore(all);
  assertEquals(since(7), [irn, aze]);
  assertEquals(since(8), [irn]);
});

Deno.test("Memory says how present an actor is", () => {
  const memory = memoryOf([[irn, aze], [irn], [irn, aze], [irn]]);
  const { recency, share } = memory.presence(aze);
  assertEquals(memory.presence(irn), { recency: 1, share: 1 });
  assert(Math.abs(recency - Math.exp(-0.5)) < 1e-12);
  assertEquals(share, 0.5);
  assertEquals(memory.presence(arm), { recency: 0, share: 0 });
});

Deno.test("Memory knows of whom a speaker spoke last, silent sentences aside", () => {
  const memory = memoryOf([]);
  memory.speak(zaki, [aze]);
  memory.speak(zaki, []);
  assert(memory.hasSpokenOf(zaki, aze));
  memory.speak(zaki, [arm]);
  assert(!memory.hasSpokenOf(zaki, aze) && memory.hasSpokenOf(zaki, arm));
  assert(!memory.hasSpokenOf(irn, arm));
});
