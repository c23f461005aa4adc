import { basename } from "@std/path";
import { VERSION } from "../base/version.ts";
import { type Citation, parseCitation } from "./citation.ts";
import { hashOfText } from "./fingerprint.ts";
import { indexPage, type ListedFigure, type ListedNotebook } from "./index_page.ts";
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
 * Writes each notebook as a page.
 *
 * @param folder Where.
 * @param files The executed notebooks.
 * @returns The pages as an index lists them, their addresses within the folder.
 */
export async function writePages(
  folder: string,
  files: readonly NotebookFile[],
): Promise<ListedNotebook[]> {
  await Deno.mkdir(folder, { recursive: true });
  const data = await dataText();
  const listed: ListedNotebook[] = [];
  // One after the other: Deno 2.8.1 can panic where a module is imported twice at once,
  // and each page loads what cuts its fonts.
  for (const { path, notebook } of files) {
    const page = basename(path).replace(/\.ipynb$/, ".html");
    const hash = await hashOfText(formatNotebook(notebook));
    const colophon = [
      basename(path),
      `executed by Aras ${VERSION} in Deno ${PINNED}`,
      data && `data: ${data}`,
      `SHA-256 of the executed notebook ${hash.slice(0, 16)}…`,
    ].filter(Boolean).join(" · ");
    const html = await notebookPage(notebook, { path, colophon });
    await Deno.writeTextFile(`${folder}/${page}`, html);
    listed.push({ title: titleOf(notebook, path), page, lead: leadOf(notebook) });
  }
  return listed;
}

/**
 * Writes the first page of a report, which leads to all else.
 *
 * @param folder Where.
 * @param notebooks The pages that are in the folder.
 * @param figures The figures that are in the folder.
 * @param fingerprint SHA-256 of code and data.
 */
export async function writeIndex(
  folder: string,
  notebooks: readonly ListedNotebook[],
  figures: readonly ListedFigure[],
  fingerprint: string,
): Promise<void> {
  const data = await jsonOrNothing<DataPackage>("data/datapackage.json");
  const facts: [string, string][] = [
    ["Data", await dataText()],
    ["Of", data?.created?.slice(0, 10) ?? ""],
    ["Software", `Aras ${VERSION}, Deno ${PINNED}`],
    ["SHA-256 of code and data", fingerprint],
  ];
  const index = await indexPage({
    notebooks,
    figures,
    facts: facts.filter(([, value]) => value !== ""),
    citation: await citation(),
  });
  await Deno.writeTextFile(`${folder}/index.html`, index);
}

/** Name and version of the data package. */
async function dataText(): Promise<string> {
  const data = await jsonOrNothing<DataPackage>("data/datapackage.json");
  return [data?.title ?? data?.name, data?.version].filter(Boolean).join(" ");
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
