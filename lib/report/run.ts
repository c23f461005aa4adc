import type { Fault } from "../base/fault.ts";
import { type Executed, executeNotebooks } from "./execute.ts";
import { keep, keyOf, recall } from "./kept.ts";
import { ensureKernel } from "./kernel.ts";
import { formatNotebook } from "./notebook.ts";
import { compareOutputs } from "./outputs.ts";
import { Progress, say } from "./progress.ts";
import { CLIENT, ensurePython } from "./python.ts";
import type { NotebookFile } from "./notebook.ts";
import { checkTypes } from "./types.ts";

/** How notebooks are run. */
export interface RunOptions {
  /** The fingerprint of code and data; nothing where no execution is to be kept. */
  readonly fingerprint?: string;
  /** Takes no earlier execution. */
  readonly fresh?: boolean;
  /** Seconds for a cell. */
  readonly timeout: number;
  /** How many notebooks at once. */
  readonly jobs: number;
  /** Breaks off. */
  readonly signal?: AbortSignal;
  /** Writes the outputs back into the notebooks instead of comparing them. */
  readonly update?: boolean;
}

/** A notebook that was run and all that is wrong with it. */
export interface Ran extends Executed {
  /** Faults of types and of the execution. */
  readonly faults: readonly Fault[];
  /** Outputs that differ from those that it was saved with. */
  readonly differences: readonly Fault[];
}

/**
 * Runs notebooks and finds all that is wrong with them: their types are checked, they are
 * executed (or an earlier execution of the same code and data is taken), and their
 * outputs are compared with those that they were saved with.
 *
 * @param files The notebooks.
 * @param options How.
 * @returns What became of each, in the same order.
 * @throws {UserError} where Python or the kernel is missing.
 */
export async function runNotebooks(
  files: readonly NotebookFile[],
  options: RunOptions,
): Promise<Ran[]> {
  const keys = new Map<NotebookFile, string>();
  const done = new Map<NotebookFile, Executed>();
  for (const file of files) {
    if (options.fingerprint === undefined) continue;
    keys.set(file, await keyOf(file, options.fingerprint));
    const earlier = options.fresh ? undefined : await recall(file, keys.get(file)!);
    if (earlier === undefined) continue;
    say(`${file.path}: reused, neither it nor code nor data changed since it ran`);
    done.set(file, earlier);
  }
  const fresh = files.filter((file) => !done.has(file));
  const types = fresh.length === 0 ? [] : await execute(fresh, options, done);
  return await Promise.all(files.map(async (file) => {
    const executed = done.get(file)!;
    const typed = types.filter((fault) => fault.file === file.path);
    // What the checker and the kernel both found is told once.
    const places = new Set(typed.map((fault) => fault.column));
    const others = executed.faults.filter((fault) => !places.has(fault.column));
    const faults = [...typed, ...others];
    if (faults.length === 0 && keys.has(file)) await keep(executed, keys.get(file)!);
    const whole = executed.faults.length === 0;
    const differences = whole
      ? compareOutputs(file.path, file.notebook, executed.notebook)
      : [];
    if (options.update && whole) await update(file, executed);
    return {
      ...executed,
      faults: [
        ...faults,
        ...differences.filter(gone(options)).map(({ fault }) => fault),
      ],
      differences: options.update
        ? []
        : differences.filter(({ vanished }) => !vanished).map(({ fault }) => fault),
    };
  }));
}

// A cell that showed something and shows nothing now is wrong wherever it runs.
const gone = (options: RunOptions) => ({ vanished }: { vanished: boolean }) =>
  vanished && !options.update;

async function execute(
  files: readonly NotebookFile[],
  options: RunOptions,
  done: Map<NotebookFile, Executed>,
): Promise<Fault[]> {
  const python = await ensurePython(CLIENT, say);
  const environment = await ensureKernel(say);
  say(`checking the types of ${files.length} notebooks`);
  const types = await checkTypes(files);
  const cells = files.map(({ path, notebook }) =>
    [path, notebook.cells.length] as const
  );
  const progress = new Progress(new Map(cells));
  const executed = await executeNotebooks(files, {
    ...options,
    python,
    environment,
    onEvent: (event) => progress.take(event),
  });
  files.forEach((file, i) => done.set(file, executed[i]));
  return types;
}

async function update(file: NotebookFile, executed: Executed): Promise<void> {
  const text = formatNotebook(executed.notebook);
  if (await Deno.readTextFile(file.path) === text) return;
  await Deno.writeTextFile(file.path, text);
  say(`${file.path}: outputs written`);
}
