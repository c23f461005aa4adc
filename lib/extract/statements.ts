import type { Stretch } from "./stance/reading.ts";
import type { Act } from "./stance/cue.ts";
import { issueOf } from "./stance/issue.ts";
import type { Lexicon } from "./stance/lexicon.ts";
import type { StanceModel } from "./stance/model.ts";
import { judgeByRules } from "./stance/rules.ts";
import { labelOf, stanceScale } from "./stance/scale.ts";
import { askModel } from "./stance/pool_model.ts";
import { agreeing, type StanceMethod } from "./stance/stance.ts";
import { type Candidate, candidatesOf } from "./statements_pairs.ts";
import {
  type ActorCard,
  Discourse,
  type SentenceParts,
} from "./statements_discourse.ts";

/** A mention as `mentionFinder` finds it. */
export interface MentionSpan extends Stretch {
  readonly actor: string;
  readonly kind: string;
}

/** A quotation or report of speech, as far as statements need it. */
export interface QuotationSpan extends Stretch {
  /** `direct`, `mixed` or `indirect`. */
  readonly kind: string;
  /** The speaker's id, or `null` where it is not known. */
  readonly speaker: string | null;
}

/** A document with what was found in it before. */
export interface StatementInput {
  readonly text: string;
  readonly sentences: readonly Stretch[];
  readonly mentions: readonly MentionSpan[];
  readonly quotations: readonly QuotationSpan[];
}

/** A statement found in a text: a row of the table `statements` less its document. */
export interface Statement extends Stretch {
  readonly speaker: string;
  readonly target: string;
  readonly issue: string;
  readonly act: Act;
  readonly stance: -2 | -1 | 0 | 1 | 2;
  readonly voice: "quoted" | "reported" | "author";
  /** Probability of the sign, less what the pairing of speaker and target leaves open; 0 to 1. */
  readonly confidence: number;
  readonly method: StanceMethod;
}

/** What extraction of statements is told once. */
export interface StatementOptions {
  readonly lexicon: Lexicon;
  /** Actors by id: their type, state and whether they speak for it. */
  readonly actors: ReadonlyMap<string, ActorCard>;
}

/**
 * Finds who holds what toward whom in a document: speakers from quotations and subjects
 * of cues, targets from mentions, the stance by the cue rules.
 *
 * @param input The text with its sentences, mentions and quotations.
 * @param options The lexicon and the actors.
 * @returns Statements in the order of the text, at most one for a speaker and a target in
 *   a sentence.
 */
export function extractStatements(
  input: StatementInput,
  options: StatementOptions,
): Statement[] {
  return candidatesIn(input, options).map(({ candidate, sentence }) => {
    const answer = judgeByRules(sentence.reading, candidate.question, options.lexicon);
    return statementOf(candidate, sentence, answer, options.lexicon, "rules");
  });
}

/**
 * The same with the model: pairs are found by the rules, the sign is the model's.
 *
 * @param model The loaded model.
 */
export async function extractStatementsByModel(
  input: StatementInput,
  options: StatementOptions,
  model: StanceModel,
): Promise<Statement[]> {
  const found = candidatesIn(input, options);
  const rules = found.map(({ candidate, sentence }) =>
    judgeByRules(sentence.reading, candidate.question, options.lexicon)
  );
  const questions = found.map(({ candidate }) => candidate.question);
  const answers = await askModel(model, questions, rules);
  return found.map(({ candidate, sentence }, i) => {
    const act = agreeing(candidate.act ?? rules[i].act, answers[i]);
    const answer = { ...answers[i], act };
    return statementOf(
      { ...candidate, act },
      sentence,
      answer,
      options.lexicon,
      "model",
    );
  });
}

function candidatesIn(input: StatementInput, options: StatementOptions) {
  const discourse = new Discourse(input, options.actors, options.lexicon);
  const found: { candidate: Candidate; sentence: SentenceParts }[] = [];
  for (const stretch of input.sentences) {
    const sentence = discourse.read(stretch);
    if (sentence === undefined) continue;
    for (const candidate of candidatesOf(sentence, discourse, options.lexicon)) {
      found.push({ candidate, sentence });
    }
    discourse.leave(sentence);
  }
  return found;
}

function statementOf(
  candidate: Candidate,
  sentence: SentenceParts,
  answer: { negative: number; neutral: number; positive: number; act?: Act },
  lexicon: Lexicon,
  method: StanceMethod,
): Statement {
  const act = candidate.act ?? answer.act ?? "ACCUSE";
  const sure = answer[labelOf(answer)];
  return {
    start: sentence.start,
    end: sentence.end,
    speaker: candidate.speaker,
    target: candidate.target,
    issue: issueOf(sentence.reading.tokens, lexicon, candidate.target),
    act,
    stance: stanceScale(answer, act),
    voice: candidate.voice,
    confidence: Math.round(sure * candidate.fit * 1000) / 1000,
    method,
  };
}
