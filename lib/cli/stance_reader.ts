import { UserError } from "../base/fault.ts";
import { parseCues } from "../extract/stance/cue.ts";
import { type Lexicon, lexiconOf } from "../extract/stance/lexicon.ts";
import { loadModel, type StanceModel } from "../extract/stance/model.ts";
import {
  type StanceMethod,
  type StanceReader,
  stanceReader,
} from "../extract/stance/stance.ts";
import { DATA } from "./knowledge.ts";

let lexicon: Promise<Lexicon> | undefined;
let model: Promise<StanceModel> | undefined;

/** The project's stance lexicon, read once. */
export function readLexicon(): Promise<Lexicon> {
  lexicon ??= Deno.readTextFile(new URL("cues.csv", DATA)).then((text) =>
    lexiconOf(parseCues(text))
  );
  return lexicon;
}

/**
 * Opens a reader of stances with the project's lexicon and model.
 *
 * @param method `rules` or `model`; without one, the model where it can be run.
 * @param warn Told in one line when the model was to be run and cannot.
 * @throws {UserError} where the method is neither.
 */
export async function openStanceReader(
  method?: string,
  warn: (line: string) => void = console.error,
): Promise<StanceReader> {
  if (method !== undefined && method !== "rules" && method !== "model") {
    throw new UserError({
      option: "method",
      expected: "rules or model",
      found: JSON.stringify(method),
    });
  }
  const cues = await readLexicon();
  if ((method ?? "model" satisfies StanceMethod) === "rules") return stanceReader(cues);
  return stanceReader(cues, await openStanceModel(warn));
}

/**
 * Loads the project's model, once.
 *
 * @param warn Told in one line why it cannot be run.
 * @returns The model, or nothing where it cannot be run; then the rules answer.
 */
export async function openStanceModel(
  warn: (line: string) => void = console.error,
): Promise<StanceModel | undefined> {
  try {
    model ??= readModel();
    return await model;
  } catch (error) {
    model = undefined;
    const why = error instanceof Error ? error.message.split("\n")[0] : String(error);
    warn(`stance: the model cannot be run here, the rules answer instead (${why})`);
    return undefined;
  }
}

async function readModel(): Promise<StanceModel> {
  const folder = new URL("models/stance/", DATA);
  const [bytes, tokenizer, config] = await Promise.all([
    Deno.readFile(new URL("model.onnx", folder)),
    Deno.readTextFile(new URL("tokenizer.json", folder)),
    Deno.readTextFile(new URL("config.json", folder)),
  ]);
  return await loadModel({
    model: bytes,
    tokenizer: JSON.parse(tokenizer),
    config: JSON.parse(config),
  });
}
