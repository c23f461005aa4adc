/** A line of the table `validation`: something measured, and what it has to be. */
export interface ValidationRow {
  /** `facts`, `read`, `stance` or `shift`. */
  readonly area: string;
  /** What it was measured on. */
  readonly set: string;
  readonly part: string;
  readonly method: string;
  readonly measure: string;
  readonly value: number;
  /** 95 % interval. */
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** What no method at all would reach. */
  readonly floor: number | null;
  readonly peer: string | null;
  readonly peer_value: number | null;
  /** The value must be at least, and at most, this. */
  readonly least: number | null;
  readonly most: number | null;
}

/** The columns of the table, in order. */
export const VALIDATION_COLUMNS = [
  "area",
  "set",
  "part",
  "method",
  "measure",
  "value",
  "low",
  "high",
  "n",
  "floor",
  "peer",
  "peer_value",
  "least",
  "most",
] as const satisfies readonly (keyof ValidationRow)[];

/** Whether a row holds what it must. */
export function holds({ value, least, most }: ValidationRow): boolean {
  return (least === null || value >= least) && (most === null || value <= most);
}
