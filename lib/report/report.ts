import { basename } from "@std/path";
import { VERSION } from "../base/version.ts";
import { type Citation, parseCitation } from "./citation.ts";
import { hashOfText } from "./fingerprint.ts";
import { indexPage, type ListedFigure } from "./index_page.ts";
import { PINNED } from "./kernel.ts";
import { formatNotebook, titleOf } from "./notebook.ts";
import { leadOf, notebookPage } from "./page.ts";
import type { NotebookFile } from "./notebook.ts";

/** The data package as a report names it. */
interface DataPackage {
  title?: string;
  name?: string;
  version?: string;
  created?: string;
}

/**
 * Writes a report: each notebook as a page, and an index of them and of the figures.
 *
 * @param folder Where.
 * @param files The executed notebooks.
 * @param figures The figures that are in the folder already.
 * @param fingerprint SHA-256 of code and data.
 * @returns The paths of the pages, the index first.
 */
export async function writeReport(
  folder: string,
  files: readonly NotebookFile[],
  figures: readonly ListedFigure[],
  fingerprint: string,
): Promise<string[]> {
  await Deno.mkdir(folder, { recursive: true });
  const data = await jsonOrNothing<DataPackage>("data/datapackage.json");
  const dataText = [data?.title ?? data?.name, data?.version].filter(Boolean).join(" ");
  const written: string[] = [];
  const listed = [];
  for (const { path, notebook } of files) {
    const page = basename(path).replace(/\.ipynb$/, ".html");
    const hash = await hashOfText(formatNotebook(notebook));
    const colophon = [
      basename(path),
      `executed by Aras ${VERSION} in Deno ${PINNED}`,
      dataText && `data: ${dataText}`,
      `SHA-256 of the executed notebook ${hash.slice(0, 16)}…`,
    ].filter(Boolean).join(" · ");
    const html = await notebookPage(notebook, { path, colophon });
    await Deno.writeTextFile(`${folder}/${page}`, html);
    written.push(`${folder}/${page}`);
    listed.push({ title: titleOf(notebook, path), page, lead: leadOf(notebook) });
  }
  const facts: [string, string][] = [
    ["Data", dataText],
    ["Of", data?.created?.slice(0, 10) ?? ""],
    ["Software", `Aras ${VERSION}, Deno ${PINNED}`],
    ["SHA-256 of code and data", fingerprint],
  ];
  const index = await indexPage({
    notebooks: listed,
    figures,
    facts: facts.filter(([, value]) => value !== ""),
    citation: await citation(),
  });
  await Deno.writeTextFile(`${folder}/index.html`, index);
  return [`${folder}/index.html`, ...written];
}

async function citation(): Promise<Citation | undefined> {
  const text = await textOrNothing("CITATION.cff");
  return text === undefined ? undefined : parseCitation(text);
}

async function jsonOrNothing<T>(path: string): Promise<T | undefined> {
  const text = await textOrNothing(path);
  return text === undefined ? undefined : JSON.parse(text);
}

async function textOrNothing(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
