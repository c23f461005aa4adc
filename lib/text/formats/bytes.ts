import { Duplex } from "node:stream";
import { createGunzip } from "node:zlib";
import { UserError } from "../../base/fault.ts";

/** The most bytes of one article that are read: 256 MiB; also of what they unpack to. */
export const LARGEST = 2 ** 28;
/** The most bytes of text or markup of one article, 32 MiB: more than any book has. */
export const LARGEST_TEXT = 2 ** 25;

/** Opens a file as a stream, unpacked where it is packed with gzip. */
export async function openStream(
  path: string,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const file = await Deno.open(path);
  const head = new Uint8Array(2);
  const length = await file.read(head) ?? 0;
  await file.seek(0, Deno.SeekMode.Start);
  const isPacked = length === 2 && head[0] === 0x1f && head[1] === 0x8b;
  return isPacked ? file.readable.pipeThrough(unpacking()) : file.readable;
}

/** Unpacks gzip, several parts in a row as well; data that are cut off are an error. */
function unpacking(): TransformStream<
  Uint8Array<ArrayBuffer>,
  Uint8Array<ArrayBuffer>
> {
  return Duplex.toWeb(createGunzip()) as unknown as TransformStream<
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>
  >;
}

/**
 * Reads a file whole, unpacked where it is packed with gzip.
 *
 * @throws {UserError} where it is missing, cut off, empty or larger than 256 MiB.
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of await openStream(path)) {
      size += part.length;
      if (size > LARGEST) {
        throw tooLarge(path, "256 MiB");
      }
      parts.push(part);
    }
  } catch (error) {
    throw fileFault(path, error);
  }
  if (size === 0) {
    throw new UserError({ file: path, expected: "an article", found: "an empty file" });
  }
  if (parts.length === 1) return parts[0];
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Checks that a text or page is no larger than an article can be.
 *
 * @throws {UserError} where it is larger than 32 MiB.
 */
export function checkTextSize(bytes: Uint8Array, path: string): void {
  if (bytes.length > LARGEST_TEXT) throw tooLarge(path, "32 MiB");
}

function tooLarge(file: string, most: string): UserError {
  return new UserError({
    file,
    expected: `an article of at most ${most}`,
    found: "a larger one",
    remedy: "give many articles as JSON Lines, CSV or WARC",
  });
}

/** Says what is wrong with a file that cannot be read. */
export function fileFault(path: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  const found = error instanceof Deno.errors.NotFound
    ? "no such file"
    : error instanceof Deno.errors.NotCapable ||
        error instanceof Deno.errors.PermissionDenied
    ? "one that may not be read"
    : error instanceof Deno.errors.IsADirectory
    ? "a folder"
    : isPackingFault(error)
    ? "gzip data that are cut off or broken"
    : error instanceof Error
    ? error.message.split("\n")[0]
    : String(error);
  return new UserError({ file: path, expected: "a file that can be read", found });
}

/** zlib says with a code what is wrong with packed data. */
export function isPackingFault(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === "string" && /^Z_|^ERR_STREAM_PREMATURE/.test(code);
}
