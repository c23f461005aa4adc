import type { Rows } from "./package.ts";

/** What a made-up statement is. */
export interface Told {
  readonly date: string;
  readonly stance: number;
  /** Statements of one document share it; each its own where left out. */
  readonly document?: string;
  readonly publisher?: string;
  readonly speaker?: string;
  readonly target?: string;
  readonly voice?: string;
  readonly coder?: string;
  readonly method?: string;
  readonly issue?: string;
}

/** Tables of a small corpus that holds these statements, Iran toward Azerbaijan. */
export function told(statements: readonly Told[]): Record<string, Rows> {
  const documents = new Map<string, Record<string, string>>();
  const count = new Map<string, number>();
  const rows = statements.map((s, i) => {
    const document = s.document ?? `d${String(i).padStart(5, "0")}`;
    const published = s.date.length === 4 ? `${s.date}-06` : s.date;
    if (!documents.has(document)) {
      documents.set(document, {
        id: document,
        published,
        date_precision: published.length === 10 ? "day" : "month",
        publisher: s.publisher ?? "paper",
        coder: s.coder ?? "a",
      });
    }
    const key = `${document}/${s.method ?? "coded"}`;
    const n = (count.get(key) ?? 0) + 1;
    count.set(key, n);
    return {
      document,
      n,
      speaker: s.speaker ?? "irn",
      target: s.target ?? "aze",
      date: s.date,
      date_precision: s.date.length === 10
        ? "day"
        : s.date.length === 7
        ? "month"
        : "year",
      stance: s.stance,
      voice: s.voice ?? "reported",
      method: s.method ?? "coded",
      issue: s.issue ?? "other",
    };
  });
  return { documents: [...documents.values()], statements: rows };
}

/** The month some months after January 2020. */
export function month(i: number): string {
  return `${2020 + Math.floor(i / 12)}-${String(i % 12 + 1).padStart(2, "0")}`;
}

/** n statements a month over months, by a function of month and number. */
export function monthly(
  months: number,
  n: number,
  make: (month: number, i: number) => Omit<Told, "date">,
): Told[] {
  return Array.from(
    { length: months * n },
    (_, k) => ({
      date: `${month(Math.floor(k / n))}-${String(k % n % 27 + 1).padStart(2, "0")}`,
      ...make(Math.floor(k / n), k % n),
    }),
  );
}
