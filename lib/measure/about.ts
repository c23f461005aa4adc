import type { About } from "../corpus/frame.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Parameters, quoteText } from "../corpus/engine.ts";
import { namesOf } from "./lookup.ts";

/** A query as a reader can run it again: its values written in. */
export function written(sql: string, parameters: Parameters = {}): string {
  return sql.replace(/\$([A-Za-z]\w*)/g, (name, key) => {
    const value = parameters[key];
    if (value === undefined) return name;
    return typeof value === "string" ? quoteText(value) : String(value);
  });
}

/** What a measure says of the frame that it makes; options that were left out stay out. */
export function about(
  corpus: Corpus,
  measure: string,
  options: object,
  sql: readonly string[],
  notes: readonly (string | undefined)[] = [],
): About {
  return {
    measure,
    options: Object.fromEntries(
      Object.entries(options).filter(([, value]) => value !== undefined),
    ),
    sql,
    corpus: corpus.reference,
    names: namesOf(corpus, [
      (options as Record<string, unknown>).speaker,
      (options as Record<string, unknown>).target,
    ]),
    notes: notes.filter((note) => note !== undefined),
  };
}

/** `1 document`, `2 documents`; undefined for none, so that a note is left out. */
export function counted(
  n: number | null,
  one: string,
  many: string,
  rest = "",
): string | undefined {
  // SQL counts what holds of no row at all as NULL.
  return n === 0 || n === null
    ? undefined
    : `${n.toLocaleString("en")} ${n === 1 ? one : many}${rest}`;
}
