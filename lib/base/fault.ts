/** One thing that is wrong with what a user gave, and where it is. */
export interface Fault {
  /** The file, or the thing that was given in its place (`stdin`, a table's name). */
  readonly file?: string;
  /** Line of the file, counted from 1, header included. */
  readonly row?: number;
  /** The column, or the path within a JSON file. */
  readonly column?: string;
  /** The option of a function or a task. */
  readonly option?: string;
  /** What would have been right. */
  readonly expected: string;
  /** What was there instead, as it was written. */
  readonly found: string;
  /** What the user can do about it. */
  readonly remedy?: string;
}

/** How many faults a message lists before it only counts the rest. */
const LISTED = 50;

/**
 * Writes a fault as one line: `data/statements.csv:214: stance: expected -2, -1, 0, 1
 * or 2 but found "3"`.
 *
 * @param fault What is wrong and where.
 * @returns One line without a full stop.
 *
 * @example
 * ```ts
 * import { describeFault } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   describeFault({ file: "a.csv", row: 3, column: "stance", expected: "-2 to 2", found: '"3"' }),
 *   'a.csv:3: stance: expected -2 to 2 but found "3"',
 * );
 * ```
 */
export function describeFault(fault: Fault): string {
  const place = fault.file === undefined
    ? ""
    : fault.row === undefined
    ? `${fault.file}: `
    : `${fault.file}:${fault.row}: `;
  const part = fault.column ?? fault.option;
  const remedy = fault.remedy === undefined ? "" : `; ${fault.remedy}`;
  return `${place}${
    part === undefined ? "" : `${part}: `
  }expected ${fault.expected} but found ${fault.found}${remedy}`;
}

/**
 * A mistake in what a user gave: a message that says where, what was expected, what was
 * found and what to do, and no stack trace for whoever shows it with {@linkcode String}.
 */
export class UserError extends Error {
  /** Everything that is wrong, in the order in which it was found. */
  readonly faults: readonly Fault[];

  /**
   * @param faults One fault or all that were found; at least one.
   * @param summary A line put above the faults where there are several.
   */
  constructor(faults: Fault | readonly Fault[], summary?: string) {
    const all: readonly Fault[] = Array.isArray(faults) ? faults : [faults as Fault];
    const lines = all.slice(0, LISTED).map(describeFault);
    if (all.length > LISTED) lines.push(`… and ${all.length - LISTED} more`);
    super([...(summary === undefined ? [] : [summary]), ...lines].join("\n"));
    this.name = "UserError";
    this.faults = all;
    // Jupyter and Deno print `stack`; a user's own mistake is answered by its message.
    this.stack = `${this.name}: ${this.message}`;
  }
}

/**
 * Throws a {@linkcode UserError} about an option of a function.
 *
 * @param option Its name, with the function where that helps: `stanceSeries every`.
 * @param expected What would have been right.
 * @param found What was given; shown as JSON.
 * @param remedy What to do.
 */
export function badOption(
  option: string,
  expected: string,
  found: unknown,
  remedy?: string,
): never {
  throw new UserError({ option, expected, found: shown(found), remedy });
}

/** A value as a message shows it: JSON, cut at 80 characters. */
export function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
