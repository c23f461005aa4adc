import { actorsByCountry } from "../chart/actors_by_country.ts";
import { actorMentions } from "../chart/actor_mentions.ts";
import { actorPairs } from "../chart/actor_pairs.ts";
import { actorRanks } from "../chart/actor_ranks.ts";
import type { Figure } from "../chart/figure.ts";
import { sourceCitations } from "../chart/source_citations.ts";
import { sourceConcentration } from "../chart/source_concentration.ts";
import { sourceCounts } from "../chart/source_counts.ts";
import { stanceByIssue } from "../chart/stance_by_issue.ts";
import { stanceByTeller } from "../chart/stance_by_teller.ts";
import { stanceByWave } from "../chart/stance_by_wave.ts";
import { stanceMatrix } from "../chart/stance_matrix.ts";
import { stanceSeries } from "../chart/stance_series.ts";
import { stanceShift } from "../chart/stance_shift.ts";
import type { Corpus } from "../corpus/corpus.ts";
import * as measure from "../measure/mod.ts";
import { shiftGallery } from "./shift_gallery.ts";

/** A figure of the report: its name and how it is made of a corpus. */
export interface GalleryEntry {
  /** Name of its files. */
  readonly name: string;
  /** Measures and draws it. */
  make(corpus: Corpus): Promise<Figure>;
}

/** The two states whose stance toward each other the report is about. */
const IRAN = { speaker: "irn", target: "aze" } as const;
const AZERBAIJAN = { speaker: "aze", target: "irn" } as const;

/** All that a series of stances is read by: what happened between these states. */
const turningPoints = (corpus: Corpus) =>
  measure.events(corpus, { actors: ["irn", "aze"], importance: 2 });

/** The figures of the report in the order in which it tells them. */
export const gallery: readonly GalleryEntry[] = [
  {
    name: "source-counts",
    make: async (corpus) =>
      sourceCounts(await measure.sourceCounts(corpus, { every: "quarter" }), {
        events: await measure.events(corpus, { importance: 3 }),
      }),
  },
  ...(["country", "kind", "language"] as const).map((by) => ({
    name: `source-counts-by-${by}`,
    make: async (corpus: Corpus) =>
      sourceCounts(await measure.sourceCounts(corpus, { every: "quarter", by })),
  })),
  {
    name: "source-concentration",
    make: async (corpus) =>
      sourceConcentration(
        await measure.sourceConcentration(corpus, { every: "half-year" }),
      ),
  },
  {
    name: "source-citations",
    make: async (corpus) =>
      sourceCitations(await measure.sourceCitations(corpus, { top: 12 })),
  },
  {
    name: "actor-mentions",
    make: async (corpus) =>
      actorMentions(
        await measure.actorMentions(corpus, { every: "quarter", top: 9 }),
      ),
  },
  {
    name: "actor-ranks",
    make: async (corpus) =>
      actorRanks(
        await measure.actorRanks(corpus, { before: "2020", after: "2023", top: 12 }),
      ),
  },
  {
    name: "actor-pairs",
    make: async (corpus) =>
      actorPairs(await measure.actorPairs(corpus, { top: 20, minimum: 15 })),
  },
  {
    name: "actors-by-country",
    make: async (corpus) =>
      actorsByCountry(
        await measure.actorsByCountry(corpus, {
          countries: ["IRN", "AZE", "ARM", "TUR"],
          top: 6,
        }),
      ),
  },
  {
    name: "stance-iran-azerbaijan",
    make: async (corpus) =>
      stanceSeries(await measure.stanceSeries(corpus, { ...IRAN, every: "quarter" }), {
        events: await turningPoints(corpus),
      }),
  },
  {
    name: "stance-dyads",
    make: async (corpus) =>
      stanceSeries(
        await Promise.all(
          [IRAN, AZERBAIJAN, { speaker: "irn", target: "arm" }].map((dyad) =>
            measure.stanceSeries(corpus, { ...dyad, every: "half-year" })
          ),
        ),
        { events: await turningPoints(corpus) },
      ),
  },
  {
    name: "stance-matrix",
    make: async (corpus) =>
      stanceMatrix(
        await measure.stanceMatrix(corpus, {
          actors: ["irn", "aze", "arm", "tur", "isr", "rus", "usa"],
        }),
      ),
  },
  {
    name: "stance-by-issue",
    make: async (corpus) => stanceByIssue(await measure.stanceByIssue(corpus, IRAN)),
  },
  {
    name: "stance-shift",
    make: async (corpus) =>
      stanceShift(
        await measure.stanceShift(corpus, {
          dyads: [
            ["irn", "aze"],
            ["aze", "irn"],
            ["irn", "arm"],
            ["arm", "irn"],
            ["irn", "tur"],
            ["irn", "isr"],
            ["rus", "arm"],
          ],
          before: "2020",
          after: "2023",
        }),
      ),
  },
  {
    name: "stance-by-teller",
    make: async (corpus) =>
      stanceByTeller(
        await measure.stanceByTeller(corpus, {
          ...IRAN,
          audiences: ["IRN", "AZE", "ARM", "INT"],
          kinds: true,
        }),
      ),
  },
  {
    name: "stance-by-teller-series",
    make: async (corpus) =>
      stanceByTeller(
        await measure.stanceByTeller(corpus, {
          ...IRAN,
          audiences: ["IRN", "AZE", "ARM"],
          every: "half-year",
        }),
        { events: await turningPoints(corpus) },
      ),
  },
  {
    name: "stance-by-wave",
    make: async (corpus) =>
      stanceByWave(await measure.stanceByWave(corpus, { ...IRAN, every: "year" })),
  },
  ...shiftGallery,
];
