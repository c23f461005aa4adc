import { wilson } from "../measure/interval.ts";
import type { ValidationRow } from "../corpus/validation.ts";

/** A line of the table `validation` about shifts. */
export type ShiftRow = ValidationRow & { readonly area: "shift" };

/** What differs from row to row; the rest is empty. */
export type Measured =
  & Pick<ShiftRow, "part" | "method" | "measure" | "value" | "n">
  & Partial<ShiftRow>;

/** A row on simulated series. */
export function simulatedRow(measured: Measured): ShiftRow {
  const { set = "simulated series", low = null, high = null, floor = null } = measured;
  const { peer = null, peer_value = null, least = null, most = null } = measured;
  return {
    area: "shift",
    set,
    part: measured.part,
    method: measured.method,
    measure: measured.measure,
    value: rounded(measured.value),
    low: low === null ? null : rounded(low),
    high: high === null ? null : rounded(high),
    n: measured.n,
    floor,
    peer,
    peer_value: peer_value === null ? null : rounded(peer_value),
    least: least === null ? null : rounded(least),
    most,
  };
}

/** A share of n series, at least one, with its 95 % interval. */
export function share(hits: number, n: number) {
  return { ...wilson(hits, n)!, n };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
