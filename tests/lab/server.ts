import { startLab } from "../../lib/report/lab.ts";

/** A JupyterLab that runs for a test. */
export interface Server extends AsyncDisposable {
  /** Asks its contents, sessions and kernels API. */
  api(path: string, method?: string): Promise<Response>;
  /** Address of a notebook in the browser. */
  address(notebook: string): string;
}

/**
 * Starts JupyterLab on a folder and waits until it answers.
 *
 * @param root The folder that it shows.
 */
export async function serve(root: string): Promise<Server> {
  const port = freePort(), token = crypto.randomUUID();
  const base = `http://127.0.0.1:${port}`;
  const folder = await Deno.realPath(root);
  const process = await startLab({
    browser: false,
    port,
    token,
    root: folder,
    folder,
    log: "piped",
  });
  // Both ends are read, or a full pipe would stop the server.
  const log = Promise.all(
    [process.stdout, process.stderr].map((stream) => new Response(stream).text()),
  );
  const api = (path: string, method = "GET") =>
    fetch(`${base}/api/${path}`, {
      method,
      headers: { Authorization: `token ${token}` },
    });
  const stop = async () => {
    try {
      process.kill("SIGTERM");
    } catch { /* it has ended by itself */ }
    await process.status;
    return (await log).join("");
  };
  for (let waited = 0;; waited++) {
    const answer = await api("status").catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) break;
    if (waited > 300) throw new Error(`JupyterLab does not answer:\n${await stop()}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    api,
    address: (notebook) => `${base}/lab/tree/${notebook}?token=${token}&reset`,
    [Symbol.asyncDispose]: async () => void await stop(),
  };
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}
