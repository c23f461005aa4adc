import { seededRandom } from "../../base/random.ts";
import type { Cue } from "./cue.ts";
import type { Term } from "./terms.ts";
import { MODES } from "./match.ts";
import { shareOf } from "./score.ts";
import { cuePrior, priorOf } from "./priors.ts";
import { pairName, PAIRS, placeName, PLACES } from "./role.ts";
import type { HeadFile } from "./weights.ts";

/** A labelled question: its cues' parts, its form, its class (−1, 0, 1). */
export interface Example {
  readonly terms: readonly Term[];
  readonly context: readonly string[];
  readonly label: -1 | 0 | 1;
  readonly weight: number;
}

/** How a fit is run. */
export interface FitOptions {
  readonly epochs?: number;
  readonly rate?: number;
  /** Strength of the pull of cues' weights to the priors set by hand. */
  readonly ridge?: number;
  /** Strength of the pull of multipliers to theirs. */
  readonly hold?: number;
  /** Strength of the pull of the sentence's form to saying nothing; as `ridge`. */
  readonly lean?: number;
  readonly seed?: number;
}

type Table = Term["table"];
const SLOTS = ["agent", "patient", "toward", "stated"] as const;

/** Where a fit starts and what it is pulled to. */
export interface Start {
  readonly weight: (cue: number, slot: Term["slot"]) => number | undefined;
  readonly multiplier: (table: Table, index: number) => number | undefined;
}

/** The numbers that a fit adjusts, in one array so that one optimiser serves all. */
export class Model {
  readonly names: string[];
  readonly at: Record<string, number>;
  readonly values: Float64Array;
  readonly prior: Float64Array;
  readonly pull: Float64Array;
  readonly #contexts: Map<string, number>;
  readonly #crowded: boolean;
  readonly #open = new Set<number>();

  constructor(
    readonly cues: readonly Cue[],
    readonly tables: readonly Table[],
    contexts: readonly string[],
    /** Which of the cues' weights this fit adjusts; the others stay as they are. */
    slots: readonly Term["slot"][],
    /** What the numbers are pulled to: the priors by hand, or another fit. */
    from: Partial<Start>,
    { ridge = 2e-4, hold = 2e-4, lean }: FitOptions = {},
  ) {
    this.names = [...contexts];
    this.#contexts = new Map(contexts.map((name, i) => [name, i]));
    let size = 0;
    const at: Record<string, number> = {};
    const reserve = (name: string, length: number) => {
      at[name] = size;
      size += length;
    };
    reserve("cues", cues.length * 4);
    for (const table of tables) reserve(table, table === "places" ? PLACES : PAIRS);
    reserve("modes", MODES.length);
    reserve("head", 6);
    reserve("context", contexts.length * 2);
    this.at = at;
    this.prior = new Float64Array(size);
    this.pull = new Float64Array(size).fill(hold);
    cues.forEach((cue, i) =>
      SLOTS.forEach((slot, k) => {
        const given = from.weight?.(i, slot);
        this.prior[at.cues + i * 4 + k] = given ??
          cuePrior(cue.direction, cue.strength, cue.part)[slot];
        this.pull[at.cues + i * 4 + k] = ridge;
      })
    );
    for (const table of tables) {
      const length = table === "places" ? PLACES : PAIRS;
      for (let i = 0; i < length; i++) {
        this.prior[at[table] + i] = from.multiplier?.(table, i) ?? priorOf(table, i);
      }
    }
    this.prior.set([1, -0.5, 0.6, -0.3, -0.5, 0.7], at.modes);
    this.prior.set([-0.7, -0.9, 1, 1, 0.5, 0.5], at.head);
    this.pull.fill(lean ?? ridge, at.context);
    this.#crowded = slots.includes("stated");
    for (const slot of slots) this.#open.add(SLOTS.indexOf(slot));
    this.values = this.prior.slice();
  }

