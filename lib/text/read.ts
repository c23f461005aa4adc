import { type Article, articleMaker } from "./article.ts";
import { type SourceOptions, sourcesOf } from "./formats/sources.ts";
import type { Unread } from "./formats/source.ts";
import type { TextKnowledge } from "./knowledge.ts";

/** The longest line in which a fault is told. */
const LINE = 400;

/**
 * Makes a reader of files: each article of a file is read, cleaned and described by
 * itself, so that memory does not grow with their number, and what cannot be read is told
 * in a line while the rest goes on.
 *
 * @param knowledge Publishers, their names and hosts, and dated events.
 *
 * @example
 * ```ts
 * import { fileReader } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const read = fileReader({ publishers: [{ id: "oc-media", name: "OC Media" }] });
 * const path = await Deno.makeTempFile({ suffix: ".md" });
 * await Deno.writeTextFile(path, "---\ntitle: A road\nsource: OC Media\n---\nIt is open.");
 * for await (const article of read(path)) {
 *   assertEquals("error" in article ? "" : article.publisher, "oc-media");
 * }
 * ```
 */
export function fileReader(
  knowledge: TextKnowledge,
): (path: string, options?: SourceOptions) => AsyncGenerator<Article | Unread> {
  const make = articleMaker(knowledge);
  return async function* (path, options) {
    for await (const source of sourcesOf(path, options)) {
      if ("error" in source) {
        yield source;
        continue;
      }
      try {
        yield make(source);
      } catch (error) {
        const found = error instanceof Error
          ? error.message.split("\n")[0]
          : String(error);
        yield {
          id: source.id,
          error: `${path}: expected an article but found ${found}`.slice(0, LINE),
        };
      }
    }
  };
}
