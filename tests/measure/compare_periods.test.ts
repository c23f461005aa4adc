import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import {
  charts,
  claim,
  codingError,
  type Corpus,
  correctedShift,
  decomposeShift,
  robustness,
  rowsOf,
  scanShifts,
  UserError,
} from "aras";
import type { DataFrame } from "danfojs";
import { withCorpus } from "../support/corpus.ts";
import { monthly, told } from "../support/series.ts";
import { assertNumbers } from "../support/svg.ts";

interface Drawn {
  readonly frame: DataFrame;
  readonly svg: string;
}

/** A measure's frame and its figure. */
async function drawn(
  chart: (frame: DataFrame) => { svg(): Promise<string> },
  measured: Promise<DataFrame>,
): Promise<Drawn> {
  const frame = await measured;
  return { frame, svg: await chart(frame).svg() };
}

const periods = {
  speaker: "irn",
  target: "aze",
  before: "2020",
  after: "2021",
};
const fallen = monthly(24, 3, (m, i) => ({
  stance: (m < 12 ? 1 : -1) + i % 2,
  publisher: i % 2 ? "paper" : "gazette",
  voice: ["quoted", "reported", "author"][i],
  coder: m % 2 ? "a" : "n",
}));
/** A doubly coded sample in which the second pass mostly agrees and finds more. */
const reliability = Array.from({ length: 40 }, (_, i) => ({
  id: i + 1,
  document: "d00000",
  found_by: i % 4 === 3 ? "second" : "both",
  design: "blind",
  n: i % 4 === 3 ? "" : 1,
  ...(i % 4 === 3 ? {} : {
    first_speaker: "irn",
    first_target: "aze",
    first_issue: "other",
    first_act: "SUPPORT",
    first_stance: i % 3 - 1,
    first_voice: "reported",
  }),
  second_speaker: "irn",
  second_target: "aze",
  second_issue: "other",
  second_act: "SUPPORT",
  second_stance: Math.min(2, i % 3 - 1 + (i % 10 === 0 ? 1 : 0)),
  second_voice: "reported",
}));

Deno.test("decomposeShift() calls the same outlets changing what it is", async () => {
  await withCorpus(told(fallen), async (corpus) => {
    const frame = await decomposeShift(corpus, periods);
    const rows = rowsOf<Record<string, number | string>>(frame);
    const [same, mix] = rows;
    assertEquals([same.by, same.part, mix.part], ["publisher", "same", "mix"]);
    assertAlmostEquals(Number(same.value), -2, 1e-6);
    assertAlmostEquals(Number(mix.value), 0, 1e-6);
    assertAlmostEquals(Number(same.difference), -2, 1e-6);
    assertEquals(same.matched, 1);
    assert((await charts.shiftParts(frame).svg()).includes("the same outlets changed"));
  });
});

Deno.test("decomposeShift() says when no outlet is heard in both periods", async () => {
  const statements = monthly(24, 2, (m) => ({
    stance: m < 12 ? 1 : -1,
    publisher: m < 12 ? "paper" : "gazette",
  }));
  await withCorpus(told(statements), async (corpus) => {
    const frame = await decomposeShift(corpus, { ...periods, by: ["publisher"] });
    assertEquals(rowsOf(frame).map((row) => row.value), [null, null]);
    assert(!(await charts.shiftParts(frame).svg()).includes("NaN"));
  });
});

Deno.test("codingError() widens the interval and shrinks towards what is less sure", async () => {
  await withCorpus({ ...told(fallen), reliability }, async (corpus) => {
    const frame = await codingError(corpus, periods);
    const rows = rowsOf<
      { correction: string; difference: number; low: number; high: number }
    >(
      frame,
    );
    const [coded, stances, , both] = rows;
    assertEquals(rows.map((row) => row.correction), [
      "as coded",
      "stances",
      "missed",
      "both",
    ]);
    assertAlmostEquals(coded.difference, -2, 1e-6);
    assert(stances.high - stances.low > coded.high - coded.low);
    assert(both.low < both.difference && both.difference < both.high);
  });
});

Deno.test("codingError() asks for a doubly coded sample where there is none", async () => {
  await withCorpus(told(fallen), async (corpus) => {
    await assertRejects(() => codingError(corpus, periods), UserError, "reliability");
  });
});

Deno.test("correctedShift() takes the software's bias off, period by period", async () => {
  // The software sees everything a point too friendly in 2021, and nothing wrong in 2020.
  const statements = monthly(24, 12, (m, i) => {
    const stance = (m + i) % 3 - 1;
    const document = `m${m}n${i}`;
    const extracted = { stance: stance + (m < 12 ? 0 : 1), method: "model", document };
    return i < 4 ? { stance, document } : extracted;
  });
  const twice = monthly(24, 4, (m, i) => ({
    stance: (m + i) % 3 - 1 + (m < 12 ? 0 : 1),
    method: "model",
    document: `m${m}n${i}`,
  }));
  const tables = told([...statements, ...twice]);
  // Documents that the software alone has read have no coder.
  const documents = tables.documents.map((d) =>
    Number(String(d.id).split("n")[1]) < 4 ? d : { ...d, coder: "" }
  );
  await withCorpus({ ...tables, documents }, async (corpus) => {
    const rows = rowsOf<
      { estimate: string; difference: number; low: number; high: number }
    >(
      await correctedShift(corpus, { ...periods, extracted: "model" }),
    );
    const [coded, extracted, corrected] = rows;
    assertAlmostEquals(extracted.difference, 1, 0.2);
    assertAlmostEquals(corrected.difference, 0, 0.2);
    assert(corrected.low < 0 && 0 < corrected.high);
    assert(corrected.high - corrected.low < coded.high - coded.low);
    await assertRejects(
      () => correctedShift(corpus, { ...periods, extracted: "rules" }),
      UserError,
      "a method that has statements",
    );
  });
});

