import { INVENTED, type InventedArticle } from "./articles.ts";
import type { Label } from "./gold.ts";
import type { Gist } from "./gists.ts";
import { isHeld } from "./held.ts";
import { UserError } from "../base/fault.ts";
import { readKnowledge, readTable } from "../cli/knowledge.ts";
import { partyFinder } from "../extract/stance/parties.ts";
import type { Question } from "../extract/stance/rules.ts";

/** An invented passage of news as a question, with the sign it was written for. */
export interface Passage extends Question {
  /** The coded statement that it was written for, or the number of its text. */
  readonly id: string;
  /** The statement's document, where it was written for one. */
  readonly document?: string;
  readonly label: Label;
  /** Whether it is kept from the training of the model. */
  readonly held: boolean;
}

/** A line of `contrasts.jsonl`: a text and the signs from whom toward whom. */
interface Contrast {
  readonly text: string;
  readonly asked: readonly (readonly [string, string, Label])[];
}

/**
 * Reads the passages that were invented for the model: those written for coded statements
 * (`passages.csv`: a news text in which a reader would find the statement), kept from
 * training with their documents, those that are asked about several pairs
 * (`contrasts.jsonl`), and the sentences of invented articles with their statements
 * (`articles.jsonl`), of which a fifth of the texts is kept.
 *
 * @param gists The paraphrases of the coded statements.
 * @param articles The invented articles.
 */
export async function readPassages(
  gists: readonly Gist[],
  articles: readonly InventedArticle[],
): Promise<Passage[]> {
  const finder = partyFinder(await readKnowledge());
  const ask = (text: string, speaker: string, target: string) => ({
    text,
    speaker: speaker === "author" ? null : finder.find(text, speaker, [target]),
    target: finder.find(text, target, [speaker]),
  });
  const byId = new Map(gists.map((gist) => [gist.id, gist]));
  const written = await readTable<Record<string, string>>("passages.csv", INVENTED) ??
    [];
  const passages = written.map((row, i): Passage => {
    const gist = byId.get(`${row.document}/${row.n}`);
    if (gist === undefined) {
      throw new UserError({
        file: "passages.csv",
        row: i + 2,
        expected: "a coded statement's document and number",
        found: `${row.document}/${row.n}`,
      });
    }
    const { id, document, label, held, speaker, target } = gist;
    const asked = ask(row.text, speaker?.id ?? "author", target.id!);
    return { ...asked, id, document, label, held };
  });
  const contrasts = (await Deno.readTextFile(new URL("contrasts.jsonl", INVENTED)))
    .trim().split("\n").flatMap((line, i) => {
      const { text, asked }: Contrast = JSON.parse(line);
      return asked.map(([speaker, target, label], k): Passage => ({
        ...ask(text, speaker, target),
        id: `contrast ${i + 1}/${k + 1}`,
        label,
        held: isHeld(text),
      }));
    });
  const told = articles.flatMap(({ id, text, statements, held }) =>
    statements.map(({ start, end, speaker, target, stance }, k): Passage => ({
      ...ask(text.slice(start, end), speaker, target),
      id: `${id}/${k + 1}`,
      label: Math.sign(stance) as Label,
      held,
    }))
  );
  return [...passages, ...contrasts, ...told];
}
