import fitted from "./weights.json" with { type: "json" };
import { priorOf } from "./priors.ts";
import { pairName, PAIRS, placeName, PLACES } from "./role.ts";
import { CONTEXTS } from "./context.ts";
import { MODES } from "./match.ts";
import type { Table } from "./show.ts";

/** What a kind of question (the writer's view, a speaker's stance) weighs. */
export interface Head {
  /** Log-odds of negative and positive over neutral where nothing speaks for either. */
  readonly bias: readonly [negative: number, positive: number];
  /** What a unit of evidence adds to its own class, and takes from the opposite one. */
  readonly own: readonly [negative: number, positive: number];
  readonly opposite: readonly [negative: number, positive: number];
  /** What each form of the sentence adds to negative, and beside it to positive. */
  readonly context: Float64Array;
  /** What is left of a cue that is plain, negated, conditional or denied. */
  readonly modes: Float64Array;
}

/** Every number of the rules that is not a cue's own. */
export interface Weights {
  /** The writer's view of a target; fitted on NewsMTSC. */
  readonly view: Head & { readonly places: Float64Array };
  /** One entity's stance toward another, most often none; fitted on DSE. */
  readonly directed: Head & Pairs;
  /** A position that an actor is reported to take; fitted on the catalogue's first wave. */
  readonly stated: Head & Pairs;
}

/** Multipliers of pairs of roles: for stance shown and for what is seen in the target. */
export interface Pairs {
  readonly toward: Float64Array;
  readonly seen: Float64Array;
}

/** The shape of `weights.json`; multipliers that the data leave at their priors are left out. */
export interface WeightsFile {
  readonly view: HeadFile & { readonly places: Record<string, number> };
  readonly directed: HeadFile & PairsFile;
  readonly stated: HeadFile & PairsFile;
}

/** Multipliers of pairs of roles by their names. */
export interface PairsFile {
  readonly toward: Record<string, number>;
  readonly seen: Record<string, number>;
}

/** A head as it is written. */
export interface HeadFile {
  bias: readonly number[];
  readonly own: readonly number[];
  readonly opposite: readonly number[];
  readonly context: Record<string, readonly number[]>;
  readonly modes: Record<string, number>;
}

/** Reads the weights from their file. */
export function weightsOf(file: WeightsFile): Weights {
  return {
    view: { ...headOf(file.view), places: table("places", file.view.places) },
    directed: { ...headOf(file.directed), ...pairsOf(file.directed) },
    stated: { ...headOf(file.stated), ...pairsOf(file.stated) },
  };
}

function pairsOf({ toward, seen }: PairsFile): Pairs {
  return { toward: table("toward", toward), seen: table("seen", seen) };
}

function headOf(file: HeadFile): Head {
  const pair = (numbers: readonly number[]) => [numbers[0], numbers[1]] as const;
  return {
    bias: pair(file.bias),
    own: pair(file.own),
    opposite: pair(file.opposite),
    context: Float64Array.from(
      CONTEXTS.flatMap((name) => file.context[name] ?? [0, 0]),
    ),
    modes: Float64Array.from(MODES, (mode) => file.modes[mode]),
  };
}

function table(name: Table, values: Record<string, number>): Float64Array {
  const length = name === "places" ? PLACES : PAIRS;
  const nameOf = name === "places" ? placeName : pairName;
  return Float64Array.from(
    { length },
    (_, index) => values[nameOf(index)] ?? priorOf(name, index),
  );
}

/** The weights that ship, as they are written. */
export const WEIGHTS_FILE = fitted as WeightsFile;

/** The weights that ship. */
export const WEIGHTS: Weights = weightsOf(WEIGHTS_FILE);
