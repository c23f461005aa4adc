import { parseArgs, type ParseArgsConfig } from "node:util";
import { UserError } from "../base/fault.ts";

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
