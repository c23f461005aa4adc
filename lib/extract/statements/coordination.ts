import { CAPITAL, TokenStream } from "../../text/token_stream.ts";
import { COORDINATOR } from "../stance/grammar.ts";
import type { Lexicon } from "../stance/lexicon.ts";
import type { Stretch } from "../stance/reading.ts";

/** How far apart coordinated names may stand: code units, and tokens. */
const REACH = 40, TOKENS = 8;

/** Tells which names of a document are coordinated. */
export class Coordination {
  readonly #tokens: TokenStream;

  constructor(readonly text: string, readonly lexicon: Lexicon) {
    this.#tokens = new TokenStream(lexicon.words);
  }

  /** Whether two mentions are the same or coordinated: `Baku and Yerevan`. */
  has(a: Stretch | undefined, b: Stretch | undefined): boolean {
    if (a === undefined || b === undefined || a.start === b.start) return true;
    const from = a.start < b.start ? a.end : b.end;
    const to = Math.max(from, a.start < b.start ? b.start : a.start);
    if (to - from >= REACH) return false;
    const { classes } = this.lexicon;
    const { count, words, shapes } = this.#tokens.read(this.text, from, to);
    if (count >= TOKENS) return false;
    for (let i = 0; i < count; i++) {
      if ((shapes[i] & CAPITAL) === 0 && (classes[words[i]] & COORDINATOR) === 0) {
        return false;
      }
    }
    return true;
  }
}
