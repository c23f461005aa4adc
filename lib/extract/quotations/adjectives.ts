import { PassiveReader } from "./passives.ts";
import { is, lower } from "./phrases.ts";
import { subjectOf } from "./subjects.ts";
import { ADVERB, AUX, BE, NOT } from "./word_classes.ts";

/** Reports of what somebody thinks by an adjective: "is afraid that". */
export class AdjectiveReader extends PassiveReader {
  /** Reads an adjective of attitude; returns where reading goes on. */
  protected adjective(at: number): number | undefined {
    const { tokens } = this;
    if (this.speechOnly || this.covered(at)) return undefined;
    const next = at + 1;
    if (lower(tokens, next) !== "that") return undefined;
    let first = at, be = false;
    while (
      first > this.from && is(tokens, first - 1, AUX | NOT | ADVERB | BE)
    ) {
      first--;
      if (is(tokens, first, BE)) be = true;
    }
    if (!be) return undefined;
    const source = subjectOf(tokens, first, this.from);
    if (source === undefined || /^(?:it|there)$/.test(lower(tokens, source.from))) {
      return undefined;
    }
    const content = this.upTo(next, "sentence");
    if (content === undefined) return undefined;
    const cue = { from: first, to: next };
    this.keep({ source, cue, contents: [content], pattern: "clause" });
    return content.to;
  }
}
