import { charts, UserError } from "aras";
import { assertStringIncludes, assertThrows } from "@std/assert";
import { EVENTS, frame, stances } from "./frames.ts";
import { checkFigure } from "./snapshot.ts";

const DYAD = { speaker: "irn", target: "aze" };
const RISE = [-1.4, -0.6, null, 0.2, 0.5, 0.9, 1.2, 0.4];

Deno.test("stanceSeries() draws one dyad with its events", async () => {
  await checkFigure(() =>
    charts.stanceSeries(stances("irn", "aze", RISE), {
      events: frame(EVENTS),
    }), "stance-series");
});

Deno.test("stanceSeries() puts several dyads under one another", async () => {
  await checkFigure(() =>
    charts.stanceSeries([
      stances("irn", "aze", RISE),
      stances("aze", "irn", RISE.map((mean) => mean === null ? null : -mean)),
      stances("amir-abdollahian", "isr", RISE.map(() => -2)),
    ], { events: frame(EVENTS) }), "stance-series-dyads");
});

Deno.test("stanceCompared() draws each dyad in two ways", async () => {
  const ways = (shift: number) => [
    stances("irn", "aze", RISE.map((mean) => mean === null ? null : mean - shift)),
    stances("aze", "irn", RISE.map((mean) => mean === null ? null : shift - mean)),
  ];
  await checkFigure(() => charts.stanceCompared({ coded: ways(0), read: ways(0.3) }));
});

Deno.test("stanceCompared() refuses ways of other dyads", () => {
  const one = [stances("irn", "aze", RISE)], other = [stances("aze", "irn", RISE)];
  const error = assertThrows(
    () => charts.stanceCompared({ coded: one, read: other }),
    UserError,
  );
  assertStringIncludes(error.message, "the same dyads in the same order");
  assertThrows(() => charts.stanceCompared({ coded: one }), UserError);
});

Deno.test("stanceMatrix() shows empty, small and full cells", async () => {
  const actors = [["irn", "Iran"], ["aze", "Azerbaijan"], ["arm", "Armenia"]];
  const means = [0.2, -1.6, 1.9, null, -0.4, 1];
  let i = 0;
  const rows = actors.flatMap(([speaker, speaker_name]) =>
    actors.filter(([target]) => target !== speaker).map(([target, target_name]) => {
      const mean = means[i++];
      return {
        speaker,
        speaker_name,
        target,
        target_name,
        mean,
        low: mean === null ? null : mean - 0.1,
        high: mean === null ? null : mean + 0.1,
        statements: mean === null ? 0 : 30 * i % 64,
      };
    })
  );
  await checkFigure(() => charts.stanceMatrix(frame(rows)));
});

Deno.test("stanceByIssue() sorts issues and marks the small ones", async () => {
  const rows = ["peace-treaty", "exercise-border", "corridor-zangezur", "new-issue"]
    .map((issue, i) => ({
      issue,
      mean: [0.6, -1.1, -1.7, 0][i],
      low: [0.2, -1.5, -2, null][i],
      high: [0.9, -0.6, -1.2, null][i],
      statements: [40, 23, 9, 1][i],
    }));
  await checkFigure(() => charts.stanceByIssue(frame(rows, { options: DYAD })));
});

Deno.test("stanceShift() tells a shift from none and from too few", async () => {
  const row = (speaker: string, target: string, label: string, values: unknown[]) => ({
    speaker,
    target,
    label,
    before: "2020",
    after: "2023",
    mean_before: values[0] as number,
    mean_after: values[1] as number,
    difference: values[2] as number,
    low: values[3] as number,
    high: values[4] as number,
    statements_before: values[5] as number,
    statements_after: values[6] as number,
  });
  const rows = [
    row("irn", "aze", "Iran → Azerbaijan", [0.4, -0.8, -1.2, -1.6, -0.7, 80, 64]),
    row("aze", "irn", "Azerbaijan → Iran", [0.1, 0.2, 0.1, -0.3, 0.5, 41, 52]),
    row("rus", "arm", "Russia → Armenia", [0.5, 0, -0.5, null, null, 2, 1]),
    row("isr", "tur", "Israel → Turkey", [null, 1, null, null, null, 0, 3]),
  ];
  await checkFigure(() => charts.stanceShift(frame(rows)));
});

Deno.test("stanceByTeller() draws a row for each kind of outlet", async () => {
  const rows = ["IRN", "AZE", "INT"].flatMap((audience, i) =>
    ["state", "independent"].map((kind, j) => ({
      teller: `${audience} · ${kind}`,
      audience,
      kind,
      period: null,
      mean: 0.5 - i * 0.6 + j,
      low: -0.2 - i * 0.6 + j,
      high: Math.min(2, 1 - i * 0.6 + j),
      statements: 3 + i * 12 + j,
    }))
  );
  await checkFigure(() => charts.stanceByTeller(frame(rows, { options: DYAD })));
});

Deno.test("stanceByTeller() draws a panel for each teller by period", async () => {
  const rows = ["IRN", "AZE"].flatMap((audience, i) =>
    ["2020", "2021", "2023"].map((period, j) => ({
      teller: audience,
      audience,
      kind: "all",
      period,
      mean: 0.3 * j - i,
      low: 0.3 * j - i - 0.4,
      high: 0.3 * j - i + 0.4,
      statements: 4 + 9 * j,
    }))
  );
  await checkFigure(() => charts.stanceByTeller(frame(rows, { options: DYAD })));
});

Deno.test("stanceByWave() sets the waves side by side", async () => {
  const rows = ["2020", "2021", "all"].map((period, i) => ({
    period,
    mean_1: [0.4, null, 0.2][i],
    low_1: [0.1, null, 0][i],
    high_1: [0.7, null, 0.4][i],
    mean_2: [0.1, -0.5, -0.1][i],
    low_2: [-0.2, null, -0.3][i],
    high_2: [0.4, null, 0.1][i],
    difference: [-0.3, null, -0.3][i],
    low: [-0.7, null, -0.6][i],
    high: [0.1, null, 0][i],
    n_1: [34, 0, 34][i],
    n_2: [21, 3, 24][i],
  }));
  await checkFigure(() => charts.stanceByWave(frame(rows, { options: DYAD })));
});
