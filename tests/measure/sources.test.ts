import { assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import {
  rowsOf,
  sourceCitations,
  sourceConcentration,
  sourceCounts,
  UserError,
} from "aras";
import { withCorpus } from "../support/corpus.ts";

const documents = [
  { id: "d1", published: "2021-01-05" },
  { id: "d2", published: "2021-02", date_precision: "month", date_basis: "inferred" },
  { id: "d3", published: "2021-02-28", publisher: "gazette" },
  { id: "d4", published: "2021-08-01", publisher: "gazette" },
  { id: "d5", published: "2021-08-02", publisher: "gazette", language: "az" },
];

Deno.test("sourceCounts() counts by period and group, and keeps empty periods", async () => {
  await withCorpus({ documents }, async (corpus) => {
    const frame = await sourceCounts(corpus, { every: "quarter", by: "publisher" });
    assertEquals(rowsOf(frame), [
      {
        period: "2021-Q1",
        group: "gazette",
        name: "The Gazette",
        documents: 1,
        share: 1 / 3,
      },
      {
        period: "2021-Q1",
        group: "paper",
        name: "The Paper",
        documents: 2,
        share: 2 / 3,
      },
      {
        period: "2021-Q2",
        group: "gazette",
        name: "The Gazette",
        documents: 0,
        share: null,
      },
      {
        period: "2021-Q2",
        group: "paper",
        name: "The Paper",
        documents: 0,
        share: null,
      },
      {
        period: "2021-Q3",
        group: "gazette",
        name: "The Gazette",
        documents: 2,
        share: 1,
      },
      { period: "2021-Q3", group: "paper", name: "The Paper", documents: 0, share: 0 },
    ]);
  });
});

Deno.test("sourceCounts() puts all but the largest groups together", async () => {
  await withCorpus({ documents }, async (corpus) => {
    const frame = await sourceCounts(corpus, { every: "year", by: "language", top: 1 });
    assertEquals(
      rowsOf(frame).map(({ group, documents }) => [group, documents]),
      [["en", 4], ["other", 1]],
    );
  });
});

Deno.test("sourceCounts() leaves out inferred dates and coarse ones where asked", async () => {
  await withCorpus({ documents }, async (corpus) => {
    const n = async (options: object) =>
      rowsOf(await sourceCounts(corpus, { every: "year", ...options }))[0].documents;
    assertEquals(await n({}), 5);
    assertEquals(await n({ inferred: false }), 4);
    assertEquals(await n({ precision: "day" }), 4);
    assertEquals(await n({ from: "2021-02", to: "2021-02" }), 2);
  });
});

Deno.test("sourceConcentration() gives the share of the ten largest and the Herfindahl index", async () => {
  await withCorpus({ documents }, async (corpus) => {
    const [row] = rowsOf<Record<string, number>>(
      await sourceConcentration(corpus, { every: "year" }),
    );
    // Shares 3/5 and 2/5: 0.36 + 0.16.
    assertEquals([row.documents, row.publishers, row.top_ten_share], [5, 2, 1]);
    assertAlmostEquals(row.herfindahl, 0.52, 1e-12);
    assertAlmostEquals(row.effective_publishers, 1 / 0.52, 1e-12);
  });
});

Deno.test("sourceCitations() counts a source once a document, against all the group's", async () => {
  const citations = [
    { document: "d1", source: "gazette" },
    { document: "d1", source: "gazette", method: "rules" },
    { document: "d3", source: "irn" },
    { document: "d4", source: "irn" },
  ];
  await withCorpus({ documents, citations }, async (corpus) => {
    const rows = rowsOf(await sourceCitations(corpus));
    assertEquals(
      rows.map((
        { country, source, documents, of },
      ) => [country, source, documents, of]),
      [["AZE", "irn", 2, 3], ["AZE", "gazette", 0, 3], ["IRN", "irn", 0, 2], [
        "IRN",
        "gazette",
        1,
        2,
      ]],
    );
    // Wilson's interval of 1 in 2.
    assertAlmostEquals(rows[3].low as number, 0.0945, 1e-4);
    assertAlmostEquals(rows[3].high as number, 0.9055, 1e-4);
  });
});

Deno.test("sourceCounts() says what it expected of an option", async () => {
  await withCorpus({ documents }, async (corpus) => {
    const wrong = (options: object) => () => sourceCounts(corpus, options);
    await assertRejects(wrong({ every: "week" }), UserError, "every: expected month");
    await assertRejects(wrong({ by: "colour" }), UserError, "by: expected publisher");
    await assertRejects(wrong({ top: 0 }), UserError, "top: expected a whole number");
    await assertRejects(wrong({ from: "May" }), UserError, "from: expected a date");
  });
});
