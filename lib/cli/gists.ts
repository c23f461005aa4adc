import type { Label } from "../evaluate/gold.ts";
import { partyFinder } from "../extract/stance/parties.ts";
import type { Question } from "../extract/stance/rules.ts";
import { DATA, readKnowledge, readTable } from "./knowledge.ts";

/** A paraphrase of a coded statement as a question, with its sign. */
export interface Gist extends Question {
  readonly id: string;
  readonly issue: string;
  readonly act: string;
  readonly label: Label;
}

/** Coders of the catalogue's second wave and of the founding articles; all else is the first. */
const SECOND = /^[n-t]$/;

/**
 * Reads the paraphrases of the catalogue's coded statements as questions of who holds what
 * toward whom.
 *
 * @param wave 1 for the first wave of coding, whose paraphrases the rules may be fitted
 *   on; 2 for the second, on which they are measured.
 */
export async function readGists(wave: 1 | 2): Promise<Gist[]> {
  const documents = await readTable<Record<string, string>>("documents.csv", DATA) ??
    [];
  const coders = new Map(documents.map((row) => [row.id, row.coder]));
  const rows = await readTable<Record<string, string>>("statements.csv", DATA) ?? [];
  const finder = partyFinder(await readKnowledge());
  return rows.filter((row) => {
    const coder = coders.get(row.document) ?? "";
    return coder !== "s" && (SECOND.test(coder) ? 2 : 1) === wave;
  }).map((row) => ({
    id: `${row.document}/${row.n}`,
    text: row.gist,
    speaker: row.speaker === "author"
      ? null
      : finder.find(row.gist, row.speaker, [row.target]),
    target: finder.find(row.gist, row.target, [row.speaker]),
    issue: row.issue,
    act: row.act,
    label: Math.sign(Number(row.stance)) as Label,
  }));
}
