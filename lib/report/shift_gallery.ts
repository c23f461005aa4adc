import { corrections } from "../chart/corrections.ts";
import { eventStudy } from "../chart/event_study.ts";
import { scanShifts } from "../chart/scan_shifts.ts";
import { shiftParts } from "../chart/shift_parts.ts";
import { smoothedStance } from "../chart/smoothed_stance.ts";
import { specificationCurve } from "../chart/specification_curve.ts";
import { stanceChanges } from "../chart/stance_changes.ts";
import { standardisedSeries } from "../chart/standardised_series.ts";
import type { Corpus } from "../corpus/corpus.ts";
import * as measure from "../measure/mod.ts";
import type { GalleryEntry } from "./gallery.ts";

const DYAD = { speaker: "irn", target: "aze" } as const;
/** The war of 2020 against the crisis over drills and lorries a year later. */
const SHIFT = { ...DYAD, before: "2020-07/2020-12", after: "2021-07/2021-12" } as const;

const turningPoints = (corpus: Corpus) =>
  measure.events(corpus, { actors: ["irn", "aze"], importance: 3 });

/** The figures of when and whether stances shifted. */
export const shiftGallery: readonly GalleryEntry[] = [
  {
    name: "smoothed-stance",
    make: async (corpus) =>
      smoothedStance(await measure.smoothStance(corpus, DYAD), {
        events: await turningPoints(corpus),
      }),
  },
  {
    name: "stance-changes",
    make: async (corpus) =>
      stanceChanges(await measure.stanceChanges(corpus, DYAD), {
        series: await measure.smoothStance(corpus, DYAD),
        events: await turningPoints(corpus),
      }),
  },
  {
    name: "event-study",
    make: async (corpus) =>
      eventStudy(
        await measure.eventStudy(corpus, { ...DYAD, event: "embassy-attack" }),
      ),
  },
  {
    name: "shift-parts",
    make: async (corpus) =>
      shiftParts(
        await measure.decomposeShift(corpus, {
          ...SHIFT,
          by: ["country", "kind", "issue"],
        }),
      ),
  },
  {
    name: "standardised-series",
    make: async (corpus) =>
      standardisedSeries(await measure.standardisedSeries(corpus, DYAD)),
  },
  {
    name: "corrections",
    make: async (corpus) => corrections(await measure.codingError(corpus, SHIFT)),
  },
  {
    name: "specification-curve",
    make: async (corpus) => specificationCurve(await measure.robustness(corpus, SHIFT)),
  },
  {
    name: "scan-shifts",
    make: async (corpus) => scanShifts(await measure.scanShifts(corpus)),
  },
];
