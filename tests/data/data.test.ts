import { assertEquals } from "@std/assert";
import { openCorpus } from "aras";

/** What the data promise beyond their data package; each query finds the rows that break it. */
const promises: Record<string, string> = {
  "every outlet among the actors is a publisher": `
    SELECT id FROM actors WHERE type = 'outlet' AND id NOT IN (SELECT id FROM publishers)`,
  "an outlet has the same name as actor and as publisher": `
    SELECT a.id, a.name AS actor, p.name AS publisher
    FROM actors a JOIN publishers p ON a.id = p.id WHERE a.name <> p.name`,
  "a republisher is another outlet than the publisher": `
    SELECT id FROM documents WHERE republisher = publisher`,
  "speakers and targets are named in their document": `
    SELECT s.document, s.n FROM statements s WHERE EXISTS (
      SELECT 1 FROM (VALUES (s.speaker), (s.target)) AS party(actor)
      WHERE actor <> 'author' AND NOT EXISTS (
        SELECT 1 FROM mentions m WHERE m.document = s.document AND m.actor = party.actor))`,
  "nobody speaks about himself": `
    SELECT document, n FROM statements WHERE speaker = target`,
  "a statement is no later than the article that reports it": `
    SELECT s.document, s.n, s.date, d.published
    FROM statements s JOIN documents d ON d.id = s.document
    WHERE left(s.date, length(d.published)) > left(d.published, length(s.date))`,
  "an accusation is never favourable and support never hostile": `
    SELECT document, n, act, stance FROM statements
    WHERE (stance > 0 AND act IN ('ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION',
      'COERCE', 'ASSAULT'))
      OR (stance < 0 AND act IN ('SUPPORT', 'AGREE', 'AID', 'COOPERATE'))`,
  "the precision of a date is that of the date as written": `
    SELECT date AS written FROM (
      SELECT date, date_precision FROM statements
      UNION ALL SELECT date, date_precision FROM events
      UNION ALL SELECT published, date_precision FROM documents)
    WHERE length(date) <> CASE date_precision
      WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END`,
  "an inferred date is a month": `
    SELECT id FROM documents WHERE date_basis = 'inferred' AND date_precision <> 'month'`,
  "the office of an actor is the last of his offices": `
    SELECT a.id FROM actors a
    LEFT JOIN (SELECT actor, max(n) AS n FROM roles GROUP BY actor) AS final
      ON final.actor = a.id
    LEFT JOIN roles r ON r.actor = a.id AND r.n = final.n
    WHERE a.role IS DISTINCT FROM r.role OR a.role_from IS DISTINCT FROM r.role_from
      OR a.role_to IS DISTINCT FROM r.role_to`,
  "a form with several meanings is listed as ambiguous": `
    SELECT alias FROM aliases GROUP BY alias
    HAVING count(DISTINCT actor) > 1
      AND alias NOT IN (SELECT alias FROM ambiguous_aliases)`,
  "a document that reports an event names one of its actors and is no older": `
    SELECT e.id, d.id AS document
    FROM (SELECT id, date, actors, unnest(string_split(documents, ';')) AS document
          FROM events) e
    JOIN documents d ON d.id = e.document
    WHERE left(d.published, 7) < left(e.date, 7) OR NOT EXISTS (
      SELECT 1 FROM mentions m WHERE m.document = d.id
        AND list_contains(string_split(e.actors, ';'), m.actor))`,
  "a date of an event said to be from documents stands in one of them": `
    SELECT e.id FROM events e
    WHERE e.date_basis = 'documents' AND NOT EXISTS (
      SELECT 1 FROM documents d LEFT JOIN statements s ON s.document = d.id
      WHERE list_contains(string_split(e.documents, ';'), d.id)
        AND (d.published = e.date OR s.date = e.date))`,
};

Deno.test("the published data keep what their datasheet promises", async (t) => {
  const corpus = await openCorpus();
  for (const [promise, sql] of Object.entries(promises)) {
    await t.step(promise, async () => assertEquals(await corpus.query(sql), []));
  }
  await t.step("the datasheet describes this version", async () => {
    const datasheet = await Deno.readTextFile("data/README.md");
    assertEquals(
      datasheet.includes(`Version ${corpus.version} of the data package`),
      true,
    );
    assertEquals(datasheet.includes(`\n**${corpus.version}.**`), true);
  });
  corpus.close();
});

Deno.test("the hash of every table is that of its file", async () => {
  const descriptor = JSON.parse(await Deno.readTextFile("data/datapackage.json"));
  for (const { path, bytes, hash } of descriptor.resources) {
    if (hash === undefined) continue;
    const file = await Deno.readFile(`data/${path}`);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", file));
    const found = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join(
      "",
    );
    assertEquals({ path, bytes: file.length, hash: `sha256:${found}` }, {
      path,
      bytes,
      hash,
    });
  }
});
