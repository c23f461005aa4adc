import { WARCParser } from "warcio";
import { declaredInHtml, decode } from "../encoding.ts";
import { fileFault, isPackingFault, LARGEST_TEXT, openStream } from "./bytes.ts";
import { baseName, type Source, type Unread } from "./source.ts";

/**
 * Reads the pages of a web archive (WARC, ISO 28500) one at a time (warcio).
 *
 * @param path The file; `.warc` or `.warc.gz`.
 */
export async function* readWarc(path: string): AsyncGenerator<Source | Unread> {
  const name = baseName(path);
  let row = 0, read = 0;
  try {
    // Unpacked here: the parser passes over packed data that are cut off.
    const stream = await openStream(path);
    for await (
      const record of new WARCParser(stream, { keepHeadersCase: false })
    ) {
      if (record.warcType !== "response" && record.warcType !== "resource") continue;
      const headers = record.httpHeaders?.headers as Headers | undefined;
      const type = headers?.get("content-type") ?? record.warcHeader("Content-Type") ??
        "";
      const status = record.httpHeaders?.statusCode;
      if (!/html/i.test(type) || status !== undefined && Number(status) >= 300) {
        continue;
      }
      row++;
      const id = `${name}-${row}`;
      const url = record.warcTargetURI ?? undefined;
      try {
        const bytes = await record.readFully(true);
        if (bytes.length === 0) throw new Error("an empty page");
        if (bytes.length > LARGEST_TEXT) throw new Error("a page of more than 32 MiB");
        const declared = /charset=["']?([\w.:-]+)/i.exec(type)?.[1] ??
          declaredInHtml(bytes);
        const { text, encoding, basis, notes } = decode(bytes, { declared, file: id });
        read++;
        yield {
          id,
          format: "warc",
          encoding,
          basis,
          notes,
          stated: { url },
          html: text,
        };
      } catch (error) {
        // After the archive itself broke off there is nothing to go on with.
        if (isPackingFault(error)) throw error;
        const found = (error as Error).message.split("\n")[0];
        yield {
          id,
          error: `${path}: record ${row} (${url}): expected a page but found ${found}`,
        };
      }
    }
  } catch (error) {
    const { message } = fileFault(path, error);
    yield { id: name, error: `${message}; ${read} pages were read before` };
    return;
  }
  if (row === 0) {
    yield {
      id: name,
      error: `${path}: expected pages of a web archive but found none`,
    };
  }
}
