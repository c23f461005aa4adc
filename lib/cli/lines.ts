/**
 * Parts a stream of bytes into lines; a line may be of any length, and nothing but the
 * line at hand is kept.
 *
 * @param stream Bytes of UTF-8.
 * @returns Lines without their ends; empty ones too, so that they can be counted.
 */
export async function* linesOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
  let parts: string[] = [];
  for await (const chunk of stream.pipeThrough(new TextDecoderStream())) {
    let from = 0;
    for (let at = chunk.indexOf("\n"); at >= 0; at = chunk.indexOf("\n", from)) {
      parts.push(chunk.slice(from, at));
      yield withoutReturn(parts.join(""));
      parts = [];
      from = at + 1;
    }
    if (from < chunk.length) parts.push(chunk.slice(from));
  }
  if (parts.length > 0) yield withoutReturn(parts.join(""));
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

/** Writes JSON Lines to standard output, in blocks. */
export class LineWriter {
  #waiting: string[] = [];
  #length = 0;
  readonly #encoder = new TextEncoder();

  /** Adds a line; it is written at the latest by {@linkcode flush}. */
  write(row: object): void {
    const line = JSON.stringify(row) + "\n";
    this.#waiting.push(line);
    this.#length += line.length;
    if (this.#length > 1 << 16) this.flush();
  }

  /** Writes what waits. A reader that has gone ends the process without a complaint. */
  flush(): void {
    let bytes = this.#encoder.encode(this.#waiting.join(""));
    this.#waiting = [];
    this.#length = 0;
    try {
      while (bytes.length > 0) bytes = bytes.subarray(Deno.stdout.writeSync(bytes));
    } catch (error) {
      if (error instanceof Deno.errors.BrokenPipe) Deno.exit(0);
      throw error;
    }
  }
}
