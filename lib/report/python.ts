import { UserError } from "../base/fault.ts";

/** The git-ignored folder of what is installed for notebooks: clients and kernel. */
export const JUPYTER = ".jupyter";

/** The oldest Python for which the requirements are pinned. */
const OLDEST = [3, 10] as const;

const REMEDY =
  "install it (Debian: apt-get install python3 python3-venv), or make the " +
  "figures without Python by deno task figures";

/** A set of Python packages: those that execute notebooks, or JupyterLab. */
export interface PythonSet {
  /** Folder of its virtual environment. */
  readonly folder: string;
  /** The file that pins it, with hashes. */
  readonly requirements: string;
}

/** What executes notebooks without a browser: nbclient. */
export const CLIENT: PythonSet = {
  folder: `${JUPYTER}/client`,
  requirements: "notebooks/requirements.txt",
};

/** What shows notebooks in a browser: JupyterLab. */
export const LAB: PythonSet = {
  folder: `${JUPYTER}/lab`,
  requirements: "notebooks/requirements-lab.txt",
};

/**
 * Makes sure of a virtual environment that holds exactly what a requirements file pins.
 *
 * @param set What is to be installed and where.
 * @param say Is told of each step that takes long.
 * @returns The path of the environment's Python.
 * @throws {UserError} where there is no Python, or where it lacks venv or pip.
 */
export async function ensurePython(
  set: PythonSet,
  say: (line: string) => void,
): Promise<string> {
  const python = pythonOf(set);
  const wanted = await hashOf(set.requirements);
  // Written last, so that an installation that was broken off is made anew.
  const mark = `${set.folder}.installed`;
  if (await textOrNothing(mark) === wanted && await works(python)) return python;
  const base = await findPython();
  say(`installing ${set.requirements} into ${set.folder}`);
  await Deno.remove(mark).catch(ignoreMissing);
  await makeEnvironment(base, set);
  await Deno.writeTextFile(mark, wanted);
  return python;
}

function pythonOf(set: PythonSet): string {
  return Deno.build.os === "windows"
    ? `${set.folder}/Scripts/python.exe`
    : `${set.folder}/bin/python`;
}

async function findPython(): Promise<string> {
  let found = "none";
  for (const name of ["python3", "python"]) {
    const { code, stdout } = await run(name, [
      "-c",
      "import sys; print(*sys.version_info[:2])",
    ]);
    if (code !== 0) continue;
    const [major, minor] = stdout.trim().split(" ").map(Number);
    if (major === OLDEST[0] && minor >= OLDEST[1]) return name;
    found = `Python ${major}.${minor}`;
  }
  throw new UserError({
    expected: `Python ${OLDEST.join(".")} or newer on the PATH`,
    found,
    remedy: REMEDY,
  });
}

// Python clears the folder itself: Deno refuses to write where it may run a program.
const VENV = ["-m", "venv", "--clear"];

async function makeEnvironment(base: string, set: PythonSet): Promise<void> {
  const install = [
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--require-hashes",
    "--requirement",
    set.requirements,
  ];
  const made = await run(base, [...VENV, set.folder]);
  let installed = made;
  if (made.code === 0) {
    installed = await run(pythonOf(set), ["-m", "pip", ...install]);
  } else if ((await run(base, ["-m", "pip", "--version"])).code === 0) {
    // Debian splits ensurepip off; a pip outside of the environment does as well.
    installed = await run(base, [...VENV, "--without-pip", set.folder]);
    if (installed.code === 0) {
      const pip = ["-m", "pip", "--python", pythonOf(set), ...install];
      installed = await run(base, pip);
    }
  } else {
    throw new UserError({
      expected: "a Python with venv",
      found: lastLine(made.stderr + made.stdout),
      remedy: REMEDY,
    });
  }
  if (installed.code === 0) return;
  throw new UserError({
    file: set.requirements,
    expected: "all packages to be installed from the Python package index",
    found: lastLine(installed.stderr),
    remedy:
      "look at the network, then run the task again; or make the figures without " +
      "Python by deno task figures",
  });
}

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

async function run(program: string, args: string[]): Promise<Ended> {
  try {
    const command = new Deno.Command(program, { args, stdin: "null" });
    const { code, stdout, stderr } = await command.output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    return { code, stdout: text(stdout), stderr: text(stderr) };
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return { code: 127, stdout: "", stderr: `${program}: not found` };
  }
}

async function works(python: string): Promise<boolean> {
  return (await run(python, ["-c", ""])).code === 0;
}

async function hashOf(path: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await Deno.readFile(path));
  return new Uint8Array(digest).toHex();
}

async function textOrNothing(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    ignoreMissing(error);
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

const lastLine = (text: string) => text.trim().split("\n").at(-1)!.trim();
