/**
 * How long measures take, against what an analyst would take instead: danfojs on CSV, and
 * arquero. A large corpus is made up by DuckDB: a million statements in 200,000 articles.
 */
import { DuckDBInstance } from "@duckdb/node-api";
import * as arquero from "arquero";
import { DataFrame } from "danfojs";
import {
  actorMentions,
  actorPairs,
  openCorpus,
  sourceCounts,
  stanceMatrix,
  stanceSeries,
} from "aras";
import { ownFolder } from "../../lib/corpus/sources.ts";

const FEW = { n: 5, warmup: 1 };
const dyad = { speaker: "irn", target: "aze", every: "quarter" } as const;
const corpus = await openCorpus();

Deno.bench("open the catalogue, everything checked", FEW, async () => {
  (await openCorpus()).close();
});

Deno.bench("sourceCounts, 1,926 documents", { ...FEW, group: "sources" }, async () => {
  await sourceCounts(corpus, { every: "quarter", by: "country" });
});

const documents = await corpus.query<Record<string, string>>(
  `SELECT d.id, substr(published, 1, 7) AS month, country
     FROM documents AS d JOIN publishers AS p ON p.id = d.publisher`,
);

Deno.bench(
  "the same count in arquero, from memory",
  { ...FEW, group: "sources" },
  () => {
    arquero.from(documents).groupby("month", "country").count().orderby("month")
      .objects();
  },
);

Deno.bench(
  "the same count in danfojs, from memory",
  { ...FEW, group: "sources" },
  () => {
    const frame = new DataFrame(documents.map((d) => [d.id, d.month, d.country]), {
      columns: ["id", "month", "country"],
    });
    frame.groupby(["month", "country"]).col(["id"]).count();
  },
);

Deno.bench("stanceSeries with its bootstrap, 796 statements", FEW, async () => {
  await stanceSeries(corpus, dyad);
});

Deno.bench("stanceMatrix, 56 dyads with their bootstraps", FEW, async () => {
  await stanceMatrix(corpus);
});

Deno.bench("actorMentions, 13,072 mentions", FEW, async () => {
  await actorMentions(corpus);
});

Deno.bench("actorPairs, 13,072 mentions", FEW, async () => {
  await actorPairs(corpus);
});

const large = await largeCorpus(200_000);

Deno.bench("sourceCounts, 200,000 documents", { n: 3, warmup: 1 }, async () => {
  await sourceCounts(large, { every: "quarter", by: "country" });
});

Deno.bench(
  "stanceSeries, a million statements in the corpus",
  { n: 3, warmup: 1 },
  async () => {
    await stanceSeries(large, dyad);
  },
);

Deno.bench("actorMentions, a million mentions", { n: 3, warmup: 1 }, async () => {
  await actorMentions(large);
});

/** A corpus of Parquet files in which publishers, actors and dates are drawn from Aras's. */
async function largeCorpus(n: number) {
  const folder = await Deno.makeTempDir({ prefix: "aras-bench-" });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const own = (table: string) =>
    `read_csv('${ownFolder()}${table}.csv', header = true, all_varchar = true)`;
  await connection.run(`
    CREATE TABLE drawn AS
      SELECT *, row_number() OVER (ORDER BY id) - 1 AS i FROM ${own("documents")};
    CREATE TABLE said AS
      SELECT *, row_number() OVER (ORDER BY document, n) - 1 AS i FROM ${
    own("statements")
  };
    CREATE TABLE named AS
      SELECT *, row_number() OVER (ORDER BY document, actor) - 1 AS i FROM ${
    own("mentions")
  };
    COPY (SELECT drawn.* EXCLUDE (i) REPLACE ('x' || r AS id)
            FROM range(${n}) AS t(r) JOIN drawn ON i = r % 1926)
      TO '${folder}/documents.parquet';
    COPY (SELECT said.* EXCLUDE (i)
            REPLACE ('x' || (r // 5) AS document, CAST(r % 5 + 1 AS VARCHAR) AS n)
            FROM range(${5 * n}) AS t(r) JOIN said ON i = (r * 7919) % 5041)
      TO '${folder}/statements.parquet';
    COPY (SELECT DISTINCT ON (document, actor) * FROM (
            SELECT named.* EXCLUDE (i) REPLACE ('x' || (r // 5) AS document)
              FROM range(${5 * n}) AS t(r) JOIN named ON i = (r * 7919) % 13072))
      TO '${folder}/mentions.parquet';`);
  connection.closeSync();
  instance.closeSync();
  return await openCorpus(folder, { check: "columns" });
}
