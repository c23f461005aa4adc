/** Fewer pages than this tell no running head from a line of the text. */
const FEWEST = 3;
/** The lines at the top and at the foot of a page that can be running heads. */
const DEEP = 2;
/** The part of the pages that a running head stands on: every other, less a few. */
const SHARE = 0.3;
const LONGEST = 120;

/** The pages of a document, their running heads on their own. */
export interface HeadedPages {
  /** The pages with an empty line between running heads and text. */
  readonly pages: readonly string[];
  /** The running heads and page numbers as they stand there. */
  readonly heads: readonly string[];
}

/**
 * Finds the running heads and feet of a document: lines at the top or foot of its pages
 * that are the same on many of them but for their numbers.
 *
 * @param pages The text of each page, in lines.
 */
export function runningHeads(pages: readonly string[]): HeadedPages {
  if (pages.length < FEWEST) return { pages, heads: [] };
  const lines = pages.map((page) => page.split("\n").map((line) => line.trim()));
  const counts = new Map<string, number>();
  for (const page of lines) {
    const keys = new Set(edges(page).map((i) => keyOf(page[i])));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(FEWEST, Math.ceil(pages.length * SHARE));
  const heads = new Set<string>();
  const parted = lines.map((page) => {
    const isHead = new Set(
      edges(page).filter((i) =>
        page[i].length <= LONGEST && (counts.get(keyOf(page[i])) ?? 0) >= most
      ),
    );
    for (const i of isHead) heads.add(page[i]);
    return page.map((line, i) => isHead.has(i) ? `\n${line}\n` : line).join("\n")
      .replace(/\n{3,}/g, "\n\n").trim();
  });
  return { pages: parted, heads: [...heads] };
}

/** The places of the first and last lines of a page that are not empty. */
function edges(page: readonly string[]): number[] {
  const written = page.flatMap((line, i) => line === "" ? [] : [i]);
  // A page of a few lines has no head and foot beside its text.
  if (written.length <= 2 * DEEP) return written.slice(0, 1).concat(written.slice(-1));
  return [...written.slice(0, DEEP), ...written.slice(-DEEP)];
}

function keyOf(line: string): string {
  return line.toLowerCase().replace(/\p{Nd}+/gu, "#").replace(/\s+/g, " ");
}