Deno.test("robustness() crosses the choices and leaves outlets out one by one", async () => {
  await withCorpus(told(fallen), async (corpus) => {
    const frame = await robustness(corpus, periods);
    const rows = rowsOf<Record<string, string | number | boolean>>(frame);
    assertEquals(rows.filter((row) => row.group === "core").length, 72);
    assertEquals(rows.filter((row) => row.group === "outlet left out").length, 2);
    assertEquals(rows.filter((row) => row.group === "one wave").length, 2);
    assertEquals(rows.filter((row) => row.reference).length, 1);
    assert(rows.every((row) => row.same_sign));
    assert((await charts.specificationCurve(frame).svg()).includes("quotations alone"));
    const fixed = await robustness(corpus, { ...periods, voice: "quoted" });
    assertEquals(rowsOf(fixed).filter((row) => row.group === "core").length, 24);
  });
});

Deno.test("claim() says a shift, none, or that there is too little, in a sentence", async () => {
  await withCorpus({ ...told(fallen), reliability }, async (corpus) => {
    const found = await claim(corpus, periods);
    assertEquals(found.facts.verdict, "down");
    assert(found.sentence.startsWith(
      "Iran → Azerbaijan: stance fell by 2.00 (95 % interval of the difference −2.",
    ));
    assert(found.sentence.includes("36 statements of 36 documents before"));
    const few = await claim(corpus, { ...periods, speaker: "aze", target: "arm" });
    assert(few.sentence.includes("too few statements to say"));
    for (const each of [found, few]) {
      assert(!/NaN|undefined|null/.test(each.sentence));
      assertNumbers(await charts.claim(each).svg());
    }
  });
});

Deno.test("measures of two periods answer for series that can tell nothing", async () => {
  const day = (m: number) =>
    `${2020 + Math.floor(m / 12)}-${m % 12 < 9 ? "0" : ""}${m % 12 + 1}-11`;
  const series = {
    "no row": [{ date: day(3), stance: 1, speaker: "arm" }],
    "one row": [{ date: day(3), stance: 1 }],
    "one month": monthly(1, 9, (_, i) => ({ stance: i % 3 })),
    "one row on either side": [{ date: day(3), stance: 1 }, {
      date: day(15),
      stance: 0,
    }],
    "all the same": monthly(24, 2, () => ({ stance: 1 })),
    "one document": monthly(24, 2, (m) => ({ stance: m % 2, document: "d00000" })),
    "outside both periods": monthly(24, 1, (m) => ({ stance: m % 2 })).map((s) => ({
      ...s,
      date: s.date.replace("2020", "2022").replace("2021", "2023"),
    })),
  };
  const pairs: [name: string, figure: (corpus: Corpus) => Promise<Drawn>][] = [
    ["decomposeShift", (c) => drawn(charts.shiftParts, decomposeShift(c, periods))],
    ["codingError", (c) => drawn(charts.corrections, codingError(c, periods))],
    ["robustness", (c) => drawn(charts.specificationCurve, robustness(c, periods))],
    ["scanShifts", (c) => drawn(charts.scanShifts, scanShifts(c))],
    ["claim", async (c) => {
      const found = await claim(c, periods);
      assert(!/NaN|undefined|null/.test(found.sentence), found.sentence);
      return { frame: found.shift, svg: await charts.claim(found).svg() };
    }],
  ];
  for (const [name, statements] of Object.entries(series)) {
    await withCorpus({ ...told(statements), reliability }, async (corpus) => {
      for (const [measure, figure] of pairs) {
        const { frame, svg } = await figure(corpus);
        assertNumbers(svg, `${measure}, ${name}`);
        for (const row of rowsOf(frame)) {
          for (const value of Object.values(row)) {
            assert(typeof value !== "number" || Number.isFinite(value), name);
          }
        }
      }
    });
  }
});

Deno.test("decomposeShift() gives no interval where all draws are alike", async () => {
  const statements = monthly(24, 3, (m) => ({ stance: m < 12 ? 1 : 0 }));
  await withCorpus(told(statements), async (corpus) => {
    const rows = rowsOf(
      await decomposeShift(corpus, { ...periods, by: ["publisher"] }),
    );
    assertEquals(rows.map((row) => [row.value, row.low]), [[-1, null], [0, null]]);
  });
});

Deno.test("measures of two periods refuse a target that is its own speaker", async () => {
  await withCorpus({ ...told(fallen), reliability }, async (corpus) => {
    const own = { ...periods, target: "irn" };
    for (const measure of [decomposeShift, codingError, robustness, claim]) {
      await assertRejects(
        async () => await measure(corpus, own),
        UserError,
        "someone other than the speaker",
      );
    }
  });
});

Deno.test("measures of two periods refuse periods that overlap or stand the wrong way", async () => {
  await withCorpus({ ...told(fallen), reliability }, async (corpus) => {
    const wrong = { ...periods, before: "2020", after: "2020-06/2021-06" };
    for (const measure of [decomposeShift, codingError, robustness, claim]) {
      await assertRejects(async () => await measure(corpus, wrong), UserError, "after");
    }
    await assertRejects(
      () => decomposeShift(corpus, { ...periods, after: "later" }),
      UserError,
      "2021-H1",
    );
    // Periods outside the data are no mistake: they are empty.
    const empty = await decomposeShift(corpus, {
      ...periods,
      before: "2001",
      after: "2002",
    });
    assert(rowsOf(empty).every((row) => row.value === null));
  });
});
