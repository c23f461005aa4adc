import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "@std/path";
import { listFaults, openCorpus, UserError } from "aras";
import { type Rows, smallPackage } from "../support/package.ts";

const documents: Rows = [{ id: "d1" }, { id: "d2" }];
const said = { document: "d1", speaker: "irn", target: "aze" };

/** What a table can have wrong, and the line that must tell of it. */
const BAD: Record<string, { tables: Record<string, Rows>; line: string }> = {
  "a value that is not allowed": {
    tables: { documents, statements: [said, { ...said, n: 2, stance: 3 }] },
    line: 'statements.csv:3: stance: expected -2, -1, 0, 1 or 2 but found "3"',
  },
  "a text where a whole number belongs": {
    tables: { documents, statements: [{ ...said, n: "one" }] },
    line: 'statements.csv:2: n: expected a whole number but found "one"',
  },
  "an issue that no codebook knows": {
    tables: { documents, statements: [{ ...said, issue: "weather" }] },
    line: 'found "weather"',
  },
  "a cell that must not be empty": {
    tables: { documents: [{ id: "d1", publisher: null }] },
    line: "documents.csv:2: publisher: expected a value but found nothing",
  },
  "a day that is not in the calendar": {
    tables: { documents: [{ id: "d1", published: "2021-02-30" }] },
    line:
      "documents.csv:2: published: expected a date of the calendar as YYYY-MM-DD, YYYY-MM or YYYY",
  },
  "a date in another order": {
    tables: { documents: [{ id: "d1", published: "30.02.2021" }] },
    line: 'found "30.02.2021"',
  },
  "a key that stands twice": {
    tables: { documents: [{ id: "d1" }, { id: "d2" }, { id: "d1" }] },
    line:
      'documents.csv:4: id: expected a key that stands once but found "d1" again, first on line 2',
  },
  "a key of two columns that stands twice": {
    tables: { documents, statements: [said, { ...said, stance: 1 }] },
    line: "statements.csv:3: document, n, method: expected a key that stands once",
  },
  "a reference that leads nowhere": {
    tables: { documents, statements: [{ ...said, speaker: "atlantis" }] },
    line: 'statements.csv:2: speaker: expected a key of actors.id but found "atlantis"',
  },
  "a reference of two columns that leads nowhere, where both are filled": {
    tables: {
      documents,
      statements: [said],
      reliability: [
        { id: "r1", document: "d1", n: 1 },
        { id: "r2", document: "d1", n: null },
        { id: "r3", document: "d1", n: 7 },
      ],
    },
    line:
      'reliability.csv:4: document, n: expected a key of statements.document, n but found "d1", "7"',
  },
  "a reference in a list that leads nowhere": {
    tables: {
      documents,
      events: [{
        id: "e1",
        date: "2021-05-01",
        date_precision: "day",
        title: "They meet",
        label: "Meeting",
        kind: "talks",
        importance: 2,
        actors: "irn;atlantis",
        documents: "d1",
      }],
    },
    line: 'events.csv:2: actors: expected a key of actors.id but found "atlantis"',
  },
};

for (const [name, { tables, line }] of Object.entries(BAD)) {
  Deno.test(`openCorpus() finds ${name}`, async () => {
    const { folder, remove } = await smallPackage(tables);
    try {
      const error = await assertRejects(() => openCorpus(folder), UserError);
      assert(error.message.includes(line), error.message);
      assert(error.message.includes("nothing was loaded"), error.message);
    } finally {
      await remove();
    }
  });
}

