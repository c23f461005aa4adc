/**
 * Writes the catalogue's coded statements and the invented passages as the model is asked
 * about them, one JSON line each: the text in pieces with the marks' roles, the output
 * that answers, the sign, and whether the text is a passage or a bare paraphrase.
 *
 *     deno run --allow-read=data data/models/stance/training/coded.ts > coded.jsonl
 *
 * A fifth of the documents, drawn by a hash of their ids, is kept from training
 * (`held`), so that the published weights can be measured on statements they never saw. The
 * founding articles are in neither part.
 */
import { readArticles } from "../../../../lib/evaluate/articles.ts";
import { readGists } from "../../../../lib/evaluate/gists.ts";
import { readPassages } from "../../../../lib/evaluate/passages.ts";
import { piecesOf } from "../../../../lib/extract/stance/encode.ts";

const gists = await readGists();
const kinds = { gist: gists, passage: await readPassages(gists, await readArticles()) };
for (const [kind, questions] of Object.entries(kinds)) {
  for (const question of questions) {
    const { pieces, output } = piecesOf(question);
    console.log(JSON.stringify({
      kind,
      id: question.id,
      held: question.held,
      pieces: pieces.map(({ text, role }) => [text, role ?? ""]),
      output,
      sign: question.label,
    }));
  }
}
