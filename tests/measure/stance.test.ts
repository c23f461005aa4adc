import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import {
  aboutOf,
  evidence,
  rowsOf,
  selectStatements,
  stanceByIssue,
  stanceByTeller,
  stanceByWave,
  stanceMatrix,
  stanceSeries,
  stanceShift,
  UserError,
} from "aras";
import { withCorpus } from "../support/corpus.ts";

const documents = [
  { id: "d1", published: "2020-06-01" },
  { id: "d2", published: "2020-06-02", publisher: "gazette" },
  { id: "d3", published: "2021-03", date_precision: "month", date_basis: "inferred" },
  { id: "d4", published: "2021-04-01", publisher: "gazette", coder: "n" },
  { id: "d5", published: "2021-05-01", coder: "n" },
];
/** Iran toward Azerbaijan unless it says otherwise. */
const say = (document: string, date: string, stance: number, rest: object = {}) => ({
  document,
  date,
  stance,
  speaker: "irn",
  target: "aze",
  date_precision: date.length === 10 ? "day" : date.length === 7 ? "month" : "year",
  ...rest,
});
const statements = [
  // One position in two outlets: it weighs one half in each.
  say("d1", "2020-06-01", -2),
  say("d2", "2020-06-01", -2),
  say("d2", "2020-06-02", 1, { n: 2, speaker: "khamenei", issue: "domestic" }),
  say("d3", "2021-03", 1),
  say("d4", "2021-04-01", 2, { voice: "quoted" }),
  // A date of the year alone, an analyst, a retrospect, and the other direction.
  say("d4", "2021", 1, { n: 2, issue: "domestic" }),
  say("d5", "2021-05-01", -2, { speaker: "analyst" }),
  say("d5", "1994-05", -1, { n: 2 }),
  say("d5", "2021-05-01", -1, { n: 3, speaker: "aze", target: "irn" }),
];
const tables = { documents, statements };
const dyad = { speaker: "irn", target: "aze" } as const;
const columns = (row: Record<string, unknown>, ...names: string[]) =>
  names.map((n) => row[n]);

Deno.test("stanceSeries() weighs a position once, however many outlets report it", async () => {
  await withCorpus(tables, async (corpus) => {
    const [first] = rowsOf(await stanceSeries(corpus, { ...dyad, every: "year" }));
    // (−2 × ½ + −2 × ½ + 1) / 2
    assertEquals(columns(first, "period", "mean"), ["2020", -0.5]);
    assertEquals(columns(first, "statements", "positions", "documents"), [3, 2, 2]);
    const [each] = rowsOf(
      await stanceSeries(corpus, { ...dyad, every: "year", count: "reports" }),
    );
    assertEquals(each.mean, -1);
  });
});

Deno.test("stanceSeries() counts those who speak for a state, or everybody, or it alone", async () => {
  await withCorpus(tables, async (corpus) => {
    const of = async (level: "state" | "everybody" | "actor") =>
      rowsOf(await stanceSeries(corpus, { ...dyad, every: "year", level }))
        .map(({ mean, statements }) => [mean, statements]);
    assertEquals(await of("state"), [[-0.5, 3], [4 / 3, 3]]);
    assertEquals(await of("everybody"), [[-0.5, 3], [0.5, 4]]);
    assertEquals(await of("actor"), [[-2, 2], [4 / 3, 3]]);
  });
});

Deno.test("stanceSeries() says what it left out, and why", async () => {
  await withCorpus(tables, async (corpus) => {
    const series = await stanceSeries(corpus, { ...dyad, every: "quarter" });
    const notes = aboutOf(series).notes.join("\n");
    assert(notes.includes("5 statements"), notes);
    assert(notes.includes("1 statement dated to the year alone left out"), notes);
    assert(
      notes.includes("1 statement dated outside the years of the articles"),
      notes,
    );
    assertEquals(
      rowsOf(series).map(({ period, documents }) => [period, documents]),
      [["2020-Q2", 2], ["2020-Q3", 0], ["2020-Q4", 0], ["2021-Q1", 1], ["2021-Q2", 1]],
    );
  });
});