  /** Adds an example's gradient; returns its loss. */
  step(example: Example, gradient: Map<number, number>): number {
    const { values, at } = this;
    const add = (index: number, amount: number) =>
      gradient.set(index, (gradient.get(index) ?? 0) + amount);
    const parts = example.terms.map((term) => {
      const cue = at.cues + term.cue * 4 + SLOTS.indexOf(term.slot);
      const multiplier = at[term.table] + term.index, mode = at.modes + term.mode;
      return {
        cue,
        multiplier,
        mode,
        x: values[cue] * values[multiplier] * values[mode],
      };
    });
    const [p, negative, positive] = this.#forward(parts, example.context);
    const y = example.label + 1;
    const w = example.weight;
    const dLow = (p[0] - (y === 0 ? 1 : 0)) * w, dHigh = (p[2] - (y === 2 ? 1 : 0)) * w;
    const h = at.head;
    add(h, dLow);
    add(h + 1, dHigh);
    add(h + 2, dLow * negative);
    add(h + 3, dHigh * positive);
    add(h + 4, -dLow * positive);
    add(h + 5, -dHigh * negative);
    for (const name of example.context) {
      const i = this.#contexts.get(name);
      if (i === undefined) continue;
      add(at.context + 2 * i, dLow);
      add(at.context + 2 * i + 1, dHigh);
    }
    const share = this.#crowded ? shareOf(parts.length) : 1;
    const dNegative = share * (dLow * values[h + 2] - dHigh * values[h + 5]);
    const dPositive = share * (dHigh * values[h + 3] - dLow * values[h + 4]);
    for (const { cue, multiplier, mode, x } of parts) {
      const d = x < 0 ? -dNegative : x > 0 ? dPositive : (dPositive - dNegative) / 2;
      if (this.#open.has((cue - at.cues) % 4)) {
        add(cue, d * values[multiplier] * values[mode]);
      }
      add(multiplier, d * values[cue] * values[mode]);
      if (mode !== at.modes) add(mode, d * values[cue] * values[multiplier]);
    }
    return -Math.log(Math.max(1e-9, p[y])) * w;
  }

  /** Probabilities of negative, neutral, positive. */
  predict(example: Example): number[] {
    const { values, at } = this;
    return this.#forward(
      example.terms.map((term) => ({
        x: values[at.cues + term.cue * 4 + SLOTS.indexOf(term.slot)] *
          values[at[term.table] + term.index] * values[at.modes + term.mode],
      })),
      example.context,
    )[0];
  }

  #forward(
    parts: readonly { x: number }[],
    context: readonly string[],
  ): [probabilities: number[], negative: number, positive: number] {
    const { values, at } = this;
    let negative = 0, positive = 0;
    for (const { x } of parts) {
      if (x < 0) negative -= x;
      else positive += x;
    }
    const share = this.#crowded ? shareOf(parts.length) : 1;
    negative *= share;
    positive *= share;
    const h = at.head;
    let low = values[h] + negative * values[h + 2] - positive * values[h + 4];
    let high = values[h + 1] + positive * values[h + 3] - negative * values[h + 5];
    for (const name of context) {
      const i = this.#contexts.get(name);
      if (i === undefined) continue;
      low += values[at.context + 2 * i];
      high += values[at.context + 2 * i + 1];
    }
    const top = Math.max(0, low, high);
    const a = Math.exp(low - top), b = Math.exp(-top), c = Math.exp(high - top);
    const sum = a + b + c;
    return [[a / sum, b / sum, c / sum], negative, positive];
  }

  /** A cue's fitted weight. */
  weight(cue: number, slot: typeof SLOTS[number]): number {
    return Math.round(this.values[this.at.cues + cue * 4 + SLOTS.indexOf(slot)] * 100) /
      100;
  }

  /** A multiplier. */
  multiplier(table: Table, index: number): number {
    return this.values[this.at[table] + index];
  }

  /** The head's numbers as they are written down. */
  head(): HeadFile {
    const { values, at } = this;
    const cut = (x: number) => Math.round(x * 1000) / 1000;
    const h = at.head;
    return {
      bias: [cut(values[h]), cut(values[h + 1])],
      own: [cut(values[h + 2]), cut(values[h + 3])],
      opposite: [cut(values[h + 4]), cut(values[h + 5])],
      modes: Object.fromEntries(MODES.map((m, i) => [m, cut(values[at.modes + i])])),
      context: Object.fromEntries(
        this.names.map((name, i) => [
          name,
          [cut(values[at.context + 2 * i]), cut(values[at.context + 2 * i + 1])],
        ]),
      ),
    };
  }

  /** A table of multipliers as it is written down. */
  table(table: Table): Record<string, number> {
    const nameOf = table === "places" ? placeName : pairName;
    const length = table === "places" ? PLACES : PAIRS;
    const moved: Record<string, number> = {};
    for (let i = 0; i < length; i++) {
      const value = this.values[this.at[table] + i];
      if (Math.abs(value - priorOf(table, i)) < 5e-4) continue;
      moved[nameOf(i)] = Math.round(value * 1000) / 1000;
    }
    return moved;
  }
}

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
