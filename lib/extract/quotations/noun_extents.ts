import { COLON, COMMA, DASH, QUOTE, SEMICOLON, STOP } from "./marks.ts";
import { is, lower } from "./phrases.ts";
import { SentenceView } from "./sentence_view.ts";
import {
  ADVERB,
  AUX,
  COORD,
  DET,
  GERUND,
  PREP,
  RELATIVE,
  SUBORD,
  TIME,
} from "./word_classes.ts";

/** Whether no noun phrase goes over a mark. */
function endsPhrase(type: number): boolean {
  return type === STOP || type === COLON || type === SEMICOLON || type === DASH;
}

/** Where noun phrases of a sentence end. */
export class NounExtentReader extends SentenceView {
  /** Where a noun phrase with all that hangs on it ends. */
  protected nounEnd(from: number): number {
    const { tokens } = this;
    let end = from;
    for (; end < this.to; end++) {
      const type = tokens.type[end];
      if (endsPhrase(type)) break;
      if (type === QUOTE && end > from) break;
      if (type === COMMA) {
        const next = end + 1, word = next < this.to ? lower(tokens, next) : "";
        if (tokens.type[next] === QUOTE) break;
        if (
          is(tokens, next, GERUND) ||
          (is(tokens, next, SUBORD | COORD | ADVERB) && !is(tokens, next, DET))
        ) break;
        if (word === "in" || word === "on" || word === "after" || word === "during") {
          break;
        }
      }
      if (end > from && is(tokens, end, SUBORD) && !is(tokens, end, PREP)) break;
      if (
        end > from && tokens.id[end] !== 0 && TEMPORAL.test(lower(tokens, end)) &&
        is(tokens, end + 1, TIME | DET)
      ) break;
      if (
        end > from && is(tokens, end, TIME) &&
        !is(tokens, end, DET | AUX | ADVERB | PREP)
      ) break;
    }
    return end;
  }

  protected nounBefore(at: number, from: number): number | undefined {
    const { tokens } = this;
    let start = at;
    while (
      start > from && (tokens.capital[start - 1] === 1 || tokens.flags[start - 1] === 0)
    ) {
      start--;
      if (is(tokens, start - 1, DET)) return start - 1;
      if (is(tokens, start - 1, TIME)) return start;
    }
    return start < at ? start : undefined;
  }

  /** The end of a source after "according to": a comma, a stop, or the sentence's verb. */
  protected sourceEnd(from: number): number {
    const { tokens } = this;
    let end = from;
    for (; end < this.to; end++) {
      const type = tokens.type[end];
      if (endsPhrase(type)) break;
      if (type === COMMA) {
        // "according to Bob Henson, a weather expert": a noun phrase beside the name.
        const next = end + 1;
        if (
          is(tokens, next, RELATIVE) || (is(tokens, next, DET) && from > this.from + 4)
        ) continue;
        // "according to X, as well as Y,": who tells it together with him.
        if (lower(tokens, next) === "as" && lower(tokens, next + 1) === "well") {
          continue;
        }
        break;
      }
      if (type === QUOTE && end > from) break;
    }
    return end;
  }
}

const TEMPORAL = /^(?:on|in|during|after|at|before|late|early)$/;
