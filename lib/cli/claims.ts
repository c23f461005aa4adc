import { writeClaims } from "./claims_csv.ts";
import { openCorpus } from "../corpus/open.ts";
import { checkClaims } from "../measure/claims.ts";
import { command, EXIT, readArguments } from "./command.ts";

const USAGE = "deno task claims [--write]";

await command(async () => {
  const { values } = readArguments(USAGE, { write: { type: "boolean" } });
  const corpus = await openCorpus();
  try {
    const claims = await checkClaims(corpus);
    for (const { written, now, holds } of claims) {
      console.log(`${holds ? "holds" : "was  "}  ${written.id}  ${written.finding}`);
      if (!holds) console.log(`is     ${written.id}  ${now.finding}`);
    }
    const changed = claims.filter(({ holds }) => !holds).length;
    if (changed === 0) return 0;
    if (!values.write) {
      console.log(`${changed} changed: see each notebook's prose, then ${USAGE}`);
      return EXIT.fault;
    }
    await writeClaims(claims.map(({ now }) => now));
    console.log(`${changed} written to data/claims.csv; the notebooks' prose is yours`);
    return 0;
  } finally {
    corpus.close();
  }
});
