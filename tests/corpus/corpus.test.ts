import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "@std/path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { listFaults, openCorpus, rowsOf, UserError } from "aras";
import { withCorpus } from "../support/corpus.ts";
import { smallPackage, WORLD } from "../support/package.ts";
import { csvRecords } from "../../lib/corpus/csv_records.ts";

const documents = [{ id: "d1" }, { id: "d2", publisher: "gazette" }];
const statements = [{ document: "d1", speaker: "irn", target: "aze", date: "2021-10" }];

Deno.test("openCorpus() opens the data that comes with Aras, and finds no fault", async () => {
  assertEquals((await listFaults()).faults, []);
  const corpus = await openCorpus();
  try {
    assertEquals(corpus.counts.get("documents"), 1926);
    assert(/^[0-9a-f]{64}$/.test(corpus.hash));
  } finally {
    corpus.close();
  }
});

Deno.test("dates stay as they were written", async () => {
  await withCorpus({ documents, statements }, async (corpus) => {
    const [row] = await corpus.query("SELECT date, n FROM statements");
    assertEquals(row, { date: "2021-10", n: 1 });
  });
});

Deno.test("corpus.sql binds values, so that no value is read as SQL", async () => {
  await withCorpus({ documents }, async (corpus) => {
    const evil = "x'; DROP TABLE documents; --";
    const frame = await corpus
      .sql`SELECT ${evil} AS text, count(*) AS n FROM documents`;
    assertEquals(rowsOf(frame), [{ text: evil, n: 2 }]);
  });
});

Deno.test("corpus.query() tells what DuckDB found wrong with a query", async () => {
  await withCorpus({ documents }, async (corpus) => {
    await assertRejects(
      () => corpus.query("SELECT colour FROM documents"),
      UserError,
      'Referenced column "colour" not found',
    );
  });
});

Deno.test("cells come back as they were written, whatever is in them", async () => {
  const text = fc.string({ unit: "binary", minLength: 1, maxLength: 40 })
    // DuckDB reads a lone CR as the end of a row even between quotes of one column.
    .filter((s) => s.trim() !== "" && !s.includes("\u0000") && s.isWellFormed());
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (gists) => {
      const rows = gists.map((gist, i) => ({ id: `d${i}`, gist }));
      await withCorpus({ documents: rows }, async (corpus) => {
        const found = await corpus.query("SELECT gist FROM documents ORDER BY id");
        assertEquals(found.map((row) => row.gist), gists);
      });
    }),
    { numRuns: 15 },
  );
});

Deno.test("csvRecords() finds the lines that records start on", () => {
  const text = 'a,b\r\n"1\n2",x\n\n3,"say ""so"""\n4,"open';
  assertEquals(csvRecords(text), [
    { line: 1, fields: 2, open: false },
    { line: 2, fields: 2, open: false },
    { line: 5, fields: 2, open: false },
    { line: 6, fields: 2, open: true },
  ]);
});

Deno.test("the hash names the data: it changes with a cell and with nothing else", async () => {
  const [a, b, c] = await Promise.all([
    smallPackage({ documents }),
    smallPackage({ documents }),
    smallPackage({ documents: [...documents, { id: "d3" }] }),
  ]);
  try {
    const hashes = [];
    for (const { folder } of [a, b, c]) {
      const corpus = await openCorpus(folder);
      hashes.push(corpus.hash);
      corpus.close();
    }
    assertEquals(hashes[0], hashes[1]);
    assert(hashes[0] !== hashes[2]);
  } finally {
    await Promise.all([a, b, c].map(({ remove }) => remove()));
  }
});

Deno.test("listFaults() finds a table that was changed without saying so", async () => {
  const { folder, remove } = await smallPackage({ documents });
  try {
    const file = join(folder, "datapackage.json");
    const described = JSON.parse(await Deno.readTextFile(file));
    described.resources[0].hash = `sha256:${"0".repeat(64)}`;
    await Deno.writeTextFile(file, JSON.stringify(described));
    const { faults } = await listFaults(folder);
    assertEquals(faults.length, 1);
    assert(faults[0].remedy!.startsWith("a change of data is a new version"));
  } finally {
    await remove();
  }
});

