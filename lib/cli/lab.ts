import { badOption } from "../base/fault.ts";
import { startLab } from "../report/lab.ts";
import { command, EXIT, readArguments } from "./command.ts";

await command(async () => {
  const { values } = readArguments("deno task lab [--no-browser] [--port NUMBER]", {
    "no-browser": { type: "boolean" },
    port: { type: "string", default: "8888" },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    badOption("--port", "a number from 1 to 65535", values.port);
  }
  const server = await startLab({
    browser: !values["no-browser"],
    port,
    root: Deno.cwd(),
    folder: `${Deno.cwd()}/notebooks`,
    log: "inherit",
  });
  // Ctrl-C reaches the server as well; this waits until it has shut the kernels down.
  Deno.addSignalListener("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"] as const) {
    Deno.addSignalListener(signal, () => server.kill("SIGTERM"));
  }
  const { code, signal } = await server.status;
  return signal === null ? code : EXIT.interrupted;
});
