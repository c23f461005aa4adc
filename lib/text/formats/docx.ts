import { Buffer } from "node:buffer";
import mammoth from "mammoth";
import { UserError } from "../../base/fault.ts";

/** The most that a document may unpack to: 256 MiB. */
const LARGEST = 2 ** 28;
/** Text packs to a tenth; what packs to a thousandth is made to fill memory. */
const MOST_PACKED = 400;

/**
 * Reads a Word document as a page, with its headings and lists (mammoth).
 *
 * @throws {UserError} where it is no such document, or would fill the memory.
 */
export async function readDocx(bytes: Uint8Array, file: string): Promise<string> {
  checkSize(bytes, file);
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
    });
    return value;
  } catch (error) {
    throw new UserError({
      file,
      expected: "a Word document (.docx)",
      found: (error as Error).message.split("\n")[0],
    });
  }
}

/** Adds up the sizes that the archive's directory states, before anything is unpacked. */
function checkSize(bytes: Uint8Array, file: string): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fault = (found: string): never => {
    throw new UserError({ file, expected: "a Word document (.docx)", found });
  };
  let end = bytes.length - 22;
  const lowest = Math.max(0, bytes.length - 65557);
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < lowest) fault("an archive that is cut off");
  let at = view.getUint32(end + 16, true), total = 0;
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) {
      fault("an archive whose directory is broken");
    }
    total += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  if (total > LARGEST || total > MOST_PACKED * bytes.length) {
    fault(
      `an archive of ${bytes.length.toLocaleString("en")} bytes that unpacks to ` +
        `${total.toLocaleString("en")}`,
    );
  }
}
