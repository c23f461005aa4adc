import type { ValidationRow } from "../corpus/validation.ts";
import { readKnowledge } from "../cli/knowledge.ts";
import { openStanceModel, readLexicon } from "../corpus/stance.ts";
import { extractor, statementOptions } from "../extract/extract.ts";
import { partyFinder } from "../extract/stance/parties.ts";
import { readArticles } from "./articles.ts";
import { accuracyOf, bootstrapInterval, macroF1, type Read } from "./classes.ts";
import { f1Of, type Hits } from "./f1.ts";
import { findStatements } from "./found_statements.ts";
import { readGists } from "./gists.ts";
import { readPassages } from "./passages.ts";
import { readActs, readPairs, readTargets } from "./gold.ts";
import { annotatedOf, questionsOf, readSeeds } from "./coded_articles.ts";
import {
  type Answered,
  askActs,
  askCoded,
  askGists,
  askPairs,
  askTargets,
  readersOf,
} from "./stance_asked.ts";
import {
  confusionOf,
  errorsOf,
  judgedOf,
  reliabilityOf,
  type StanceTables,
} from "./stance_tables.ts";

/** A line of the table `validation` about stance. */
export type StanceRow = ValidationRow & { readonly area: "stance" };

/** Where the data lie that the project does not hold. */
export interface StanceGold {
  /** The folder with `newsmtsc/`, `dse/`, `plover/` and `seeds/`. */
  readonly gold: string;
  /** The folder with the founding articles' texts. */
  readonly articles: string;
  /** Given the tables of confusions, reliability and errors. */
  readonly keep?: (tables: StanceTables) => void | Promise<void>;
}

/** What a method must reach and what others reach, by set; percent as in the literature. */
const PEERS = "AFINN, thresholds tuned", LEARNED = "tf-idf and logistic regression";
const BERT = "BERT-base (Hamborg & Donnay 2021)";
type Bar = Partial<Pick<StanceRow, "floor" | "peer" | "peer_value" | "least">>;
const BARS: Record<string, Record<string, Bar>> = {
  dev_rw: {
    rules: { floor: 0.19, peer: PEERS, peer_value: 0.544, least: 0.58 },
    model: { floor: 0.19, peer: BERT, peer_value: 0.801, least: 0.79 },
  },
  dev_mt: {
    rules: { floor: 0.226, peer: PEERS, peer_value: 0.544, least: 0.58 },
    model: { floor: 0.226, peer: BERT, peer_value: 0.737, least: 0.775 },
  },
  dse: {
    rules: { floor: 0.158, peer: PEERS, peer_value: 0.257, least: 0.36 },
    model: { floor: 0.158, peer: LEARNED, peer_value: 0.362, least: 0.49 },
  },
  sign: { rules: { floor: 0.12, least: 0.65 }, model: { floor: 0.12, least: 0.75 } },
  passages: { rules: {}, model: {} },
  statements: {
    rules: { peer: "second annotator", peer_value: 0.89, least: 0.35 },
    model: { peer: "second annotator", peer_value: 0.89, least: 0.45 },
  },
  acts: {
    rules: { floor: 0.014, least: 0.45 },
    model: { floor: 0.014, least: 0.55 },
  },
  cooperative: {
    rules: { floor: 0.36, least: 0.8 },
    model: { floor: 0.36, least: 0.87 },
  },
  gists: { rules: { least: 0.75 }, model: { least: 0.82 } },
};

const SIGNS = [-1, 0, 1] as const;

function macroOfSigns(sample: readonly Read<number>[]): number {
  return macroF1(sample, SIGNS);
}

/**
 * Measures how well stance is read, by rules and by the model, on the parts of the data
 * that may be looked at; the test parts are measured from outside, by `score.py`.
 *
 * @param options Where the data lie.
 * @returns Rows for `data/validation.csv`, area `stance`, values 0 to 1 with 95 %
 *   bootstrap intervals over sentences, documents or articles' statements.
 */
