import { describeFault, type Fault } from "../base/fault.ts";
import { checkFormat } from "../report/format.ts";
import { lintNotebooks } from "../report/lint.ts";
import { listNotebooks, readNotebooks } from "../report/list.ts";
import { say } from "../report/progress.ts";
import { checkTypes } from "../report/types.ts";
import { command, EXIT, readArguments } from "./command.ts";

/** What Deno itself checks, and what to do where it fails. */
const CHECKS = [
  {
    name: "format",
    // Named here too, for an ignore on the command line takes the place of deno.json's.
    args: ["fmt", "--check", "--ignore=notebooks,data,tests/output,tests/fixtures"],
    remedy: "run deno fmt",
  },
  { name: "lint", args: ["lint"] },
  { name: "types", args: ["check", "lib", "tests"] },
];

await command(async () => {
  readArguments("deno task check", {});
  const frozen = Deno.env.get("CI") ? ["--frozen"] : [];
  let passed = true;
  for (const { name, args, remedy } of CHECKS) {
    say(`${name} of code`);
    const extra = args[0] === "check" ? frozen : [];
    const { success } = await new Deno.Command("deno", {
      args: [args[0], ...extra, "--quiet", ...args.slice(1)],
    }).spawn().status;
    if (!success && remedy) say(remedy);
    passed &&= success;
  }
  const files = await readNotebooks(await listNotebooks("notebooks"));
  say("format, lint and types of notebooks");
  const faults: Fault[] = [
    ...await checkFormat(files),
    ...await lintNotebooks(files),
    ...await checkTypes(files),
  ];
  for (const fault of faults) say(describeFault(fault));
  return passed && faults.length === 0 ? 0 : EXIT.fault;
});