Deno.test("stanceSeries() takes only the dates that a reader trusts", async () => {
  await withCorpus(tables, async (corpus) => {
    const n = async (dates: object) =>
      rowsOf<{ statements: number }>(
        await stanceSeries(corpus, { ...dyad, every: "year", dates }),
      ).reduce((sum, row) => sum + row.statements, 0);
    assertEquals(await n({}), 6);
    assertEquals(await n({ precision: "month" }), 5);
    assertEquals(await n({ precision: "day" }), 4);
    assertEquals(await n({ inferred: false }), 5);
    // By the article's date the retrospect is of 2021 too.
    assertEquals(await n({ basis: "article" }), 7);
  });
});

Deno.test("stanceSeries() gives no interval where a bootstrap cannot tell", async () => {
  await withCorpus(tables, async (corpus) => {
    const rows = rowsOf(await stanceSeries(corpus, { ...dyad, every: "quarter" }));
    for (const { low, high, documents } of rows) {
      if ((documents as number) < 2) assertEquals([low, high], [null, null]);
    }
    assertEquals([rows[0].low !== null, rows[0].high !== null], [true, true]);
  });
});

Deno.test("stanceSeries() gives the same numbers every time, and others for another seed", async () => {
  const many = {
    documents: Array.from({ length: 60 }, (_, i) => ({ id: `x${i}` })),
    statements: Array.from(
      { length: 60 },
      (_, i) =>
        say(`x${i}`, "2021-05-01", i % 5 - 2, {
          gist: `${i}`,
          issue: i % 2 ? "other" : "domestic",
        }),
    ),
  };
  await withCorpus(many, async (corpus) => {
    const low = async (seed?: number) =>
      rowsOf(
        await stanceSeries(corpus, { ...dyad, every: "year", count: "reports", seed }),
      )[0].low;
    assertEquals(await low(), await low());
    assert(await low(1) !== await low(2));
  });
});

Deno.test("stanceSeries() of a dyad that nobody speaks of is empty, not an error", async () => {
  await withCorpus(tables, async (corpus) => {
    const series = await stanceSeries(corpus, { speaker: "arm", target: "aze" });
    assertEquals(rowsOf(series), []);
    assertEquals(aboutOf(series).names, { arm: "Armenia", aze: "Azerbaijan" });
  });
});

Deno.test("stanceByIssue() groups by issue, the largest first", async () => {
  await withCorpus(tables, async (corpus) => {
    const rows = rowsOf(await stanceByIssue(corpus, dyad));
    assertEquals(
      rows.map(({ issue, mean, positions }) => [issue, mean, positions]),
      [["other", 0, 4], ["domestic", 1, 2]],
    );
  });
});

Deno.test("stanceByTeller() tells a dyad as each side's outlets do", async () => {
  await withCorpus(tables, async (corpus) => {
    const rows = rowsOf(
      await stanceByTeller(corpus, { ...dyad, from: "2020", to: "2020" }),
    );
    // What both sides report is a whole position of each.
    assertEquals(
      rows.map(({ teller, mean, positions }) => [teller, mean, positions]),
      [["AZE", -0.5, 2], ["IRN", -2, 1]],
    );
    const kinds = rowsOf(await stanceByTeller(corpus, { ...dyad, kinds: true }));
    assertEquals(kinds.map((row) => row.teller), ["AZE · state", "IRN · independent"]);
  });
});

Deno.test("stanceMatrix() has a row for each pair, empty ones too", async () => {
  await withCorpus(tables, async (corpus) => {
    const rows = rowsOf(await stanceMatrix(corpus, { actors: ["irn", "aze", "arm"] }));
    assertEquals(rows.length, 6);
    assertEquals(columns(rows[0], "speaker_name", "target_name", "positions"), [
      "Iran",
      "Azerbaijan",
      6,
    ]);
    assertEquals(columns(rows[2], "speaker", "target", "mean"), ["aze", "irn", -1]);
    assertEquals(columns(rows[5], "speaker", "target", "mean"), ["arm", "aze", null]);
  });
});

