import { actBySign, governingAct } from "./act.ts";
import { directedContext, viewContext } from "./context.ts";
import type { Act, Cue } from "./cue.ts";
import type { Lexicon } from "./lexicon.ts";
import { MODES } from "./match.ts";
import {
  describe,
  type Mentioned,
  mentionedIn,
  type Reading,
  readSentence,
  type Stretch,
} from "./reading.ts";
import {
  POOL,
  poolOf,
  type Probabilities,
  probabilitiesOf,
  shareOf,
  softened,
  TEMPERATURES,
  weightOf,
} from "./score.ts";
import { directedTerms, type Party, type Term, viewTerms } from "./terms.ts";
import { pairName, placeName } from "./role.ts";
import { WEIGHTS, type Weights } from "./weights.ts";

/** Someone who holds a stance or whom it is toward: where a text names him, if it does. */
export interface Named {
  /** His id in the table `actors`, where he was asked for by it. */
  readonly id?: string;
  /** His name as news would write it. */
  readonly name?: string;
  /** His mentions in the text; none where it does not name him. */
  readonly spans: readonly Stretch[];
}

/** Who holds what toward whom in this text? */
export interface Question {
  readonly text: string;
  /** `null` for the writer of the text. */
  readonly speaker: Named | null;
  readonly target: Named;
}

/** A cue that made a stance what it is. */
export interface Evidence {
  /** The cue as the lexicon has it. */
  readonly cue: string;
  readonly start: number;
  readonly end: number;
  /** How it stands to speaker and target, in words. */
  readonly place: string;
  /** `plain`, `negated`, `conditional` or `denied`. */
  readonly mode: string;
  /** Log-odds that it adds; below 0 for negative. */
  readonly weight: number;
}

/** An answer of the rules. */
export interface RuleAnswer extends Probabilities {
  readonly act: Act;
  readonly evidence: readonly Evidence[];
}

/** What the rules see in a question: the cues' parts and the form of the sentence. */
export interface Seen {
  readonly head: keyof Weights;
  readonly terms: readonly Term[];
  readonly context: readonly string[];
  readonly act: Act | undefined;
}

const BESIDE = MODES.indexOf("beside");
/** Acts that are neither for nor against. */
const EVEN: ReadonlySet<Act> = new Set<Act>(["CONSULT", "REQUEST", "RETREAT"]);

/** Between states only words of an act or a judgement tell; soft words do not. */
function isTelling(cue: Cue): boolean {
  return cue.act !== "" || cue.strength !== 0;
}

/** Looks at a sentence as a question asks. */
export function see(reading: Reading, question: Question, lexicon: Lexicon): Seen {
  const target = mentionedIn(reading, question.target.spans);
  const named = question.target.name !== undefined;
  if (question.speaker === null && !named) {
    const terms = viewTerms(reading, lexicon, target);
    const directed = directedTerms(
      reading,
      lexicon,
      "voice",
      target.length > 0 ? target : "patient",
    );
    return {
      head: "view",
      terms,
      context: viewContext(reading, target),
      act: governingAct(reading, directed, lexicon)?.act,
    };
  }
  const speaker = question.speaker === null
    ? []
    : mentionedIn(reading, question.speaker.spans);
  const from: Party = question.speaker === null
    ? "voice"
    : speaker.length > 0
    ? speaker
    : impliedSpeaker(reading);
  const terms = directedTerms(
    reading,
    lexicon,
    from,
    target.length > 0 ? target : "patient",
    named ? "stated" : "toward",
  );
  const governing = governingAct(reading, terms, lexicon);
  const context = directedContext(
    reading,
    typeof from === "string" ? [] : from,
    target,
  );
  if (typeof from === "string") context.push(`speaker ${from}`);
  if (target.length === 0) context.push("target unnamed");
  if (governing !== undefined) {
    context.push(`act ${governing.act}${governing.fit < 0.3 ? " weak" : ""}`);
  }
  if (!named) return { head: "directed", terms, context, act: governing?.act };
  const even = governing !== undefined && EVEN.has(governing.act);
  const kept = terms.filter((term) => isTelling(lexicon.cues[term.cue])).map((term) =>
    even && term.mode === 0 && term.match !== governing.match
      ? { ...term, mode: BESIDE }
      : term
  );
  return { head: "stated", terms: kept, context, act: governing?.act };
}

