import { Reading, type Stretch } from "./stance/reading.ts";
import type { Act } from "./stance/cue.ts";
import type { Lexicon } from "./stance/lexicon.ts";
import type { StanceModel } from "./stance/model.ts";
import { askModel } from "./stance/pool_model.ts";
import type { Named, Question } from "./stance/question.ts";
import { labelOf, stanceScale } from "./stance/scale.ts";
import type { Probabilities } from "./stance/score.ts";
import { agreeing, type StanceMethod } from "./stance/stance.ts";
import { Discourse } from "./statements/discourse.ts";
import { type Candidate, candidatesOf, LEAST_CONFIDENCE } from "./statements/pairs.ts";
import type { SentenceParty } from "./statements/party.ts";
import type { ActorCard, Sentence } from "./statements/sentence.ts";

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
  /** Probability that speaker and target are right, times that of the sign; 0 to 1. */
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
 * Finds who holds what toward whom in a document. Of all who speak or act in a sentence and
 * all of whom they may speak, also where it does not name them, the pairs are taken that a
 * logistic regression on the sentence's form holds for likely; the stance is read by the
 * cue rules.
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
  return foundIn(input, options).map((found) => {
    const { judgement } = found.candidate;
    return statementOf(found, judgement, judgement.act, "rules");
  }).filter(isSure);
}

/**
 * The same with the model: pairs are found alike, the sign is the model's.
 *
 * @param model The loaded model.
 */
export async function extractStatementsByModel(
  input: StatementInput,
  options: StatementOptions,
  model: StanceModel,
): Promise<Statement[]> {
  const all = foundIn(input, options);
  const questions = all.map((found) => questionOf(found, input.text));
  const rules = all.map(({ candidate }) => candidate.judgement);
  const answers = await askModel(model, questions, rules);
  return all.map((found, i) => {
    const act = agreeing(rules[i].act, answers[i]);
    return statementOf(found, answers[i], act, "model");
  }).filter(isSure);
}

function isSure({ confidence }: Statement): boolean {
  return confidence >= LEAST_CONFIDENCE;
}

/** A pair with where it was found. */
interface Found {
  readonly candidate: Candidate;
  readonly issue: string;
  readonly sentence: Sentence;
}

function foundIn(input: StatementInput, options: StatementOptions): Found[] {
  const { lexicon, actors } = options;
  const discourse = new Discourse(input, actors, lexicon);
  const reading = new Reading(lexicon);
  const found: Found[] = [];
  for (const stretch of input.sentences) {
    const sentence = discourse.read(stretch);
    if (sentence === undefined) continue;
    for (const candidate of candidatesOf(sentence, discourse, reading)) {
      const issue = lexicon.issues.of(reading.tokens, candidate.target.actor.id);
      found.push({ candidate, issue, sentence });
    }
    discourse.leave(sentence);
  }
  return found;
}

/** A pair as the model is asked about it: its sentence alone, and places in that. */
function questionOf({ candidate, sentence }: Found, text: string): Question {
  const named = ({ actor, spans }: SentenceParty): Named => ({
    id: actor.id,
    name: actor.name,
    spans: spans.map(({ start, end }) => ({
      start: start - sentence.start,
      end: end - sentence.start,
    })),
  });
  return {
    text: text.slice(sentence.start, sentence.end),
    speaker: named(candidate.speaker),
    target: named(candidate.target),
  };
}

function statementOf(
  { candidate, issue, sentence }: Found,
  answer: Probabilities,
  act: Act,
  method: StanceMethod,
): Statement {
  const { speaker, target, voice, probability } = candidate;
  return {
    start: sentence.start,
    end: sentence.end,
    speaker: speaker.actor.id,
    target: target.actor.id,
    issue,
    act,
    stance: stanceScale(answer, act),
    voice,
    confidence: Math.round(answer[labelOf(answer)] * probability * 1000) / 1000,
    method,
  };
}
