// How long any one call takes, with its figure, on 400 and on 100,000 statements: under 1
// and under 5 seconds where nothing else runs.
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
import { type Rows, smallPackage } from "../support/package.ts";
import { month, type Told, told } from "../support/series.ts";

const dyad = { speaker: "irn", target: "aze" };
const periods = { ...dyad, before: "2020/2021", after: "2023/2024" };

/** Statements of which each tenth shares a document, with a shift in the middle. */
function series(n: number): Told[] {
  const random = seededRandom("bench");
  return Array.from({ length: n }, (_, i) => {
    const at = Math.floor(i * 60 / n);
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

/** The catalogue's doubly coded sample, for the errors of coding. */
async function doublyCoded(): Promise<Rows> {
  const catalogue = await openCorpus();
  const rows = await catalogue.query<Rows[number]>("SELECT * FROM reliability");
  catalogue.close();
  return rows;
}

const reliability = await doublyCoded();
const corpora = new Map<number, Corpus>();
for (const n of [400, 100_000]) {
  const { folder, remove } = await smallPackage({ ...told(series(n)), reliability });
  const corpus = await openCorpus(folder, { reference: "none", check: "columns" });
  corpora.set(n, corpus);
  globalThis.addEventListener("unload", () => {
    corpus.close();
    remove();
  });
}

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
  codingError: async (corpus) =>
    await charts.corrections(await codingError(corpus, periods)).svg(),
  claim: async (corpus) => await charts.claim(await claim(corpus, periods)).svg(),
};

for (const [name, call] of Object.entries(calls)) {
  for (const [n, corpus] of corpora) {
    Deno.bench(
      `${name}, ${n.toLocaleString("en")} statements`,
      { group: `${n} statements`, n: n < 1000 ? 5 : 1, warmup: n < 1000 ? 1 : 0 },
      async () => {
        await call(corpus);
      },
    );
  }
}
