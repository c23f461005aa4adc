import { assertEquals } from "@std/assert";
import { entitiesOf } from "../../../lib/extract/statements/entities.ts";
import { actors, lexicon, mentionsIn } from "./actors.ts";

function entities(text: string): string[] {
  const sentence = { start: 0, end: text.length };
  return entitiesOf(text, sentence, mentionsIn(text), actors, lexicon)
    .map(({ actor, span }) => `${actor.id}: ${text.slice(span.start, span.end)}`);
}

Deno.test("entitiesOf() joins the names of one phrase, named by the most special", () => {
  const text = "Iran’s former Foreign Minister Omid Zaki met Armenia.";
  assertEquals(entities(text), [
    "zaki: Iran’s former Foreign Minister Omid Zaki",
    "arm: Armenia",
  ]);
});

Deno.test("entitiesOf() parts names with other words between, or of other states", () => {
  assertEquals(entities("Iran told Omid Zaki so."), ["irn: Iran", "zaki: Omid Zaki"]);
  assertEquals(entities("Armenia, Omid Zaki"), ["arm: Armenia", "zaki: Omid Zaki"]);
});

Deno.test("entitiesOf() leaves out places that hold no stance, and unknown actors", () => {
  const text = "Iran 1 Iran 2 Kesh road 3";
  const mentions = mentionsIn(text);
  const marked = mentions.map((mention, i) => ({
    ...mention,
    kind: i !== 1 ? "place" : mention.kind,
    actor: mention.actor,
  }));
  const all = { start: 0, end: text.length };
  const found = entitiesOf(
    text,
    all,
    [...marked, { start: 24, end: 25, actor: "nobody", kind: "name" }],
    actors,
    lexicon,
  );
  assertEquals(found.map(({ span }) => span.start), [7, 14]);
});
