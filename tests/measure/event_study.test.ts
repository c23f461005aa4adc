import { assert, assertEquals, assertRejects } from "@std/assert";
import { charts, eventStudy, rowsOf, UserError } from "aras";
import { withCorpus } from "../support/corpus.ts";
import { monthly, told } from "../support/series.ts";
import { assertNumbers } from "../support/svg.ts";

const dyad = { speaker: "irn", target: "aze" };
const shifted = monthly(36, 6, (m, i) => ({ stance: (m < 18 ? 1 : -1) + i % 2 }));

Deno.test("eventStudy() ranks a true break first among placebo dates", async () => {
  await withCorpus(told(shifted), async (corpus) => {
    const frame = await eventStudy(corpus, {
      ...dyad,
      event: "2021-07-01",
      windows: [2, 3],
    });
    const rows = rowsOf<Record<string, number>>(frame);
    assertEquals(rows.map((row) => row.rank), [1, 1]);
    assert(rows.every((row) => row.p < 0.05 && row.p_ladder < 0.05));
    assertEquals(rows[0].difference, -2);
    assertEquals([rows[0].statements_before, rows[0].statements_after], [12, 12]);
    assertNumbers(await charts.eventStudy(frame).svg());
  });
});

Deno.test("eventStudy() sees nothing about a date on which nothing changed", async () => {
  await withCorpus(told(shifted), async (corpus) => {
    const rows = rowsOf<Record<string, number>>(
      await eventStudy(corpus, { ...dyad, event: "2020-10-15", windows: [3] }),
    );
    assert(rows[0].low < 0 && 0 < rows[0].high && rows[0].p > 0.1);
  });
});

Deno.test("eventStudy() takes an event by its id and says what it was", async () => {
  const events = [{
    id: "ceasefire",
    date: "2021-07-01",
    date_precision: "day",
    date_basis: "known",
    title: "A ceasefire is signed",
    label: "Ceasefire",
    kind: "diplomacy",
    importance: 3,
    documents: "d00000",
    actors: "irn",
  }];
  await withCorpus({ ...told(shifted), events }, async (corpus) => {
    const frame = await eventStudy(corpus, {
      ...dyad,
      event: "ceasefire",
      windows: [3],
    });
    assert(frame.about.notes[0].includes("A ceasefire is signed (2021-07-01)"));
    await assertRejects(
      () => eventStudy(corpus, { ...dyad, event: "cease-fire" }),
      UserError,
      "ceasefire",
    );
  });
});

Deno.test("eventStudy() refuses dates outside the data and windows that are too wide", async () => {
  await withCorpus(told(shifted), async (corpus) => {
    const study = (options: object) =>
      eventStudy(corpus, { ...dyad, event: "2021-07-01", ...options });
    await assertRejects(
      () => study({ event: "2030-01-01" }),
      UserError,
      "within the data",
    );
    await assertRejects(
      () => study({ windows: [48] }),
      UserError,
      "shorter than the data",
    );
    await assertRejects(() => study({ windows: [] }), UserError, "windows");
    await assertRejects(() => study({ windows: [1.5] }), UserError, "whole numbers");
    await assertRejects(() => study({ event: "soon" }), UserError, "a day or a month");
  });
});

Deno.test("eventStudy() leaves values empty where there is too little", async () => {
  await withCorpus(told(monthly(8, 1, (m) => ({ stance: m % 2 }))), async (corpus) => {
    const frame = await eventStudy(corpus, {
      ...dyad,
      event: "2020-05-01",
      windows: [1, 3],
    });
    const [one, three] = rowsOf(frame);
    assertEquals([one.difference, one.rank], [null, null]);
    assertEquals(three.rank, null);
    assertNumbers(await charts.eventStudy(frame).svg());
  });
});

Deno.test("eventStudy() of a dyad without statements has empty rows", async () => {
  await withCorpus(told(shifted), async (corpus) => {
    const rows = rowsOf(
      await eventStudy(corpus, { speaker: "aze", target: "arm", event: "2021-07-01" }),
    );
    assert(rows.every((row) => row.difference === null && row.statements_before === 0));
  });
});
