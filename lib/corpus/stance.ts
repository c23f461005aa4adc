import { badOption } from "../base/fault.ts";
import { parseCues } from "../extract/stance/cue.ts";
import { type Lexicon, lexiconOf } from "../extract/stance/lexicon.ts";
import { loadModel, type StanceModel } from "../extract/stance/model.ts";
import {
  type PartyGiven,
  partyIn,
  type Stance,
  type StanceMethod,
  type StanceReader,
  stanceReader,
} from "../extract/stance/stance.ts";

const DATA = new URL("../../data/", import.meta.url);

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
  const chosen = stanceMethod(method ?? "model", "method");
  const cues = await readLexicon();
  if (chosen === "rules") return stanceReader(cues);
  return stanceReader(cues, await openStanceModel(warn));
}

/**
 * A method as it was given, once it is known to be one.
 *
 * @param option The option that it was given as, for the error.
 * @throws {UserError} where it is neither `rules` nor `model`.
 */
export function stanceMethod(given: string, option: string): StanceMethod {
  if (given === "rules" || given === "model") return given;
  return badOption(option, "rules or model", given);
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

/** Who holds it, and toward whom. */
export interface StanceParties {
  /** A name to look for in the text, a span of it, or `null` for the writer; `null`. */
  readonly speaker?: PartyGiven | null;
  readonly target: PartyGiven;
}

/**
 * Reads from a sentence what a speaker holds toward a target: by cue rules (Gerner et al.
 * 1994 for the idea, PLOVER for the acts), or by a small encoder fine-tuned on NewsMTSC
 * and DSE and pooled with the rules.
 *
 * @param sentence A sentence, or two or three that belong together, in English.
 * @param parties Speaker and target.
 * @param options `method`: `rules` or `model`; without it the model where it can be run,
 *   else the rules, with a line on standard error.
 * @returns Value −1 to +1, probabilities of the classes, the codebook's −2 to +2, act,
 *   issue, and the cues as evidence, with offsets in UTF-16 code units.
 * @throws {UserError} where a span is none of the sentence's, or the method unknown.
 *
 * @example
 * ```ts
 * import { stance } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const { stance: value, act, evidence } = await stance(
 *   "Iran accused Azerbaijan of hosting spies.",
 *   { speaker: "Iran", target: "Azerbaijan" },
 *   { method: "rules" },
 * );
 * assertEquals([value, act, evidence[0].cue], [-1, "ACCUSE", "accuse"]);
 * ```
 */
export async function stance(
  sentence: string,
  { speaker = null, target }: StanceParties,
  options: { readonly method?: StanceMethod } = {},
): Promise<Stance> {
  const reader = await openStanceReader(options.method);
  const [answer] = await reader.read([{
    text: sentence,
    speaker: speaker === null ? null : partyIn(sentence, speaker, "speaker"),
    target: partyIn(sentence, target, "target"),
  }]);
  return answer;
}
