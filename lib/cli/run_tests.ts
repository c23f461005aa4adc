import { say } from "../report/progress.ts";
import { command, EXIT } from "./command.ts";

// Not named test.ts: `deno test` would take this file for a test and run itself.

/** What tests may do: all of it within the project, and on this machine alone. */
const permissions = (temporary: string) => [
  "--allow-read",
  `--allow-write=out,.jupyter,.cache,corpus,tests/output,${temporary}`,
  // The browser is given the whole environment.
  "--allow-env",
  "--allow-ffi",
  "--allow-sys",
  "--allow-net=127.0.0.1,localhost",
  `--allow-run=${
    [
      "deno",
      // Tests of the tasks start the very Deno that runs them.
      Deno.execPath(),
      "npx",
      "python3",
      "python",
      ...["client", "lab"].flatMap((set) => [
        `.jupyter/${set}/bin/python`,
        `.jupyter/${set}/Scripts/python.exe`,
      ]),
      "chromium",
    ].join(",")
  }`,
];

/** The last line that `deno test` prints: `ok | 3 passed (2 steps) | 0 failed (1s)`. */
const SUMMARY = /\| (\d+) passed(?: \([^)]*\))? \| (\d+) failed/;

await command(async () => {
  const paths = Deno.args.some((arg) => !arg.startsWith("-")) ? [] : ["lib", "tests"];
  // A folder of their own: Deno forbids to write over programs that may be run, and such a
  // program in a checkout below the common folder would close all of that.
  const temporary = await Deno.makeTempDir({ prefix: "aras-tests-" });
  const child = new Deno.Command("deno", {
    env: { TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    args: [
      "test",
      "--doc",
      "--parallel",
      "--quiet",
      ...(Deno.env.get("CI") ? ["--frozen"] : []),
      ...permissions(temporary),
      ...Deno.args,
      ...paths,
    ],
    stdin: "null",
    stdout: "piped",
  }).spawn();
  let tail = "";
  for await (const bytes of child.stdout) {
    await Deno.stdout.write(bytes);
    tail = (tail + new TextDecoder().decode(bytes)).slice(-10_000);
  }
  const { success } = await child.status;
  await Deno.remove(temporary, { recursive: true }).catch(() => {});
  // deno-lint-ignore no-control-regex
  const summary = SUMMARY.exec(tail.replace(/\x1b\[[0-9;]*m/g, ""));
  if (summary === null) {
    say("expected a summary of the tests but found none: they could not be run");
    return EXIT.fault;
  }
  console.log(`${summary[1]} passed, ${summary[2]} failed`);
  return success ? 0 : EXIT.fault;
});
