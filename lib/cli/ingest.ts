import { pageFetcher } from "../ingest/fetch.ts";
import { ingest } from "../ingest/ingest.ts";
import { fileReader } from "../text/read.ts";
import { command, readFileArguments, readNumber } from "./command.ts";
import { factFinder } from "./fact_finder.ts";
import { readTable } from "./knowledge.ts";
import { READING_OPTIONS, readingOptions } from "./reading_options.ts";
import { readTextKnowledge } from "./text_knowledge.ts";

const USAGE =
  `deno task ingest PATH… [--into FOLDER] [--method rules|model] [--pause SECONDS]
                 [--text-column NAME] [--format FORMAT] [--encoding NAME]

Reads articles (files, folders, addresses, lists of addresses) into a corpus of your own,
by default the folder corpus/: texts, what they are, mentions, quotations, sources and
statements. openCorpus("corpus") reads it, alone or together with data/. Run it again to go
on after an interruption or to add articles; a text that is there already is not added
again. Pages are fetched politely: robots.txt is kept to, and a host is sent one request at
a time with a pause.`;

const OPTIONS = {
  ...READING_OPTIONS,
  into: { type: "string", default: "corpus" },
  method: { type: "string" },
  pause: { type: "string", default: "2" },
} as const;

/** Runs the task; see {@linkcode USAGE}. */
export async function main(args: string[]): Promise<number> {
  const given = readFileArguments(USAGE, OPTIONS, "PATH", args);
  if (given === undefined) return 0;
  const { values: { into, method, pause, ...values }, positionals } = given;
  const done = await ingest(positionals, {
    into,
    read: fileReader(await readTextKnowledge()),
    extract: await factFinder(method),
    source: readingOptions(values),
    fetchPage: pageFetcher({
      folder: `${into}/.ingest/pages`,
      pause: readNumber("--pause", pause) * 1000,
    }),
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
