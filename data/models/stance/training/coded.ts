/**
 * Writes the catalogue's coded statements as the model is asked about them, one JSON line
 * each: the text in pieces with the marks' roles, the output that answers, the sign.
 *
 *     deno run --allow-read=data data/models/stance/training/coded.ts > coded.jsonl
 *
 * A fifth of the documents, drawn by a hash of their ids, is kept from training
 * (`held`), so that the published weights can be measured on statements they never saw. The
 * founding articles are in neither part.
 */
import { readGists } from "../../../../lib/evaluate/gists.ts";
import { piecesOf } from "../../../../lib/extract/stance/encode.ts";

for (const gist of await readGists()) {
  const { pieces, output } = piecesOf(gist);
  console.log(JSON.stringify({
    document: gist.document,
    held: gist.held,
    pieces: pieces.map(({ text, role }) => [text, role ?? ""]),
    output,
    sign: gist.label,
  }));
}
