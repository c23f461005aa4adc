import type { Fault } from "../base/fault.ts";
import { type Event, eventsOf } from "./client.ts";
import { placeText } from "./join.ts";
import { type Notebook, type NotebookFile, type Output, textOf } from "./notebook.ts";
import type { JupyterEnvironment } from "./kernel.ts";
import { lineInCell, lineOfSyntaxError } from "./trace.ts";
import { withoutPaths } from "./types.ts";

/** What became of a notebook that was executed. */
export interface Executed extends NotebookFile {
  /** The notebook with the outputs of this execution; as far as it came. */
  readonly notebook: Notebook;
  /** All that went wrong in the kernel. */
  readonly faults: readonly Fault[];
  /** Seconds that each cell took, by its index. */
  readonly seconds: ReadonlyMap<number, number>;
  /** Seconds for all, the start of the kernel included. */
  readonly total: number;
}

/** How notebooks are executed. */
export interface ExecuteOptions {
  /** Python with nbclient. */
  readonly python: string;
  /** Environment in which Jupyter finds the kernel. */
  readonly environment: JupyterEnvironment;
  /** Seconds after which a cell that still runs is broken off. */
  readonly timeout: number;
  /** How many kernels run at once. */
  readonly jobs: number;
  /** Breaks everything off and shuts the kernels down. */
  readonly signal?: AbortSignal;
  /** Is told as each cell starts and ends, and each notebook. */
  readonly onEvent?: (event: Event) => void;
}

/**
 * Executes notebooks from top to bottom, each in a fresh Deno kernel in its own folder,
 * and finds whatever a reader would not: errors that only show as an output, text on
 * stderr, rejections that nobody awaits, kernels that hang or end.
 *
 * @param files The notebooks.
 * @param options How.
 * @returns What became of each, in the same order.
 */
export async function executeNotebooks(
  files: readonly NotebookFile[],
  options: ExecuteOptions,
): Promise<Executed[]> {
  const runs = new Map(files.map((file) => [file.path, new Run(file)]));
  if (runs.size === 0) return [];
  for await (const event of eventsOf([...runs.keys()], options)) {
    if (event.event === "client") continue;
    await runs.get(event.path)!.take(event, options.timeout);
    options.onEvent?.(event);
  }
  return files.map(({ path }) => runs.get(path)!.finish());
}

/** Gathers what is told of one notebook. */
class Run {
  readonly #path: string;
  readonly #notebook: Notebook;
  readonly #faults: Fault[] = [];
  readonly #seconds = new Map<number, number>();
  #total = 0;
  #ended = false;

  constructor(file: NotebookFile) {
    this.#path = file.path;
    this.#notebook = structuredClone(file.notebook);
    for (const cell of this.#notebook.cells) {
      if (cell.cell_type !== "code") continue;
      cell.outputs = [];
      cell.execution_count = null;
    }
  }

  async take(event: Event, timeout: number): Promise<void> {
    if (event.event === "ran") return await this.#ran(event);
    if (event.event === "end") {
      this.#ended = true;
      this.#total = event.seconds;
      if (event.language) this.#notebook.metadata.language_info = event.language;
    } else if (event.event === "floating") {
      const what = event.type === "error" ? "a throw" : "a rejection";
      const found = `${what} that nobody awaits, ${event.name}: ${event.message}`;
      const remedy = "await the promise, here or in a cell above";
      this.#fault({ cell: event.cell, expected: "none", found, remedy });
    } else if (event.event === "timeout") {
      const remedy = "make it shorter, or allow more by --timeout";
      const expected = `the end within ${timeout} s`;
      this.#fault({ cell: event.cell, expected, found: "it still running", remedy });
      this.#ended = true;
    } else if (event.event === "dead") {
      const expected = "the kernel to live on";
      const found = "its end (Deno.exit, a signal or no memory left)";
      this.#fault({ cell: event.cell, expected, found });
      this.#ended = true;
    } else if (event.event === "broken") {
      const expected = "the kernel to answer";
      const found = `${event.type}: ${event.message}`;
      this.#fault({ cell: event.cell ?? undefined, expected, found });
      this.#ended = true;
    }
  }

  async #ran(event: Event & { event: "ran" }): Promise<void> {
    const cell = this.#notebook.cells[event.cell];
    cell.outputs = event.outputs;
    cell.execution_count = event.count;
    this.#seconds.set(event.cell, event.seconds);
    if (cell.metadata.tags?.includes("raises-exception")) return;
    for (const output of event.outputs) {
      await this.#inspect(event.cell, textOf(cell.source), output);
    }
  }

  async #inspect(cell: number, source: string, output: Output): Promise<void> {
    if (output.output_type === "error") {
      const line = lineOfSyntaxError(output.ename) ??
        await lineInCell(source, output.traceback);
      const message = output.ename === output.evalue
        ? output.ename.split("\n")[0]
        : `${output.ename}: ${output.evalue}`;
      const found = withoutPaths(message);
      this.#fault({ cell, line, expected: "no error", found });
    } else if (output.output_type === "stream" && output.name === "stderr") {
      const found = textOf(output.text).trim();
      this.#fault({ cell, expected: "nothing on stderr", found });
    }
  }

  #fault(
    { cell, line, ...fault }: Omit<Fault, "file" | "column"> & {
      cell: number | undefined;
      line?: number;
    },
  ): void {
    const column = cell === undefined
      ? undefined
      : line === undefined
      ? `cell ${cell + 1}`
      : placeText({ cell, line });
    this.#faults.push({ file: this.#path, column, ...fault });
  }

  finish(): Executed {
    if (!this.#ended) {
      const expected = "an execution to its end";
      this.#fault({ cell: undefined, expected, found: "the client's end before that" });
    }
    return {
      path: this.#path,
      notebook: this.#notebook,
      faults: this.#faults,
      seconds: this.#seconds,
      total: this.#total,
    };
  }
}
