import { openCorpus, UserError } from "aras";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { gallery } from "../../lib/report/gallery.ts";
import { type FigureProgress, writeFigures } from "../../lib/report/write_figures.ts";

const some = gallery.filter((entry) =>
  ["source-concentration", "stance-by-wave"].includes(entry.name)
);

Deno.test("writeFigures() writes files and a manifest that holds them together", async () => {
  const corpus = await openCorpus();
  const folder = await Deno.makeTempDir();
  const told: FigureProgress[] = [];
  await writeFigures(corpus, folder, (progress) => told.push(progress), some);
  assertEquals(told.map(({ name, number, of }) => `${number}/${of} ${name}`), [
    "1/2 source-concentration",
    "2/2 stance-by-wave",
  ]);
  const manifest = JSON.parse(await Deno.readTextFile(`${folder}/manifest.json`));
  assertEquals(manifest.data, {
    name: corpus.name,
    version: corpus.version,
    hash: corpus.hash,
  });
  for (const figure of manifest.figures) {
    for (
      const [kind, hash] of [["svg", figure.svg_sha256], ["csv", figure.csv_sha256]]
    ) {
      const bytes = await Deno.readFile(`${folder}/${figure.files[kind]}`);
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      assertEquals(digest.toHex(), hash, figure.files[kind]);
    }
    assert((await Deno.stat(`${folder}/${figure.files.png}`)).size > 10_000);
    assert(figure.measure !== "" && figure.chart.startsWith("charts."));
  }
  corpus.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("writeFigures() says where it cannot write", async () => {
  const corpus = await openCorpus();
  const file = await Deno.makeTempFile();
  const error = await assertRejects(
    () => writeFigures(corpus, file, undefined, some),
    UserError,
  );
  assert(error.message.includes("expected a folder that can be written to"));
  corpus.close();
  await Deno.remove(file);
});
