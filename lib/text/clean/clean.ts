import { dateLine } from "../describe/date_line.ts";
import {
  joinPassages,
  type Kept,
  type Passage,
  type Reason,
  type Removed,
} from "../passage.ts";
import {
  ANYWHERE,
  AT_THE_EDGES,
  LAST_HEADINGS,
  MARKS,
  type Pattern,
} from "./patterns.ts";

/** The article's own words and what was taken out of what was read. */
export interface Cleaned {
  readonly text: string;
  /** Where each stretch of the text was in the original. */
  readonly kept: readonly Kept[];
  readonly removed: readonly Removed[];
}

/** A passage this long, with a stop at its end, is prose. */
const PROSE = 110;
/** Longer passages are not taken for a link, a menu's entry or the name of a section. */
const SHORT = 90;
/** A mark that is on more of the text than this says nothing. */
const MOST_MARKED = 0.25;
const ENDS = /[.!?…؟۔։।。！？»”"’')\]]\s*(?:\[?\d{0,3}\]?)$/u;

/** Tells whether a passage ends as sentences do. */
function hasEnd(text: string): boolean {
  return ENDS.test(text.slice(-24));
}

/**
 * Takes out what is not the article: menus, appeals, disclosures, buttons, captions,
 * comments, copyright lines, blurbs. Passages are told by their wording, their place
 * before or after the prose, and where there is markup by their element.
 *
 * @param original The text as read, which the passages are spans of.
 * @param passages All its passages, in order.
 * @param options `title`: the article's title, taken out where it is repeated; `outside`:
 *   passages that are known not to be of the article, with the reason.
 * @returns The text that is left, and each passage taken out with its place and reason.
 */
export function clean(
  original: string,
  passages: readonly Passage[],
  options: { title?: string; outside?: readonly Removed[] } = {},
): Cleaned {
  const { first, last } = proseOf(passages);
  const end = endOf(passages, first, last);
  const removed: Removed[] = [...options.outside ?? []];
  const kept: Passage[] = [];
  const marked = markedReasons(passages);
  passages.forEach((passage, index) => {
    const reason = index >= end.index
      ? end.reason
      : reasonFor(passage, index, first, last, options.title, passages) ??
        marked.get(passage);
    if (reason === undefined) kept.push(passage);
    else {removed.push({
        start: passage.start,
        end: passage.end,
        text: passage.text,
        reason,
      });}
  });
  removed.sort((a, b) => a.start - b.start);
  return { ...joinPassages(original, kept), removed };
}

/** The first and the last passage of prose; all are, where none is. */
function proseOf(passages: readonly Passage[]): { first: number; last: number } {
  const isProse = (p: Passage) =>
    p.text.length >= PROSE && hasEnd(p.text) && p.linked < 0.5 &&
    p.role !== "caption" && matched(ANYWHERE, p) === undefined &&
    matched(AT_THE_EDGES, p) === undefined;
  const first = passages.findIndex(isProse);
  return first < 0
    ? { first: 0, last: passages.length - 1 }
    : { first, last: passages.findLastIndex(isProse) };
}

/** Where comments or lists of other articles begin and nothing of this one follows. */
function endOf(
  passages: readonly Passage[],
  first: number,
  last: number,
): { index: number; reason: Reason } {
  let before = 0;
  const total = passages.reduce((sum, p) => sum + p.text.length, 0);
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i];
    if (i > first && LAST_HEADINGS.test(passage.text)) {
      const reason = matched(ANYWHERE, passage) ?? "related";
      if (i > last || reason === "comments" && before > total * 0.4) {
        return { index: i, reason };
      }
    }
    before += passage.text.length;
  }
  return { index: passages.length, reason: "related" };
}

function reasonFor(
  passage: Passage,
  index: number,
  first: number,
  last: number,
  title: string | undefined,
  passages: readonly Passage[],
): Reason | undefined {
  const { text } = passage;
  if (title !== undefined && index <= first + 1 && sameTitle(text, title)) {
    return "title";
  }
  const worded = matched(ANYWHERE, passage);
  if (worded !== undefined) return worded;
  const isLink = passage.linked > 0.8 && text.length < 200;
  if (
    isLink &&
    (passage.role === "item" || passage.role === "heading" || !hasEnd(text))
  ) {
    if (isAlone(passages, index)) return "related";
  }
  if (isCutOff(passages, index, first)) return "caption";
  if (isComment(passages, index)) return "comments";
  if (index >= first && index <= last) return undefined;
  const edge = matched(AT_THE_EDGES, passage);
  if (edge !== undefined) return edge;
  if (text.length < SHORT * 2 && dateLine(text) !== undefined) return "date line";
  if (index < first) return reasonAtHead(passage);
  return isLink ? "related" : undefined;
}

