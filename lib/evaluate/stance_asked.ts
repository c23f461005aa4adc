import type { Act } from "../extract/stance/cue.ts";
import { fitStated, withStated } from "../extract/stance/fit_stated.ts";
import { type Lexicon, lexiconOf } from "../extract/stance/lexicon.ts";
import type { StanceModel } from "../extract/stance/model.ts";
import { askModel } from "../extract/stance/pool_model.ts";
import { readSentence } from "../extract/stance/reading.ts";
import { answerByRules, type Question } from "../extract/stance/rules.ts";
import { labelOf, stanceScale } from "../extract/stance/scale.ts";
import type { Probabilities } from "../extract/stance/score.ts";
import {
  agreeing,
  type Stance,
  type StanceReader,
  stanceReader,
} from "../extract/stance/stance.ts";
import { WEIGHTS, WEIGHTS_FILE } from "../extract/stance/weights.ts";
import type { Gist } from "./gists.ts";
import type { ActItem, Label, PairItem, TargetItem } from "./gold.ts";
import type { Passage } from "./passages.ts";
import { statedExamples } from "./stated.ts";

/** A question that was answered, with the right answer. */
export interface Answered {
  readonly id: string;
  readonly cluster: string;
  readonly gold: Label;
  readonly predicted: Label;
  readonly probabilities: Probabilities;
}

const SIGN = { negative: -1, neutral: 0, positive: 1 } as const;

/** The sign of the likeliest class. */
export function signOf(answer: Probabilities): Label {
  return SIGN[labelOf(answer)];
}

function answered(
  asked: readonly { id: string; cluster: string; gold: Label }[],
  answers: readonly Probabilities[],
): Answered[] {
  return asked.map((item, i) => ({
    ...item,
    predicted: signOf(answers[i]),
    probabilities: answers[i],
  }));
}

/** Asks for the writer's view of each target. */
export async function askTargets(
  reader: StanceReader,
  items: readonly TargetItem[],
): Promise<Answered[]> {
  const answers = await reader.read(items.map(({ text, target }) => ({
    text,
    speaker: null,
    target: { spans: [target] },
  })));
  const asked = items.map(({ id, text, label }) => ({
    id,
    cluster: text,
    gold: label,
  }));
  return answered(asked, answers);
}

/**
 * Asks for both directions of each pair; the class is that of the direction that is more
 * likely not neutral, 0 where both are neutral.
 */
export async function askPairs(reader: StanceReader, items: readonly PairItem[]) {
  const answers = await reader.read(items.flatMap(({ text, first, second }) => {
    const p = { spans: [first] }, q = { spans: [second] };
    return [{ text, speaker: p, target: q }, { text, speaker: q, target: p }];
  }));
  return items.map(({ id, text, label }, i) => {
    let most = 0, predicted: PairItem["label"] = 0;
    for (const [k, answer] of [answers[2 * i], answers[2 * i + 1]].entries()) {
      const likeliest = labelOf(answer);
      if (likeliest === "neutral" || answer[likeliest] <= most) continue;
      most = answer[likeliest];
      predicted = (likeliest === "positive" ? 1 + k : 3 + k) as PairItem["label"];
    }
    return { id, cluster: text, gold: label, predicted };
  });
}

/** Asks for the act of each source toward its target, as PLV names its roots. */
export async function askActs(reader: StanceReader, items: readonly ActItem[]) {
  const answers = await reader.read(items.map(({ text, source, target }) => ({
    text,
    speaker: { spans: [source] },
    target: { spans: [target] },
  })));
  return items.map(({ id, act }, i) => {
    const read: string = answers[i].act;
    // PLV has the older name for both.
    const predicted = read === "CONCEDE" || read === "RETREAT" ? "YIELD" : read;
    return { id, cluster: id, gold: act, predicted };
  });
}

/** A coded statement of an annotated article, or an invented passage, as a question. */
export interface CodedQuestion extends Question {
  readonly id: string;
  readonly label: Label;
}

/**
 * Asks for the sign of coded statements, speaker and target given. Answers about the same
 * text are a cluster, for they are right and wrong together.
 */
export async function askCoded(
  reader: StanceReader,
  items: readonly CodedQuestion[],
): Promise<Answered[]> {
  const asked = items.map(({ id, text, label }) => ({
    id,
    cluster: text,
    gold: label,
  }));
  return answered(asked, await reader.read(items));
}

const FOLDS = 5;

/** A paraphrase that was read, with what a table of statements holds beside its sign. */
export interface ReadGist extends Answered {
  readonly stance: Stance["stance"];
  readonly act: Act;
}

/**
 * Asks for the sign of the catalogue's paraphrases, each answered by rules whose head of
 * statements was fitted on the other documents (five folds of documents).
 *
 * @param lexicon The cues.
 * @param gists All paraphrases: those of other folds are fitted on.
 * @param passages All invented passages: those not for documents of the fold are fitted on.
 * @param model Pooled with the rules where it is given.
 * @param asked Which are read: by the model only such as it was not trained on.
 */
export async function askGists(
  lexicon: Lexicon,
  gists: readonly Gist[],
  passages: readonly Passage[],
  model?: StanceModel,
  asked: (gist: Gist) => boolean = () => true,
): Promise<ReadGist[]> {
  const folds = new Map<string, number>();
  for (const { document } of gists) {
    if (!folds.has(document)) folds.set(document, folds.size % FOLDS);
  }
  const all: ReadGist[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const whole = gists.filter((gist) => folds.get(gist.document) === fold);
    const inside = whole.filter(asked);
    const outside = gists.filter(({ document }) => folds.get(document) !== fold);
    const left = new Set(whole.map(({ document }) => document));
    const examples = statedExamples(outside, passages, left);
    const stated = fitStated(lexicon, WEIGHTS, examples);
    const fitted = lexiconOf(stated.cues);
    const weights = withStated(WEIGHTS_FILE, stated.head);
    const rules = inside.map((gist) =>
      answerByRules(readSentence(gist.text, fitted), gist, weights)
    );
    const answers = model === undefined ? rules : await askModel(model, inside, rules);
    const items = inside.map(({ id, document, label }) => ({
      id,
      cluster: document,
      gold: label,
    }));
    answered(items, answers).forEach((read, i) => {
      const act = model === undefined
        ? rules[i].act
        : agreeing(rules[i].act, answers[i]);
      all.push({ ...read, act, stance: stanceScale(answers[i], act) });
    });
  }
  return all;
}

/** Readers by both methods; the model's is missing where it cannot be run. */
export function readersOf(lexicon: Lexicon, model?: StanceModel) {
  const rules = stanceReader(lexicon);
  return model === undefined ? [rules] : [rules, stanceReader(lexicon, model)];
}
