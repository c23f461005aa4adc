import { MONTH_NAMES, monthRange } from "../base/date.ts";
import type { PlaceboRank } from "./placebo_periods.ts";

/** What a claim's sentence is made of. */
export interface ClaimFacts {
  /** `Iran → Azerbaijan`. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly verdict: "up" | "down" | "none seen" | "too few";
  readonly mean_before: number | null;
  readonly mean_after: number | null;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly statements_before: number;
  readonly statements_after: number;
  readonly documents_before: number;
  readonly documents_after: number;
  /** The part that the same outlets account for; null where it cannot be told. */
  readonly same_outlets: {
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
  /** Difference with coding errors and missed statements allowed for. */
  readonly corrected: {
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
  readonly placebo: PlaceboRank | null;
  readonly specifications: number;
  /** Shares of the specifications: with the same sign, and clear of zero as well. */
  readonly same_sign: number;
  readonly clear: number;
}

/** A number with its sign and two decimals; −0.00 is 0.00. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return Number(text) === 0 ? "0.00" : `${value < 0 ? "−" : "+"}${text}`;
}

/**
 * Writes a claim as one careful sentence: what is seen, how sure, on how much, and what
 * speaks against it; "no shift" and "too few" are said as plainly as a shift.
 *
 * @param facts The numbers.
 */
export function claimSentence(facts: ClaimFacts): string {
  const { label, before, after, verdict } = facts;
  const between = `between ${spokenPeriod(before)} and ${spokenPeriod(after)}`;
  const side = (mean: number | null, statements: number, documents: number) =>
    statements === 0
      ? "none"
      : `${signed(mean!)} in ${statements} ${plural(statements, "statement")} of ` +
        `${documents} ${plural(documents, "document")}`;
  const rest = `(${
    side(facts.mean_before, facts.statements_before, facts.documents_before)
  } before, ${
    side(facts.mean_after, facts.statements_after, facts.documents_after)
  } after)`;
  if (verdict === "too few" || facts.difference === null) {
    return `${label}: too few statements to say whether stance shifted ${between} ` +
      `${rest}.`;
  }
  const interval = facts.low === null || facts.high === null
    ? ""
    : `, 95 % interval ${signed(facts.low)} to ${signed(facts.high)}`;
  const head = verdict === "none seen"
    ? `${label}: no shift can be seen ${between}: ${
      signed(facts.difference)
    }${interval}`
    : `${label}: stance ${verdict === "up" ? "rose" : "fell"} by ${
      Math.abs(facts.difference).toFixed(2)
    }${
      interval.replace(", 95 % interval", " (95 % interval of the difference") + ")"
    } ${between}`;
  return `${head} ${rest}${caveats(facts)}.`;
}

/** What else a reader must know, each after a semicolon. */
function caveats(facts: ClaimFacts): string {
  const parts: string[] = [];
  const { difference, same_outlets, corrected, placebo } = facts;
  if (facts.verdict !== "none seen" && same_outlets !== null) {
    const { value, low, high } = same_outlets;
    const ends = low === null || high === null
      ? ""
      : ` (${signed(low)} to ${signed(high)})`;
    parts.push(`within the same outlets it is ${signed(value)}${ends}`);
  }
  if (corrected !== null && corrected.low !== null && corrected.high !== null) {
    const clear = corrected.low > 0 || corrected.high < 0;
    parts.push(
      `with coding errors and missed statements allowed for it is ${
        signed(corrected.value)
      } (${signed(corrected.low)} to ${signed(corrected.high)}${
        facts.verdict !== "none seen" && !clear ? ", no longer clear of zero" : ""
      })`,
    );
  }
  if (facts.verdict !== "none seen" && placebo !== null) {
    const larger = placebo.rank - 1;
    parts.push(
      `${larger === 0 ? "none" : larger} of ${placebo.placebos} other such pairs of ` +
        `periods ${larger === 1 ? "differs" : "differ"} as clearly`,
    );
  }
  if (facts.specifications > 1 && difference !== null) {
    parts.push(
      `${
        percent(facts.same_sign)
      } of ${facts.specifications} specifications agree in ` +
        `sign and ${percent(facts.clear)} leave zero out as well`,
    );
  }
  return parts.map((part) => `; ${part}`).join("");
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
const plural = (n: number, word: string) => n === 1 ? word : `${word}s`;

/** A period as a reader says it: `2021`, `July–December 2020`. */
export function spokenPeriod(period: string): string {
  if (/^\d{4}$/.test(period)) return period;
  const { from, to } = monthRange(period);
  const month = (text: string) => MONTH_NAMES[Number(text.slice(5)) - 1];
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  if (from === to) return `${month(from)} ${first}`;
  if (first === last) {
    return from.endsWith("-01") && to.endsWith("-12")
      ? first
      : `${month(from)}–${month(to)} ${first}`;
  }
  return from.endsWith("-01") && to.endsWith("-12")
    ? `${first}–${last}`
    : `${month(from)} ${first}–${month(to)} ${last}`;
}
