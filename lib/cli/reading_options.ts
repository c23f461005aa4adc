import { badOption } from "../base/fault.ts";
import { type Format, FORMATS } from "../text/formats/source.ts";
import type { SourceOptions } from "../text/formats/sources.ts";

/** The options of the tasks that read articles from files. */
export const READING_OPTIONS = {
  "text-column": { type: "string" },
  format: { type: "string" },
  encoding: { type: "string" },
} as const;

/**
 * What a user says of his files.
 *
 * @throws {UserError} where a format or an encoding is none that can be read.
 */
export function readingOptions(
  values: { "text-column"?: string; format?: string; encoding?: string },
): SourceOptions {
  const { format, encoding } = values;
  if (format !== undefined && !FORMATS.includes(format as Format)) {
    badOption("--format", FORMATS.join(", "), format);
  }
  if (encoding !== undefined && !isEncoding(encoding)) {
    badOption("--encoding", "the name of an encoding, such as windows-1251", encoding);
  }
  return { text: values["text-column"], format: format as Format, encoding };
}

function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}
