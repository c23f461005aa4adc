import { type Fault, shown } from "../base/fault.ts";
import { type Cell, type Notebook, type Output, textOf } from "./notebook.ts";

/** What kind of a difference there is between an output kept and one made afresh. */
export interface Difference {
  /** Index of the cell. */
  readonly cell: number;
  /** Whether the cell showed something before and shows nothing now. */
  readonly vanished: boolean;
  readonly fault: Fault;
}

/**
 * Compares the outputs that a notebook was saved with and those of its execution.
 * Nothing that a reader sees is passed over; only the execution counts, which no reader
 * sees as an output, are.
 *
 * @param file The notebook's name, for the faults.
 * @param committed The notebook as it was saved.
 * @param fresh The same notebook after its execution.
 * @returns The first difference of each cell that differs; one where nothing was saved.
 */
export function compareOutputs(
  file: string,
  committed: Notebook,
  fresh: Notebook,
): Difference[] {
  const shows = (notebook: Notebook) =>
    notebook.cells.findIndex((cell) => (cell.outputs ?? []).length > 0);
  if (shows(committed) < 0 && shows(fresh) >= 0) {
    const remedy = "write them by deno task report --update";
    const fault = { file, expected: "the outputs of a run", found: "none", remedy };
    return [{ cell: shows(fresh), vanished: false, fault }];
  }
  return committed.cells.flatMap((cell, index) => {
    const before = cell.outputs ?? [], now = fresh.cells[index].outputs ?? [];
    const difference = firstDifference(before, now);
    if (difference === undefined) return [];
    const vanished = now.length === 0;
    const fault = {
      file,
      column: `cell ${index + 1}, ${difference.part}`,
      expected: difference.expected,
      found: difference.found,
      remedy: vanished
        ? `look at why "${lastLine(cell)}" shows nothing`
        : "where the new one is right, keep it by deno task report --update",
    };
    return [{ cell: index, vanished, fault }];
  });
}

interface Seen {
  part: string;
  expected: string;
  found: string;
}

function firstDifference(before: Output[], now: Output[]): Seen | undefined {
  for (let i = 0; i < Math.max(before.length, now.length); i++) {
    const part = before.length > 1 || now.length > 1 ? `output ${i + 1}` : "output";
    if (i >= before.length) {
      return { part, expected: "no output", found: describe(now[i]) };
    }
    if (i >= now.length) {
      return { part, expected: describe(before[i]), found: "no output" };
    }
    const difference = differenceOf(partsOf(before[i]), partsOf(now[i]));
    if (difference !== undefined) {
      return { ...difference, part: `${part}${difference.part}` };
    }
  }
}

/** What of an output is compared: its kind and each of its texts. */
function partsOf(output: Output): Map<string, string> {
  switch (output.output_type) {
    case "stream":
      return new Map([["", `${output.name}: ${textOf(output.text)}`]]);
    case "error":
      return new Map([["", `error: ${output.ename}: ${output.evalue}`]]);
    default: {
      const entries = Object.entries({ ...output.data, ...nonEmpty(output.metadata) });
      return new Map(
        entries.map(([type, value]) => [type, contentOf(value)] as const)
          .sort(([a], [b]) => a < b ? -1 : 1),
      );
    }
  }
}

const nonEmpty = (metadata: Record<string, unknown> | undefined) =>
  metadata !== undefined && Object.keys(metadata).length > 0 ? { metadata } : {};

function contentOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((line) => typeof line === "string")) {
    return value.join("");
  }
  return JSON.stringify(value);
}

function differenceOf(
  before: Map<string, string>,
  now: Map<string, string>,
): Seen | undefined {
  for (const type of new Set([...before.keys(), ...now.keys()])) {
    const a = before.get(type), b = now.get(type);
    if (a === b) continue;
    const part = type === "" ? "" : `, ${type}`;
    if (a === undefined) return { part, expected: "none", found: shown(b) };
    if (b === undefined) return { part, expected: shown(a), found: "none" };
    const [line, left, right] = firstLineThatDiffers(a, b);
    return {
      part: `${part}, line ${line}`,
      expected: shown(left),
      found: shown(right),
    };
  }
}

/** The first line that differs, cut so that the difference can be seen. */
function firstLineThatDiffers(a: string, b: string): [number, string, string] {
  const left = a.split("\n"), right = b.split("\n");
  let line = 0;
  while (left[line] === right[line]) line++;
  const x = left[line] ?? "", y = right[line] ?? "";
  let column = 0;
  while (column < x.length && x[column] === y[column]) column++;
  const from = column > 30 ? column - 20 : 0;
  const cut = (text: string) => (from > 0 ? "…" : "") + text.slice(from, from + 70);
  return [line + 1, cut(x), cut(y)];
}

function describe(output: Output): string {
  if (output.output_type === "stream") return `text on ${output.name}`;
  if (output.output_type === "error") return `an error, ${output.ename}`;
  return Object.keys(output.data).sort().join(", ");
}

const lastLine = (cell: Cell) =>
  textOf(cell.source).trimEnd().split("\n").at(-1)!.trim();
