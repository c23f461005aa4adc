/** A record of a CSV file: the line it starts on and how many fields it has. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: number;
  /** Whether it ends inside a quoted field, the end of the file reached. */
  readonly open: boolean;
}

/**
 * Walks the records of a CSV text (RFC 4180: comma, double quotes, CRLF or LF), so that a
 * fault can name a line where cells hold line breaks. Empty lines are no records.
 *
 * @param text The file's text, header included.
 * @returns One entry a record, in order.
 */
export function csvRecords(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1, start = 1, fields = 1, quoted = false, empty = true;
  const end = () => {
    if (!empty || fields > 1) records.push({ line: start, fields, open: quoted });
    fields = 1;
    empty = true;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '"') {
        if (text[i + 1] === '"') i++;
        else quoted = false;
      } else if (c === "\n") line++;
    } else if (c === '"') {
      quoted = true;
      empty = false;
    } else if (c === ",") fields++;
    else if (c === "\n") {
      end();
      start = ++line;
    } else if (c !== "\r") empty = false;
  }
  end();
  return records;
}
