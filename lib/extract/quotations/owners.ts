/** What of somebody's speaks for him; his adviser or brother does not. */
const OWN_WORD =
  /^['’]s? (?:\p{L}+ ){0,2}(?:office|administration|government|cabinet|statements?|speech|remarks?|words?|comments?|letter|message|tweets?|post|interview|claims?|calls?|article|account|party|team|camp|press service|website|report)\b/iu;
/** Those who are somebody's and do not speak for him: "an adviser to Khamenei". */
const OF_OTHERS =
  /\b(?:advis[eo]rs?|aides?|ally|allies|supporters?|critics?|opponents?|lawyers?|sons?|daughters?|brothers?|wife|friends?|rivals?|deput(?:y|ies)|assistants?|predecessors?|successors?)\s+(?:to|of)\s+(?:[\p{L}'’-]+\s+){0,4}$/iu;
const OWNED = /^['’]s?\s+\p{L}/u;

/**
 * Whether somebody is named only as whose man speaks: "Aliyev's adviser", "an adviser to
 * Khamenei".
 *
 * @param before What stands before his name in the phrase that names who speaks.
 * @param after What stands after it.
 */
export function isOwner(before: string, after: string): boolean {
  if (before !== "" && OF_OTHERS.test(before)) return true;
  return after !== "" && OWNED.test(after) && !OWN_WORD.test(after);
}
