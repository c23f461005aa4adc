/** What was found beside the text: as written, not yet judged. */
export interface Stated {
  readonly title?: string;
  /** Names, with "; " between several. */
  readonly author?: string;
  /** A date in any of the forms that metadata have. */
  readonly published?: string;
  /** An outlet's id or name. */
  readonly publisher?: string;
  readonly url?: string;
  readonly language?: string;
  readonly genre?: string;
}

/** An article as a file holds it, before cleaning. */
export interface Source {
  /** A name of its own: the file's, with a number where a file holds several articles. */
  readonly id: string;
  readonly format: Format;
  readonly encoding: string;
  /** How the encoding was known. */
  readonly basis: string;
  readonly notes: readonly string[];
  readonly stated: Stated;
  /** Its text, or the page that holds it; neither where there are metadata alone. */
  readonly text?: string;
  readonly html?: string;
  /** Lines of the text that stand at the top or foot of many of its pages. */
  readonly heads?: readonly string[];
}

/** The formats that are read. */
export const FORMATS = [
  "text",
  "markdown",
  "html",
  "pdf",
  "docx",
  "jsonl",
  "csv",
  "ris",
  "bibtex",
  "csl-json",
  "warc",
] as const;

/** One of {@linkcode FORMATS}. */
export type Format = typeof FORMATS[number];

/** A part of a file that could not be read, told in a line. */
export interface Unread {
  readonly id: string;
  readonly error: string;
}

const BY_NAME: readonly (readonly [RegExp, Format])[] = [
  [/\.warc(?:\.gz)?$/i, "warc"],
  [/\.(?:html?|xhtml)(?:\.gz)?$/i, "html"],
  [/\.(?:md|markdown)(?:\.gz)?$/i, "markdown"],
  [/\.pdf$/i, "pdf"],
  [/\.docx$/i, "docx"],
  [/\.(?:jsonl|ndjson)(?:\.gz)?$/i, "jsonl"],
  [/\.(?:csv|tsv)(?:\.gz)?$/i, "csv"],
  [/\.ris(?:\.gz)?$/i, "ris"],
  [/\.bib(?:tex)?(?:\.gz)?$/i, "bibtex"],
  [/\.(?:json|csl)(?:\.gz)?$/i, "csl-json"],
  [/\.(?:txt|text)(?:\.gz)?$/i, "text"],
];

/** The format that a file's name tells; `undefined` where it tells none. */
export function formatOfName(name: string): Format | undefined {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
}

/** The format that a file's first bytes tell; they go before its name. */
export function formatOfBytes(bytes: Uint8Array): Format | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (head.startsWith("%PDF-")) return "pdf";
  if (head.startsWith("PK\x03\x04")) return "docx";
  if (/^WARC\/1\.\d/.test(head)) return "warc";
  if (
    /^(?:\xef\xbb\xbf)?\s*(?:<!--[^]*?-->\s*)?<(?:!doctype html|html[\s>])/i.test(head)
  ) {
    return "html";
  }
  return undefined;
}

/** A name without its folder and its extensions, by which an article is called. */
export function baseName(path: string): string {
  const name = path.replace(/[/\\]+$/, "").replace(/^.*[/\\]/, "");
  return name.replace(
    /(?:\.(?:html?|xhtml|md|markdown|pdf|docx|jsonl|ndjson|csv|tsv|ris|bib(?:tex)?|json|csl|txt|text|warc|gz))+$/i,
    "",
  ) || name;
}
