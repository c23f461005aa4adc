import { UserError } from "../base/fault.ts";
import { JUPYTER } from "./python.ts";
import { KERNEL } from "./notebook.ts";

/**
 * The Deno whose kernel notebooks run on. From 2.8.2 on, up to 2.9.6 at least, the kernel
 * loses outputs at random and shows no syntax errors.
 */
export const PINNED = "2.8.1";

/** Environment in which a Jupyter program sees the project's kernel and no one's home. */
export interface JupyterEnvironment extends Record<string, string> {
  JUPYTER_PATH: string;
  JUPYTER_RUNTIME_DIR: string;
  JUPYTER_DATA_DIR: string;
  JUPYTER_CONFIG_DIR: string;
}

/**
 * Makes sure of a kernelspec of the project's own, which starts the pinned Deno.
 *
 * @param say Is told where another Deno has to be looked up.
 * @returns Environment variables for Jupyter programs.
 * @throws {UserError} where the pinned Deno can't be had.
 */
export async function ensureKernel(
  say: (line: string) => void,
): Promise<JupyterEnvironment> {
  const deno = await pinnedDeno(say);
  const spec = {
    argv: [deno, "jupyter", "--kernel", "--conn", "{connection_file}"],
    display_name: "Deno",
    // The default, a signal, would end the kernel.
    interrupt_mode: "message",
    language: "typescript",
    // Values are shown as plain text: escape codes would be saved with the notebook.
    env: { DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" },
  };
  const kernel = `${JUPYTER}/share/kernels/${KERNEL}`;
  await Deno.mkdir(kernel, { recursive: true });
  // In one step: another run may be reading it.
  const text = JSON.stringify(spec, null, 2);
  await Deno.writeTextFile(`${kernel}/kernel.json.${Deno.pid}`, text);
  await Deno.rename(`${kernel}/kernel.json.${Deno.pid}`, `${kernel}/kernel.json`);
  const folder = await Deno.realPath(JUPYTER);
  return {
    JUPYTER_PATH: `${folder}/share`,
    JUPYTER_RUNTIME_DIR: `${folder}/runtime`,
    JUPYTER_DATA_DIR: `${folder}/data`,
    JUPYTER_CONFIG_DIR: `${folder}/config`,
  };
}

/** The path of the pinned Deno: the one that is running, or one that npm brings. */
async function pinnedDeno(say: (line: string) => void): Promise<string> {
  if (Deno.version.deno === PINNED) return Deno.execPath();
  say(
    `the kernel needs Deno ${PINNED}, this is ${Deno.version.deno}: asking npm for it`,
  );
  const print = "console.log(Deno.execPath())";
  let found: string;
  try {
    const { code, stdout, stderr } = await new Deno.Command("npx", {
      args: ["--yes", `deno@${PINNED}`, "eval", print],
      stdin: "null",
    }).output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trim();
    if (code === 0) return text(stdout);
    found = text(stderr).split("\n").at(-1) ?? `exit status ${code}`;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    found = `Deno ${Deno.version.deno}, and no npx to fetch another`;
  }
  throw new UserError({
    expected: `Deno ${PINNED} for the kernel`,
    found,
    remedy: `install Node and run npx --yes deno@${PINNED} task report; ` +
      "or make the figures without a kernel by deno task figures",
  });
}
