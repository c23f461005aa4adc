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

/**
 * How many inputs are run at once. Each by itself: 8-bit sums are scaled by what is run
 * together, so in batches an answer would move with its neighbours, and sixteen at once
 * are a quarter faster only.
 */
const BATCH = 1;

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

  async function run(batch: readonly Encoded[]): Promise<[number[], number[]][]> {
    const length = Math.max(...batch.map(({ ids }) => ids.length));
    const ids = new BigInt64Array(batch.length * length).fill(
      BigInt(config.tokens.pad),
    );
    const mask = new BigInt64Array(batch.length * length);
    batch.forEach((encoded, row) =>
      encoded.ids.forEach((id, at) => {
        ids[row * length + at] = BigInt(id);
        mask[row * length + at] = 1n;
      })
    );
    const shape = [batch.length, length];
    const out = await session.run({
      input_ids: new Tensor("int64", ids, shape),
      attention_mask: new Tensor("int64", mask, shape),
    });
    const target = out.target.data as Float32Array;
    const direction = out.direction.data as Float32Array;
    return batch.map((_, row) => [
      [...target.subarray(row * 3, row * 3 + 3)],
      [...direction.subarray(row * 6, row * 6 + 6)],
    ]);
  }

  return {
    async ask(questions) {
      const encoded = questions.map((question) =>
        encodeQuestion(question, tokenize, config)
      );
      const byInput = new Map<string, { encoded: Encoded; asked: number[] }>();
      encoded.forEach((one, i) => {
        const key = one.ids.join();
        const known = byInput.get(key);
        if (known === undefined) byInput.set(key, { encoded: one, asked: [i] });
        else known.asked.push(i);
      });
      const inputs = [...byInput.values()].sort((a, b) =>
        a.encoded.ids.length - b.encoded.ids.length
      );
      const answers = new Array<Probabilities>(questions.length);
      for (let start = 0; start < inputs.length; start += BATCH) {
        const batch = inputs.slice(start, start + BATCH);
        const logits = await run(batch.map((input) => input.encoded));
        batch.forEach(({ asked }, row) => {
          for (const i of asked) {
            answers[i] = readOut(logits[row], encoded[i].output, config);
          }
        });
      }
      return answers;
    },
    close: () => session.release(),
  };
}

/** Turns logits into probabilities, by the temperature and bias of their head. */
function readOut(
  [target, direction]: [number[], number[]],
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