function reasonAtHead({ text, linked }: Passage): Reason | undefined {
  if (linked > 0.5 && text.length < SHORT) return "navigation";
  return text.length < SHORT && /\S\s[|»›]\s\S/.test(text) && !hasEnd(text)
    ? "navigation"
    : undefined;
}

/** A caption that a page cut off in the middle of a sentence, before the first paragraph. */
function isCutOff(passages: readonly Passage[], index: number, first: number): boolean {
  const { text } = passages[index];
  return index > 0 && index <= first + 1 && index + 3 < passages.length &&
    text.length > PROSE && /\p{Ll}$/u.test(text.slice(-2)) &&
    hasEnd(passages[index + 1].text) &&
    passages[index + 1].text.length > PROSE;
}

/** Numbered comments stand between the article and the line that closes them. */
function isComment(passages: readonly Passage[], index: number): boolean {
  if (!/^\s*\d+[.)]\s/.test(passages[index].text)) return false;
  let next = index + 1;
  while (next < passages.length && /^\s*\d+[.)]\s/.test(passages[next].text)) next++;
  return /^comments are closed/i.test(passages[next]?.text ?? "");
}

/** Whole passages of links between paragraphs lead to other articles; a list of points
 * that happen to be links has prose in some of its points. */
function isAlone(passages: readonly Passage[], index: number): boolean {
  const { role } = passages[index];
  if (role !== "item") return true;
  let linked = 0, all = 0;
  for (let i = index; i >= 0 && passages[i].role === role; i--) {
    all++;
    if (passages[i].linked > 0.8) linked++;
  }
  for (let i = index + 1; i < passages.length && passages[i].role === role; i++) {
    all++;
    if (passages[i].linked > 0.8) linked++;
  }
  return linked > all * 0.7;
}

/**
 * Reasons by markup: an element's role or class name. A mark that holds much of the
 * article is no sign of what does not belong to it.
 */
function markedReasons(passages: readonly Passage[]): Map<Passage, Reason> {
  const found = new Map<Passage, Reason>();
  const share = new Map<Reason, number>();
  const total = passages.reduce((sum, passage) => sum + passage.text.length, 0);
  for (const passage of passages) {
    const reason = passage.role === "caption" ? "caption" : markedReason(passage);
    if (reason === undefined) continue;
    found.set(passage, reason);
    share.set(reason, (share.get(reason) ?? 0) + passage.text.length / total);
  }
  for (const [passage, reason] of found) {
    if (share.get(reason)! > MOST_MARKED) found.delete(passage);
  }
  return found;
}

function markedReason({ text, marks }: Passage): Reason | undefined {
  if (marks === undefined || marks === "") return undefined;
  const isShort = text.length < SHORT * 2;
  for (const [reason, says] of MARKS) {
    if (!says.test(marks)) continue;
    const isBlurb = reason === "author blurb" || reason === "related" ||
      reason === "newsletter";
    if (isShort || isBlurb && text.length < 500) return reason;
  }
  return undefined;
}

function matched(patterns: readonly Pattern[], passage: Passage): Reason | undefined {
  const { text } = passage;
  for (const { reason, longest, says } of patterns) {
    if (text.length <= longest && says.test(text)) return reason;
  }
  return undefined;
}

/** Tells whether a passage is the title again, with the site's name or without. */
function sameTitle(text: string, title: string): boolean {
  if (text.length > 2 * title.length + 40) return false;
  const key = (s: string) => s.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const a = key(text), b = key(title);
  if (a.length < 8 || b.length < 8) return a === b && a !== "";
  return a === b ||
    Math.min(a.length, b.length) > 20 && (a.startsWith(b) || b.startsWith(a)) &&
      Math.max(a.length, b.length) < 1.4 * Math.min(a.length, b.length);
}
