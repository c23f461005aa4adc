import type { PartialDate } from "../../base/date.ts";
import { sentences } from "../../text/sentences.ts";
import type { Span } from "../../text/words.ts";
import type { Knowledge } from "../knowledge.ts";
import type { Mention } from "../mentions/mentions.ts";
import type { Stretch, Voice } from "./blocks.ts";
import { AttributionReader } from "./quotations.ts";
import { SpeakerResolver } from "./speakers.ts";

/** What somebody is reported to say. */
export interface Quotation {
  /** Where what is said stands, with its marks and its "that" (UTF-16 code units). */
  readonly start: number;
  readonly end: number;
  /** `direct` in the speaker's words, `indirect` in the reporter's, `mixed` in both. */
  readonly kind: "direct" | "mixed" | "indirect";
  /** Who says it, an id of the table `actors`; `null` where it cannot be told. */
  readonly speaker: string | null;
  readonly speaker_start: number | null;
  readonly speaker_end: number | null;
  readonly cue_start: number | null;
  readonly cue_end: number | null;
}

/** Finds what a text reports as said, given its mentions. */
export type QuotationFinder = (
  text: string,
  mentions: readonly Mention[],
  options?: { readonly published?: PartialDate; readonly sentences?: readonly Span[] },
) => Quotation[];

/**
 * Makes a finder of quotations: direct, mixed and indirect speech with its speaker and
 * cue, by rules of how English news reports speech (subject, verb and what it takes;
 * quotation marks; "according to"; colons), over paragraphs and in long quotations what
 * is reported in them, and direct speech in the other languages whose forms `cues` has.
 * Spans follow PolNeAR (Newell et al. 2018): the content holds its quotation marks and
 * "that", the cue its auxiliaries.
 *
 * @param knowledge Actors, aliases, designations, and `cues`.
 *
 * @example
 * ```ts
 * import { mentionFinder, quotationFinder } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const knowledge = {
 *   actors: [{ id: "irn", name: "Iran", type: "state" }],
 *   aliases: [{ actor: "irn", alias: "Iran", kind: "name" }],
 *   cues: [{
 *     cue: "say", part: "verb", forms: "said;said", takes: "clause;quote",
 *     particles: "", class: "speech", language: "en",
 *   }],
 * };
 * const text = "Iran said that the road would stay open.";
 * const [found] = quotationFinder(knowledge)(text, mentionFinder(knowledge)(text));
 * assertEquals(found.speaker, "irn");
 * assertEquals(text.slice(found.start, found.end), "that the road would stay open");
 * ```
 */
export function quotationFinder(knowledge: Knowledge): QuotationFinder {
  const reader = new AttributionReader(knowledge.cues ?? []);
  const resolver = new SpeakerResolver(knowledge);
  return (text, mentions, { published, sentences: bounds = sentences(text) } = {}) => {
    resolver.begin(text, mentions, bounds, published);
    const quotations: Quotation[] = [];
    const isOutlet = (start: number, end: number) =>
      mentions.some((one) =>
        one.kind === "outlet" && one.start === start && one.end === end
      );
    const speakersOf = new Map<Voice, string[]>();
    for (
      const { start, end, kind, voice, pattern, doubtful } of reader.read(
        text,
        bounds,
        isOutlet,
      )
    ) {
      const { source, cue } = voice;
      if (pattern !== "nested" && isReader(text, source)) continue;
      let speakers = speakersOf.get(voice);
      if (speakers === undefined) {
        speakers = resolver.resolve(source, cue?.start ?? start, pattern === "nested");
        speakersOf.set(voice, speakers);
      }
      if (doubtful && speakers.length === 0) continue;
      for (const speaker of speakers.length === 0 ? [null] : speakers) {
        quotations.push({
          start,
          end,
          kind,
          speaker,
          speaker_start: source?.start ?? null,
          speaker_end: source?.end ?? null,
          cue_start: cue?.start ?? null,
          cue_end: cue?.end ?? null,
        });
      }
    }
    return quotations.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

/** Whether a text speaks of itself and its readers: "we can say that", "you may think". */
function isReader(text: string, source: Stretch | undefined): boolean {
  return source !== undefined && source.end - source.start < 4 &&
    /^(?:we|you|one)$/i.test(text.slice(source.start, source.end));
}
