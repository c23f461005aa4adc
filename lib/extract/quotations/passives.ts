import type { CueVerb } from "./lexicon.ts";
import { QUOTE, WORD } from "./marks.ts";
import { NounReader } from "./nouns.ts";
import { beginsNoun, is, lower, type Run } from "./phrases.ts";
import { subjectOf } from "./subjects.ts";
import { ACCUSING } from "./verb_kinds.ts";
import { AUX, GERUND, PREP } from "./word_classes.ts";

/** Reports of speech in the passive: who speaks follows "by", or is not told. */
export class PassiveReader extends NounReader {
  /**
   * "It was rejected by Iran", "Iran was accused of firing", "he was quoted as saying".
   *
   * @param at The participle.
   * @param first The first auxiliary.
   * @returns Where reading goes on.
   */
  protected passive(at: number, first: number, verb: CueVerb): number | undefined {
    const { tokens, to } = this;
    if (verb.attitude) return undefined;
    const subject = subjectOf(tokens, first, this.from);
    if (subject === undefined) return undefined;
    const agent = this.agent(at);
    const after = agent?.to ?? at + 1;
    const as = this.asSaying(after);
    if (as !== undefined) {
      const content = this.complement(as + 1, SAYING, false);
      if (content === undefined) return undefined;
      const cue = { from: first, to: as + 1 };
      this.keep({ source: subject, cue, contents: [content], verb, pattern: "clause" });
      return content.to;
    }
    const word = lower(tokens, after);
    const about = /^(?:of|for)$/.test(word) && (verb.kinds & ACCUSING) !== 0 &&
        after + 1 < to
      ? this.upTo(after + 1, "phrase")
      : undefined;
    const that = lower(tokens, subject.from) === "it" && verb.clause &&
        !this.isModal(first, at)
      ? this.thatOf(after)
      : undefined;
    const impersonal = that === undefined ? undefined : this.upTo(that, "sentence");
    if (agent === undefined && about === undefined && impersonal === undefined) {
      return undefined;
    }
    const particle = agent === undefined && about !== undefined ? 1 : 0;
    this.keep({
      source: agent,
      cue: { from: first, to: at + 1 + particle },
      contents: impersonal ? [impersonal] : about ? [subject, about] : [subject],
      verb,
      pattern: "clause",
    });
    return (impersonal ?? about ?? agent)!.to;
  }

  /** "It was announced on Friday that": where the clause begins. */
  protected thatOf(at: number): number | undefined {
    const { tokens } = this;
    for (let i = at; i < Math.min(this.to, at + 7) && tokens.type[i] === WORD; i++) {
      if (lower(tokens, i) === "that") return i;
      if (is(tokens, i, AUX)) return undefined;
    }
    return undefined;
  }

  /** Whether it should or may be said, and so was not. */
  protected isModal(first: number, at: number): boolean {
    for (let i = first; i < at; i++) {
      if (MODAL.test(lower(this.tokens, i))) return true;
    }
    return false;
  }

  /** Who does it: the noun phrase after "by", to where what he says begins. */
  protected agent(at: number): Run | undefined {
    const { tokens, to } = this;
    let by = at + 1;
    while (by < Math.min(to, at + 5) && lower(tokens, by) !== "by") {
      if (tokens.type[by] !== WORD) return undefined;
      if (is(tokens, by, PREP)) return undefined;
      by++;
    }
    if (lower(tokens, by) !== "by" || !beginsNoun(tokens, by + 1)) return undefined;
    const end = this.nounEnd(by + 1);
    for (let i = by + 2; i < end; i++) {
      const word = lower(tokens, i);
      const says = word === "that" || word === "as" && is(tokens, i + 1, GERUND) ||
        /^(?:of|for)$/.test(word) &&
          (is(tokens, i + 1, GERUND) || /[a-z]{2}ing$/.test(lower(tokens, i + 1)));
      if (says) return { from: by + 1, to: i };
    }
    return { from: by + 1, to: end };
  }

  /** The place of "saying" in "as saying". */
  protected asSaying(at: number): number | undefined {
    const { tokens } = this;
    if (lower(tokens, at) !== "as" || at + 2 >= this.to) return undefined;
    const verb = tokens.verb(at + 1);
    return verb?.clause && is(tokens, at + 1, GERUND) &&
        (tokens.type[at + 2] === QUOTE || !is(tokens, at + 2, AUX))
      ? at + 1
      : undefined;
  }
}

const MODAL = /^(?:should|must|may|might|can|could|cannot|ought|to)$/;
/** What "saying" takes. */
const SAYING: CueVerb = {
  lemma: "say",
  clause: true,
  quote: true,
  object: false,
  infinitive: false,
  person: false,
  needsParticle: false,
  particles: new Set(),
  attitude: false,
  kinds: 0,
};
