import { JUPYTER } from "./jupyter.ts";
import { badOption } from "../../base/fault.ts";
import { escapeHtml } from "../../base/html.ts";
import { words } from "../../text/words.ts";
import { foldText } from "../mentions/fold.ts";
import type { ReadableDocument } from "./read.ts";

/** A line of a concordance: a word or name with what stands around it. */
export interface ConcordanceLine {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly left: string;
  readonly match: string;
  readonly right: string;
}

/** What a concordance is made of. */
export interface ConcordanceOptions {
  /** An actor, by its id: every mention of it. */
  readonly actor?: string;
  /** A word or words, in any case and with or without diacritics; `*` for any ending. */
  readonly word?: string;
  /** How many characters are shown on either side; 45. */
  readonly width?: number;
}

/** Lines that a notebook shows as a table. */
export type Concordance = ConcordanceLine[] & {
  [JUPYTER](): { "text/html": string; "text/plain": string };
};

const STYLE = `
.aras-kwic{border-collapse:collapse;font:14px/1.5 system-ui,sans-serif}
.aras-kwic td{padding:1px 6px;white-space:nowrap;border:0}
.aras-kwic .left{text-align:right}.aras-kwic .match{font-weight:600}
.aras-kwic .document{color:#666;font-size:12px}`;

/**
 * Lists every place where an actor is named or a word stands, with the words around it:
 * a concordance, keyword in context (Luhn 1960).
 *
 * @param documents Documents with their texts; for an actor with their mentions too.
 * @param options An actor or a word.
 * @returns Lines in the order of the documents; a notebook shows them as a table.
 * @throws {UserError} where neither an actor nor a word is asked for, or both.
 *
 * @example
 * ```ts
 * import { concordance } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const documents = [{ id: "1", text: "The corridor opened. Corridors close." }];
 * const lines = concordance(documents, { word: "corridor*" });
 * assertEquals(lines.map(({ match }) => match), ["corridor", "Corridors"]);
 * ```
 */
export function concordance(
  documents: readonly ReadableDocument[],
  { actor, word, width = 45 }: ConcordanceOptions,
): Concordance {
  if ((actor === undefined) === (word === undefined)) {
    badOption("concordance", "either an actor or a word", { actor, word });
  }
  const lines = documents.flatMap((document, i) => {
    const { text, mentions = [] } = document;
    const spans = actor === undefined
      ? placesOf(text, word!)
      : mentions.filter((mention) => mention.actor === actor);
    return spans.map(({ start, end }) => ({
      document: document.id ?? String(i + 1),
      start,
      end,
      left: oneLine(text.slice(Math.max(0, start - width), start)),
      match: oneLine(text.slice(start, end)),
      right: oneLine(text.slice(end, end + width)),
    }));
  });
  return Object.assign(lines, {
    [JUPYTER]: () => ({
      "text/html": table(lines),
      "text/plain": lines.map(({ left, match, right }) =>
        `${left.padStart(width)}${match}${right}`
      ).join("\n"),
    }),
  }) as Concordance;
}

/** Where words stand in a text, one after the other. */
function placesOf(text: string, query: string) {
  const wanted = query.trim().split(/\s+/).map(foldText).filter((one) => one !== "");
  const found: { start: number; end: number }[] = [];
  if (wanted.length === 0) return found;
  const all = words(text);
  const agrees = (pattern: string, at: number) => {
    const { start, end } = all[at];
    const word = foldText(text.slice(start, end));
    return pattern.endsWith("*")
      ? word.startsWith(pattern.slice(0, -1))
      : word === pattern;
  };
  for (let i = 0; i + wanted.length <= all.length; i++) {
    if (wanted.every((pattern, k) => agrees(pattern, i + k))) {
      found.push({ start: all[i].start, end: all[i + wanted.length - 1].end });
    }
  }
  return found;
}

function table(lines: readonly ConcordanceLine[]): string {
  const rows = lines.map(({ document, left, match, right }) =>
    `<tr><td class="left"><bdi>${escapeHtml(left)}</bdi></td><td class="match"><bdi>${
      escapeHtml(match)
    }</bdi></td><td><bdi>${escapeHtml(right)}</bdi></td><td class="document">${
      escapeHtml(document)
    }</td></tr>`
  );
  const caption = `<p>${lines.length} ${lines.length === 1 ? "line" : "lines"}</p>`;
  return `<style>${STYLE}</style>${caption}<table class="aras-kwic">${
    rows.join("")
  }</table>`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
