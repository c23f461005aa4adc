import { CLAIM_COLUMNS, type ClaimRow } from "../measure/claims.ts";

/** A cell as RFC 4180 wants it. */
function cell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Claims as the text of `data/claims.csv`. */
export function claimsCsv(claims: readonly ClaimRow[]): string {
  return [
    CLAIM_COLUMNS.join(","),
    ...claims.map((claim) => CLAIM_COLUMNS.map((name) => cell(claim[name])).join(",")),
  ].map((line) => `${line}\n`).join("");
}

/** Writes `data/claims.csv`, and its size and hash into the data package. */
export async function writeClaims(
  claims: readonly ClaimRow[],
  folder = "data",
): Promise<void> {
  const text = new TextEncoder().encode(claimsCsv(claims));
  const path = `${folder}/datapackage.json`;
  const described = JSON.parse(await Deno.readTextFile(path)) as {
    resources: { name: string; bytes?: number; hash?: string }[];
  };
  const resource = described.resources.find(({ name }) => name === "claims");
  if (resource !== undefined) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(
      "",
    );
    resource.bytes = text.length;
    resource.hash = `sha256:${hex}`;
  }
  await Deno.writeFile(`${folder}/claims.csv`, text);
  await Deno.writeTextFile(path, JSON.stringify(described, null, 2) + "\n");
}