/** An answer without its reasons, for those who ask a great many questions. */
export interface Judgement extends Probabilities {
  readonly act: Act;
  readonly terms: readonly Term[];
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
  lexicon: Lexicon,
  weights: Weights = WEIGHTS,
): Judgement {
  const { head, ...judgement } = judge(reading, question, lexicon, weights);
  return { ...judgement, ...softened(judgement, TEMPERATURES[head]) };
}

function judge(
  reading: Reading,
  question: Question,
  lexicon: Lexicon,
  weights: Weights,
): Judgement & { readonly head: keyof Weights } {
  const seen = see(reading, question, lexicon);
  const contributions = seen.terms.map((term) =>
    weightOf(term, lexicon, weights, seen.head)
  );
  const own = probabilitiesOf(
    contributions,
    seen.context,
    weights[seen.head],
    seen.head === "stated" ? shareOf(contributions.length) : 1,
  );
  // A sentence without its subject is a note about one act: its own head knows it best.
  const isNote = seen.context.includes("speaker agent");
  const probabilities = seen.head === "stated" && !isNote
    ? poolOf(own, viewOf(reading, question, lexicon, weights), POOL.neutral)
    : own;
  return {
    ...probabilities,
    act: seen.act ?? actBySign(probabilities),
    terms: seen.terms,
    contributions,
    head: seen.head,
  };
}

/** The writer's view of the target, where the text names it, with its weight. */
function viewOf(
  reading: Reading,
  { text, target }: Question,
  lexicon: Lexicon,
  weights: Weights,
): [Probabilities, number][] {
  if (target.spans.length === 0) return [];
  const question = { text, speaker: null, target: { spans: target.spans } };
  return [[judge(reading, question, lexicon, weights), POOL.view]];
}

/** The same with the cues that made the answer. */
export function answerByRules(
  reading: Reading,
  question: Question,
  lexicon: Lexicon,
  weights: Weights = WEIGHTS,
): RuleAnswer {
  const { terms, contributions, ...answer } = judgeByRules(
    reading,
    question,
    lexicon,
    weights,
  );
  return { ...answer, evidence: evidenceOf(reading, terms, contributions, lexicon) };
}

/** Answers a question by the rules. */
export function askRules(question: Question, lexicon: Lexicon): RuleAnswer {
  return answerByRules(readSentence(question.text, lexicon), question, lexicon);
}

const FIRST_PERSON = new Set(["we", "our", "us", "i", "my", "me", "ourselves"]);

/**
 * Who does not stand in the text is in it as "we", as the subject left out before a first
 * verb (`Condemns the attack`), or as the voice that says it all.
 */
function impliedSpeaker(reading: Reading): Party {
  const { words } = reading.tokens;
  const own: Mentioned[] = [];
  words.forEach((word, i) => {
    if (FIRST_PERSON.has(word)) own.push(describe(reading, [i, i + 1]));
  });
  const [first] = reading.matches;
  const leads = first !== undefined && first.first <= 1 &&
    reading.verbStarts.has(first.after - 1);
  if (leads) return "agent";
  return own.length > 0 ? own : "voice";
}

function evidenceOf(
  reading: Reading,
  terms: readonly Term[],
  contributions: readonly number[],
  lexicon: Lexicon,
): Evidence[] {
  const { starts, ends } = reading.tokens;
  const sums = new Map<number, { term: Term; weight: number }>();
  terms.forEach((term, i) => {
    const known = sums.get(term.match);
    if (known === undefined) sums.set(term.match, { term, weight: contributions[i] });
    else known.weight += contributions[i];
  });
  const evidence: Evidence[] = [];
  for (const { term, weight } of sums.values()) {
    if (Math.abs(weight) < 0.005) continue;
    const match = reading.matches[term.match];
    evidence.push({
      cue: lexicon.cues[term.cue].cue,
      start: starts[match.first],
      end: ends[match.after - 1],
      place: term.table === "places" ? placeName(term.index) : pairName(term.index),
      mode: MODES[term.mode],
      weight: Math.round(weight * 1000) / 1000,
    });
  }
  return evidence.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
