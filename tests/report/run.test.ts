import { assertEquals } from "@std/assert";
import { describeFault } from "../../lib/base/fault.ts";
import { listNotebooks, readNotebooks } from "../../lib/report/list.ts";
import { type Ran, runNotebooks } from "../../lib/report/run.ts";

const FOLDER = "tests/fixtures/notebooks";
const END = "its end (Deno.exit, a signal or no memory left)";
const AWAIT = "await the promise, here or in a cell above";

/** What must be said of each notebook, after its path. */
const EXPECTED: Record<string, string[]> = {
  "display-hook-throws": [
    "cell 1, line 3: expected no error but found Error: cannot be shown",
  ],
  "exits": [`cell 2: expected the kernel to live on but found ${END}`],
  "failed-assertion": [
    "cell 1: expected nothing on stderr but found Assertion failed: one is not more " +
    "than two",
  ],
  "floating-rejection": [
    "cell 2: expected none but found a rejection that nobody awaits, Error: nobody " +
    `waits; ${AWAIT}`,
  ],
  "killed-kernel": [`cell 1: expected the kernel to live on but found ${END}`],
  "missing-export": [
    "cell 2, line 1: expected code whose types fit but found Module " +
    "'\"lib/mod.ts\"' has no exported member 'noSuchFunction' (TS2305)",
  ],
  "other-output": [
    'cell 1, output, text/plain, line 1: expected "4" but found "3"; where the new ' +
    "one is right, keep it by deno task report --update",
  ],
  "rejected-await": ["cell 1, line 2: expected no error but found Error: rejected"],
  "shows-nothing": [
    'cell 1, output: expected text/plain but found no output; look at why "shown;" ' +
    "shows nothing",
  ],
  "sound": [],
  "stderr": ["cell 1: expected nothing on stderr but found something is wrong"],
  "syntax-error": [
    "cell 2, line 2: expected code that can be read but found SyntaxError: Expression " +
    "expected",
  ],
  "throw-in-microtask": [
    `cell 1: expected none but found a throw that nobody awaits, Error: in between; ${AWAIT}`,
  ],
  "throw-in-timer": [
    `cell 1: expected none but found a throw that nobody awaits, Error: too late; ${AWAIT}`,
  ],
  "throws": ["cell 3, line 12: expected no error but found TypeError: no such thing"],
  "type-error": [
    "cell 1, line 2: expected code whose types fit but found Type 'string' is not " +
    "assignable to type 'number' (TS2322)",
  ],
  "unresolved-import": [
    'cell 1, line 1: expected code whose types fit but found Import "no-such-module" ' +
    "not a dependency and not in import map (TS2307)",
  ],
};

/** Those that never end, which are given less time. */
const ENDLESS: Record<string, string[]> = {
  "endless-loop": [
    "cell 2: expected the end within 3 s but found it still running; make it shorter, " +
    "or allow more by --timeout",
  ],
  "never-settles": [
    "cell 1: expected the end within 3 s but found it still running; make it shorter, " +
    "or allow more by --timeout",
  ],
};

const pathOf = (name: string) => `${FOLDER}/${name}.ipynb`;

async function run(names: string[], timeout: number): Promise<Map<string, Ran>> {
  const files = await readNotebooks(names.map(pathOf));
  const ran = await runNotebooks(files, { timeout, jobs: 2 });
  return new Map(ran.map((notebook, i) => [names[i], notebook]));
}

function said({ path, faults, differences }: Ran): string[] {
  return [...faults, ...differences].map((fault) =>
    describeFault(fault).replace(`${path}: `, "")
  );
}

Deno.test("runNotebooks() says where and what is wrong with a notebook", async (t) => {
  const ran = await run(Object.keys(EXPECTED), 60);
  for (const [name, expected] of Object.entries(EXPECTED)) {
    await t.step(name, () => assertEquals(said(ran.get(name)!), expected));
  }
});

Deno.test("runNotebooks() breaks off cells that do not end", async (t) => {
  const ran = await run(Object.keys(ENDLESS), 3);
  for (const [name, expected] of Object.entries(ENDLESS)) {
    await t.step(name, () => assertEquals(said(ran.get(name)!), expected));
  }
});

Deno.test("every notebook among the fixtures has its expectation", async () => {
  const names = [...Object.keys(EXPECTED), ...Object.keys(ENDLESS)].map(pathOf).sort();
  assertEquals(await listNotebooks(FOLDER), names);
});
