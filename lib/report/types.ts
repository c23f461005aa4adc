import type { Fault } from "../base/fault.ts";
import { type Place, placeText } from "./join.ts";
import { type Module, writeJoined } from "./joined.ts";
import type { NotebookFile } from "./notebook.ts";

/** One error of the type checker. */
interface Diagnostic {
  code: string;
  message: string;
  row: number;
}

/**
 * Checks the types of the code in notebooks, which the kernel strips without a look: the
 * cells of each are joined and go through `deno check`, and every error is put back where
 * it came from.
 *
 * @param files The notebooks.
 * @returns A fault for each error, with cell and line.
 */
export async function checkTypes(files: readonly NotebookFile[]): Promise<Fault[]> {
  return await checkModules(await writeJoined(files));
}

async function checkModules(modules: readonly Module[]): Promise<Fault[]> {
  if (modules.length === 0) return [];
  const { code, stderr } = await new Deno.Command("deno", {
    args: ["check", "--quiet", ...modules.map((file) => file.module)],
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  if (code === 0) return [];
  const report = new TextDecoder().decode(stderr).split(/\n+Stack backtrace:/)[0]
    .trim();
  // A syntax error or an import that isn't found hides all errors of the other modules.
  const broken = /^error: /.test(report)
    ? modules.find(({ module }) => placeIn(report, module) !== null)
    : undefined;
  if (broken !== undefined) {
    const place = broken.places[Number(placeIn(report, broken.module)![1]) - 1];
    const others = modules.filter((module) => module !== broken);
    return [graphFault(broken.path, report, place), ...await checkModules(others)];
  }
  const faults = modules.flatMap(({ path, module, text, places }) =>
    diagnosticsOf(report, module)
      .filter((diagnostic) => !isRepeatedImport(diagnostic, text))
      .map((diagnostic) => faultOf(path, diagnostic, places[diagnostic.row - 1]))
  );
  if (faults.length > 0 || /TS2300/.test(report)) return faults;
  // An error that is in no notebook: in lib/, or in what one of them imports.
  const expected = "imports whose types fit";
  return modules.map(({ path }) => ({ file: path, expected, found: report }));
}

/** Where a report names a line of a module. */
function placeIn(report: string, module: string): RegExpExecArray | null {
  return new RegExp(`${module.replaceAll(".", "\\.")}:(\\d+)(?::\\d+)?`).exec(report);
}

/** Finds the type errors of one module in what `deno check` printed. */
function diagnosticsOf(report: string, module: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const block of report.split(/\n{2,}/)) {
    // Message, where there is one the line of code and a line of carets, the place.
    const head = /^(TS\d+) \[ERROR\]: ([^]*?)(?:\n.*\n\s*[~^]+)?\n\s+at /.exec(block);
    const place = placeIn(block, module);
    if (head === null || place === null) continue;
    const message = withoutPaths(head[2].split(/\n\s*hint:/)[0]).trim().replace(
      /\s*\n\s*/g,
      " ",
    )
      .replace(/\.$/, "");
    found.push({ code: head[1], message, row: Number(place[1]) });
  }
  return found;
}

function graphFault(file: string, report: string, place?: Place): Fault {
  return {
    file,
    column: place && placeText(place),
    expected: "code that can be read",
    found: withoutPaths(report.replace(/^error: /, "").split("\n")[0]),
  };
}

/** The kernel lets a later cell import again what an earlier one did. */
function isRepeatedImport(diagnostic: Diagnostic, text: string): boolean {
  return diagnostic.code === "TS2300" &&
    /^\s*import\b/.test(text.split("\n")[diagnostic.row - 1]);
}

function faultOf(file: string, diagnostic: Diagnostic, place?: Place): Fault {
  const { code, message } = diagnostic;
  return {
    file,
    column: place && placeText(place),
    expected: "code whose types fit",
    found: `${message} (${code})`,
    ...(code === "TS2451" && { remedy: "give the second one another name" }),
  };
}

/** A message without the places of this machine that it names. */
export function withoutPaths(message: string): string {
  return message
    .replace(/ from "file:[^"]*"/g, "")
    .replaceAll(`file://${Deno.cwd()}/`, "");
}
