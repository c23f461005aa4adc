import type { PartialDate } from "../base/date.ts";
import type { Extractor } from "../extract/extract.ts";
import type { StanceModel } from "../extract/stance/model.ts";
import type { Stretch } from "../extract/stance/reading.ts";
import {
  extractStatements,
  extractStatementsByModel,
  type StatementOptions,
} from "../extract/statements.ts";
import { type Hits, hitsBy } from "./f1.ts";
import type { Judged } from "./stance_tables.ts";

/** A statement, given or found: where it stands, who, toward whom, for or against. */
interface Told {
  readonly start: number;
  readonly speaker: string;
  readonly target: string;
  readonly stance: number;
}

/** An article with all its statements. */
export interface AnnotatedArticle {
  readonly id: string;
  readonly text: string;
  readonly published?: PartialDate;
  readonly statements: readonly Told[];
}

/** What was found of the statements of articles, by sentence. */
export interface FoundStatements {
  /** Speaker, target and sign. */
  readonly signs: Hits[];
  /** Speaker and target alone. */
  readonly pairs: Hits[];
  /** Each found one's confidence, and whether it was right. */
  readonly judged: Judged[];
}

/**
 * Extracts the statements of articles and compares them with those they are annotated with:
 * as often as an article holds a statement of a speaker toward a target with a sign, so
 * often it can be found (as `score.py` counts).
 *
 * @param articles The articles.
 * @param extract Finds names and quotations.
 * @param options What extraction of statements is told.
 * @param model Tells the signs where it is given.
 */
export async function findStatements(
  articles: readonly AnnotatedArticle[],
  extract: Extractor,
  options: StatementOptions,
  model?: StanceModel,
): Promise<FoundStatements> {
  const gold: Placed[] = [], found: (Placed & { readonly confidence: number })[] = [];
  for (const article of articles) {
    const input = extract(article);
    const place = (told: Told) => placed(article.id, input.sentences, told);
    gold.push(...article.statements.map(place));
    const statements = model === undefined
      ? extractStatements(input, options)
      : await extractStatementsByModel(input, options, model);
    found.push(
      ...statements.map((one) => ({ ...place(one), confidence: one.confidence })),
    );
  }
  return {
    signs: hitsBy(gold.map(signed), found.map(signed)),
    pairs: hitsBy(gold.map(unsigned), found.map(unsigned)),
    judged: judgedBy(gold, found),
  };
}

/** A statement with the sentence that it stands in. */
interface Placed {
  readonly unit: string;
  readonly pair: string;
  readonly sign: number;
}

function placed(
  article: string,
  sentences: readonly Stretch[],
  { start, speaker, target, stance }: Told,
): Placed {
  const sentence = sentences.findIndex(({ end }) => end > start);
  const pair = `${article}\t${speaker}\t${target}`;
  return { unit: `${article} ${sentence}`, pair, sign: Math.sign(stance) };
}

const signed = ({ unit, pair, sign }: Placed) => [unit, `${pair}\t${sign}`] as const;
const unsigned = ({ unit, pair }: Placed) => [unit, pair] as const;

/** Says of each statement found whether its sentence holds it. */
function judgedBy(
  gold: readonly Placed[],
  found: readonly (Placed & { readonly confidence: number })[],
): Judged[] {
  const key = ({ unit, pair, sign }: Placed) => `${unit}\t${pair}\t${sign}`;
  const known = new Set(gold.map(key));
  return found.map((one) => ({
    probability: one.confidence,
    right: known.has(key(one)),
  }));
}
