// How long any one call takes, with its figure: on the largest series of the catalogue
// (some 800 statements), and on 100,000 statements.
import {
  charts,
  claim,
  codingError,
  type Corpus,
  decomposeShift,
  eventStudy,
  openCorpus,
  robustness,
  scanShifts,
  smoothStance,
  stanceChanges,
  standardisedSeries,
} from "aras";
import { seededRandom } from "aras";
import { smallPackage } from "../support/package.ts";
import { month, type Told, told } from "../support/series.ts";

const dyad = { speaker: "irn", target: "aze" };
const periods = { ...dyad, before: "2020/2021", after: "2023/2024" };

/** 100,000 statements in 90,000 documents, with a shift in the middle. */
function many(): Told[] {
  const random = seededRandom("bench");
  return Array.from({ length: 100_000 }, (_, i) => {
    const at = Math.floor(i * 60 / 100_000);
    const level = at < 30 ? 0.3 : -0.2;
    const stance = Math.round(level + random.normal());
    return {
      date: `${month(at)}-${String(random.below(28) + 1).padStart(2, "0")}`,
      stance: Math.max(-2, Math.min(2, stance)),
      document: `d${String(i - (i % 10 === 9 ? 1 : 0)).padStart(6, "0")}`,
      publisher: random.next() < 0.5 ? "paper" : "gazette",
      voice: ["quoted", "reported", "author"][random.below(3)],
      issue: ["other", "domestic", "peace-treaty"][random.below(3)],
    };
  });
}

const catalogue = await openCorpus();
const { folder, remove } = await smallPackage(told(many()));
const large = await openCorpus(folder, { reference: "none", check: "columns" });
globalThis.addEventListener("unload", () => {
  catalogue.close();
  large.close();
  remove();
});

const calls: Record<string, (corpus: Corpus) => Promise<unknown>> = {
  smoothStance: async (corpus) =>
    await charts.smoothedStance(await smoothStance(corpus, dyad)).svg(),
  stanceChanges: async (corpus) =>
    await charts.stanceChanges(await stanceChanges(corpus, dyad)).svg(),
  decomposeShift: async (corpus) =>
    await charts.shiftParts(await decomposeShift(corpus, periods)).svg(),
  standardisedSeries: async (corpus) =>
    await charts.standardisedSeries(await standardisedSeries(corpus, dyad)).svg(),
  eventStudy: async (corpus) =>
    await charts.eventStudy(await eventStudy(corpus, { ...dyad, event: "2022-06-15" }))
      .svg(),
  robustness: async (corpus) =>
    await charts.specificationCurve(await robustness(corpus, periods)).svg(),
  scanShifts: async (corpus) => await charts.scanShifts(await scanShifts(corpus)).svg(),
  claim: async (corpus) => await charts.claim(await claim(corpus, periods)).svg(),
};

for (const [name, call] of Object.entries(calls)) {
  Deno.bench(`${name}, largest series of the catalogue`, {
    group: name,
    n: 3,
    warmup: 1,
  }, async () => {
    await call(catalogue);
  });
  Deno.bench(
    `${name}, 100,000 statements`,
    { group: name, n: 1, warmup: 0 },
    async () => {
      await call(large);
    },
  );
}

Deno.bench(
  "codingError, largest series of the catalogue",
  { n: 3, warmup: 1 },
  async () => {
    await charts.corrections(await codingError(catalogue, periods)).svg();
  },
);
