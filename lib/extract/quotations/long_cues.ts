import { AdjectiveReader } from "./adjectives.ts";
import { WORD } from "./marks.ts";
import { is, lower, type Run } from "./phrases.ts";
import { subjectOf } from "./subjects.ts";
import { ADVERB, AUX, NOT, OTHER_VERB } from "./word_classes.ts";

/** Cues of more than one verb: "went on to say", "refused to discuss". */
export class LongCueReader extends AdjectiveReader {
  /** The first word of "continued to call", "vowed to oppose"; -1 where "to" stands alone. */
  protected longCue(to: number): number {
    const { tokens } = this;
    const before = to - 1;
    if (before < this.from) return -1;
    let first = this.leadingPhrase(before);
    if (first < 0) return -1;
    while (first > this.from && is(tokens, first - 1, AUX | NOT | ADVERB)) first--;
    return first;
  }

  /** Who makes an effort: the subject of the verb before it. */
  protected whoTries(to: number): Run | undefined {
    const { tokens } = this;
    for (let i = to - 2; i > this.from && i > to - 8; i--) {
      if (tokens.type[i] !== WORD) return undefined;
      if (is(tokens, i, AUX | OTHER_VERB) || this.isPast(i)) {
        return subjectOf(tokens, i, this.from);
      }
    }
    return undefined;
  }

  /** Whether "failed" stands there: "failed to offer a way out" is nothing said. */
  protected isFailure(at: number): boolean {
    return at >= this.from && /^fail(?:ed|s)?$/.test(lower(this.tokens, at));
  }

  /** Where what leads to a verb begins: "went on to", "went so far as to", "began to". */
  protected leadingPhrase(last: number): number {
    const { tokens } = this;
    const word = (at: number) => at < this.from ? "" : lower(tokens, at);
    if (word(last) === "on" && GOING.test(word(last - 1))) return last - 1;
    if (
      word(last) === "as" && word(last - 1) === "far" && GOING.test(word(last - 3))
    ) return last - 3;
    // "made an effort to explain": the cue begins with "to".
    if (EFFORT.test(word(last))) return last + 1;
    return LEADING.test(word(last)) ? last : -1;
  }
}

const EFFORT = /^(?:efforts?|attempts?)$/;
const GOING = /^(?:go|goes|going|gone|went)$/;
/** Verbs that lead to another with "to" and belong to one cue with it. */
const LEADING =
  /^(?:continu(?:ed?|es)|beg[au]n|begins?|declin(?:ed?|es)|refus(?:ed?|es)|fail(?:ed|s)?|sought|seeks?|tr(?:y|ied|ies)|had|has|have|going|appear(?:ed|s)?|seem(?:ed|s)?|used|sought|hop(?:ed?|es)|want(?:ed|s)?|need(?:ed|s)?|vow(?:ed|s)?|pledg(?:ed?|es)|promis(?:ed?|es)|agree[ds]?|plan(?:ned|s)?|intend(?:ed|s)?|expect(?:ed|s)?|went|go|wish(?:ed|es)?|like[ds]?|chose|chooses?|ought|able|quick|keen)$/;
