import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import {
  actorMentions,
  actorPairs,
  actorRanks,
  actorsByCountry,
  rowsOf,
  UserError,
} from "aras";
import { withCorpus } from "../support/corpus.ts";

const documents = [
  { id: "d1", published: "2020-03-01" },
  { id: "d2", published: "2020-04-01" },
  { id: "d3", published: "2021-03-01", publisher: "gazette" },
  { id: "d4", published: "2021-04-01", publisher: "gazette" },
];
const named: Record<string, string[]> = {
  d1: ["irn", "aze", "khamenei"],
  d2: ["irn", "aze"],
  d3: ["irn", "arm"],
  d4: ["irn", "aze", "khamenei"],
};
const mentions = Object.entries(named).flatMap(([document, actors]) =>
  actors.map((actor) => ({ document, actor }))
);

Deno.test("actorMentions() gives count, share and Wilson's interval", async () => {
  await withCorpus({ documents, mentions }, async (corpus) => {
    const rows = rowsOf(
      await actorMentions(corpus, { every: "year", actors: ["khamenei", "arm"] }),
    );
    assertEquals(
      rows.map((
        { period, actor, documents, of, share },
      ) => [period, actor, documents, of, share]),
      [
        ["2020", "khamenei", 1, 2, 0.5],
        ["2020", "arm", 0, 2, 0],
        ["2021", "khamenei", 1, 2, 0.5],
        ["2021", "arm", 1, 2, 0.5],
      ],
    );
    assertEquals(rows[1].low, 0);
    assertAlmostEquals(rows[1].high as number, 0.6576, 1e-4);
  });
});

Deno.test("actorMentions() counts an actor once, however often and however found", async () => {
  const twice = [...mentions, {
    document: "d1",
    actor: "irn",
    kind: "name",
    method: "rules",
  }];
  await withCorpus({ documents, mentions: twice }, async (corpus) => {
    const [row] = rowsOf(await actorMentions(corpus, { every: "year", top: 1 }));
    assertEquals([row.actor, row.documents], ["irn", 2]);
  });
});

Deno.test("actorMentions() counts actors of the types asked for", async () => {
  await withCorpus({ documents, mentions }, async (corpus) => {
    const frame = await actorMentions(corpus, { every: "year", types: ["person"] });
    assertEquals(new Set(rowsOf(frame).map((row) => row.actor)), new Set(["khamenei"]));
  });
});

Deno.test("actorRanks() compares the order of two periods, ties sharing the better rank", async () => {
  await withCorpus({ documents, mentions }, async (corpus) => {
    const rows = rowsOf(await actorRanks(corpus, { before: "2020", after: "2021" }));
    const of = (actor: string) => rows.find((row) => row.actor === actor)!;
    assertEquals([of("irn").rank_before, of("irn").rank_after], [1, 1]);
    assertEquals([of("aze").rank_before, of("aze").rank_after, of("aze").change], [
      1,
      2,
      -1,
    ]);
    assertEquals([of("arm").rank_before, of("arm").change], [null, null]);
    assertEquals(of("khamenei").rank_after, 2);
  });
});

Deno.test("actorPairs() sets pairs against what their frequency would have", async () => {
  await withCorpus({ documents, mentions }, async (corpus) => {
    const rows = rowsOf<Record<string, number | string>>(
      await actorPairs(corpus, { minimum: 1, top: 20 }),
    );
    const pair = rows.find((row) =>
      row.actor_a === "aze" && row.actor_b === "khamenei"
    )!;
    // Azerbaijan in 3 of 4, Khamenei in 2 of 4, both in 2: expected 1.5.
    assertEquals([pair.documents, pair.expected], [2, 1.5]);
    assertAlmostEquals(pair.lift as number, 4 / 3, 1e-12);
    assertAlmostEquals(pair.pmi as number, Math.log2(4 / 3), 1e-12);
    assertAlmostEquals(pair.npmi as number, Math.log2(4 / 3), 1e-12);
    // Iran is in every document: with anyone it is named just as often as chance has it.
    assertEquals(
      rows.find((row) => row.actor_b === "irn" && row.actor_a === "aze")!.lift,
      1,
    );
    assertEquals(rows[0].actor_a, "aze");
  });
});

Deno.test("actorsByCountry() gives the log-odds of Monroe, Colaresi and Quinn", async () => {
  await withCorpus({ documents, mentions }, async (corpus) => {
    const rows = rowsOf<Record<string, number | string>>(
      await actorsByCountry(corpus, { countries: ["AZE"], minimum: 1, prior: 10 }),
    );
    const armenia = rows.find((row) => row.actor === "arm")!;
    // Prior 10 × 1/10 = 1. Here 1 + 1 of 5 + 10, there 0 + 1 of 5 + 10.
    const expected = Math.log(2 / 13) - Math.log(1 / 14);
    assertAlmostEquals(armenia.log_odds as number, expected, 1e-12);
    assertAlmostEquals(armenia.z as number, expected / Math.sqrt(1 / 2 + 1), 1e-12);
    assert((armenia.low as number) < 0 && 0 < (armenia.high as number));
    assertEquals(rows[0].actor, "arm");
  });
});

Deno.test("an actor who is not known is named with those who are near", async () => {
  await withCorpus({ documents, mentions }, async (corpus) => {
    const error = await assertRejects(
      () => actorMentions(corpus, { actors: ["khamenai"] }),
      UserError,
    );
    assert(error.message.includes("nearest: khamenei (Ali Khamenei)"), error.message);
    await assertRejects(
      () => actorsByCountry(corpus, { countries: ["XYZ"] }),
      UserError,
      "countries: expected some of AZE, IRN",
    );
    await assertRejects(
      () => actorRanks(corpus, { before: "1999", after: "2021" }),
      UserError,
      "before: expected a period with documents",
    );
  });
});
