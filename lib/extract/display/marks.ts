import { escapeHtml } from "../../base/html.ts";

/** A stretch of a text to be marked. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** Classes of the mark, with spaces between. */
  readonly style: string;
  /** What is told when the pointer rests on it. */
  readonly title: string;
}

/**
 * Writes a text as HTML with marks that may overlap: it is cut wherever a mark begins or
 * ends, and each piece has the classes of all marks over it. Nothing of the text is HTML.
 *
 * @param text Any text.
 * @param marks Stretches in UTF-16 code units; those outside the text are left out.
 */
export function markedHtml(text: string, marks: readonly Mark[]): string {
  const inside = marks.filter(({ start, end }) =>
    start >= 0 && start < end && end <= text.length
  ).sort((a, b) => a.start - b.start);
  const cuts = [
    ...new Set([0, text.length, ...inside.flatMap((m) => [m.start, m.end])]),
  ]
    .sort((a, b) => a - b);
  let html = "", next = 0, open: Mark[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const from = cuts[i], piece = escapeHtml(text.slice(from, cuts[i + 1]));
    while (next < inside.length && inside[next].start <= from) {
      open.push(inside[next++]);
    }
    open = open.filter(({ end }) => end > from);
    if (open.length === 0) html += piece;
    else {
      const styles = [...new Set(open.flatMap(({ style }) => style.split(" ")))];
      const titles = [...new Set(open.map(({ title }) => title))].join("; ");
      html += `<span class="${escapeHtml(styles.join(" "))}" title="${
        escapeHtml(titles)
      }">${piece}</span>`;
    }
  }
  return html;
}
