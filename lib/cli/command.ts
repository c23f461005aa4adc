import { parseArgs, type ParseArgsConfig } from "node:util";
import { badOption, UserError } from "../base/fault.ts";

/** How the end of a task is told to the shell: 1 where the user has to act, 130 at Ctrl-C. */
export const EXIT = { fault: 1, interrupted: 130 } as const;

/**
 * Runs a task: what a user got wrong is told as a message without a stack trace, and the
 * exit status is 1; anything else that is thrown is a fault of the software and is shown
 * whole.
 *
 * @param task The work of the task; a number that it returns is the exit status.
 */
export async function command(task: () => Promise<number | void>): Promise<void> {
  try {
    const status = await task();
    if (typeof status === "number") Deno.exitCode = status;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    Deno.exitCode = EXIT.fault;
  }
  // A process that DuckDB was at work in crashes now and then where it is left to end by
  // itself (seen with Deno 2.8.1 and @duckdb/node-api 1.5.5: status 139 after all output).
  Deno.exit();
}

/**
 * Reads the arguments of a task.
 *
 * @param usage The line that shows how the task is called, said with every fault.
 * @param options The options, as `node:util` describes them.
 * @param args The arguments, by default those of the process.
 * @returns Values of the options and the arguments that are none.
 * @throws {UserError} where an option is unknown or has no value.
 */
export function readArguments<Options extends NonNullable<ParseArgsConfig["options"]>>(
  usage: string,
  options: Options,
  args: string[] = Deno.args,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const found = (error as Error).message.split(". ")[0];
    throw new UserError({ option: "arguments", expected: usage, found });
  }
}

/**
 * Reads the arguments of a task that is given files.
 *
 * @param usage What the task does and how it is called; shown for `--help`.
 * @param options Its options beside `--help`.
 * @param thing What its other arguments are called: `FILE`.
 * @param args The arguments.
 * @returns Values and files; nothing where help was asked for and shown.
 * @throws {UserError} where an option is unknown or no file is named.
 */
export function readFileArguments<
  Options extends NonNullable<ParseArgsConfig["options"]>,
>(usage: string, options: Options, thing: string, args: string[]) {
  const help = { help: { type: "boolean", short: "h" } } as const;
  const { values, positionals } = readArguments(usage, { ...options, ...help }, args);
  if ((values as { help?: boolean }).help) {
    console.log(usage);
    return undefined;
  }
  if (positionals.length === 0) {
    const found = `no ${thing.toLowerCase()}`;
    throw new UserError({ option: thing, expected: usage, found });
  }
  return { values, positionals };
}

/** The number, 0 or more, that an option was given. */
export function readNumber(option: string, value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number) || number < 0) {
    badOption(option, "a number, 0 or more", value);
  }
  return number;
}
