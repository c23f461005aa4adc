import { readTable } from "../cli/knowledge.ts";
import type { PartyFinder } from "../extract/stance/parties.ts";
import type { AnnotatedArticle } from "./found_statements.ts";
import type { Label } from "./gold.ts";
import type { CodedQuestion } from "./stance_asked.ts";

/** A coded statement of one of the founding articles. */
export interface SeedStatement {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly speaker: string;
  readonly target: string;
  readonly sign: Label;
}

/** The founding articles that are annotated, and their statements. */
export interface Seeds {
  readonly texts: ReadonlyMap<string, string>;
  readonly statements: readonly SeedStatement[];
}

/**
 * Reads the annotated articles.
 *
 * @param gold The folder with `seeds/`.
 * @param articles The folder with the articles' texts, which the project does not hold.
 */
export async function readSeeds(gold: string, articles: string): Promise<Seeds> {
  const folder = new URL(`file://${await Deno.realPath(`${gold}/seeds`)}/`);
  const rows = await readTable<Record<string, string>>("statements.csv", folder) ?? [];
  const texts = new Map<string, string>();
  for await (const { name } of Deno.readDir(articles)) {
    const article = name.slice(0, 3);
    if (!name.endsWith(".txt") || !rows.some((row) => row.article === article)) {
      continue;
    }
    texts.set(article, await Deno.readTextFile(`${articles}/${name}`));
  }
  const statements = rows.map((row) => ({
    article: row.article,
    start: Number(row.start),
    end: Number(row.end),
    speaker: row.speaker,
    target: row.target,
    sign: Math.sign(Number(row.stance)) as Label,
  }));
  return { texts, statements };
}

/** The articles, each with its statements. */
export function annotatedOf({ texts, statements }: Seeds): AnnotatedArticle[] {
  return [...texts].map(([id, text]) => ({
    id,
    text,
    statements: statements.filter(({ article }) => article === id)
      .map(({ sign, ...statement }) => ({ ...statement, stance: sign })),
  }));
}

/** The statements as questions, each of its own stretch of text. */
export function questionsOf({ texts, statements }: Seeds, finder: PartyFinder) {
  return statements.map(
    ({ article, start, end, speaker, target, sign }): CodedQuestion => {
      const text = texts.get(article)!.slice(start, end);
      return {
        id: `${article}:${start}-${end}`,
        text,
        speaker: speaker === "author" ? null : finder.find(text, speaker, [target]),
        target: finder.find(text, target, [speaker]),
        label: sign,
      };
    },
  );
}
