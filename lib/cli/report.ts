import { badOption, describeFault, type Fault } from "../base/fault.ts";
import { ensureFigures } from "../report/figures.ts";
import { fingerprintOf } from "../report/fingerprint.ts";
import { listNotebooks, readNotebooks } from "../report/list.ts";
import { say, seconds } from "../report/progress.ts";
import { writeIndex, writePages } from "../report/report.ts";
import { runNotebooks } from "../report/run.ts";
import { command, EXIT, readArguments } from "./command.ts";

const USAGE = "deno task report [NOTEBOOK…] [--update] [--check] [--fresh] " +
  "[--timeout SECONDS] [--jobs NUMBER] [--out FOLDER]";

await command(async () => {
  const started = performance.now();
  const { values, positionals } = readArguments(USAGE, {
    update: { type: "boolean" },
    check: { type: "boolean" },
    fresh: { type: "boolean" },
    timeout: { type: "string", default: "120" },
    jobs: { type: "string", default: "2" },
    out: { type: "string", default: "out" },
  });
  const files = await readNotebooks(
    positionals.length > 0 ? positionals : await listNotebooks("notebooks"),
  );
  const fingerprint = await fingerprintOf();
  const interrupt = new AbortController();
  const onInterrupt = () => interrupt.abort();
  Deno.addSignalListener("SIGINT", onInterrupt);
  try {
    const ran = await runNotebooks(files, {
      fingerprint,
      fresh: values.fresh,
      timeout: positive("--timeout", values.timeout),
      jobs: positive("--jobs", values.jobs),
      update: values.update,
      signal: interrupt.signal,
    });
    const faults = ran.flatMap((notebook) => notebook.faults);
    const differences = ran.flatMap((notebook) => notebook.differences);
    tell(faults);
    tell(differences);
    const pages = await writePages(values.out, ran);
    const whole = positionals.length === 0;
    const figures = whole ? await ensureFigures(values.out, fingerprint) : [];
    if (whole) await writeIndex(values.out, pages, figures, fingerprint);
    const made = whole
      ? `${count(pages.length, "notebook")}, ${count(figures.length, "figure")}`
      : count(pages.length, "page");
    const first = whole ? "index.html" : pages[0].page;
    const time = seconds((performance.now() - started) / 1000);
    say(`${values.out}/${first}: ${made}, in ${time}`);
    // An analyst who changes a line sees other outputs than those that were committed,
    // and means to; in CI a difference is a fault.
    const strict = values.check || Boolean(Deno.env.get("CI"));
    if (differences.length > 0) {
      say(
        `${count(differences.length, "output")} not as saved` +
          (strict ? "" : "; the report shows the new ones, --update keeps them"),
      );
    }
    if (faults.length > 0) say(`${count(faults.length, "fault")} in notebooks`);
    return faults.length > 0 || (strict && differences.length > 0) ? EXIT.fault : 0;
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    say("\ninterrupted; the kernels are shut down");
    return EXIT.interrupted;
  } finally {
    Deno.removeSignalListener("SIGINT", onInterrupt);
  }
});

function tell(faults: readonly Fault[]): void {
  for (const fault of faults) say(describeFault(fault));
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

function positive(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    badOption(option, "a whole number above 0", text);
  }
  return number;
}
