/** What an execution depends on beside the notebook itself. */
const SHARED = [
  "lib",
  "data",
  "corpus",
  "notebooks",
  "deno.json",
  "deno.lock",
  "package.json",
];

/** Files over this many bytes are told apart by size and time of change alone. */
const LARGE = 200e6;

/**
 * The SHA-256 of everything that notebooks and figures are made of: code, data and locked
 * dependencies, and what lies beside the notebooks. Where it is the same, so is what would
 * come out.
 *
 * @param paths Files and folders; those that are missing count as such.
 * @returns Hexadecimal digits.
 */
export async function fingerprintOf(
  paths: readonly string[] = SHARED,
): Promise<string> {
  const files = (await Promise.all(paths.map(filesUnder))).flat().sort();
  const parts: string[] = [];
  for (const file of files) parts.push(`${file} ${await hashOfFile(file)}`);
  return await hashOfText(parts.join("\n"));
}

/** The SHA-256 of a text, in hexadecimal digits. */
export function hashOfText(text: string): Promise<string> {
  return hashOfBytes(new TextEncoder().encode(text));
}

async function hashOfFile(path: string): Promise<string> {
  const { size, mtime } = await Deno.stat(path);
  if (size > LARGE) return `${size} ${mtime?.getTime()}`;
  return await hashOfBytes(await Deno.readFile(path));
}

async function hashOfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

async function filesUnder(path: string): Promise<string[]> {
  let stat: Deno.FileInfo;
  try {
    stat = await Deno.stat(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
  if (stat.isFile) return [path];
  const found: string[] = [];
  for await (const entry of Deno.readDir(path)) {
    // Hidden files are an editor's or a cache's.
    if (entry.name.startsWith(".") || entry.name === "__pycache__") continue;
    if (entry.name.endsWith(".ipynb")) continue;
    found.push(...await filesUnder(`${path}/${entry.name}`));
  }
  return found;
}
