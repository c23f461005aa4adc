import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  aboutOf,
  charts,
  type Frame,
  openCorpus,
  rowsOf,
  smoothStance,
  stanceChanges,
  standardisedSeries,
  UserError,
} from "aras";
import { withCorpus } from "../support/corpus.ts";
import { month, monthly, told } from "../support/series.ts";
import { assertNumbers } from "../support/svg.ts";

const dyad = { speaker: "irn", target: "aze" };
/** Every number of a frame is one. */
function allNumbers(frame: Frame): void {
  for (const row of rowsOf(frame)) {
    for (const [name, value] of Object.entries(row)) {
      assert(typeof value !== "number" || Number.isFinite(value), `${name}: ${value}`);
    }
  }
}

Deno.test("stanceChanges() finds the month of a shift and says what it rests on", async () => {
  const statements = monthly(24, 3, (m, i) => ({ stance: (m < 12 ? 0 : 1) + i % 2 }));
  await withCorpus(told(statements), async (corpus) => {
    const frame = await stanceChanges(corpus, dyad);
    const [first, second] = rowsOf<Record<string, string | number>>(frame);
    assertEquals(first.verdict, "shift");
    assertEquals(second.from, "2021-01");
    assertEquals([first.statements, second.statements], [36, 36]);
    assert(second.earliest <= "2021-01" && "2021-01" <= second.latest);
    assert(Number(second.low) < 1 && 1 < Number(second.high));
    assert(aboutOf(frame).notes[0].startsWith("one level shift"));
  });
});

Deno.test("stanceChanges() by months does not take one busy month for a shift", async () => {
  // Everyone is critical in one month that has as many statements as a year.
  const statements = [
    ...monthly(36, 2, (_, i) => ({ stance: i })),
    ...Array.from(
      { length: 30 },
      (_, i) => ({
        date: `${month(17)}-${String(i % 28 + 1).padStart(2, "0")}`,
        stance: -1,
      }),
    ),
  ];
  await withCorpus(told(statements), async (corpus) => {
    const verdict = async (exchange: "documents" | "months") =>
      rowsOf(await stanceChanges(corpus, { ...dyad, exchange }))[0].verdict;
    assertEquals(await verdict("documents"), "shift");
    assertEquals(await verdict("months"), "none");
  });
});

Deno.test("series that can tell nothing get an answer, a frame and a figure", async () => {
  const series = {
    "one row": [{ date: "2021-03-05", stance: 1 }],
    "one month": monthly(1, 9, (_, i) => ({ stance: i % 3 })),
    "all the same": monthly(20, 1, () => ({ stance: 1 })),
    "one document": monthly(20, 1, (m) => ({ stance: m % 2, document: "only" })),
    "years alone": [{ date: "2021", stance: 1 }, { date: "2022", stance: 0 }],
  };
  for (const [name, statements] of Object.entries(series)) {
    await withCorpus(told(statements), async (corpus) => {
      const changes = await stanceChanges(corpus, dyad);
      const smoothed = await smoothStance(corpus, dyad);
      for (const frame of [changes, smoothed, await standardisedSeries(corpus, dyad)]) {
        allNumbers(frame);
      }
      const verdicts = new Set(rowsOf(changes).map((row) => row.verdict));
      assert(!verdicts.has("shift"), name);
      const drawn = await charts.stanceChanges(changes, { series: smoothed }).svg();
      const band = await charts.smoothedStance(smoothed).svg();
      assertNumbers(drawn + band, name);
    });
  }
});

Deno.test("a dyad without statements is told, not thrown", async () => {
  await withCorpus(told([{ date: "2021-03-05", stance: 1 }]), async (corpus) => {
    const none = { speaker: "aze", target: "arm" };
    const changes = await stanceChanges(corpus, none);
    assertEquals(changes.shape[0], 0);
    assert(aboutOf(changes).notes[0].startsWith("too few"));
    const svg = await charts.stanceChanges(changes).svg();
    assert(svg.includes("No statements"));
  });
});

Deno.test("stanceChanges() refuses a speaker as its own target and unknown options", async () => {
  await withCorpus(told([{ date: "2021-03-05", stance: 1 }]), async (corpus) => {
    await assertRejects(
      () => stanceChanges(corpus, { speaker: "irn", target: "irn" }),
      UserError,
      "someone other than the speaker",
    );
    await assertRejects(
      () => stanceChanges(corpus, { ...dyad, exchange: "weeks" as "months" }),
      UserError,
      "documents or months",
    );
  });
});

Deno.test("smoothStance() has every month, empty ones without a mean", async () => {
  const statements = [
    ...monthly(3, 4, (_, i) => ({ stance: i % 2 })),
    { date: "2020-09-01", stance: -1 },
  ];
  await withCorpus(told(statements), async (corpus) => {
    const rows = rowsOf<
      { month: string; mean: number | null; low: number; high: number }
    >(
      await smoothStance(corpus, dyad),
    );
    assertEquals(
      rows.map((row) => row.month),
      Array.from({ length: 9 }, (_, i) => month(i)),
    );
    assertEquals(rows.filter((row) => row.mean === null).length, 5);
    assert(rows[5].high - rows[5].low > rows[1].high - rows[1].low);
  });
});

Deno.test("standardisedSeries() keeps a level that only the mix of outlets moves", async () => {
  // The Paper is friendly, The Gazette is not; their shares change, their views do not.
  const statements = monthly(24, 8, (m, i) => {
    const paper = i < (m < 12 ? 6 : 2);
    return { publisher: paper ? "paper" : "gazette", stance: paper ? 1 : -1 };
  });
  await withCorpus(told(statements), async (corpus) => {
    const rows = rowsOf<{ mean: number; standardised: number }>(
      await standardisedSeries(corpus, { ...dyad, every: "year" }),
    );
    assertEquals(rows.map((row) => row.mean), [0.5, -0.5]);
    assert(rows.every((row) => Math.abs(row.standardised) < 1e-6));
  });
});

Deno.test("stanceChanges() of the catalogue is the same each time", async () => {
  const corpus = await openCorpus();
  const select = { speaker: "rus", target: "arm" };
  const [one, two] = [
    await stanceChanges(corpus, select),
    await stanceChanges(corpus, select),
  ];
  assertEquals(rowsOf(one), rowsOf(two));
  corpus.close();
});
