import type { CueVerb } from "./lexicon.ts";
import type { Run } from "./phrases.ts";

/** How an attribution was found. */
export type Pattern =
  | "clause"
  | "quote"
  | "phrase"
  | "headline"
  | "block"
  | "continued"
  | "nested";

/** Who says what by which words: numbers of tokens. */
export interface Attribution {
  readonly source?: Run;
  readonly cue: Run;
  readonly contents: readonly Run[];
  readonly verb?: CueVerb;
  readonly pattern: Pattern;
  /** Whether it holds only where who speaks is somebody known: "Polls suggest". */
  readonly doubtful?: boolean;
}
