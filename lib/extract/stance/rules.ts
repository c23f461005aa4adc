import { actBySign, governingAct } from "./act.ts";
import { type Asked, askedIn } from "./asked.ts";
import { directedContext, viewContext } from "./context.ts";
import type { Act } from "./cue.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import type { Lexicon } from "./lexicon.ts";
import { directedParts, type Part, statedParts, viewParts } from "./part.ts";
import type { Mentioned } from "./mention.ts";
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
import { sumsOf } from "./weigh.ts";
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
  const governing = governingAct(reading, from, to);
  if (isView) return writersView(reading, target, governing?.act);
  return {
    head: isStated ? "stated" : "directed",
    parts: isStated
      ? statedParts(reading, from, to, governing)
      : directedParts(reading, from, to),
    context: directedContext(reading, speaker, target, governing),
    act: governing?.act,
  };
}

/** What shows the writer's view of a target. */
function writersView(
  reading: Reading,
  target: readonly Mentioned[],
  act?: Act,
): Seen {
  const parts = viewParts(reading, target), context = viewContext(reading, target);
  return { head: "view", parts, context, act };
}

/** An answer without its reasons, for those who ask a great many questions. */
export interface Judgement extends Probabilities {
  readonly act: Act;
  /** What it was made of. */
  readonly seen: Seen;
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
  let answer = answerOf(reading, seen, weights);
  // A sentence without its subject is a note about one act: its own head knows it best.
  const isNote = asked.isStated && asked.speaker === "agent";
  if (asked.isStated && !isNote) {
    const views: [Probabilities, number][] = asked.namesTarget
      ? [[viewOf(reading, asked, weights), POOL.view]]
      : [];
    answer = poolOf(answer, views, POOL.neutral);
  }
  const temperature = TEMPERATURES[isNote ? "noted" : seen.head];
  const { negative, neutral, positive } = softened(answer, temperature);
  const act = seen.act ?? actBySign(answer);
  return { negative, neutral, positive, act, seen };
}

/** The writer's view of the target. */
function viewOf(reading: Reading, { target }: Asked, weights: Weights): Probabilities {
  return answerOf(reading, writersView(reading, target), weights);
}

function answerOf(reading: Reading, seen: Seen, weights: Weights): Probabilities {
  const sums = sumsOf(reading, seen, weights);
  const share = seen.head === "stated" ? shareOf(sums.cues) : 1;
  return probabilitiesOf(sums, seen.context, weights[seen.head], share);
}

/** The same with the cues that made the answer. */
export function answerByRules(
  reading: Reading,
  question: Question,
  weights: Weights = WEIGHTS,
): RuleAnswer {
  const { seen, ...answer } = judgeByRules(reading, question, weights);
  return { ...answer, evidence: evidenceOf(reading, seen, weights) };
}

/** Answers a question by the rules. */
export function askRules(question: Question, lexicon: Lexicon): RuleAnswer {
  return answerByRules(readSentence(question.text, lexicon), question);
}
