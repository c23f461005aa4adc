import { assert, assertEquals, assertRejects } from "@std/assert";
import { charts, rowsOf, scanShifts, seededRandom, UserError } from "aras";
import { withCorpus } from "../support/corpus.ts";
import { monthly, told } from "../support/series.ts";

Deno.test("scanShifts() names the dyad that shifted and not those that did not", async () => {
  const random = seededRandom(4);
  const noise = () => Math.max(-2, Math.min(2, Math.round(random.normal())));
  const series = (speaker: string, target: string, make: (m: number) => number) =>
    monthly(24, 2, (m) => ({ speaker, target, stance: make(m) }));
  const statements = [
    ...series("khamenei", "aze", (m) => m < 12 ? 1 : -1),
    ...series("aze", "irn", noise),
    ...series("aze", "arm", noise),
    ...series("irn", "arm", noise),
    // Too few, and a state toward its own.
    ...monthly(2, 2, () => ({ speaker: "arm", target: "irn", stance: 0 })),
    ...series("irn", "khamenei", () => 1),
  ];
  await withCorpus(told(statements), async (corpus) => {
    const frame = await scanShifts(corpus, { permutations: 399 });
    const rows = rowsOf<Record<string, string | number | boolean>>(frame);
    assertEquals(rows.length, 4);
    assertEquals(rows.filter((row) => row.shifted).map((row) => row.label), [
      "Iran → Azerbaijan",
    ]);
    assertEquals(rows[0].month, "2021-01");
    assert(rows.every((row) => Number(row.q) >= Number(row.p)));
    assert((await charts.scanShifts(frame).svg()).includes("1 of 4 dyads"));
  });
});

Deno.test("scanShifts() draws a corpus in which no dyad has enough", async () => {
  await withCorpus(told([{ date: "2021-01-01", stance: 1 }]), async (corpus) => {
    const frame = await scanShifts(corpus);
    assertEquals(frame.shape[0], 0);
    assert((await charts.scanShifts(frame).svg()).includes("No dyad has enough"));
    await assertRejects(() => scanShifts(corpus, { rate: 2 }), UserError, "rate");
    await assertRejects(() => scanShifts(corpus, { least: 1 }), UserError, "least");
  });
});
