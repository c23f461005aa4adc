import type { Stretch } from "./reading.ts";
import type { Question } from "./rules.ts";
import type { Tokenize } from "./tokens.ts";

/** The model's `config.json`. */
export interface ModelConfig {
  readonly maxLength: number;
  readonly tokens: { readonly cls: number; readonly sep: number; readonly pad: number };
  /** Ids of the opening and closing mark of each role. */
  readonly marks: Record<"target" | "first" | "second", readonly [number, number]>;
  readonly heads: {
    readonly target: HeadConfig<readonly number[]>;
    readonly direction: HeadConfig<readonly (readonly number[])[]>;
  };
}

/** How a head's logits become probabilities. */
export interface HeadConfig<Bias> {
  readonly temperature: number;
  readonly bias: Bias;
}

/** A question as the model is asked it. */
export interface Encoded {
  readonly ids: readonly number[];
  /** Which output answers it: the target's, or the direction from the first mark or the second. */
  readonly output: "target" | 0 | 1;
}

type Role = "target" | "first" | "second";

interface Piece {
  readonly text: string;
  readonly role?: Role;
}

/**
 * Marks speaker and target in a text as the model was taught: the text is cut at the
 * borders of their spans, each piece is cut into tokens by itself, and the marks are put
 * in as ids. Who is not in the text is named before it, `Name :`.
 *
 * @param question Who holds what toward whom.
 * @param tokenize Gives the ids of a text without special tokens.
 * @param config The model's configuration.
 */
export function encodeQuestion(
  question: Question,
  tokenize: Tokenize,
  config: ModelConfig,
): Encoded {
  const { pieces, output } = piecesOf(question);
  const segments = pieces.map(({ text, role }) => ({ ids: [...tokenize(text)], role }));
  const { cls, sep } = config.tokens;
  const marked = segments.filter(({ role }) => role !== undefined).length;
  let over = 2 + 2 * marked + segments.reduce((sum, { ids }) => sum + ids.length, 0) -
    config.maxLength;
  // Text farthest from the marks goes first: the end, the beginning, then the middle.
  const order = [segments.length - 1, 0, ...segments.keys()].filter((at, i, all) =>
    all.indexOf(at) === i
  );
  for (const at of order) {
    const { ids, role } = segments[at];
    if (over <= 0) break;
    if (role !== undefined) continue;
    const cut = Math.min(over, ids.length);
    if (at === 0) ids.splice(0, cut);
    else ids.splice(ids.length - cut);
    over -= cut;
  }
  const ids = [cls];
  for (const { ids: own, role } of segments) {
    if (role === undefined) ids.push(...own);
    else ids.push(config.marks[role][0], ...own, config.marks[role][1]);
  }
  ids.push(sep);
  return { ids, output };
}

/**
 * The text of a question in pieces, with the roles of those to be marked, and which output
 * of the model answers it.
 */
export function piecesOf(
  question: Question,
): { pieces: Piece[]; output: Encoded["output"] } {
  const { text, speaker, target } = question;
  const name = (party: { name?: string }) => party.name ?? "it";
  if (speaker === null) {
    const span = target.spans[0];
    const pieces = span === undefined
      ? [...header(name(target), "target"), { text }]
      : cutAt(text, [[span, "target"]]);
    return { pieces, output: "target" };
  }
  const [from, to] = nearest(speaker.spans, target.spans);
  if (from !== undefined && to !== undefined) {
    const speakerFirst = from.start < to.start;
    const pieces = cutAt(text, [
      [from, speakerFirst ? "first" : "second"],
      [to, speakerFirst ? "second" : "first"],
    ]);
    return { pieces, output: speakerFirst ? 0 : 1 };
  }
  if (to !== undefined) {
    const pieces = [
      ...header(name(speaker), "first"),
      ...cutAt(text, [[to, "second"]]),
    ];
    return { pieces, output: 0 };
  }
  if (from !== undefined) {
    const pieces = [
      ...header(name(target), "first"),
      ...cutAt(text, [[from, "second"]]),
    ];
    return { pieces, output: 1 };
  }
  return {
    pieces: [...header(name(speaker), "first"), ...header(name(target), "second"), {
      text,
    }],
    output: 0,
  };
}

function header(name: string, role: Role): Piece[] {
  return [{ text: name, role }, { text: ":" }];
}

function cutAt(text: string, spans: [Stretch, Role][]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [{ start, end }, role] of spans.sort(([a], [b]) => a.start - b.start)) {
    pieces.push({ text: text.slice(at, start) });
    pieces.push({ text: text.slice(start, end), role });
    at = end;
  }
  return [...pieces, { text: text.slice(at) }];
}

/** The two mentions that stand closest; where they overlap, the target's alone. */
function nearest(
  speakers: readonly Stretch[],
  targets: readonly Stretch[],
): [Stretch | undefined, Stretch | undefined] {
  let best: [Stretch | undefined, Stretch | undefined] = [speakers[0], targets[0]];
  let least = Infinity;
  for (const from of speakers) {
    for (const to of targets) {
      const gap = Math.max(from.start - to.end, to.start - from.end);
      if (gap >= 0 && gap < least) {
        least = gap;
        best = [from, to];
      }
    }
  }
  const overlap = least === Infinity && best[0] !== undefined && best[1] !== undefined;
  return overlap ? [undefined, best[1]] : best;
}
