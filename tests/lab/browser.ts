import { type Browser, chromium } from "playwright-core";

/** What to do where there is none. */
export const NO_BROWSER =
  "expected Chromium on the PATH but found none; install it (Debian: apt-get install " +
  "chromium)";

/** Finds the Chromium on the PATH. */
export async function findChromium(): Promise<string | undefined> {
  for (const folder of (Deno.env.get("PATH") ?? "").split(":")) {
    const file = `${folder}/chromium`;
    const found = await Deno.stat(file).catch(() => undefined);
    if (found?.isFile) return file;
  }
}

/** Starts Chromium without a window. */
export function launch(executablePath: string | undefined): Promise<Browser> {
  if (executablePath === undefined) throw new Error(NO_BROWSER);
  return chromium.launch({
    executablePath,
    // Its own sandbox does not start for root, which everybody is in a container.
    args: Deno.uid() === 0 ? ["--no-sandbox"] : [],
  });
}