Deno.test("stanceShift() gives the difference of two periods", async () => {
  await withCorpus(tables, async (corpus) => {
    const [row] = rowsOf(
      await stanceShift(corpus, { ...dyad, before: "2020", after: "2021" }),
    );
    assertEquals(row.label, "Iran → Azerbaijan");
    assertAlmostEquals(row.difference as number, 4 / 3 + 0.5, 1e-12);
    assertEquals(columns(row, "statements_before", "statements_after"), [3, 3]);
    // Dates of the year alone belong to no half of it.
    const [half] = rowsOf(
      await stanceShift(corpus, { ...dyad, before: "2020", after: "2021-H1" }),
    );
    assertEquals(half.statements_after, 2);
  });
});

Deno.test("stanceShift() says too few rather than guess", async () => {
  await withCorpus(tables, async (corpus) => {
    const rows = rowsOf(
      await stanceShift(corpus, {
        dyads: [["aze", "irn"], ["irn", "arm"]],
        before: "2020",
        after: "2021",
      }),
    );
    assertEquals(rows.map((row) => [row.shift, row.difference]), [
      ["too few", null],
      ["too few", null],
    ]);
  });
});

Deno.test("stanceByWave() compares the waves of coding", async () => {
  await withCorpus(tables, async (corpus) => {
    const rows = rowsOf(await stanceByWave(corpus, dyad));
    assertEquals(
      rows.map(({ period, n_1, n_2, mean_2 }) => [period, n_1, n_2, mean_2]),
      [["2020", 3, 0, null], ["2021", 1, 2, 1.5], ["all", 4, 2, 1.5]],
    );
  });
});

Deno.test("evidence() lists the statements behind a point", async () => {
  await withCorpus(tables, async (corpus) => {
    const rows = rowsOf(await evidence(corpus, { ...dyad, period: "2020-Q2" }));
    assertEquals(
      rows.map(({ date, speaker, stance, publisher, reports }) => [
        date,
        speaker,
        stance,
        publisher,
        reports,
      ]),
      [
        ["2020-06-01", "Iran", -2, "The Paper", 2],
        ["2020-06-01", "Iran", -2, "The Gazette", 2],
        ["2020-06-02", "Ali Khamenei", 1, "The Gazette", 1],
      ],
    );
  });
});

Deno.test("selectStatements() can be asked for issue, voice, outlet and dates", async () => {
  await withCorpus(tables, async (corpus) => {
    const n = async (selection: object) =>
      (await selectStatements(corpus, { ...dyad, ...selection })).length;
    assertEquals(await n({}), 7);
    assertEquals(await n({ issue: "domestic" }), 2);
    assertEquals(await n({ voice: "quoted" }), 1);
    assertEquals(await n({ publishers: { kind: "state" } }), 4);
    assertEquals(await n({ publishers: { audience: ["IRN"], id: "paper" } }), 3);
    assertEquals(await n({ from: "2021-01", to: "2021-04" }), 2);
    assertEquals(await n({ coders: ["n"] }), 3);
    assertEquals(await n({ method: "model" }), 0);
  });
});

Deno.test("a measure says what is wrong with an option", async () => {
  await withCorpus(tables, async (corpus) => {
    const wrong = async (ask: () => Promise<unknown>, message: string) => {
      await assertRejects(ask, UserError, message);
    };
    await wrong(
      () => stanceSeries(corpus, { speaker: "irn", target: "irn" }),
      "target: expected someone other than the speaker",
    );
    await wrong(
      () => stanceSeries(corpus, { speaker: "irann" }),
      'found "irann"; nearest: irn',
    );
    await wrong(
      () => stanceSeries(corpus, { ...dyad, level: "country" as "state" }),
      "level: expected state, everybody, actor",
    );
    await wrong(
      () => stanceShift(corpus, { ...dyad, before: "2020", after: "2020-H2" }),
      "after: expected a period that does not overlap 2020",
    );
    await wrong(
      () => evidence(corpus, { ...dyad, period: "spring" }),
      "period: expected",
    );
    await wrong(
      () => stanceSeries(corpus, { ...dyad, tagret: "arm" } as object),
      'found "tagret"',
    );
  });
});
