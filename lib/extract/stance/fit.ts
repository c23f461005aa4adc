import { seededRandom } from "../../base/random.ts";
import type { Example, FitOptions, Model } from "./fit_model.ts";

/**
 * Fits a model to examples: penalised likelihood of a multinomial logit, Adam (Kingma &
 * Ba 2015) over batches of 32. The penalty pulls each number to its prior, not to zero,
 * so that a cue that the data do not show keeps what it was given by hand.
 */
export function fit(
  model: Model,
  examples: readonly Example[],
  options: FitOptions = {},
) {
  const { epochs = 8, rate = 0.02, seed = 1 } = options;
  const random = seededRandom(seed);
  const order = Uint32Array.from(examples, (_, i) => i);
  const first = new Float64Array(model.values.length);
  const second = new Float64Array(model.values.length);
  const touched = new Int32Array(model.values.length);
  let time = 0;
  const size = 32;
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    const pace = rate * (1 - epoch / epochs);
    for (let start = 0; start < order.length; start += size) {
      time++;
      const gradient = new Map<number, number>();
      const batch = order.subarray(start, start + size);
      for (const i of batch) model.step(examples[i], gradient);
      for (const [i, sum] of gradient) {
        // A number's pull acts when it is touched, for all the batches it was not.
        const idle = Math.min(time - touched[i], 200);
        touched[i] = time;
        const g = sum / batch.length +
          model.pull[i] * idle * (model.values[i] - model.prior[i]);
        first[i] = 0.9 * first[i] + 0.1 * g;
        second[i] = 0.99 * second[i] + 0.01 * g * g;
        model.values[i] -= pace * first[i] / (Math.sqrt(second[i]) + 1e-6);
      }
    }
  }
}

/** The forms of sentences that are common enough to be weighed. */
export function contextsOf(examples: readonly Example[]): string[] {
  const counts = new Map<string, number>();
  for (const { context } of examples) {
    for (const name of context) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= 20).map(([name]) => name).sort();
}
