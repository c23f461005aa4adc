import { parse } from "@std/csv";
import { UserError } from "../base/fault.ts";

/**
 * Reads a CSV table with a heading (RFC 4180). Most lines have no quotation mark and are
 * parted at once; only the others go through the parser, so that a task starts sooner.
 *
 * @param text The table.
 * @param file Its name, for faults.
 * @returns Its rows as objects; all values are texts.
 * @throws {UserError} where a row has more or fewer fields than the heading.
 */
export function tableOf<Row>(text: string, file: string): Row[] {
  const records: string[][] = [], lines: number[] = [];
  const quoted: string[] = [], places: number[] = [];
  let open = "", line = 0;
  for (let part of text.replace(/^\ufeff/, "").split("\n")) {
    line++;
    if (part.endsWith("\r")) part = part.slice(0, -1);
    if (open === "" && part === "") continue;
    if (open === "" && !part.includes('"')) {
      lines.push(line);
      records.push(part.split(","));
      continue;
    }
    open = open === "" ? part : `${open}\n${part}`;
    // A record goes on in the next line while a quotation is open.
    if (open.split('"').length % 2 === 0) continue;
    places.push(records.length);
    lines.push(line);
    records.push([]);
    quoted.push(open);
    open = "";
  }
  if (open !== "") quoted.push(open);
  parse(quoted.join("\n")).forEach((record: string[], i: number) =>
    records[places[i]] = record
  );
  return objectsOf<Row>(records, lines, file);
}

function objectsOf<Row>(records: string[][], lines: number[], file: string): Row[] {
  const [heading = []] = records;
  return records.slice(1).map((record, i) => {
    if (record.length !== heading.length) {
      throw new UserError({
        file,
        row: lines[i + 1],
        expected: `${heading.length} fields, as in the heading,`,
        found: String(record.length),
      });
    }
    const row: Record<string, string> = {};
    for (let f = 0; f < heading.length; f++) row[heading[f]] = record[f];
    return row as Row;
  });
}
