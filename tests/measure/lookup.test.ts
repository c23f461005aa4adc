import { assertEquals, assertRejects } from "@std/assert";
import { UserError } from "aras";
import { findActors } from "../../lib/measure/lookup.ts";
import { withCorpus } from "../support/corpus.ts";
import { WORLD } from "../support/package.ts";

const actors = [
  ...WORLD.actors,
  { id: "karwan", name: "Karwan" },
  { id: "karwan-2", name: "Karwan" },
];

Deno.test("findActors() takes ids and names, in any case", async () => {
  await withCorpus({ actors }, async (corpus) => {
    const given = ["irn", "iran", "AZERBAIJAN ", "karwan-2", "karwan"];
    const found = await findActors(corpus, given, "speaker");
    assertEquals(found.map(({ id }) => id), [
      "irn",
      "irn",
      "aze",
      "karwan-2",
      "karwan",
    ]);
  });
});

Deno.test("findActors() asks which of several is meant, and who is meant by a slip", async () => {
  await withCorpus({ actors }, async (corpus) => {
    const wrong = (given: string, message: string) =>
      assertRejects(() => findActors(corpus, given, "target"), UserError, message);
    await wrong("KARWAN", "which of karwan (Karwan), karwan-2 (Karwan)?");
    await wrong("azerbaijann", "nearest: aze (Azerbaijan)");
    await assertRejects(
      () => findActors(corpus, [], "target"),
      UserError,
      "at least one actor",
    );
  });
});