/** What a file can have wrong before its cells can be looked at. */
const MANGLED: Record<string, { mangle: (text: string) => string; line: string }> = {
  "a row with a cell too many": {
    mangle: (text) => text.replace("d2,paper", "d2,paper,more"),
    line: "documents.csv:3: expected 15 cells but found 16",
  },
  "a row with cells too few": {
    mangle: (text) => text + "d3,paper\n",
    line: "documents.csv:4: expected 15 cells but found 2",
  },
  "a quote that never ends": {
    mangle: (text) => text.replace("d2,paper", 'd2,"paper'),
    line: "documents.csv:3: expected quotes in pairs",
  },
  "a column that is missing": {
    mangle: (text) => text.replace("published", "publishd"),
    line: "documents.csv:1: expected the column published",
  },
  "a column that nobody described": {
    mangle: (text) => text.replace("published", "publishd"),
    line: 'expected columns that datapackage.json describes but found "publishd"',
  },
  "a column that stands twice": {
    mangle: (text) => text.replace("published", "id"),
    line: 'expected each column once but found "id" more than once',
  },
  "a file with nothing in it": {
    mangle: () => "",
    line: "documents.csv:1: expected the column id but found only an empty file",
  },
};

for (const [name, { mangle, line }] of Object.entries(MANGLED)) {
  Deno.test(`openCorpus() finds ${name}`, async () => {
    const { folder, remove } = await smallPackage({ documents });
    try {
      const file = join(folder, "documents.csv");
      await Deno.writeTextFile(file, mangle(await Deno.readTextFile(file)));
      const error = await assertRejects(() => openCorpus(folder), UserError);
      assert(error.message.includes(line), error.message);
    } finally {
      await remove();
    }
  });
}

Deno.test("openCorpus() finds bytes that are no UTF-8", async () => {
  const { folder, remove } = await smallPackage({ documents });
  try {
    const file = join(folder, "documents.csv");
    const bytes = await Deno.readFile(file);
    bytes[bytes.length - 20] = 0xff;
    await Deno.writeFile(file, bytes);
    const error = await assertRejects(() => openCorpus(folder), UserError);
    assert(error.message.includes("documents.csv:3: expected UTF-8"), error.message);
  } finally {
    await remove();
  }
});

Deno.test("openCorpus() names the line of a fault below cells with line breaks", async () => {
  const { folder, remove } = await smallPackage({
    documents: [{ id: "d1", gist: "one\ntwo\nthree" }, { id: "d2", genre: "poem" }],
  });
  try {
    const error = await assertRejects(() => openCorpus(folder), UserError);
    assert(error.message.includes("documents.csv:5: genre"), error.message);
  } finally {
    await remove();
  }
});

Deno.test("openCorpus() lists the faults of all tables together", async () => {
  const { folder, remove } = await smallPackage({
    documents: [{ id: "d1", genre: "poem" }, { id: "d2", language: null }],
    statements: [{ ...said, stance: 9, speaker: "atlantis" }],
  });
  try {
    const error = await assertRejects(() => openCorpus(folder), UserError);
    assertEquals(error.faults.length, 4, error.message);
  } finally {
    await remove();
  }
});

Deno.test("openCorpus() counts the rest of a fault that stands in many rows", async () => {
  const { folder, remove } = await smallPackage({
    documents: Array.from({ length: 50 }, (_, i) => ({ id: `d${i}`, genre: "poem" })),
  });
  try {
    const { faults } = await listFaults(folder);
    assertEquals(faults.length, 21);
    assertEquals(faults[20].found, "something else in 30 more rows");
  } finally {
    await remove();
  }
});

Deno.test("openCorpus() says what it needs where there is no package", async () => {
  const folder = await Deno.makeTempDir({ prefix: "aras-test-" });
  try {
    await assertRejects(
      () => openCorpus(folder),
      UserError,
      "expected datapackage.json",
    );
    await assertRejects(
      () => openCorpus(join(folder, "nowhere")),
      UserError,
      "no such file or folder",
    );
    const file = join(folder, "datapackage.json");
    await Deno.writeTextFile(file, "{");
    await assertRejects(() => openCorpus(folder), UserError, "expected JSON but found");
    await Deno.writeTextFile(file, "{}");
    await assertRejects(
      () => openCorpus(folder),
      UserError,
      "resources: expected a list",
    );
    await Deno.writeTextFile(
      file,
      JSON.stringify({
        resources: [{ name: "documents", path: "../x.csv", schema: { fields: [] } }],
      }),
    );
    await assertRejects(
      () => openCorpus(folder),
      UserError,
      "inside the package's folder",
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