export async function evaluateStance(options: StanceGold): Promise<StanceRow[]> {
  const { gold } = options;
  const lexicon = await readLexicon(), model = await openStanceModel();
  const knowledge = await readKnowledge();
  const rows: StanceRow[] = [];
  const tables: StanceTables = {
    confusion: [],
    reliability: [],
    errors: [],
    readings: [],
  };
  const seeds = await readSeeds(gold, options.articles);
  const coded = questionsOf(seeds, partyFinder(knowledge));
  const parts = ["dev_rw", "dev_mt"] as const;
  const targets = await Promise.all(
    parts.map((part) => readTargets(`${gold}/newsmtsc/${part}.jsonl`)),
  );
  const trained = new Set(
    (await readPairs(`${gold}/dse/train.txt`)).map((r) => r.text),
  );
  const pairs = (await readPairs(`${gold}/dse/valid.txt`))
    .filter(({ text }) => !trained.has(text));
  const acts = await readActs(`${gold}/plover/PLV_train.tsv`);
  const gists = await readGists();
  const articles = await readArticles(), passages = await readPassages(gists, articles);
  const annotatedArticles = {
    articles: annotatedOf(seeds),
    "invented articles": articles.filter(({ held }) => held),
  };
  const extract = extractor(knowledge), told = statementOptions(knowledge, lexicon);

  for (const reader of readersOf(lexicon, model)) {
    const { method } = reader;
    const judge = (
      set: string,
      part: string,
      measure: string,
      read: readonly Answered[],
      statistic: typeof macroOfSigns,
      bars: Record<string, Bar>,
    ) => {
      rows.push(row(set, part, method, measure, read, statistic, bars));
      confusionOf(tables, set, method, read);
      errorsOf(tables, set, method, read);
    };
    for (const [i, part] of parts.entries()) {
      const read = await askTargets(reader, targets[i]);
      rows.push(
        row("NewsMTSC", part, method, "macro-F1", read, macroOfSigns, BARS[part]),
      );
      confusionOf(tables, `NewsMTSC ${part}`, method, read);
      reliabilityOf(tables, "NewsMTSC", method, read.map(judgedOf));
      errorsOf(tables, `NewsMTSC ${part}`, method, read);
    }
    const read = await askPairs(reader, pairs);
    const five = (sample: readonly Read<number>[]) => macroF1(sample, [0, 1, 2, 3, 4]);
    rows.push(row("DSE", "valid, unseen", method, "macro-F1", read, five, BARS.dse));
    confusionOf(tables, "DSE", method, read);

    const signs = await askCoded(reader, coded);
    judge("articles", "sign given", "macro-F1", signs, macroOfSigns, BARS.sign);

    const kept = await askCoded(reader, passages.filter(({ held }) => held));
    judge("passages", "invented, held", "macro-F1", kept, macroOfSigns, BARS.passages);
    reliabilityOf(tables, "passages", method, kept.map(judgedOf));

    const read15 = await askActs(reader, acts);
    const roots = [...new Set(acts.map(({ act }) => act))].sort();
    const byRoot = (sample: readonly Read<string>[]) => macroF1(sample, roots);
    rows.push(row("PLV", "train", method, "macro-F1, acts", read15, byRoot, BARS.acts));
    confusionOf(tables, "PLV", method, read15);
    const side = read15.map(({ gold, predicted, cluster }) => ({
      gold: COOPERATIVE.has(gold),
      predicted: COOPERATIVE.has(predicted),
      cluster,
    }));
    const two = (sample: readonly Read<boolean>[]) => macroF1(sample, [true, false]);
    rows.push(
      row("PLV", "train", method, "macro-F1, sides", side, two, BARS.cooperative),
    );

    const byModel = method === "model", own = byModel ? model : undefined;
    const paraphrased = await askGists(
      lexicon,
      gists,
      passages,
      own,
      byModel ? ({ held }) => held : undefined,
    );
    tables.readings.push(...paraphrased.map((read) => ({ ...read, method })));
    const part = byModel ? "held documents" : "out of fold";
    judge("paraphrases", part, "accuracy", paraphrased, accuracyOf, BARS.gists);
    reliabilityOf(tables, "paraphrases", method, paraphrased.map(judgedOf));
    for (const [set, annotated] of Object.entries(annotatedArticles)) {
      const found = await findStatements(annotated, extract, told, own);
      const bar = set === "articles" ? BARS.statements[method] : {};
      rows.push(
        hitsRow(set, "speakers and targets found", method, found.pairs, {}),
        hitsRow(set, "statements found", method, found.signs, bar),
      );
      if (set === "articles") continue;
      reliabilityOf(tables, "statements found", method, found.judged);
    }
  }
  await options.keep?.(tables);
  return rows;
}

const COOPERATIVE = new Set([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "YIELD",
]);

function row<Class>(
  set: string,
  part: string,
  method: string,
  measure: string,
  items: readonly Read<Class>[],
  statistic: (sample: readonly Read<Class>[]) => number,
  bars: Record<string, Bar>,
): StanceRow {
  const { low, high } = bootstrapInterval(items, statistic);
  return {
    ...blank(set, part, method, measure, bars[method]),
    value: rounded(statistic(items)),
    low: rounded(low),
    high: rounded(high),
    n: items.length,
  };
}

/** F1 of what was found, with its interval over sentences. */
function hitsRow(
  set: string,
  part: string,
  method: string,
  hits: readonly Hits[],
  bar: Bar,
): StanceRow {
  return { ...blank(set, part, method, "F1", bar), ...f1Of(hits) };
}

function blank(set: string, part: string, method: string, measure: string, bar: Bar) {
  const { floor = null, peer = null, peer_value = null, least = null } = bar;
  return {
    area: "stance" as const,
    set,
    part,
    method,
    measure,
    value: 0,
    low: null,
    high: null,
    n: 0,
    floor,
    peer,
    peer_value,
    least,
    most: null,
  };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
