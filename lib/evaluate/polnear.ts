import type { Extractor } from "../extract/extract.ts";
import { f1Of, type Hits, hitsBy } from "./f1.ts";
import type { ValidationRow } from "../corpus/validation.ts";

interface TaggedSentence {
  readonly tokens: readonly string[];
  readonly labels: readonly string[];
}

/** What must be reached, and a trained conditional random field (Newell et al. 2018). */
const PARTS = [
  { part: "source", least: 0.4, peer: 0.506 },
  { part: "cue", least: 0.48, peer: 0.534 },
  { part: "content", least: 0.25, peer: 0.286 },
] as const;

/**
 * Measures sources, cues and contents of attributions on PolNeAR (Newell et al. 2018):
 * F1 of exact spans of tokens.
 *
 * @param gold The folder with `quotes/`.
 * @param extract The extractor.
 * @returns Rows for the table `validation`, area `facts`; none where there is no file.
 */
export async function evaluatePolnear(
  gold: URL,
  extract: Extractor,
): Promise<ValidationRow[]> {
  const file = await polnearFile(new URL("quotes/", gold));
  if (file === undefined) return [];
  const lines = (await Deno.readTextFile(file)).trim().split("\n");
  const gathered = { source: [] as Hits[], cue: [] as Hits[], content: [] as Hits[] };
  lines.forEach((line, i) => {
    const sentence: TaggedSentence = JSON.parse(line);
    const wanted = taggedSpans(sentence), found = foundSpans(sentence, extract);
    for (const { part } of PARTS) {
      const unit = (span: string) => [String(i), span] as const;
      const hits = hitsBy(wanted[part].map(unit), [...found[part]].map(unit));
      gathered[part].push(...hits);
    }
  });
  return PARTS.map(({ part, least, peer }) => ({
    area: "facts",
    set: "PolNeAR",
    part: /valid/.test(file.pathname) ? "validation" : "test",
    method: "rules",
    measure: `${part}, exact span, F1`,
    ...f1Of(gathered[part]),
    floor: 0,
    peer: "CRF, trained (Newell et al. 2018)",
    peer_value: peer,
    least,
    most: null,
  }));
}

async function polnearFile(folder: URL): Promise<URL | undefined> {
  try {
    for await (const { name } of Deno.readDir(folder)) {
      if (/^polnear_.*\.jsonl$/.test(name)) return new URL(name, folder);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

type Part = (typeof PARTS)[number]["part"];

function taggedSpans({ labels }: TaggedSentence): Record<Part, string[]> {
  const spans: Record<Part, string[]> = { source: [], cue: [], content: [] };
  let open: { part: Part; from: number } | undefined;
  [...labels, "O"].forEach((label, i) => {
    if (open !== undefined && !label.startsWith("I-")) {
      spans[open.part].push(`${open.from}-${i}`);
      open = undefined;
    }
    if (label.startsWith("B-")) open = { part: label.slice(2) as Part, from: i };
  });
  return spans;
}

function foundSpans(
  { tokens }: TaggedSentence,
  extract: Extractor,
): Record<Part, Set<string>> {
  let text = "";
  const places = tokens.map((token) => {
    if (text !== "") text += " ";
    const start = text.length;
    text += token;
    return { start, end: text.length };
  });
  const spans: Record<Part, Set<string>> = {
    source: new Set(),
    cue: new Set(),
    content: new Set(),
  };
  const add = (part: Part, start: number | null, end: number | null) => {
    if (start === null || end === null) return;
    const from = places.findIndex((place) => place.end > start);
    const to = places.findLastIndex((place) => place.start < end) + 1;
    if (from >= 0 && from < to) spans[part].add(`${from}-${to}`);
  };
  for (const found of extract({ id: "", text }).quotations) {
    add("content", found.start, found.end);
    add("source", found.speaker_start, found.speaker_end);
    add("cue", found.cue_start, found.cue_end);
  }
  return spans;
}
