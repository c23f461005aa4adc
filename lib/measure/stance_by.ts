import { checkPeriod, type Period } from "../base/date.ts";
import { badOption } from "../base/fault.ts";
import { seededRandom } from "../base/random.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about, counted, written } from "./about.ts";
import { type GroupMean, groupMeans } from "./cells.ts";
import { periodSql } from "./period_sql.ts";
import { type Selection, selectionQuery } from "./selection.ts";
import { leftOut, spanOf } from "./stance_series.ts";

const MEASURED = ["mean", "low", "high", "statements", "positions", "documents"];

function measured(mean: GroupMean): Row {
  const { value, low, high, statements, positions, documents } = mean;
  return { mean: value, low, high, statements, positions, documents };
}

/** Options of {@linkcode stanceByIssue}. */
export interface StanceByIssueOptions extends Selection {
  /** Positions that an issue must have to be named; 1 where left out. */
  readonly minimum?: number;
  readonly seed?: number;
}

/**
 * The mean stance of a speaker toward a target on each issue.
 *
 * @param corpus The corpus.
 * @param options Speaker, target and whatever else {@linkcode Selection} can say.
 * @returns `issue`, `mean`, `low`, `high` (95 %, bootstrap over documents), `statements`,
 *   `positions`, `documents`; the issue with most positions first.
 * @throws {UserError} where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { openCorpus, stanceByIssue } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await stanceByIssue(corpus, { speaker: "irn", target: "aze" });
 * assertEquals(frame.columns[0], "issue");
 * corpus.close();
 * ```
 */
export async function stanceByIssue(
  corpus: Corpus,
  options: StanceByIssueOptions = {},
): Promise<Frame> {
  const { minimum = 1, seed = 1, ...selection } = options;
  if (!Number.isInteger(minimum) || minimum < 1) {
    badOption("minimum", "a whole number from 1", minimum);
  }
  const chosen = await selectionQuery(corpus, selection);
  const { groups, sql } = await groupMeans(
    corpus,
    chosen,
    { by: ["issue"], count: selection.count ?? "positions" },
    seededRandom(seed),
  );
  const few = groups.filter((g) => g.positions < minimum);
  const rows = groups.filter((g) => g.positions >= minimum)
    .sort((a, b) => b.positions - a.positions || (a.group[0] < b.group[0] ? -1 : 1))
    .map((group) => ({ issue: group.group[0], ...measured(group) }));
  return makeFrame(
    rows,
    ["issue", ...MEASURED],
    about(corpus, "stanceByIssue", options, [written(sql, chosen.parameters)], [
      counted(
        few.length,
        "issue",
        "issues",
        ` with fewer than ${minimum} positions left out`,
      ),
    ]),
  );
}

/** Options of {@linkcode stanceByTeller}. */
export interface StanceByTellerOptions extends Selection {
  /** Audiences whose outlets are compared; the five with most positions where left out. */
  readonly audiences?: readonly string[];
  /** Also by period, where given. */
  readonly every?: Period;
  /** Whether each audience's outlets are told apart by kind (`state`, `independent`, …). */
  readonly kinds?: boolean;
  readonly seed?: number;
}

/**
 * The same dyad as told by each side's outlets: the mean stance by the public that an
 * outlet is made for, so that exile media do not count as their government's.
 *
 * @param corpus The corpus.
 * @param options Speaker, target, audiences, kinds, period, and {@linkcode Selection}.
 * @returns `teller` (an audience, with its kind where asked: `IRN · state`), `audience`,
 *   `kind`, `period` (empty unless asked), `mean`, `low`, `high`, `statements`,
 *   `positions`, `documents`.
 * @throws {UserError} where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { openCorpus, stanceByTeller } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await stanceByTeller(corpus, {
 *   speaker: "irn",
 *   target: "aze",
 *   audiences: ["IRN", "AZE"],
 * });
 * assertEquals(frame.shape[0], 2);
 * corpus.close();
 * ```
 */
export async function stanceByTeller(
  corpus: Corpus,
  options: StanceByTellerOptions = {},
): Promise<Frame> {
  const { audiences, every, kinds = false, seed = 1, ...selection } = options;
  if (every !== undefined) checkPeriod(every);
  const bounds = every === undefined ? {} : await spanOf(corpus, selection);
  const chosen = await selectionQuery(corpus, { ...selection, ...bounds });
  const by = [
    "coalesce(audience, 'unknown')",
    kinds ? "kind" : "'all'",
    every === undefined ? "'all'" : periodSql("date", every),
  ];
  const { groups, sql } = await groupMeans(
    corpus,
    chosen,
    { by, count: selection.count ?? "positions" },
    seededRandom(seed),
  );
  const shown = audiences ?? largest(groups, 5);
  const rows = shown.flatMap((audience) =>
    groups.filter((g) => g.group[0] === audience).map((g) => ({
      teller: kinds ? `${audience} · ${g.group[1]}` : audience,
      audience,
      kind: g.group[1],
      period: every === undefined ? null : g.group[2],
      ...measured(g),
    }))
  );
  return makeFrame(
    rows,
    ["teller", "audience", "kind", "period", ...MEASURED],
    about(corpus, "stanceByTeller", options, [written(sql, chosen.parameters)], [
      ...(every === undefined ? [] : await leftOut(corpus, selection, bounds, every)),
      "by the public that an outlet is made for",
    ]),
  );
}

function largest(groups: readonly GroupMean[], n: number): string[] {
  const sizes = new Map<string, number>();
  for (const { group, positions } of groups) {
    sizes.set(group[0], (sizes.get(group[0]) ?? 0) + positions);
  }
  return [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, n)
    .map(([name]) => name);
}
