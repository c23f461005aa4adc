import { UserError } from "../base/fault.ts";
import type { Stretch } from "../extract/stance/reading.ts";

/** The label of a class of stance. */
export type Label = -1 | 0 | 1;

/** A sentence and a target with the sentiment toward it (NewsMTSC, Hamborg & Donnay 2021). */
export interface TargetItem {
  readonly id: string;
  readonly text: string;
  readonly target: Stretch;
  readonly label: Label;
}

/**
 * Two entities of a sentence with a directed sentiment (DSE, Park, Pan & Joo 2021): 0
 * none, 1 first → second positive, 2 second → first positive, 3 and 4 likewise negative.
 */
export interface PairItem {
  readonly id: string;
  readonly text: string;
  readonly first: Stretch;
  readonly second: Stretch;
  readonly label: 0 | 1 | 2 | 3 | 4;
}

/** A sentence with source, target and PLOVER root (PLV, Hu et al. 2024). */
export interface ActItem {
  readonly id: string;
  readonly text: string;
  readonly source: Stretch;
  readonly target: Stretch;
  readonly act: string;
}

/** An id of NewsMTSC without the words of the sentence that it quotes between its numbers. */
function withoutName(gid: string): string {
  const parts = /^((?:allsides|polusa_v1)(?:_-?\d+)+)_.*?((?:_\d+){2})$/s.exec(gid);
  return parts === null ? gid.replace(/[^0-9]+/g, "_") : parts[1] + parts[2];
}

/** Reads a part of NewsMTSC: a file of JSON Lines. */
export async function readTargets(file: string): Promise<TargetItem[]> {
  const items: TargetItem[] = [];
  for (const line of await linesOf(file)) {
    const row = JSON.parse(line);
    for (const target of row.targets) {
      items.push({
        id: withoutName(target["Input.gid"]),
        text: row.sentence_normalized,
        target: { start: target.from, end: target.to },
        label: (Number(target.polarity) - 4) / 2 as Label,
      });
    }
  }
  return items;
}

/** Reads a part of DSE; rows whose brackets do not hold both entities are left out. */
export async function readPairs(file: string): Promise<PairItem[]> {
  const items: PairItem[] = [];
  (await linesOf(file)).forEach((line, row) => {
    const [marked, p, q, label] = line.split("\t");
    const spans = new Map<string, Stretch>();
    let text = "", at = 0;
    for (const match of marked.matchAll(/\[([^\]]*)\]/g)) {
      text += marked.slice(at, match.index);
      at = match.index + match[0].length;
      const name = match[1];
      if (name !== p && name !== q) {
        text += match[0];
        continue;
      }
      const key = spans.has(name) ? `${name}\0` : name;
      const start = text.length;
      if (!spans.has(key)) spans.set(key, { start, end: start + name.length });
      text += name;
    }
    text += marked.slice(at);
    const first = spans.get(p), second = spans.get(p === q ? `${q}\0` : q);
    if (first === undefined || second === undefined) return;
    items.push({
      id: String(row + 1),
      text,
      first,
      second,
      label: Number(label) as PairItem["label"],
    });
  });
  return items;
}

/** Reads the PLV sentences; those whose marks are broken are left out. */
export async function readActs(file: string): Promise<ActItem[]> {
  const [header, ...rows] = (await linesOf(file)).map((line) => line.split("\t"));
  const column = (name: string) => header.indexOf(name);
  const items: ActItem[] = [];
  for (const row of rows) {
    const marked = unquote(row[column("marked_sentence")]);
    const marks: Record<string, number[]> = { s: [], t: [] };
    let text = "", at = 0;
    for (const match of marked.matchAll(/<\/?([st])>/g)) {
      text += marked.slice(at, match.index);
      at = match.index + match[0].length;
      marks[match[1]].push(text.length);
    }
    text += marked.slice(at);
    const { s, t } = marks;
    if (s.length !== 2 || t.length !== 2) continue;
    items.push({
      id: row[column("sentence_id")],
      text,
      source: { start: s[0], end: s[1] },
      target: { start: t[0], end: t[1] },
      act: row[column("gold_root")],
    });
  }
  return items;
}

function unquote(cell: string): string {
  return cell.startsWith('"') && cell.endsWith('"')
    ? cell.slice(1, -1).replaceAll('""', '"')
    : cell;
}

async function linesOf(file: string): Promise<string[]> {
  try {
    const text = await Deno.readTextFile(file);
    return text.split(/\r?\n/).filter((line) => line !== "");
  } catch (error) {
    throw new UserError({
      file,
      expected: "a file of the gold folder",
      found: (error as Error).message,
      remedy: "see the data sets' addresses in data/models/stance/README.md",
    });
  }
}
