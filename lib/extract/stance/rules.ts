import { actBySign, governingAct } from "./act.ts";
import { type Asked, askedIn } from "./asked.ts";
import { directedContext, viewContext } from "./context.ts";
import type { Act } from "./cue.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import type { Lexicon } from "./lexicon.ts";
import { directedParts, type Part, statedParts, viewParts } from "./part.ts";
import type { Question } from "./question.ts";
import { type Reading, readSentence } from "./reading.ts";
import {
  POOL,
  poolOf,
  type Probabilities,
  probabilitiesOf,
  shareOf,
  softened,
  TEMPERATURES,
} from "./score.ts";
import { pairWeights, viewWeights } from "./weigh.ts";
import { WEIGHTS, type Weights } from "./weights.ts";

export type { Named, Question } from "./question.ts";

/** An answer of the rules. */
export interface RuleAnswer extends Probabilities {
  readonly act: Act;
  readonly evidence: readonly Evidence[];
}

/** What the rules see in a question: the cues' parts and the form of the sentence. */
export interface Seen {
  /** Which weights judge it. */
  readonly head: keyof Weights;
  readonly parts: readonly Part[];
  /** Forms of the sentence, places in `CONTEXTS`. */
  readonly context: readonly number[];
  readonly act: Act | undefined;
}

/** Looks at a sentence as a question asks. */
export function see(reading: Reading, asked: Asked): Seen {
  const { speaker, target, from, to, isView, isStated } = asked;
  const governing = governingAct(reading, from, to), act = governing?.act;
  if (isView) return { ...writersView(reading, asked), act };
  const parts = isStated
    ? statedParts(reading, from, to, governing)
    : directedParts(reading, from, to);
  const context = directedContext(reading, speaker, target, governing);
  return { head: isStated ? "stated" : "directed", parts, context, act };
}

/** What shows the writer's view of a target. */
function writersView(reading: Reading, { target }: Asked) {
  const parts = viewParts(reading, target), context = viewContext(reading, target);
  return { head: "view", parts, context } as const;
}

/** An answer without its reasons, for those who ask a great many questions. */
export interface Judgement extends Probabilities {
  readonly act: Act;
  /** What it was made of. */
  readonly seen: Seen;
  /** What each part contributes, in log-odds; between two parties two numbers a part. */
  readonly contributions: readonly number[];
}

/**
 * Answers any number of questions about one sentence that was read once. A position that
 * an actor is known to take is judged by the words between states and, where the text
 * names the target, by the writer's view of it; the two answers are pooled. The
 * probabilities are softened to what the rules turned out to be worth.
 */
export function judgeByRules(
  reading: Reading,
  question: Question,
  weights: Weights = WEIGHTS,
): Judgement {
  return judgeAsked(reading, askedIn(reading, question), weights);
}

/** The same where the parties were found before. */
export function judgeAsked(
  reading: Reading,
  asked: Asked,
  weights: Weights = WEIGHTS,
): Judgement {
  const seen = see(reading, asked);
  const contributions = contributionsOf(reading, seen, weights);
  const answer = answerOf(seen, contributions, weights);
  // A sentence without its subject is a note about one act: its own head knows it best.
  const probabilities = asked.isStated && asked.speaker !== "agent"
    ? poolOf(answer, viewOf(reading, asked, weights), POOL.neutral)
    : answer;
  return {
    ...softened(probabilities, TEMPERATURES[seen.head]),
    act: seen.act ?? actBySign(probabilities),
    seen,
    contributions,
  };
}

function contributionsOf(
  reading: Reading,
  { head, parts }: Pick<Seen, "head" | "parts">,
  weights: Weights,
): number[] {
  return head === "view"
    ? viewWeights(reading, parts, weights.view)
    : pairWeights(reading, parts, weights[head], head);
}

function answerOf(
  { head, parts, context }: Pick<Seen, "head" | "parts" | "context">,
  contributions: readonly number[],
  weights: Weights,
): Probabilities {
  const share = head === "stated" ? shareOf(parts.length) : 1;
  return probabilitiesOf(contributions, context, weights[head], share);
}

/** The writer's view of the target, where the text names it, with its weight. */
function viewOf(
  reading: Reading,
  asked: Asked,
  weights: Weights,
): [Probabilities, number][] {
  if (!asked.namesTarget) return [];
  const seen = writersView(reading, asked);
  const contributions = contributionsOf(reading, seen, weights);
  return [[answerOf(seen, contributions, weights), POOL.view]];
}

/** The same with the cues that made the answer. */
export function answerByRules(
  reading: Reading,
  question: Question,
  weights: Weights = WEIGHTS,
): RuleAnswer {
  const { seen, contributions, ...answer } = judgeByRules(reading, question, weights);
  return { ...answer, evidence: evidenceOf(reading, seen, contributions) };
}

/** Answers a question by the rules. */
export function askRules(question: Question, lexicon: Lexicon): RuleAnswer {
  return answerByRules(readSentence(question.text, lexicon), question);
}
