import { UserError } from "../base/fault.ts";
import { DATA } from "../cli/knowledge.ts";
import { type Act, ACTS } from "../extract/stance/cue.ts";
import type { Stretch } from "../extract/stance/reading.ts";
import { isHeld } from "./held.ts";

/** A statement that an invented article was written with: whose sentence, who, toward whom. */
export interface ArticleStatement extends Stretch {
  readonly speaker: string;
  readonly target: string;
  readonly stance: -2 | -1 | 0 | 1 | 2;
  readonly act: Act;
  readonly voice: "quoted" | "reported" | "author";
}

/** An invented article with all its statements. */
export interface InventedArticle {
  readonly id: string;
  readonly text: string;
  readonly published: string;
  /** In the order of the text; each has the stretch of its whole sentence. */
  readonly statements: readonly ArticleStatement[];
  /** Whether it is kept from fitting and training. */
  readonly held: boolean;
}

/** A line of `articles.jsonl`: paragraphs of sentences, each with its statements. */
interface Line {
  readonly published: string;
  readonly paragraphs: readonly (readonly Written[])[];
}
type Written = readonly [sentence: string, statements: readonly Coded[]];
type Coded = readonly [
  speaker: string,
  target: string,
  stance: ArticleStatement["stance"],
  act: Act,
  voice: keyof typeof VOICES,
];

const VOICES = { q: "quoted", r: "reported", a: "author" } as const;
const FILE = "articles.jsonl";
/** The folder of all that was invented. */
export const INVENTED = new URL("models/stance/training/invented/", DATA);

/** Reads the invented articles (`data/models/stance/training/invented/articles.jsonl`). */
export async function readArticles(): Promise<InventedArticle[]> {
  return parseArticles(await Deno.readTextFile(new URL(FILE, INVENTED)));
}

/**
 * Reads articles of JSON Lines.
 *
 * @throws {UserError} where a statement has an act, a voice or a stance that there is not.
 */
export function parseArticles(lines: string): InventedArticle[] {
  return lines.trim().split("\n").map((line, i) => articleOf(JSON.parse(line), i + 1));
}

function articleOf({ published, paragraphs }: Line, row: number): InventedArticle {
  let text = "";
  const statements: ArticleStatement[] = [];
  for (const paragraph of paragraphs) {
    if (text !== "") text += "\n\n";
    paragraph.forEach(([sentence, coded], i) => {
      if (i > 0) text += " ";
      const start = text.length, end = start + sentence.length;
      text += sentence;
      for (const one of coded) {
        statements.push({ start, end, ...statementOf(one, row) });
      }
    });
  }
  return { id: `article ${row}`, text, published, statements, held: isHeld(text) };
}

function statementOf(
  [speaker, target, stance, act, voice]: Coded,
  row: number,
): Omit<ArticleStatement, keyof Stretch> {
  const expect = (column: string, holds: boolean, expected: string, found: unknown) => {
    if (holds) return;
    throw new UserError({ file: FILE, row, column, expected, found: String(found) });
  };
  expect("act", ACTS.includes(act), "a PLOVER act", act);
  expect("voice", voice in VOICES, "q, r or a", voice);
  expect("stance", [-2, -1, 0, 1, 2].includes(stance), "−2 to 2", stance);
  return { speaker, target, stance, act, voice: VOICES[voice] };
}
