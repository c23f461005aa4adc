import { UserError } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { rowsOf } from "../corpus/frame.ts";
import { signed } from "./claim_sentence.ts";
import { stanceShift } from "./stance_shift.ts";

/** A finding that a notebook asserts: a row of the table `claims`. */
export interface ClaimRow {
  readonly id: string;
  /** The notebook whose prose holds the finding, by its file's name without ending. */
  readonly notebook: string;
  readonly speaker: string;
  readonly target: string;
  readonly before: string;
  readonly after: string;
  readonly verdict: string;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly statements_before: number;
  readonly statements_after: number;
  /** The words of the finding, as they stand in the notebook. */
  readonly finding: string;
}

/** Columns of the table `claims`, in order. */
export const CLAIM_COLUMNS = [
  "id",
  "notebook",
  "speaker",
  "target",
  "before",
  "after",
  "verdict",
  "difference",
  "low",
  "high",
  "statements_before",
  "statements_after",
  "finding",
] as const satisfies readonly (keyof ClaimRow)[];

/** A claim as it is written down and as the corpus has it now. */
export interface CheckedClaim {
  readonly written: ClaimRow;
  readonly now: ClaimRow;
  /** Whether verdict, numbers (to two decimals) and words are the same. */
  readonly holds: boolean;
}

/** Documents that either period must have for anything to be claimed; see `claim`. */
export const LEAST_DOCUMENTS = 3;

/**
 * Computes anew what the notebooks assert.
 *
 * @param corpus A corpus with the table `claims`.
 * @returns Each claim as written and as it is now, in the order of their ids.
 * @throws {UserError} where the corpus has no claims.
 *
 * @example
 * ```ts
 * import { checkClaims, openCorpus } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const claims = await checkClaims(corpus);
 * assertEquals(claims.filter((claim) => !claim.holds), []);
 * corpus.close();
 * ```
 */
export async function checkClaims(corpus: Corpus): Promise<CheckedClaim[]> {
  if ((corpus.counts.get("claims") ?? 0) === 0) {
    throw new UserError({
      file: corpus.name,
      expected: "a table claims",
      found: "none",
      remedy: "open the corpus that the claims are about",
    });
  }
  const written = await corpus.query<ClaimRow & Record<string, string>>(
    `SELECT ${CLAIM_COLUMNS.map((name) => `"${name}"`).join(", ")} FROM claims
      ORDER BY id`,
  );
  const checked: CheckedClaim[] = [];
  for (const row of written) {
    const now = await currentClaim(corpus, row);
    checked.push({
      written: row,
      now,
      holds: CLAIM_COLUMNS.every((name) => row[name] === now[name]),
    });
  }
  return checked;
}

/** A claim with the numbers and words that the corpus gives it now. */
export async function currentClaim(
  corpus: Corpus,
  claim: Pick<ClaimRow, "id" | "notebook" | "speaker" | "target" | "before" | "after">,
): Promise<ClaimRow> {
  const { id, notebook, speaker, target, before, after } = claim;
  type Found = Omit<ClaimRow, "verdict"> & {
    label: string;
    shift: string;
    documents_before: number;
    documents_after: number;
  };
  const [found] = rowsOf<Found>(
    await stanceShift(corpus, { speaker, target, before, after }),
  );
  const few = Math.min(found.documents_before, found.documents_after) < LEAST_DOCUMENTS;
  const numbers = {
    verdict: few ? "too few" : found.shift,
    difference: rounded(found.difference),
    low: rounded(found.low),
    high: rounded(found.high),
    statements_before: found.statements_before,
    statements_after: found.statements_after,
  };
  return {
    ...{ id, notebook, speaker, target, before, after },
    ...numbers,
    finding: finding(found.label, numbers),
  };
}

/** A finding in a few words, its numbers in brackets. */
function finding(
  label: string,
  claim: Omit<
    ClaimRow,
    "id" | "notebook" | "speaker" | "target" | "before" | "after" | "finding"
  >,
): string {
  const { verdict, difference, low, high } = claim;
  const n = `${claim.statements_before} and ${claim.statements_after} statements`;
  if (verdict === "too few" || difference === null) {
    return `${label} has too few statements to tell (${claim.statements_before} and ${claim.statements_after})`;
  }
  const interval = low === null || high === null
    ? ""
    : `95 % interval ${signed(low)} to ${signed(high)}; `;
  return verdict === "none seen"
    ? `${label} shows no shift that can be seen (${
      signed(difference)
    }; ${interval}${n})`
    : `${label} ${verdict === "up" ? "rose" : "fell"} by ${
      Math.abs(difference).toFixed(2)
    } (${interval}${n})`;
}

const rounded = (value: number | null) =>
  value === null ? null : Math.round(value * 100) / 100;
