import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about } from "./about.ts";
import { findShifts } from "./change_points.ts";
import { falseDiscovery } from "./false_discovery.ts";
import { type Observation, type Selection, selectStatements } from "./selection.ts";
import { spanOf } from "./stance_series.ts";
import { unitsOf } from "./units.ts";

/** Options of {@linkcode scanShifts}. */
export interface ScanShiftsOptions extends Omit<Selection, "speaker" | "target"> {
  /** Clusters of documents that a dyad must have; 12. */
  readonly least?: number;
  /** Share of the dyads named as shifted that may be false; 0.05. */
  readonly rate?: number;
  readonly permutations?: number;
  /** As in {@linkcode stanceChanges}. */
  readonly exchange?: "documents" | "months";
  readonly seed?: number;
}

/**
 * Searches all dyads with enough statements for level shifts, and says which shifted with
 * the false discovery rate held: of the dyads named, 5 % at most are expected to be false,
 * however many were searched (Benjamini & Hochberg 1995).
 *
 * Speakers who speak for a state count as that state, and so do targets.
 *
 * @param corpus The corpus.
 * @param options How many statements are enough, the rate, and {@linkcode Selection}.
 * @returns A row a dyad, the surest first: `speaker`, `target`, `label`, `statements`,
 *   `documents`, `clusters`, `mean`, `p`, `q` (adjusted p), `shifted` (`q` at most `rate`),
 *   `shifts`, and of the largest `month`, `size`. The notes say how many dyads had too few.
 * @throws {UserError} where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { openCorpus, scanShifts } from "aras";
 * import { assert } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await scanShifts(corpus, { least: 100, permutations: 99 });
 * assert(frame.columns.includes("q"));
 * corpus.close();
 * ```
 */
export async function scanShifts(
  corpus: Corpus,
  options: ScanShiftsOptions = {},
): Promise<Frame> {
  const { least = 12, rate = 0.05, permutations = 1999, seed = 1 } = options;
  const { exchange = "documents" } = options;
  if (!Number.isInteger(least) || least < 6) {
    badOption("least", "a whole number of at least 6", least);
  }
  if (!(rate > 0 && rate < 1)) badOption("rate", "a number between 0 and 1", rate);
  if (exchange !== "documents" && exchange !== "months") {
    badOption("exchange", "documents or months", exchange);
  }
  const {
    least: _,
    rate: __,
    permutations: ___,
    exchange: ____,
    seed: _____,
    ...rest
  } = options;
  const bounded = { ...rest, ...await spanOf(corpus, rest) };
  const observations = await selectStatements(corpus, bounded);
  const states = await statesOf(corpus, rest.level ?? "state");
  const dyads = dyadsOf(observations, states);
  const searched: (Row & { p: number; label: string })[] = [];
  for (const { speaker, target, own } of dyads) {
    const units = unitsOf(own, exchange);
    if (new Set(units.cluster).size < least) continue;
    const label = `${states.names.get(speaker) ?? speaker} → ${
      states.names.get(target) ?? target
    }`;
    const found = findShifts(units, {
      permutations,
      alpha: 0.05,
      seed: `${seed}/${speaker}/${target}`,
      intervals: false,
    });
    if (found.verdict === "too few") continue;
    const largest = [...found.shifts].sort((a, b) =>
      Math.abs(b.size) - Math.abs(a.size)
    )[0];
    const weight = own.reduce((sum, o) => sum + o.weight, 0);
    searched.push({
      speaker,
      target,
      label,
      statements: units.statements,
      documents: units.documents,
      clusters: found.clusters,
      mean: own.reduce((sum, o) => sum + o.weight * o.stance, 0) / weight,
      p: found.p,
      shifts: found.shifts.length,
      month: largest?.month ?? null,
      size: largest?.size ?? null,
    });
  }
  const q = falseDiscovery(searched.map((row) => row.p));
  const rows = searched
    .map((row, i): Row & { q: number; label: string } => ({
      ...row,
      q: q[i],
      shifted: q[i] <= rate,
      // What is not named as shifted has no shift to show.
      shifts: q[i] <= rate ? row.shifts : 0,
      month: q[i] <= rate ? row.month : null,
      size: q[i] <= rate ? row.size : null,
    }))
    .sort((a, b) => a.q - b.q || Number(b.statements) - Number(a.statements));
  return makeFrame(
    rows,
    COLUMNS,
    about(corpus, "scanShifts", options, [], [
      `${rows.length} dyads searched, ${
        rows.filter((r) => r.shifted).length
      } shifted ` +
      `(false discovery rate ${rate})`,
      `${
        dyads.length - rows.length
      } more have fewer than ${least} independent clusters ` +
      "of documents",
    ]),
  );
}

const COLUMNS = [
  "speaker",
  "target",
  "label",
  "statements",
  "documents",
  "clusters",
  "mean",
  "p",
  "q",
  "shifted",
  "shifts",
  "month",
  "size",
];

interface States {
  /** The state that an actor speaks for; absent where it speaks for none. */
  readonly of: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

/** For whom each actor speaks, at a level as in {@linkcode Selection}. */
async function statesOf(corpus: Corpus, level: string): Promise<States> {
  const actors = await corpus.query<
    {
      id: string;
      name: string;
      type: string;
      country: string | null;
      official: string | null;
    }
  >("SELECT id, name, type, country, official FROM actors");
  const state = new Map(
    actors.filter((a) => a.type === "state" && a.country !== null).map((a) =>
      [a.country!, a.id] as const
    ),
  );
  const of = new Map<string, string>();
  for (const { id, country, official } of actors) {
    const counts = level === "everybody" || (level === "state" && official === "yes");
    const own = country === null ? undefined : state.get(country);
    if (counts && own !== undefined) of.set(id, own);
  }
  return { of, names: new Map(actors.map((a) => [a.id, a.name])) };
}

/** Statements by speaker and target, states taken together; nobody toward himself. */
function dyadsOf(observations: readonly Observation[], { of }: States) {
  const groups = Map.groupBy(observations, (o) => {
    const speaker = of.get(o.speaker) ?? o.speaker;
    const target = of.get(o.target) ?? o.target;
    return `${speaker}|${target}`;
  });
  return [...groups]
    .map(([key, own]) => {
      const [speaker, target] = key.split("|");
      return { speaker, target, own };
    })
    .filter(({ speaker, target }) => speaker !== target)
    .sort((a, b) => b.own.length - a.own.length || (a.speaker < b.speaker ? -1 : 1));
}
