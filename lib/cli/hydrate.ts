import { badOption } from "../base/fault.ts";
import { pageFetcher } from "../ingest/fetch.ts";
import { type Dry, hydrate } from "../ingest/hydrate.ts";
import { fileReader } from "../text/read.ts";
import { command, readArguments, readNumber } from "./command.ts";
import { DATA, readTable } from "./knowledge.ts";
import { readTextKnowledge } from "./text_knowledge.ts";

const USAGE =
  `deno task hydrate [ID…] [--into FOLDER] [--publisher ID] [--limit N] [--pause SECONDS]
                  [--no-archive]

Fetches the texts of the catalogue's articles by their addresses, politely: robots.txt is
kept to, a host is sent one request at a time with a pause, and what is gone is looked for
in an archive. Texts are written to corpus/hydrated/ (not under version control), from
where "deno task ingest corpus/hydrated" reads them. Run it again to go on.`;

/** Runs the task; see {@linkcode USAGE}. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(USAGE, {
    into: { type: "string", default: "corpus/hydrated" },
    publisher: { type: "string" },
    limit: { type: "string" },
    pause: { type: "string", default: "2" },
    "no-archive": { type: "boolean" },
    help: { type: "boolean", short: "h" },
  }, args);
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const pause = readNumber("--pause", values.pause);
  const limit = values.limit === undefined
    ? Infinity
    : readNumber("--limit", values.limit);
  const documents = (await readTable<Dry>("documents.csv", DATA) ?? []).filter((row) =>
    (positionals.length === 0 || positionals.includes(row.id)) &&
    (values.publisher === undefined || row.publisher === values.publisher)
  );
  const unknown = positionals.filter((id) => !documents.some((row) => row.id === id));
  if (unknown.length > 0) {
    badOption("ID", "ids of the table documents", unknown.join(", "));
  }
  const chosen = documents.filter((row) => row.url !== undefined && row.url !== "")
    .slice(0, limit)
    .map(({ id, url, publisher, published, language, genre }) => ({
      id,
      url,
      publisher,
      published,
      language,
      genre,
    }));
  const done = await hydrate(chosen, {
    into: values.into,
    fetchPage: pageFetcher({
      folder: `${values.into}/pages`,
      pause: pause * 1000,
      ...(values["no-archive"] ? { archive: "" } : {}),
    }),
    read: fileReader(await readTextKnowledge()),
    tell: (line) => console.error(line),
  });
  console.error(
    `${done.written} texts written to ${values.into}, ${done.known} were there already, ` +
      `${done.failed} could not be had`,
  );
  return done.written + done.known === 0 && done.failed > 0 ? 1 : 0;
}

if (import.meta.main) await command(() => main(Deno.args));
