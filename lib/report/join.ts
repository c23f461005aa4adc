import { type Notebook, textOf } from "./notebook.ts";

/** A place in a notebook. */
export interface Place {
  /** Index of the cell among all cells, from 0. */
  readonly cell: number;
  /** Line within the cell, from 1. */
  readonly line: number;
}

/** All code of a notebook as one module, and where each line of it came from. */
export interface Joined {
  readonly text: string;
  /** The place of each line of the text; nothing for lines that no cell holds. */
  readonly places: readonly (Place | undefined)[];
}

/** A relative import, up to its quote: `from "./`, `import "../`, `import("./`. */
const RELATIVE = /(\b(?:from|import)\s*\(?\s*)(["'])(\.{1,2}\/[^"'\n]*)\2/g;

/**
 * Joins the code cells of a notebook to one module, as the kernel would run them from top
 * to bottom, so that what strips types without looking (the kernel) can be checked by
 * what looks at them.
 *
 * @param notebook The notebook.
 * @param folder URL of its folder, ending in a slash, that relative imports start from.
 * @returns The module's text and the cell and line of each of its lines.
 *
 * @example
 * ```ts
 * import { joinCells } from "./join.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const cell = (source: string) => ({ cell_type: "code" as const, metadata: {}, source });
 * const notebook = {
 *   cells: [cell("const a = 1;"), cell("a")],
 *   metadata: {},
 *   nbformat: 4,
 *   nbformat_minor: 5,
 * };
 * const { places } = joinCells(notebook, "file:///notebooks/");
 * assertEquals(places.slice(0, 2), [{ cell: 0, line: 1 }, { cell: 1, line: 1 }]);
 * ```
 */
export function joinCells(notebook: Notebook, folder: string): Joined {
  const lines: string[] = [];
  const places: (Place | undefined)[] = [];
  notebook.cells.forEach((cell, index) => {
    if (cell.cell_type !== "code" || textOf(cell.source).trim() === "") return;
    const source = textOf(cell.source)
      .replace(
        RELATIVE,
        (_, start, quote, path) =>
          `${start}${quote}${new URL(path, folder).href}${quote}`,
      )
      .split(/\r?\n/);
    source.forEach((line, i) => {
      lines.push(line);
      places.push({ cell: index, line: i + 1 });
    });
  });
  // A module, whether it imports anything or not: it may await at its top level.
  lines.push("export {};", "");
  places.push(undefined, undefined);
  return { text: lines.join("\n"), places };
}

/** A place as messages show it; cells are counted from 1, prose cells included. */
export function placeText({ cell, line }: Place): string {
  return `cell ${cell + 1}, line ${line}`;
}
