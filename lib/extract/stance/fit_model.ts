import type { Cue } from "./cue.ts";
import type { Table, Term } from "./show.ts";
import { weightAt } from "./lexicon.ts";
import { MODES } from "./match.ts";
import { shareOf } from "./score.ts";
import { cuePrior, priorOf } from "./priors.ts";
import { pairName, PAIRS, placeName, PLACES } from "./role.ts";
import { type Slot, SLOTS, STATED } from "./slots.ts";
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

/** Where a fit starts and what it is pulled to. */
export interface Start {
  readonly weight: (cue: number, slot: Slot) => number | undefined;
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
    slots: readonly Slot[],
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
        const given = from.weight?.(i, k as Slot);
        this.prior[at.cues + weightAt(i, k as Slot)] = given ??
          cuePrior(cue.direction, cue.strength, cue.part)[slot];
        this.pull[at.cues + weightAt(i, k as Slot)] = ridge;
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
    this.#crowded = slots.includes(STATED);
    for (const slot of slots) this.#open.add(slot);
    this.values = this.prior.slice();
  }

  /** Adds an example's gradient; returns its loss. */
  step(example: Example, gradient: Map<number, number>): number {
    const { values, at } = this;
    const add = (index: number, amount: number) =>
      gradient.set(index, (gradient.get(index) ?? 0) + amount);
    const parts = example.terms.map((term) => {
      const cue = at.cues + weightAt(term.cue, term.slot);
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
    const share = this.#crowded ? shareOf(parts.length / 2) : 1;
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
        x: values[at.cues + weightAt(term.cue, term.slot)] *
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
    const share = this.#crowded ? shareOf(parts.length / 2) : 1;
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
  weight(cue: number, slot: Slot): number {
    return Math.round(this.values[this.at.cues + weightAt(cue, slot)] * 100) /
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
