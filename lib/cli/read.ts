import { fileReader } from "../text/read.ts";
import { UserError } from "../base/fault.ts";
import type { Format } from "../text/formats/source.ts";
import { command, readArguments } from "./command.ts";
import { LineWriter } from "./lines.ts";
import { readTextKnowledge } from "./text_knowledge.ts";

const USAGE =
  `deno task read FILE… [--text-column NAME] [--format FORMAT] [--encoding NAME]

Reads articles from files of any format (text, Markdown, HTML, PDF, Word, JSON Lines, CSV,
web archives; RIS, BibTeX and CSL-JSON for metadata) and writes each as a line of JSON: its
own text, title, publisher, author, date and how it is known, language, genre, and the
passages that were taken out with the reason. A file that cannot be read has a line with
"error".`;

/** Runs the task; see {@linkcode USAGE}. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(USAGE, {
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
    throw new UserError({ option: "FILE", expected: USAGE, found: "no file" });
  }
  const read = fileReader(await readTextKnowledge());
  const out = new LineWriter();
  const options = {
    text: values["text-column"],
    format: values.format as Format | undefined,
    encoding: values.encoding,
  };
  let faults = 0;
  for (const path of positionals) {
    for await (const article of read(path, options)) {
      if ("error" in article) {
        faults++;
        console.error(article.error);
        out.write({ file: path, ...article });
      } else {
        const { kept: _kept, original: _original, ...line } = article;
        out.write({ file: path, ...line });
      }
    }
    out.flush();
  }
  if (faults > 0) {
    console.error(`${faults} could not be read; each has a line with "error"`);
  }
  return 0;
}

if (import.meta.main) await command(() => main(Deno.args));
