import { readKnowledge } from "../../lib/cli/knowledge.ts";

let known: ReturnType<typeof readKnowledge> | undefined;

/** The project's own tables of names, contexts and words of speech, read once. */
export function ownKnowledge() {
  return known ??= readKnowledge();
}
