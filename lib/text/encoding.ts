import { analyse } from "chardet";
import { UserError } from "../base/fault.ts";

/** How the encoding of a file was known. */
export type EncodingBasis = "bom" | "declared" | "valid utf-8" | "detected";

/** A text and how it was decoded. */
export interface Decoded {
  readonly text: string;
  /** The encoding's name in the WHATWG standard: `utf-8`, `windows-1251`. */
  readonly encoding: string;
  readonly basis: EncodingBasis;
  /** What a user should know: a declaration that was wrong, a detection of little weight. */
  readonly notes: readonly string[];
}

/** Detection looks at so many bytes; a text that is longer tells no more. */
const SAMPLE = 1 << 16;
/** Below this, in percent, what was detected is said to be unsure. */
const SURE = 50;

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * Decodes a text file and says how its encoding was known: by its byte order mark, by
 * what the file or its transport declares, because it is valid UTF-8, or by the
 * statistics of its bytes (chardet). A declaration that the bytes contradict is not
 * followed, and said to be wrong.
 *
 * @param bytes The file.
 * @param declared What its header, `<meta charset>` or a user says.
 * @param file Its name, for faults.
 * @throws {UserError} where the bytes are those of no text.
 */
export function decode(
  bytes: Uint8Array,
  { declared, file }: { declared?: string; file?: string } = {},
): Decoded {
  const notes: string[] = [];
  for (const [encoding, mark] of MARKS) {
    if (!mark.every((byte, i) => bytes[i] === byte)) continue;
    // The mark of UTF-32 begins like that of UTF-16.
    if (
      encoding === "utf-16le" && bytes[2] === 0 && bytes[3] === 0 && bytes.length > 3
    ) {
      return {
        text: decodeUtf32(bytes.subarray(4)),
        encoding: "utf-32le",
        basis: "bom",
        notes,
      };
    }
    return { text: lenient(bytes, encoding, notes), encoding, basis: "bom", notes };
  }
  if (isBinary(bytes)) {
    const guess = unmarkedUtf16(bytes);
    if (guess !== undefined) {
      return {
        text: lenient(bytes, guess, notes),
        encoding: guess,
        basis: "detected",
        notes,
      };
    }
    throw new UserError({
      file,
      expected: "a text",
      found: "bytes that are none: zero bytes or control characters",
    });
  }
  const utf8 = strict(bytes, "utf-8");
  const named = declared === undefined ? undefined : nameOf(declared);
  if (declared !== undefined && named === undefined) {
    notes.push(`declared encoding ${JSON.stringify(declared)} is not known`);
  }
  if (
    utf8 !== undefined && (named === undefined || named === "utf-8" || hasHigh(bytes))
  ) {
    if (named !== undefined && named !== "utf-8") {
      notes.push(`declared as ${named}, but its bytes are UTF-8`);
    }
    const basis = named === "utf-8" ? "declared" : "valid utf-8";
    return { text: utf8, encoding: "utf-8", basis, notes };
  }
  if (named !== undefined && named !== "utf-8") {
    const text = strict(bytes, named);
    if (text !== undefined && !/[\x80-\x9f]/.test(text)) {
      return { text, encoding: named, basis: "declared", notes };
    }
    notes.push(`declared as ${named}, but its bytes are not`);
  } else if (named === "utf-8") notes.push("declared as utf-8, but its bytes are not");
  return detect(bytes, notes, file);
}

function detect(bytes: Uint8Array, notes: string[], file?: string): Decoded {
  const broken = nearlyUtf8(bytes);
  if (broken !== undefined) {
    notes.push(`${broken.wrong} bytes are no UTF-8 and stand as "\ufffd"`);
    return { text: broken.text, encoding: "utf-8", basis: "detected", notes };
  }
  for (const { name, confidence } of analyse(sample(bytes))) {
    const encoding = nameOf(name);
    const text = encoding === undefined ? undefined : strict(bytes, encoding);
    if (text === undefined || encoding === "utf-8") continue;
    notes.push(
      `encoding ${encoding} detected from the bytes` +
        (confidence < SURE ? `, but unsure (${confidence} of 100)` : ""),
    );
    return { text, encoding: encoding!, basis: "detected", notes };
  }
  throw new UserError({
    file,
    expected: "a text in an encoding that can be told",
    found: "bytes that fit none",
    remedy: "save it as UTF-8",
  });
}

/** UTF-8 with a few bytes broken, as where a file was cut or stitched. */
function nearlyUtf8(bytes: Uint8Array): { text: string; wrong: number } | undefined {
  const text = new TextDecoder().decode(bytes);
  let wrong = 0, high = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) wrong++;
    else if (unit > 127) high++;
  }
  return wrong <= 3 + high / 100 && high >= 20 * wrong ? { text, wrong } : undefined;
}

/** Bytes of the upper half from all over the file: the start may be markup alone. */
function sample(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const first = bytes.findIndex((byte) => byte > 127);
  return bytes.subarray(Math.max(0, first - SAMPLE / 8), first + SAMPLE);
}

function hasHigh(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 127);
}

/** Zero bytes, or one control character in fifty. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1 << 16);
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (
      byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 &&
      byte !== 27
    ) {
      control++;
    }
  }
  return control > 8 && control * 50 > head.length;
}

/** UTF-16 without a mark: every second byte of a text in Latin letters is zero. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 4096);
  if (head.length < 16 || bytes.length % 2 === 1) return undefined;
  let even = 0, odd = 0;
  head.forEach((byte, i) => {
    if (byte === 0) i % 2 === 0 ? even++ : odd++;
  });
  const half = head.length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return "utf-16le";
  return even > half * 0.7 && odd < half * 0.05 ? "utf-16be" : undefined;
}

function nameOf(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}

function strict(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lenient(bytes: Uint8Array, encoding: string, notes: string[]): string {
  const text = new TextDecoder(encoding).decode(bytes);
  const wrong = text.split("\ufffd").length - 1;
  if (wrong > 0) notes.push(`${wrong} bytes are no ${encoding} and stand as "\ufffd"`);
  return text;
}

function decodeUtf32(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let i = 0; i + 3 < bytes.length; i += 4) {
    const code = view.getUint32(i, true);
    parts.push(String.fromCodePoint(code <= 0x10ffff ? code : 0xfffd));
  }
  return parts.join("");
}

/** The encoding that a page declares in its first kilobytes. */
export function declaredInHtml(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
}
