import { JUPYTER } from "./jupyter.ts";
import { escapeHtml } from "../../base/html.ts";
import type { Mention } from "../mentions/mentions.ts";
import type { Quotation } from "../quotations/find.ts";
import { type Mark, markedHtml } from "./marks.ts";

/** A document to be shown: a text and what was found in it. */
export interface ReadableDocument {
  readonly id?: string;
  readonly title?: string;
  readonly text: string;
  readonly mentions?: readonly Mention[];
  readonly quotations?: readonly Quotation[];
}

/** What a notebook shows for a document. */
export interface MarkedDocument {
  /** The text as HTML with its marks; everything of the document is escaped. */
  readonly html: string;
  /** What a notebook asks for. */
  [JUPYTER](): { "text/html": string; "text/plain": string };
}

const STYLE = `
.aras-read{max-width:44rem;font:16px/1.65 Georgia,"Noto Serif",serif;white-space:pre-wrap;
 overflow-wrap:anywhere}
.aras-read h4{font:600 1.05rem/1.3 system-ui,sans-serif;margin:0 0 .3rem}
.aras-read .key{font:13px/1.5 system-ui,sans-serif;margin:0 0 .8rem;white-space:normal}
.aras-read .key span{margin-right:.9rem}
.aras-read .quotation{background:#fff3cd;color:#222}
.aras-read .speaker{border-bottom:2px solid #8a3ffc}
.aras-read .cue{border-bottom:2px dotted #8a3ffc}
.aras-read .mention{font-weight:600;color:#0b5394}
.aras-read .mention.place{color:#38761d}
.aras-read .mention.outlet{color:#a64d00}
.aras-read .mention.demonym,.aras-read .mention.metonym{font-weight:400}
@media (prefers-color-scheme: dark){.aras-read .quotation .mention{color:#0b5394}}`;

const KEY = `<p class="key"><span><b class="mention name">actor</b></span>` +
  `<span><b class="mention place">place</b></span>` +
  `<span><b class="mention outlet">outlet</b></span>` +
  `<span><i class="quotation">what is said</i></span>` +
  `<span><i class="speaker">speaker</i></span><span><i class="cue">cue</i></span></p>`;

/**
 * Shows a document with its mentions, quotations, speakers and cues marked; whom a mark
 * means is told when the pointer rests on it.
 *
 * @param document A text with what {@linkcode extractor} found in it; of a text alone
 *   the text is shown.
 * @returns What a notebook displays; `html` is the same as text.
 *
 * @example
 * ```ts
 * import { read } from "aras";
 * import { assert } from "@std/assert";
 *
 * const text = "Iran & Armenia <b>agreed</b>";
 * const mentions = [{ start: 0, end: 4, actor: "irn", kind: "name" }];
 * assert(read({ text, mentions }).html.includes("&amp; Armenia &lt;b&gt;agreed"));
 * ```
 */
export function read(document: ReadableDocument): MarkedDocument {
  const { id, title, text } = document;
  const heading = [title, id].filter((one) => one !== undefined).map((one) =>
    escapeHtml(one!)
  ).join(" · ");
  const body = markedHtml(text, marksOf(document));
  const html = `<style>${STYLE}</style><article class="aras-read" dir="auto">` +
    (heading === "" ? "" : `<h4>${heading}</h4>`) + KEY + body + "</article>";
  return {
    html,
    [JUPYTER]: () => ({ "text/html": html, "text/plain": text }),
  };
}

function marksOf({ mentions = [], quotations = [] }: ReadableDocument): Mark[] {
  const marks: Mark[] = mentions.map(({ start, end, actor, kind }) => ({
    start,
    end,
    style: `mention ${kind}`,
    title: `${actor} (${kind})`,
  }));
  for (const quotation of quotations) {
    const { start, end, kind, speaker } = quotation;
    const title = `${speaker ?? "unknown speaker"}, ${kind}`;
    marks.push({ start, end, style: "quotation", title });
    const { speaker_start, speaker_end, cue_start, cue_end } = quotation;
    if (speaker_start !== null && speaker_end !== null) {
      const style = "speaker";
      marks.push({ start: speaker_start, end: speaker_end, style, title: "speaker" });
    }
    if (cue_start !== null && cue_end !== null) {
      marks.push({ start: cue_start, end: cue_end, style: "cue", title: "cue" });
    }
  }
  return marks;
}
