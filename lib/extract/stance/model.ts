import { type Encoded, encodeQuestion, type ModelConfig } from "./encode.ts";
import type { Probabilities } from "./score.ts";
import type { Question } from "./rules.ts";
import { rememberingWords } from "./tokens.ts";

/** The files of a model, read. */
export interface ModelFiles {
  readonly model: Uint8Array;
  readonly tokenizer: unknown;
  readonly config: ModelConfig;
}

/** A model that is loaded and ready to be asked. */
export interface StanceModel {
  /**
   * Answers questions; those with the same input (the two directions of a pair) share a
   * run of the model. An answer does not depend on what else is asked.
   */
  ask(questions: readonly Question[]): Promise<Probabilities[]>;
  /** Frees the model's memory. */
  close(): Promise<void>;
}

/** What a run gives for its one input. */
interface Logits {
  readonly target: readonly number[];
  /** From the first mark, then from the second. */
  readonly direction: readonly number[];
}

/**
 * Loads the stance model into onnxruntime, which is imported here and nowhere else: who
 * does not ask for the model does not need it.
 *
 * @param files The files of `data/models/stance/`.
 * @param threads Threads of one run; 1.
 * @throws {Error} where the runtime is not installed or cannot read the model.
 */
export async function loadModel(files: ModelFiles, threads = 1): Promise<StanceModel> {
  const { InferenceSession, Tensor } = await import("onnxruntime-node");
  const { Tokenizer } = await import("@huggingface/tokenizers");
  const tokenizer = new Tokenizer(files.tokenizer as object, {});
  const session = await InferenceSession.create(files.model, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  const { config } = files;
  const tokenize = rememberingWords((word) =>
    tokenizer.encode(word, { add_special_tokens: false }).ids
  );

  // Each input by itself: 8-bit sums are scaled by what is run together, so in a batch an
  // answer would move with its neighbours; sixteen at once are a quarter faster only.
  async function run({ ids }: Encoded): Promise<Logits> {
    const shape = [1, ids.length];
    const out = await session.run({
      input_ids: new Tensor("int64", BigInt64Array.from(ids, BigInt), shape),
      attention_mask: new Tensor(
        "int64",
        new BigInt64Array(ids.length).fill(1n),
        shape,
      ),
    });
    return {
      target: [...out.target.data as Float32Array],
      direction: [...out.direction.data as Float32Array],
    };
  }

  return {
    async ask(questions) {
      const answers: Probabilities[] = [];
      const known = new Map<string, Logits>();
      for (const question of questions) {
        const encoded = encodeQuestion(question, tokenize, config);
        const key = encoded.ids.join();
        const logits = known.get(key) ?? await run(encoded);
        known.set(key, logits);
        answers.push(readOut(logits, encoded.output, config));
      }
      return answers;
    },
    close: () => session.release(),
  };
}

/** Turns logits into probabilities, by the temperature and bias of their head. */
function readOut(
  { target, direction }: Logits,
  output: Encoded["output"],
  config: ModelConfig,
): Probabilities {
  const isTarget = output === "target";
  const logits = isTarget ? target : direction.slice(output * 3, output * 3 + 3);
  const head = isTarget ? config.heads.target : config.heads.direction;
  const bias = isTarget
    ? config.heads.target.bias
    : config.heads.direction.bias[output as number];
  const scores = logits.map((x, i) => x / head.temperature + bias[i]);
  const top = Math.max(...scores);
  const powers = scores.map((x) => Math.exp(x - top));
  const sum = powers[0] + powers[1] + powers[2];
  return {
    negative: powers[0] / sum,
    neutral: powers[1] / sum,
    positive: powers[2] / sum,
  };
}
