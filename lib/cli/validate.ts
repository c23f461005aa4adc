import { describeFault } from "../base/fault.ts";
import { listFaults, summaryOf } from "../corpus/faults.ts";
import { command, EXIT, readArguments } from "./command.ts";

const USAGE = "deno task validate [FOLDER]";

await command(async () => {
  const { positionals } = readArguments(USAGE, {});
  const folder = positionals[0];
  const { faults, rows } = await listFaults(folder);
  for (const fault of faults) console.log(describeFault(fault));
  for (const [table, n] of rows) {
    console.log(`${table}: ${n.toLocaleString("en")} rows`);
  }
  console.log(
    `${folder ?? "data"}: ${faults.length === 0 ? "no fault" : summaryOf(faults)}`,
  );
  return faults.length === 0 ? 0 : EXIT.fault;
});