Deno.test("openCorpus() reads several packages as one corpus", async () => {
  const mine = await smallPackage({ documents: [{ id: "mine" }] });
  const theirs = await smallPackage({ documents });
  try {
    const corpus = await openCorpus([mine.folder, theirs.folder], {
      reference: "none",
    });
    assertEquals(corpus.counts.get("documents"), 3);
    // Actors that stand alike in both are there once.
    assertEquals(corpus.counts.get("actors"), WORLD.actors.length);
    corpus.close();
  } finally {
    await mine.remove();
    await theirs.remove();
  }
});

Deno.test("openCorpus() refuses one key for two things in two packages", async () => {
  const mine = await smallPackage({
    documents: [{ id: "d1", gist: "Something else." }],
  });
  const theirs = await smallPackage({ documents });
  try {
    await assertRejects(
      () => openCorpus([mine.folder, theirs.folder]),
      UserError,
      "expected a key that no other source uses for something else",
    );
  } finally {
    await mine.remove();
    await theirs.remove();
  }
});

Deno.test("openCorpus() completes a corpus with actors of Aras, its own going before", async () => {
  const { folder, remove } = await smallPackage({ documents });
  try {
    const corpus = await openCorpus(folder);
    const rows = await corpus.query(
      "SELECT id, name FROM actors WHERE id IN ('analyst', 'irn', 'tur') ORDER BY id",
    );
    assertEquals(rows, [
      { id: "analyst", name: "An Analyst" },
      { id: "irn", name: "Iran" },
      { id: "tur", name: "Turkey" },
    ]);
    assert(/^[0-9a-f]{64}$/.test(corpus.hash));
    corpus.close();
  } finally {
    await remove();
  }
});

Deno.test("openCorpus() takes actors and events from Aras where a corpus has none", async () => {
  const { folder, remove } = await smallPackage({
    documents: [{ id: "d1", publisher: "irna" }],
  });
  try {
    for (const file of ["actors", "publishers"]) {
      await Deno.remove(join(folder, `${file}.csv`));
    }
    const described = JSON.parse(
      await Deno.readTextFile(join(folder, "datapackage.json")),
    );
    described.resources = described.resources
      .filter((resource: { name: string }) => resource.name === "documents");
    await Deno.writeTextFile(
      join(folder, "datapackage.json"),
      JSON.stringify(described),
    );
    const corpus = await openCorpus(folder);
    assertEquals(corpus.counts.get("documents"), 1);
    assert(corpus.counts.get("actors")! > 700);
    assert(corpus.counts.get("events")! > 50);
    corpus.close();
  } finally {
    await remove();
  }
});

Deno.test("openCorpus() reads Parquet and DuckDB as it reads CSV, and checks them too", async () => {
  const { folder, remove } = await smallPackage({ documents, statements });
  const store = await DuckDBInstance.create(join(folder, "store.duckdb"));
  const connection = await store.connect();
  const parquet = join(folder, "parquet");
  await Deno.mkdir(parquet);
  try {
    const hashes = new Set<string>();
    for (const table of ["documents", "statements", "actors", "publishers"]) {
      const csv = `read_csv('${join(folder, `${table}.csv`)}', all_varchar = true)`;
      await connection.run(`CREATE TABLE ${table} AS SELECT * FROM ${csv}`);
      await connection.run(`COPY ${table} TO '${join(parquet, `${table}.parquet`)}'`);
    }
    connection.closeSync();
    store.closeSync();
    for (const path of [folder, parquet, join(folder, "store.duckdb")]) {
      const corpus = await openCorpus(path);
      const rows = await corpus.query("SELECT speaker, stance, date FROM statements");
      assertEquals(rows, [{ speaker: "irn", stance: 0, date: "2021-10" }]);
      hashes.add(corpus.hash);
      corpus.close();
    }
    assertEquals(hashes.size, 3);
    const bad = await DuckDBInstance.create(join(folder, "store.duckdb"));
    const writer = await bad.connect();
    await writer.run("UPDATE statements SET stance = '7'");
    writer.closeSync();
    bad.closeSync();
    await assertRejects(
      () => openCorpus(join(folder, "store.duckdb")),
      UserError,
      'stance: expected -2, -1, 0, 1 or 2 but found "7"',
    );
  } finally {
    await remove();
  }
});
