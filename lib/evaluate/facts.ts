import { readKnowledge } from "../cli/knowledge.ts";
import { extractor } from "../extract/extract.ts";
import { evaluatePolnear } from "./polnear.ts";
import type { ValidationRow } from "../corpus/validation.ts";
import { evaluateSeeds } from "./seeds.ts";

/**
 * Measures how well mentions, cited sources and quotations are found, against annotated
 * texts that are no part of the project.
 *
 * @param gold The folder with the annotated texts.
 * @returns Rows for the table `validation`, area `facts`.
 */
export async function evaluateFacts(gold: URL): Promise<ValidationRow[]> {
  const extract = extractor(await readKnowledge());
  return [
    ...await evaluateSeeds(gold, extract),
    ...await evaluatePolnear(gold, extract),
  ];
}
