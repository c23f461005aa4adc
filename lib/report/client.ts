import { dirname, fromFileUrl, resolve } from "@std/path";
import { UserError } from "../base/fault.ts";
import type { ExecuteOptions } from "./execute.ts";
import type { Output } from "./notebook.ts";

/** What `run_notebooks.py` tells, as it happens. */
export type Event =
  | { event: "client"; nbclient: string; python: string }
  | { event: "start"; path: string }
  | { event: "cell"; path: string; cell: number }
  | {
    event: "ran";
    path: string;
    cell: number;
    outputs: Output[];
    count: number | null;
    seconds: number;
  }
  | {
    event: "floating";
    path: string;
    cell: number;
    type: "error" | "unhandledrejection";
    name: string;
    message: string;
    stack: string;
  }
  | { event: "end"; path: string; seconds: number; language: unknown }
  | { event: "timeout"; path: string; cell: number; seconds: number }
  | { event: "dead"; path: string; cell: number }
  | {
    event: "broken";
    path: string;
    cell: number | null;
    type: string;
    message: string;
  };

/**
 * Starts the Python client and yields what it tells. The client lives on an open stdin:
 * whether this ends, is broken off or dies, its kernels are shut down.
 *
 * @param paths The notebooks.
 * @param options How they are executed.
 * @throws {UserError} where the client can't run.
 */
export async function* eventsOf(
  paths: readonly string[],
  options: ExecuteOptions,
): AsyncGenerator<Event> {
  const script = new URL("run_notebooks.py", import.meta.url);
  const child = new Deno.Command(options.python, {
    args: [fromFileUrl(script)],
    env: { ...options.environment, PYTHONDONTWRITEBYTECODE: "1" },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const complaints = new Response(child.stderr).text();
  const stdin = child.stdin.getWriter();
  const close = () => stdin.close().catch(() => {});
  options.signal?.addEventListener("abort", close, { once: true });
  const request = {
    jobs: options.jobs,
    timeout: options.timeout,
    notebooks: paths.map((path) => ({ path, folder: dirname(resolve(path)) })),
  };
  try {
    await stdin.write(new TextEncoder().encode(JSON.stringify(request) + "\n"));
    yield* jsonLines(child.stdout);
  } finally {
    options.signal?.removeEventListener("abort", close);
    await close();
    await child.status;
  }
  options.signal?.throwIfAborted();
  const { code } = await child.status;
  if (code === 0) return;
  throw new UserError({
    expected: "the Jupyter client to run to its end",
    found: (await complaints).trim().split("\n").at(-1) || `exit status ${code}`,
    remedy: "delete the folder .jupyter and run the task again",
  });
}

async function* jsonLines(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Event> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    for (const line of lines) yield JSON.parse(line);
  }
}
