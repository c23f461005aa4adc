import { createHash } from "node:crypto";
import robotsParser from "robots-parser";
import { LARGEST_TEXT } from "../text/formats/bytes.ts";

/** How pages are fetched. */
export interface FetchOptions {
  /** Where fetched pages are kept; what is there is not asked for again. */
  readonly folder: string;
  /** Who asks, for the logs of those who are asked. */
  readonly agent?: string;
  /** Pause between two requests to a host, in milliseconds; robots.txt can ask for more. */
  readonly pause?: number;
  /** How often a request is tried that fails for a while. */
  readonly tries?: number;
  /** Waiting time after the first failure, in milliseconds; it doubles each time. */
  readonly wait?: number;
  /** Address of an archive, before which a page is asked for that is gone; none if empty. */
  readonly archive?: string;
  /** The most seconds that a request may take. */
  readonly seconds?: number;
}

/** A fetched page's file, or a line that says why there is none. */
export type Fetched =
  | { readonly path: string; readonly archived: boolean }
  | { readonly error: string };

const AGENT = "Aras/0.1 (research on news; one request a host at a time)";
const ARCHIVE = "https://web.archive.org/web/2id_/";
const REDIRECTS = 6;
/** The longest pause that robots.txt or a server can ask for, in milliseconds. */
const LONGEST_PAUSE = 120_000;
const EXTENSIONS: readonly (readonly [RegExp, string])[] = [
  [/pdf/i, "pdf"],
  [/text\/plain/i, "txt"],
  [/wordprocessingml/i, "docx"],
];

interface Robots {
  isAllowed(url: string, agent?: string): boolean | undefined;
  getCrawlDelay(agent?: string): number | undefined;
}

/**
 * Makes a polite fetcher of pages: it asks robots.txt first (RFC 9309) and keeps to it,
 * sends a host one request at a time with a pause between, says who it is, tries again
 * what fails for a while, waits as long as it is told to, turns to an archive for what is
 * gone, and asks for nothing twice.
 *
 * @param options Where pages are kept, and how patient it is.
 * @returns A function from an address to a file.
 */
export function pageFetcher(
  {
    folder,
    agent = AGENT,
    pause = 2000,
    tries = 3,
    wait = 4000,
    archive = ARCHIVE,
    seconds = 40,
  }: FetchOptions,
): (url: string) => Promise<Fetched> {
  const hosts = new Map<string, Host>();
  const hostOf = (url: URL) => {
    const host = hosts.get(url.host) ?? new Host({ agent, pause, seconds });
    hosts.set(url.host, host);
    return host;
  };

  /** One page, over redirections, each of which is asked for politely. */
  async function ask(address: string): Promise<Answer> {
    let url = new URL(address);
    for (let hop = 0; hop < REDIRECTS; hop++) {
      const host = hostOf(url);
      if (!await host.allows(url)) {
        return { kind: "refused", why: "its robots.txt says no" };
      }
      const answer = await patiently(() => host.get(url), tries, wait);
      if (answer.kind !== "moved") return answer;
      if (!URL.canParse(answer.to, url)) break;
      url = new URL(answer.to, url);
      if (!/^https?:$/.test(url.protocol)) break;
    }
    return { kind: "gone", why: "redirections without an end" };
  }

  return async (address) => {
    if (!URL.canParse(address) || !/^https?:/i.test(address)) {
      return { error: `${address}: expected an address of a page (http or https)` };
    }
    const name = `${folder}/${
      createHash("sha256").update(address).digest("hex").slice(0, 32)
    }`;
    const kept = await keptPage(name);
    if (kept !== undefined) return kept;
    let answer = await ask(address);
    let archived = false;
    if (answer.kind === "gone" && archive !== "") {
      const copy = await ask(`${archive}${address}`);
      if (copy.kind === "page") [answer, archived] = [copy, true];
    }
    if (answer.kind !== "page") {
      const why = answer.kind === "moved" ? "redirections without an end" : answer.why;
      return { error: `${address}: expected a page but found ${why}` };
    }
    return await keep(name, address, answer, archived);
  };
}

type Answer =
  | { kind: "page"; type: string; bytes: Uint8Array }
  | { kind: "moved"; to: string }
  | { kind: "later"; why: string; seconds?: number }
  | { kind: "gone"; why: string }
  | { kind: "refused"; why: string };

/** Requests to one host, one after another. */
class Host {
  #turn: Promise<unknown> = Promise.resolve();
  #robots?: Promise<Robots | "closed">;
  #last = 0;
  #pause: number;

  constructor(readonly given: { agent: string; pause: number; seconds: number }) {
    this.#pause = given.pause;
  }

