import { readTable } from "../cli/knowledge.ts";
import type { Extracted, Extractor } from "../extract/extract.ts";
import { f1Of, type Hits, hitsBy } from "./f1.ts";
import type { ValidationRow } from "../corpus/validation.ts";

interface GoldSpan {
  readonly article: string;
  readonly start: string;
  readonly end: string;
}
type GoldMention = GoldSpan & { readonly actor: string; readonly kind: string };
type GoldQuotation = GoldSpan & { readonly speaker: string };

const SET = "seeds";

/**
 * Measures mentions, cited sources and quotations on the annotated articles: exact spans
 * for mentions, half of the joint stretch for what is quoted.
 *
 * @param gold The folder with `seeds/`; the articles lie beside it in `articles/`.
 * @param extract The extractor.
 * @returns Rows for the table `validation`, area `facts`.
 */
export async function evaluateSeeds(
  gold: URL,
  extract: Extractor,
): Promise<ValidationRow[]> {
  const folder = new URL("seeds/", gold);
  const [mentions, quotations, cites] = await Promise.all([
    readTable<GoldMention>("mentions.csv", folder),
    readTable<GoldQuotation>("quotes.csv", folder),
    readTable<{ article: string; source: string }>("cites.csv", folder),
  ]);
  if (!mentions || !quotations || !cites) return [];
  const articles = new Set(mentions.map(({ article }) => article));
  const found = await extractAll(new URL("../articles/", gold), articles, extract);
  return [
    ...mentionRows(mentions, found),
    row(
      "cited sources",
      hitsBy(
        cites.map((
          { article, source },
        ) => [`${article} ${source}`, `${article} ${source}`]),
        [...found].flatMap(([article, { citations }]) =>
          citations.map(({ source }) =>
            [`${article} ${source}`, `${article} ${source}`] as const
          )
        ),
      ),
      0.85,
    ),
    ...quotationRows(quotations, found),
  ];
}

async function extractAll(
  folder: URL,
  wanted: ReadonlySet<string>,
  extract: Extractor,
) {
  const found = new Map<string, Extracted>();
  for await (const { name } of Deno.readDir(folder)) {
    const article = name.slice(0, 3);
    if (!wanted.has(article)) continue;
    const text = await Deno.readTextFile(new URL(name, folder));
    found.set(article, extract({ id: article, text }));
  }
  return found;
}

function mentionRows(
  gold: readonly GoldMention[],
  found: ReadonlyMap<string, Extracted>,
): ValidationRow[] {
  const measured = (key: (mention: { actor: string; kind: string }) => string) => {
    const thing = (article: string, start: number, end: number, rest: string) =>
      [
        sentenceOf(article, start, found),
        `${article} ${start} ${end} ${rest}`,
      ] as const;
    return hitsBy(
      gold.map((one) => thing(one.article, +one.start, +one.end, key(one))),
      [...found].flatMap(([article, { mentions }]) =>
        mentions.map((one) => thing(article, one.start, one.end, key(one)))
      ),
    );
  };
  const both = measured(({ actor, kind }) => `${actor} ${kind}`);
  return [
    row("mentions, span and actor", measured(({ actor }) => actor), 0.97),
    row("mentions, span, actor and kind", both, 0.95),
  ];
}

function quotationRows(
  gold: readonly GoldQuotation[],
  found: ReadonlyMap<string, Extracted>,
): ValidationRow[] {
  return [
    row("quotations, content", matchQuotations(gold, found, false), null),
    row("quotations, content and speaker", matchQuotations(gold, found, true), 0.85),
  ];
}

/** Each quotation with the one found that shares most with it, at least half. */
function matchQuotations(
  gold: readonly GoldQuotation[],
  found: ReadonlyMap<string, Extracted>,
  speaker: boolean,
): Hits[] {
  const units = new Map<string, Hits>();
  const unitAt = (article: string, start: number) => {
    const name = sentenceOf(article, start, found);
    const unit = units.get(name) ?? { right: 0, wrong: 0, missed: 0 };
    units.set(name, unit);
    return unit;
  };
  const left = new Map(
    [...found].map(([article, { quotations }]) => [article, new Set(quotations)]),
  );
  for (const one of gold) {
    const start = +one.start, end = +one.end;
    let best = 0, match;
    for (const candidate of left.get(one.article) ?? []) {
      if (speaker && candidate.speaker !== one.speaker) continue;
      const shared = Math.min(end, candidate.end) - Math.max(start, candidate.start);
      const joint = Math.max(end, candidate.end) - Math.min(start, candidate.start);
      if (shared / joint > best) [best, match] = [shared / joint, candidate];
    }
    if (match === undefined || best < 0.5) unitAt(one.article, start).missed++;
    else {
      left.get(one.article)!.delete(match);
      unitAt(one.article, start).right++;
    }
  }
  for (const [article, rest] of left) {
    for (const { start } of rest) unitAt(article, start).wrong++;
  }
  return [...units.values()];
}

function sentenceOf(
  article: string,
  at: number,
  found: ReadonlyMap<string, Extracted>,
): string {
  const { sentences } = found.get(article)!;
  const index = sentences.findIndex(({ end }) => end > at);
  return `${article} ${index}`;
}

function row(
  measure: string,
  hits: readonly Hits[],
  least: number | null,
): ValidationRow {
  return {
    area: "facts",
    set: SET,
    part: "development",
    method: "rules",
    measure: `${measure}, F1`,
    ...f1Of(hits),
    floor: 0,
    peer: null,
    peer_value: null,
    least,
    most: null,
  };
}
