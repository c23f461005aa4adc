import { assertEquals } from "@std/assert";
import { describeTable } from "../../lib/ingest/tables.ts";

const own = JSON.parse(
  await Deno.readTextFile(new URL("../../data/datapackage.json", import.meta.url)),
) as { resources: ReturnType<typeof describeTable>[] };

Deno.test("a corpus of one's own and the project's have the same bases of dates", () => {
  const basesOf = (documents: ReturnType<typeof describeTable>) =>
    documents.schema.fields.find(({ name }) => name === "date_basis")!.constraints!
      .enum;
  const project = own.resources.find(({ name }) => name === "documents")!;
  assertEquals(
    [...basesOf(describeTable("documents", "a.parquet"))!].sort(),
    [...basesOf(project)!].sort(),
  );
});
