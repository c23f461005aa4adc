import { readArticles } from "../evaluate/articles.ts";
import { articlePairs } from "../evaluate/stated_pairs.ts";
import { fitPairs } from "../extract/statements/fit_pairs.ts";
import { command, readArguments } from "./command.ts";

const USAGE = "deno task fit-pairs";
const WEIGHTS = new URL("../extract/statements/pair_weights.json", import.meta.url);

/**
 * Fits which speakers and targets of a sentence belong to a statement on the invented
 * articles that are not kept for measuring, and writes the weights into
 * `lib/extract/statements/pair_weights.json`.
 */
await command(async () => {
  readArguments(USAGE, {});
  const articles = (await readArticles()).filter(({ held }) => !held);
  const pairs = await articlePairs(articles);
  const weights = fitPairs(pairs);
  await Deno.writeTextFile(WEIGHTS, JSON.stringify(weights, null, 2) + "\n");
  console.log(`${pairs.length} pairs, ${Object.keys(weights.forms).length} forms`);
});
