import { badOption, shown } from "../../base/fault.ts";
import { actBySign } from "./act.ts";
import type { Act } from "./cue.ts";
import type { Lexicon } from "./lexicon.ts";
import type { StanceModel } from "./model.ts";
import { askModel } from "./pool_model.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import type { Named, Question } from "./question.ts";
import { Reading, type Stretch } from "./reading.ts";
import { judgeByRules } from "./rules.ts";
import { stanceScale, valueOf } from "./scale.ts";
import type { Probabilities } from "./score.ts";
import { WEIGHTS } from "./weights.ts";

/** How stance is read. */
export type StanceMethod = "rules" | "model";

/** What a speaker holds toward a target, as read from a text. */
export interface Stance extends Probabilities {
  /** −1 wholly negative to +1 wholly positive: P(positive) − P(negative). */
  readonly value: number;
  /** The same on the codebook's scale, −2 to +2. */
  readonly stance: -2 | -1 | 0 | 1 | 2;
  /** What was done: a PLOVER event type. */
  readonly act: Act;
  /** What it is about: one of the codebook's issues. */
  readonly issue: string;
  readonly method: StanceMethod;
  /** The cues that made the answer, or for the model those that it may be checked by. */
  readonly evidence: readonly Evidence[];
}

/** How stances are read. */
export interface StanceOptions {
  /** Whether the cues are told that made each answer; `true`. */
  readonly evidence?: boolean;
}

/** Reads stances; made by {@linkcode stanceReader}. */
export interface StanceReader {
  readonly method: StanceMethod;
  readonly lexicon: Lexicon;
  /** Answers a question for each, in their order. */
  read(questions: readonly Question[], options?: StanceOptions): Promise<Stance[]>;
}

/**
 * Makes a reader of stances from the lexicon and, where it is to be asked, the model.
 *
 * @param lexicon The cues.
 * @param model The loaded model; without it the rules answer.
 */
export function stanceReader(lexicon: Lexicon, model?: StanceModel): StanceReader {
  const reading = new Reading(lexicon);
  const method = model === undefined ? "rules" : "model";
  return {
    method,
    lexicon,
    async read(questions, { evidence = true } = {}) {
      const stances: Stance[] = [];
      let text: string | undefined;
      for (const question of questions) {
        if (text !== question.text) reading.read(text = question.text);
        stances.push(stanceByRules(reading, question, evidence));
      }
      if (model === undefined) return stances;
      const answers = await askModel(model, questions, stances);
      return stances.map((stance, i) => ({ ...pooled(stance, answers[i]), method }));
    },
  };
}

function stanceByRules(
  reading: Reading,
  question: Question,
  evidence: boolean,
): Stance {
  const judgement = judgeByRules(reading, question);
  const { negative, neutral, positive, act, seen } = judgement;
  return {
    value: valueOf(judgement),
    negative,
    neutral,
    positive,
    stance: stanceScale(judgement, act),
    act,
    issue: reading.lexicon.issues.of(reading.tokens, question.target.id),
    method: "rules",
    evidence: evidence ? evidenceOf(reading, seen, WEIGHTS) : [],
  };
}

/** A stance with the probabilities that the model pooled with it. */
function pooled(stance: Stance, answer: Probabilities): Stance {
  const { negative, neutral, positive } = answer, act = agreeing(stance.act, answer);
  return {
    ...stance,
    value: valueOf(answer),
    negative,
    neutral,
    positive,
    stance: stanceScale(answer, act),
    act,
  };
}

const COOPERATIVE: ReadonlySet<Act> = new Set<Act>([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
]);

/** The rules' act, unless the model is sure of a sign that it cannot have. */
export function agreeing(act: Act, answer: Probabilities): Act {
  const against = COOPERATIVE.has(act) ? answer.negative : answer.positive;
  return against > 0.8 ? actBySign(answer) : act;
}

/** A party as a user gives it: a place, a name to look for, or both worked out. */
export type PartyGiven =
  | string
  | readonly [start: number, end: number]
  | Stretch
  | Named;

/**
 * Turns what a user gives for a speaker or target into mentions: a name is looked for in
 * the text, in any case, as a whole word.
 *
 * @param option Its name, for the error.
 * @throws {UserError} where a span lies outside of the text or is empty.
 */
export function partyIn(text: string, given: PartyGiven, option: string): Named {
  if (typeof given === "string") {
    const spans: Stretch[] = [];
    const escaped = given.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "giu");
    for (const match of text.matchAll(whole)) {
      spans.push({ start: match.index, end: match.index + match[0].length });
    }
    return spans.length > 0 ? { spans } : { name: given, spans };
  }
  if ("spans" in given) return given;
  const { start, end } = Array.isArray(given)
    ? { start: given[0], end: given[1] }
    : given as Stretch;
  const whole = Number.isInteger(start) && Number.isInteger(end);
  if (!whole || start < 0 || end <= start || end > text.length) {
    badOption(
      option,
      `a span within the text, 0 to ${text.length} (UTF-16 code units)`,
      shown([start, end]),
    );
  }
  return { spans: [{ start, end }] };
}
