import { fileReader } from "../text/read.ts";
import { command, readFileArguments } from "./command.ts";
import { LineWriter } from "./lines.ts";
import { READING_OPTIONS, readingOptions } from "./reading_options.ts";
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
  const given = readFileArguments(USAGE, READING_OPTIONS, "FILE", args);
  if (given === undefined) return 0;
  const { values, positionals } = given;
  const options = readingOptions(values);
  const read = fileReader(await readTextKnowledge());
  const out = new LineWriter();
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
