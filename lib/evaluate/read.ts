import { readTable } from "../cli/knowledge.ts";
import { readTextKnowledge } from "../cli/text_knowledge.ts";
import type { Article } from "../text/article.ts";
import { fileReader } from "../text/read.ts";
import { pageScore, pagesF1 } from "./page_text.ts";
import type { ValidationRow } from "../corpus/validation.ts";

type Reader = ReturnType<typeof fileReader>;

/**
 * Measures how well articles are read: the text of web pages against the article
 * extraction benchmark (Scrapinghub 2020), and date and publisher of the founding articles
 * against their annotation. Neither is a part of the project.
 *
 * @param gold The folder with `extraction/` and `seeds/`; beside it, `articles/`.
 * @returns Rows for the table `validation`, area `read`.
 */
export async function evaluateRead(gold: URL): Promise<ValidationRow[]> {
  const read = fileReader(await readTextKnowledge());
  return [await pageText(gold, read), ...await descriptions(gold, read)];
}

async function pageText(gold: URL, read: Reader): Promise<ValidationRow> {
  const folder = new URL("extraction/", gold);
  const truth: Record<string, { articleBody?: string }> = JSON.parse(
    await Deno.readTextFile(new URL("ground-truth.json", folder)),
  );
  const scores = [];
  for (const [id, { articleBody = "" }] of Object.entries(truth)) {
    const article = await firstOf(read, new URL(`html/${id}.html.gz`, folder));
    scores.push(pageScore(articleBody, article?.text ?? ""));
  }
  return {
    area: "read",
    set: "article extraction benchmark",
    part: "development",
    method: "rules",
    measure: "article text, 4-grams, F1",
    ...pagesF1(scores),
    n: scores.length,
    floor: 0,
    peer: "trafilatura 2.3.1, all pages",
    peer_value: 0.96,
    least: 0.95,
    most: null,
  };
}

async function descriptions(gold: URL, read: Reader): Promise<ValidationRow[]> {
  const right = await readTable<Record<string, string>>(
    "articles.csv",
    new URL("seeds/", gold),
  ) ?? [];
  const articles = new Map<string, Article>();
  const folder = new URL("../articles/", gold);
  for await (const { name } of Deno.readDir(folder)) {
    const article = await firstOf(read, new URL(name, folder));
    if (article !== undefined) articles.set(name.slice(0, 3), article);
  }
  const columns = {
    title: "title",
    publisher: "publisher",
    date: "published",
    "date basis": "date_basis",
  };
  return Object.entries(columns).map(([name, column]) => {
    const hits = right.filter((row) =>
      articles.get(row.article)?.[column as keyof Article] === row[column]
    ).length;
    return {
      area: "read",
      set: "seeds",
      part: "development",
      method: "rules",
      measure: `${name}, share right`,
      value: right.length === 0 ? 0 : hits / right.length,
      low: null,
      high: null,
      n: right.length,
      floor: 0,
      peer: null,
      peer_value: null,
      least: name === "title" ? null : 1,
      most: null,
    };
  });
}

async function firstOf(read: Reader, file: URL): Promise<Article | undefined> {
  for await (const article of read(decodeURIComponent(file.pathname))) {
    if (!("error" in article)) return article;
  }
}
