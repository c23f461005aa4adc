import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { UserError } from "../../base/fault.ts";
import { runningHeads } from "./running_heads.ts";
import type { Stated } from "./source.ts";

/** More pages than a report has. */
const MOST_PAGES = 5000;

/**
 * Reads the text of a PDF (pdf.js by way of unpdf).
 *
 * @throws {UserError} where it is broken, locked with a password or holds pictures alone.
 */
export async function readPdf(
  bytes: Uint8Array,
  file: string,
): Promise<{ text: string; heads: readonly string[]; stated: Stated }> {
  let document: Awaited<ReturnType<typeof getDocumentProxy>> | undefined;
  try {
    // pdf.js takes the buffer over; the caller's must stay whole.
    document = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
    if (document.numPages > MOST_PAGES) {
      throw new UserError({
        file,
        expected: `at most ${MOST_PAGES} pages`,
        found: String(document.numPages),
      });
    }
    const { text } = await extractText(document, { mergePages: false });
    const { info } = await getMeta(document);
    const { pages, heads } = runningHeads(text);
    const whole = joinPages(pages);
    if (whole.trim() === "") {
      throw new UserError({
        file,
        expected: "a PDF with text",
        found: `${document.numPages} pages of pictures alone`,
        remedy: "run it through text recognition (OCR) first",
      });
    }
    return { text: whole, heads, stated: statedIn(info) };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const message = (error as Error).message ?? String(error);
    throw new UserError({
      file,
      expected: "a PDF that can be read",
      found: /password/i.test(message) ? "one locked with a password" : message,
    });
  } finally {
    await document?.loadingTask.destroy();
  }
}

/**
 * Pages follow one another; a word that a line's end parts is put together again, and a
 * paragraph ends where a line stops short of the others.
 */
function joinPages(pages: readonly string[]): string {
  const whole = pages.map((page) => page.trim()).filter((page) => page !== "")
    .join("\n\n").replace(/(\p{Ll})[-\u00ad\u2010]\n(?=\p{Ll})/gu, "$1");
  const lines = whole.split("\n");
  const lengths = lines.map((line) => line.length).filter((length) => length > 20);
  lengths.sort((a, b) => a - b);
  const short = (lengths[lengths.length >> 1] ?? 0) * 0.75;
  return lines.map((line) =>
    line.length < short && /[.!?…؟։:”"»)\]]\s*$/u.test(line) ? `${line}\n` : line
  ).join("\n");
}

function statedIn(info: Record<string, unknown> | undefined): Stated {
  const text = (key: string) => {
    const value = info?.[key];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const title = text("Title");
  const made = /^D:(\d{4})(\d{2})(\d{2})/.exec(text("CreationDate") ?? "");
  return {
    title: title === undefined ||
        /\.(?:docx?|pdf|indd|qxd)$|^untitled|^microsoft word/i.test(title)
      ? undefined
      : title,
    author: text("Author"),
    published: made === null ? undefined : made.slice(1).join("-"),
  };
}
