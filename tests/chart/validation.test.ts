import { assert, assertEquals } from "@std/assert";
import { charts } from "aras";
import { makeFrame, type Row } from "../../lib/corpus/frame.ts";
import { checkFigure } from "./snapshot.ts";

const about = { measure: "made up", options: {}, sql: [], notes: [] };
const frameOf = (rows: Row[]) => makeFrame(rows, Object.keys(rows[0]), about);

const figure = (method: string, value: number, least: number | null) => ({
  set: "made-up set",
  part: "dev",
  method,
  measure: "macro-F1",
  value,
  low: value - 0.05,
  high: value + 0.04,
  n: 1234,
  floor: 0.2,
  peer_value: 0.5,
  least,
});

Deno.test("charts.validation() draws figures beside what they must reach", async () => {
  const rows = [
    figure("rules", 0.62, 0.58),
    figure("model", 0.74, 0.775),
    figure("rules", 0.9, null),
  ];
  await checkFigure(() => charts.validation(frameOf(rows)));
});

Deno.test("charts.validation() draws what is measured on many parts under headings", async () => {
  const rows = ["found", "covered"].flatMap((measure, i) =>
    ["n = 50", "n = 150", "n = 400"].map((part, k) => ({
      ...figure("findShifts", 0.5 + 0.1 * k + 0.2 * i, i === 0 ? null : 0.7),
      measure,
      part,
      floor: null,
      peer_value: i === 0 ? 0.4 : null,
      most: i === 0 ? null : 0.88,
    }))
  );
  const drawn = charts.validation(frameOf(rows));
  assert(drawn.description.includes("1 of them not what they must be"));
  await checkFigure(() => drawn, "validation-parts");
});

Deno.test("charts.confusion() draws three signs", async () => {
  const rows = ["-1", "0", "1"].flatMap((gold, i) =>
    ["-1", "0", "1"].map((predicted, k) => ({
      set: "made-up set",
      method: "rules",
      gold,
      predicted,
      n: i === k ? 900 : 30 + 10 * k,
    }))
  );
  await checkFigure(() => charts.confusion(frameOf(rows)));
});

Deno.test("charts.confusion() draws many classes with their names on end", async () => {
  const names = ["ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "COOPERATE"];
  const rows = names.flatMap((gold, i) =>
    names.filter((_, k) => Math.abs(i - k) < 2).map((predicted) => ({
      set: "made-up set",
      method: "rules",
      gold,
      predicted,
      n: gold === predicted ? 50 : 5,
    }))
  );
  await checkFigure(() => charts.confusion(frameOf(rows)), "confusion-acts");
});

Deno.test("charts.reliability() draws both methods, few answers hollow", async () => {
  const rows = ["rules", "model"].flatMap((method, i) =>
    [0.45, 0.55, 0.65, 0.75, 0.85, 0.95].map((mean, k) => ({
      set: "made-up set",
      method,
      bin: k + 4,
      mean,
      right: mean - 0.05 * i,
      n: k === 0 ? 12 : 100 * k,
    }))
  );
  await checkFigure(() => charts.reliability(frameOf(rows)));
});

Deno.test("charts.reliability() begins its axis below the least probability", async () => {
  const rows = [0.12, 0.24, 0.5].map((mean) => ({
    set: "made-up set",
    method: "rules",
    bin: Math.floor(mean * 10),
    mean,
    right: mean,
    n: 50,
  }));
  const ticksOf = async (some: typeof rows) =>
    (await charts.reliability(frameOf(some)).svg()).match(/>[01]\.[0-9](?=<)/g)!
      .slice(6).map((tick) => tick.slice(1));
  assertEquals((await ticksOf(rows))[0], "0.1");
  assertEquals((await ticksOf(rows.slice(2)))[0], "0.3");
});

Deno.test("charts.reliability() counts the answers of each method", async () => {
  const rows = [["rules", 50], ["model", 1000]].map(([method, n]) => (
    { set: "made-up set", method, bin: 5, mean: 0.55, right: 0.5, n }
  ));
  const svg = await charts.reliability(frameOf(rows)).svg();
  assert(svg.includes("; 50 answers of the rules, 1,000 answers of the model<"));
});