  /** Tells whether robots.txt allows a page; it is read once. */
  async allows(url: URL): Promise<boolean> {
    this.#robots ??= this.#readRobots(url);
    const robots = await this.#robots;
    if (robots === "closed") return false;
    const delay = robots.getCrawlDelay(this.given.agent);
    if (delay !== undefined) {
      this.#pause = Math.min(LONGEST_PAUSE, Math.max(this.given.pause, delay * 1000));
    }
    return robots.isAllowed(url.href, this.given.agent) !== false;
  }

  /** RFC 9309: no file allows all, a server that fails allows nothing. */
  async #readRobots(url: URL): Promise<Robots | "closed"> {
    const address = new URL("/robots.txt", url);
    const parse = robotsParser as unknown as (url: string, text: string) => Robots;
    let answer = await this.get(address);
    for (let hop = 0; answer.kind === "moved" && hop < REDIRECTS; hop++) {
      if (!URL.canParse(answer.to, address)) break;
      answer = await this.get(new URL(answer.to, address));
    }
    if (answer.kind === "later") return "closed";
    const text = answer.kind === "page" ? new TextDecoder().decode(answer.bytes) : "";
    return parse(address.href, text.slice(0, 512_000));
  }

  /** Waits for its turn and the pause, then asks. */
  get(url: URL): Promise<Answer> {
    const next = this.#turn.then(async () => {
      const left = this.#last + this.#pause - Date.now();
      if (left > 0) await sleep(left);
      try {
        return await request(url, this.given);
      } finally {
        this.#last = Date.now();
      }
    });
    this.#turn = next.catch(() => {});
    return next;
  }
}

async function request(
  url: URL,
  { agent, seconds }: { agent: string; seconds: number },
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      redirect: "manual",
      headers: {
        "user-agent": agent,
        accept: "text/html,application/pdf;q=0.8,*/*;q=0.5",
      },
      signal: AbortSignal.timeout(seconds * 1000),
    });
    const { status, headers } = response;
    const moved = headers.get("location");
    if (status >= 300 && status < 400 && moved !== null) {
      await response.body?.cancel();
      return { kind: "moved", to: moved };
    }
    if (!response.ok) {
      await response.body?.cancel();
      const why = `status ${status}`;
      if (status === 429 || status >= 500) {
        return { kind: "later", why, seconds: retryAfter(headers.get("retry-after")) };
      }
      return status === 401 || status === 403
        ? { kind: "refused", why }
        : { kind: "gone", why };
    }
    return await readBody(response);
  } catch (error) {
    const { name, message } = error as Error;
    return name === "TimeoutError"
      ? { kind: "later", why: `no answer within ${seconds} seconds` }
      : { kind: "later", why: message.split("\n")[0] };
  }
}

async function readBody(response: Response): Promise<Answer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > LARGEST_TEXT) {
      return { kind: "refused", why: "a page of more than 32 MiB" };
    }
    parts.push(part);
  }
  if (size === 0) return { kind: "gone", why: "an empty page" };
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return {
    kind: "page",
    type: response.headers.get("content-type") ?? "text/html",
    bytes,
  };
}

/** Tries again what fails for a while; at last it counts as gone. */
async function patiently(
  attempt: () => Promise<Answer>,
  tries: number,
  wait: number,
): Promise<Answer> {
  for (let turn = 1;; turn++) {
    const answer = await attempt();
    if (answer.kind !== "later") return answer;
    if (turn >= tries) return { kind: "gone", why: answer.why };
    const asked = (answer.seconds ?? 0) * 1000;
    await sleep(Math.min(LONGEST_PAUSE, Math.max(asked, wait * 2 ** (turn - 1))));
  }
}

/** Seconds, or the time until a date. */
function retryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const until = Date.parse(value);
  return Number.isNaN(until) ? undefined : Math.max(0, (until - Date.now()) / 1000);
}

async function keptPage(name: string): Promise<Fetched | undefined> {
  try {
    const { file, archived } = JSON.parse(await Deno.readTextFile(`${name}.json`));
    await Deno.stat(file);
    return { path: file, archived };
  } catch {
    return undefined;
  }
}

/** The page is in place before the note that says so. */
async function keep(
  name: string,
  url: string,
  { type, bytes }: { type: string; bytes: Uint8Array },
  archived: boolean,
): Promise<Fetched> {
  await Deno.mkdir(name.replace(/\/[^/]*$/, ""), { recursive: true });
  const extension = EXTENSIONS.find(([pattern]) => pattern.test(type))?.[1] ?? "html";
  const file = `${name}.${extension}`;
  await replace(file, bytes);
  const note = { url, file, type, archived, fetched: new Date().toISOString() };
  await replace(`${name}.json`, new TextEncoder().encode(JSON.stringify(note) + "\n"));
  return { path: file, archived };
}

async function replace(file: string, bytes: Uint8Array): Promise<void> {
  await Deno.writeFile(`${file}.new`, bytes);
  await Deno.rename(`${file}.new`, file);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
