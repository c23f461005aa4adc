import type { Read } from "./classes.ts";
import { type Reading, writeReadings } from "./readings.ts";
import type { Answered } from "./stance_asked.ts";

/** Beside the figures: what was taken for what, how far probabilities hold, what went wrong. */
export interface StanceTables {
  readonly confusion: {
    set: string;
    method: string;
    gold: string;
    predicted: string;
    n: number;
  }[];
  readonly reliability: {
    set: string;
    method: string;
    /** Tenth of the probability of the likeliest class. */
    bin: number;
    /** Mean probability and share that was right. */
    mean: number;
    right: number;
    n: number;
  }[];
  /** Ids and offsets alone: the texts are not the project's. */
  readonly errors: {
    set: string;
    method: string;
    id: string;
    gold: string;
    predicted: string;
    probability: number;
  }[];
  /** The coded statements as they are read; see {@linkcode writeReadings}. */
  readonly readings: Reading[];
}

/** Counts what was taken for what. */
export function confusionOf<Class>(
  { confusion }: StanceTables,
  set: string,
  method: string,
  items: readonly Read<Class>[],
) {
  const counts = new Map<string, number>();
  for (const { gold, predicted } of items) {
    const key = `${gold}\t${predicted}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [key, n] of [...counts].sort()) {
    const [gold, predicted] = key.split("\t");
    confusion.push({ set, method, gold, predicted, n });
  }
}

/** An answer's probability, and whether it was right. */
export interface Judged {
  readonly probability: number;
  readonly right: boolean;
}

/** How sure an answer was of the likeliest class, and whether that was right. */
export function judgedOf({ gold, predicted, probabilities }: Answered): Judged {
  return { probability: likeliest(probabilities), right: gold === predicted };
}

/** How often an answer of a given probability is right, by tenths of the probability. */
export function reliabilityOf(
  { reliability }: StanceTables,
  set: string,
  method: string,
  items: readonly Judged[],
) {
  const bins = new Map<number, { sum: number; right: number; n: number }>();
  for (const { probability, right } of items) {
    const bin = Math.min(9, Math.floor(probability * 10));
    const known = bins.get(bin) ?? { sum: 0, right: 0, n: 0 };
    known.sum += probability;
    known.n++;
    if (right) known.right++;
    bins.set(bin, known);
  }
  for (const [bin, { sum, right, n }] of [...bins].sort(([a], [b]) => a - b)) {
    const known = reliability.find((row) =>
      row.set === set && row.method === method && row.bin === bin
    );
    if (known === undefined) {
      reliability.push({ set, method, bin, mean: sum / n, right: right / n, n });
      continue;
    }
    const total = known.n + n;
    known.mean = (known.mean * known.n + sum) / total;
    known.right = (known.right * known.n + right) / total;
    known.n = total;
  }
}

/** Lists what was read wrong, the surest first. */
export function errorsOf(
  { errors }: StanceTables,
  set: string,
  method: string,
  items: readonly Answered[],
) {
  const wrong = items.filter(({ gold, predicted }) => gold !== predicted).map((
    item,
  ) => ({
    set,
    method,
    id: item.id,
    gold: String(item.gold),
    predicted: String(item.predicted),
    probability: Math.round(likeliest(item.probabilities) * 1000) / 1000,
  }));
  errors.push(...wrong.sort((a, b) => b.probability - a.probability));
}

function likeliest({ negative, neutral, positive }: Answered["probabilities"]): number {
  return Math.max(negative, neutral, positive);
}

/**
 * Writes the tables into a data package: `stance_confusion.csv`, `stance_reliability.csv`,
 * `stance_errors.csv` and `readings/statements.csv`.
 *
 * @param tables The tables.
 * @param folder Where to.
 */
export async function writeStanceTables(tables: StanceTables, folder: URL) {
  const { readings, ...others } = tables;
  await writeReadings(readings, folder);
  for (const [name, rows] of Object.entries(others)) {
    const columns = Object.keys(rows[0] ?? {});
    const lines = rows.map((row: Record<string, unknown>) =>
      columns.map((column) => cell(row[column])).join()
    );
    const text = `${[columns.join(), ...lines].join("\n")}\n`;
    await Deno.writeTextFile(new URL(`stance_${name}.csv`, folder), text);
  }
}

function cell(value: unknown): string {
  const text = typeof value === "number"
    ? String(Math.round(value * 10_000) / 10_000)
    : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
