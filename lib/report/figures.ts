import { basename } from "@std/path";
import { UserError } from "../base/fault.ts";
import { hashOfText } from "./fingerprint.ts";
import type { ListedFigure } from "./index_page.ts";
import { say } from "./progress.ts";
import { JUPYTER } from "./python.ts";
import type { WrittenFigure } from "./write_figures.ts";

/** What `deno task figures` may do; the folder that it writes to is added. */
const PERMISSIONS = ["--allow-read", "--allow-ffi", "--allow-env", "--allow-sys"];

/** Where it is kept what the figures in a folder were made of. */
const KEPT = `${JUPYTER}/figures.json`;

/**
 * Makes sure of the figures of the report in a folder: they are made anew where code or
 * data changed since, or where a file of theirs is missing or was changed.
 *
 * @param folder The folder of the report.
 * @param fingerprint SHA-256 of code and data.
 * @returns The figures, as the manifest lists them.
 * @throws {UserError} where they can't be made.
 */
export async function ensureFigures(
  folder: string,
  fingerprint: string,
): Promise<ListedFigure[]> {
  const key = await hashOfText(`${fingerprint} ${folder}`);
  if (await textOrNothing(KEPT) === key && await areWhole(folder)) {
    say("figures: reused, neither code nor data changed since they were made");
  } else {
    say("making the figures");
    await makeFigures(folder);
    await Deno.writeTextFile(KEPT, key);
  }
  const figures = await manifestOf(folder);
  return figures.map(({ title, files }) => {
    const name = basename(files.svg, ".svg");
    return { name, title, ...files };
  });
}

/** In a process of its own, which is no trouble to this one when its database unloads. */
async function makeFigures(folder: string): Promise<void> {
  const { success } = await new Deno.Command("deno", {
    args: [
      "run",
      "--quiet",
      ...PERMISSIONS,
      `--allow-write=${folder}`,
      "lib/cli/figures.ts",
      "--out",
      folder,
    ],
    stdin: "null",
  }).spawn().status;
  if (success) return;
  throw new UserError({
    expected: "figures",
    found: "the message above",
    remedy: "mend it, or look at the figures alone by deno task figures",
  });
}

async function manifestOf(folder: string): Promise<WrittenFigure[]> {
  return JSON.parse(await Deno.readTextFile(`${folder}/manifest.json`)).figures;
}

async function areWhole(folder: string): Promise<boolean> {
  try {
    for (const { files, svg_sha256 } of await manifestOf(folder)) {
      const svg = await Deno.readTextFile(`${folder}/${files.svg}`);
      if (await hashOfText(svg) !== svg_sha256) return false;
      for (const file of [files.png, files.csv]) await Deno.stat(`${folder}/${file}`);
    }
    return true;
  } catch {
    return false; // a file is missing, or the manifest was broken off
  }
}

async function textOrNothing(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
