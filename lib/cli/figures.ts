import { openCorpus } from "../corpus/open.ts";
import { writeFigures } from "../report/write_figures.ts";
import { command, readArguments } from "./command.ts";

const USAGE = "deno task figures [--data FOLDER] [--out FOLDER]";

await command(async () => {
  const { values } = readArguments(USAGE, {
    data: { type: "string" },
    out: { type: "string", default: "out" },
  });
  const corpus = await openCorpus(values.data);
  try {
    const written = await writeFigures(corpus, values.out, (done) => {
      const { number, of, name, milliseconds } = done;
      console.log(`${String(number).padStart(2)}/${of} ${name} (${milliseconds} ms)`);
    });
    console.log(`${values.out}: ${written.length} figures as SVG, PNG and CSV`);
  } finally {
    corpus.close();
  }
});
// DuckDB's threads can bring the process down while Deno 2.8.1 unloads it on its own.
Deno.exit();
