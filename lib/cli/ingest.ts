import { UserError } from "../base/fault.ts";
import { extractor } from "../extract/extract.ts";
import { pageFetcher } from "../ingest/fetch.ts";
import { ingest } from "../ingest/ingest.ts";
import { fileReader } from "../text/read.ts";
import type { Format } from "../text/formats/source.ts";
import { command, readArguments } from "./command.ts";
import { readKnowledge, readTable } from "./knowledge.ts";
import { readTextKnowledge } from "./text_knowledge.ts";

const USAGE =
  `deno task ingest PATH… [--into FOLDER] [--text-column NAME] [--format FORMAT]

Reads articles (files, folders, lists of addresses) into a corpus of your own, by default
the folder corpus/: texts, what they are, mentions, quotations, sources and statements.
openCorpus("corpus") reads it, alone or together with data/. Run it again to go on after
an interruption or to add articles; a text that is there already is not added again.`;

/** Runs the task; see {@linkcode USAGE}. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(USAGE, {
    into: { type: "string", default: "corpus" },
    "text-column": { type: "string" },
    format: { type: "string" },
    encoding: { type: "string" },
    help: { type: "boolean", short: "h" },
  }, args);
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (positionals.length === 0) {
    throw new UserError({ option: "PATH", expected: USAGE, found: "no path" });
  }
  const done = await ingest(positionals, {
    into: values.into,
    read: fileReader(await readTextKnowledge()),
    extract: extractor(await readKnowledge()),
    source: {
      text: values["text-column"],
      format: values.format as Format | undefined,
      encoding: values.encoding,
    },
    fetchPage: pageFetcher({ folder: `${values.into}/.ingest/pages` }),
    catalogued: await catalogue(),
    tell: (line) => console.error(line),
  });
  return done.added + done.known + done.skipped === 0 && done.failed > 0 ? 1 : 0;
}

/** The catalogue's articles by address and by the hash of their files. */
async function catalogue(): Promise<
  (url: string | undefined, sha256: string) => string | undefined
> {
  const ids = new Map<string, string>();
  const rows = await readTable<{ id: string; url: string; text_sha256: string }>(
    "documents.csv",
  );
  for (const { id, url, text_sha256 } of rows ?? []) {
    if (url !== "") ids.set(url, id);
    if (text_sha256 !== "") ids.set(text_sha256, id);
  }
  return (url, sha256) => ids.get(url ?? "") ?? ids.get(sha256);
}

if (import.meta.main) await command(() => main(Deno.args));
