import type { Removed } from "../passage.ts";

const NAME = String
  .raw`\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|al|bin|de|van|von|der))*`;
const AND = String.raw`(?:,? (?:and|und|et|ve|və|и|և|y|e)|,|;|&)`;
const NAMES = String.raw`${NAME}(?:\s*${AND}\s*${NAME}){0,5}`;
const BYLINE = new RegExp(
  String
    .raw`(?:^|[|•·–—-]\s*)(?:[Bb]y|BY|[Ww]ritten by|[Aa]uthors?|[Aa]utor(?:in)?|[Vv]on|[Pp]ar|[Pp]or|Автор|Yazar|Müəllif|بقلم|نویسنده|Հեղինակ)\s*[:–-]?\s+(${NAMES})`,
  "u",
);
const CREDIT = new RegExp(
  String.raw`^\W*(${NAME}), .{0,140}\b(?:exclusively|especially) for\b`,
  "u",
);

/**
 * Reads the author of an article: as its metadata state, else from its byline or the
 * credit at its end.
 *
 * @param stated What the metadata say.
 * @param removed The passages that were taken out, among them byline and date line.
 * @returns Names with "; " between them, or nothing.
 */
export function authorOf(
  stated: string | undefined,
  removed: readonly Removed[],
): string | undefined {
  if (stated !== undefined && stated.trim() !== "") return tidy(stated);
  for (const { text, reason } of removed) {
    if (reason !== "byline" && reason !== "date line") continue;
    const found = BYLINE.exec(text)?.[1];
    if (found !== undefined) return tidy(found);
  }
  for (const { text, reason } of removed) {
    const found = reason === "author blurb" ? CREDIT.exec(text)?.[1] : undefined;
    if (found !== undefined) return tidy(found);
  }
}

function tidy(names: string): string {
  return names.replace(/\s+/g, " ").replace(/^by\s+/i, "")
    .split(
      new RegExp(
        String.raw`\s*(?:;|&|,(?! (?:Jr|Sr|PhD|MD))|\s(?:and|und|et|ve|və|и|և)\s)\s*`,
        "u",
      ),
    )
    .map((name) => name.trim().replace(/[*.,|]+$/, "")).filter((name) => name !== "")
    .join("; ");
}
