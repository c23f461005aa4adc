import type { Label } from "./gold.ts";
import { partyFinder } from "../extract/stance/parties.ts";
import type { Question } from "../extract/stance/rules.ts";
import { isHeld } from "./held.ts";
import { DATA, readKnowledge, readTable } from "../cli/knowledge.ts";

/** A paraphrase of a coded statement as a question, with its sign. */
export interface Gist extends Question {
  readonly id: string;
  readonly document: string;
  readonly issue: string;
  readonly act: string;
  readonly label: Label;
  /** Whether its document is kept from the training of the model. */
  readonly held: boolean;
}

/**
 * Reads the paraphrases of the catalogue's coded statements as questions of who holds what
 * toward whom. Those of the five founding articles are left out, for these are what the
 * rules are measured on.
 */
export async function readGists(): Promise<Gist[]> {
  const documents = await readTable<Record<string, string>>("documents.csv", DATA) ??
    [];
  const coders = new Map(documents.map((row) => [row.id, row.coder]));
  const rows = await readTable<Record<string, string>>("statements.csv", DATA) ?? [];
  const finder = partyFinder(await readKnowledge());
  return rows.filter((row) => coders.get(row.document) !== "s").map((row) => ({
    id: `${row.document}/${row.n}`,
    document: row.document,
    text: row.gist,
    speaker: row.speaker === "author"
      ? null
      : finder.find(row.gist, row.speaker, [row.target]),
    target: finder.find(row.gist, row.target, [row.speaker]),
    issue: row.issue,
    act: row.act,
    label: Math.sign(Number(row.stance)) as Label,
    held: isHeld(row.document),
  }));
}
