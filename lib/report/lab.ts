import { ensureKernel } from "./kernel.ts";
import { KERNEL } from "./notebook.ts";
import { say } from "./progress.ts";
import { ensurePython, JUPYTER, LAB } from "./python.ts";

/** How JupyterLab is started. */
export interface LabOptions {
  /** Opens the browser. */
  readonly browser: boolean;
  /** The port; a free one is taken where this one is in use. */
  readonly port: number;
  /** A token of one's own; Jupyter makes one where none is given. */
  readonly token?: string;
  /** The folder that it shows, and no files outside of it. */
  readonly root: string;
  /** The folder that it opens first. */
  readonly folder: string;
  /** What becomes of the log: shown, or kept for whoever started it. */
  readonly log: "inherit" | "piped";
}

/** Settings of a fresh JupyterLab: nothing is asked of the network, nothing pops up. */
const SETTINGS = {
  "@jupyterlab/apputils-extension/notification": {
    checkForUpdates: false,
    doNotDisturbMode: true,
    fetchNews: "false",
  },
};

/**
 * Starts JupyterLab with the project's kernel and settings of its own, apart from
 * whatever Jupyter the user has.
 *
 * @param options How.
 * @returns The server's process.
 * @throws {UserError} where Python or the kernel is missing.
 */
export async function startLab(options: LabOptions): Promise<Deno.ChildProcess> {
  const python = await ensurePython(LAB, say);
  const environment = await ensureKernel(say);
  await writeSettings();
  const args = [
    "-m",
    "jupyterlab",
    `--ServerApp.root_dir=${options.root}`,
    `--FileContentsManager.preferred_dir=${options.folder}`,
    `--ServerApp.port=${options.port}`,
    `--ServerApp.ip=127.0.0.1`,
    // Ctrl-C ends it at once; the notebooks are saved by the browser.
    "--ServerApp.answer_yes=True",
    "--LabApp.extension_manager=readonly",
    "--KernelSpecManager.ensure_native_kernel=False",
    `--KernelSpecManager.allowed_kernelspecs=${KERNEL}`,
    `--MultiKernelManager.default_kernel_name=${KERNEL}`,
    ...(options.browser ? [] : ["--no-browser"]),
    ...(options.token === undefined
      ? []
      : [`--IdentityProvider.token=${options.token}`]),
    // In a container everybody is root, and Jupyter refuses to run as such unasked.
    ...(Deno.uid() === 0 ? ["--allow-root"] : []),
  ];
  return new Deno.Command(python, {
    args,
    env: environment,
    stdin: "null",
    stdout: options.log,
    stderr: options.log,
  }).spawn();
}

async function writeSettings(): Promise<void> {
  for (const [name, settings] of Object.entries(SETTINGS)) {
    const file = `${JUPYTER}/config/lab/user-settings/${name}.jupyterlab-settings`;
    await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
    try {
      await Deno.writeTextFile(file, JSON.stringify(settings, null, 2), {
        createNew: true,
      });
    } catch (error) {
      // The user's own choice stays.
      if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    }
  }
}
