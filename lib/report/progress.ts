import type { Event } from "./client.ts";

/** Cells that take longer than this, in seconds, are told of one by one. */
const LONG = 1;

/** Tells how far the notebooks are: a line each on a terminal, the milestones in a log. */
export class Progress {
  readonly #cells: ReadonlyMap<string, number>;
  readonly #running = new Map<string, number>();
  readonly #terminal = Deno.stderr.isTerminal();

  /** @param cells The number of cells of each notebook, by its path. */
  constructor(cells: ReadonlyMap<string, number>) {
    this.#cells = cells;
  }

  /** Takes an event of the client. */
  take(event: Event): void {
    if (event.event === "start") {
      this.#running.set(event.path, 0);
      if (!this.#terminal) {
        say(`${event.path}: started`);
      }
    } else if (event.event === "cell") {
      this.#running.set(event.path, event.cell + 1);
    } else if (event.event === "ran" && event.seconds > LONG) {
      this.#clear();
      say(`${event.path}: cell ${event.cell + 1} took ${seconds(event.seconds)}`);
    } else if (event.event === "end") {
      this.#running.delete(event.path);
      this.#clear();
      say(`${event.path}: ran in ${seconds(event.seconds)}`);
    }
    this.#draw();
  }

  #draw(): void {
    if (!this.#terminal) return;
    const parts = [...this.#running].map(([path, cell]) =>
      `${path} ${cell}/${this.#cells.get(path)}`
    );
    write(`\r\x1b[2K${parts.join("  ")}`.slice(0, 120));
  }

  #clear(): void {
    if (this.#terminal) write("\r\x1b[2K");
  }
}

const write = (text: string) => Deno.stderr.writeSync(new TextEncoder().encode(text));

/** Says a line of progress, on stderr. */
export function say(line: string): void {
  console.error(line);
}

/** Seconds as text. */
export const seconds = (value: number) => `${value.toFixed(1)} s`;
