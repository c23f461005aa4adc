import { SourceMap } from "node:module";
import { JUPYTER } from "./python.ts";

/** A frame of a stack in a cell; those of functions of earlier cells look the same. */
const FRAME = /<anonymous>:(\d+):(\d+)\)?$/;

/**
 * Finds the line of a cell from which an error came. The kernel runs what is left of a
 * cell without its types, blank lines and line breaks within imports, and its stack
 * traces count those lines; the same transpiler tells where each came from.
 *
 * @param source The code of the cell.
 * @param stack Lines of a stack trace that the kernel gave.
 * @returns The line, from 1; nothing where the trace names none.
 */
export async function lineInCell(
  source: string,
  stack: readonly string[],
): Promise<number | undefined> {
  // The outermost frame is always in the cell that ran, whatever threw; but beyond the
  // kernel's own code, which calls display hooks, lies no cell.
  const end = stack.findIndex((line) => line.includes("ext:cli/40_jupyter"));
  const own = end < 0 ? stack : stack.slice(0, end);
  const frame = own.findLast((line) => FRAME.test(line));
  if (frame === undefined) return undefined;
  const [line, column] = FRAME.exec(frame)!.slice(1).map(Number);
  const map = await sourceMapOf(source);
  const origin = map?.findOrigin(line, column);
  return origin !== undefined && "lineNumber" in origin ? origin.lineNumber : undefined;
}

async function sourceMapOf(source: string): Promise<SourceMap | undefined> {
  const file = `${JUPYTER}/cell-${crypto.randomUUID()}.ts`;
  // The kernel keeps imports that the cell makes no use of, as an export does.
  await Deno.writeTextFile(
    file,
    source.replace(/^(\s*)import(?=\s*[{*])/gm, "$1export"),
  );
  try {
    const { stdout } = await new Deno.Command("deno", {
      args: ["transpile", "--quiet", "--source-map", "inline", file],
      stdin: "null",
      stderr: "null",
    }).output();
    const map = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(
      new TextDecoder().decode(stdout),
    );
    if (map === null) return undefined;
    const bytes = Uint8Array.fromBase64(map[1]);
    return new SourceMap(JSON.parse(new TextDecoder().decode(bytes)));
  } finally {
    await Deno.remove(file);
  }
}

/** The place of a syntax error within a message of the kernel's. */
export function lineOfSyntaxError(message: string): number | undefined {
  const place = /at file:\/\/\/repl\.tsx:(\d+):\d+/.exec(message);
  return place === null ? undefined : Number(place[1]);
}
