import { UserError } from "../../base/fault.ts";

/** The PLOVER event types that an act can be (Halterman et al. 2023), cooperative first. */
export const ACTS = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;

/** A PLOVER event type. */
export type Act = (typeof ACTS)[number];

/** The part of speech of a cue, or a fixed phrase. */
export type Part = "verb" | "noun" | "adjective" | "phrase";

/**
 * Whose stance a cue shows: `forward` from its subject toward its object (`accuse`),
 * `backward` from its object toward its subject (`anger`), `mutual` from either
 * (`meet`), `third` of one who is described, whoever says so (`corrupt`, `succeed`).
 */
export type Direction = "forward" | "backward" | "mutual" | "third";

/** A word or phrase that shows stance: a row of `data/cues.csv`. */
export interface Cue {
  readonly cue: string;
  readonly part: Part;
  readonly act: Act | "";
  readonly direction: Direction;
  /** What the word means by itself, by hand: −2 hostile to +2 committed. */
  readonly strength: number;
  /** The issue that the cue by itself points to, or nothing. */
  readonly issue: string;
  /** Fitted log-odds for the writer's view of whoever does it. */
  readonly agent: number;
  /** Fitted log-odds for the writer's view of whom it is done to. */
  readonly patient: number;
  /** Fitted log-odds for the doer's stance toward whom it is done to, any news. */
  readonly toward: number;
  /** The same in reports of statements between states and their officials. */
  readonly stated: number;
}

/** The columns of `data/cues.csv`, in order. */
export const CUE_COLUMNS = [
  "cue",
  "part",
  "act",
  "direction",
  "strength",
  "issue",
  "agent",
  "patient",
  "toward",
  "stated",
] as const;

const PARTS: readonly Part[] = ["verb", "noun", "adjective", "phrase"];
const DIRECTIONS: readonly Direction[] = ["forward", "backward", "mutual", "third"];
const ACTS_OR_NONE = ["", ...ACTS] as const;

/**
 * Reads the stance lexicon from the text of its table.
 *
 * @param csv The text of `data/cues.csv`; no cell of it holds a comma or a quotation mark.
 * @param file Its name, for errors.
 * @throws {UserError} with every row that is wrong.
 *
 * @example
 * ```ts
 * import { parseCues } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const [cue] = parseCues(
 *   "cue,part,act,direction,strength,issue,agent,patient,toward,stated\n" +
 *     "accuse,verb,ACCUSE,forward,-1,,-0.2,-0.8,-1.6,-1.8\n",
 * );
 * assertEquals(cue.act, "ACCUSE");
 * assertEquals(cue.toward, -1.6);
 * ```
 */
export function parseCues(csv: string, file = "data/cues.csv"): Cue[] {
  const lines = csv.split(/\r?\n/);
  const faults: { row: number; column: string; expected: string; found: string }[] = [];
  if (lines[0] !== CUE_COLUMNS.join(",")) {
    throw new UserError({
      file,
      row: 1,
      expected: `the columns ${CUE_COLUMNS.join(",")}`,
      found: JSON.stringify(lines[0]),
    });
  }
  const cues: Cue[] = [];
  for (let i = 1; i < lines.length; i++) {
    if (lines[i] === "") continue;
    const cells = lines[i].split(",");
    const check = (column: string, right: boolean, expected: string) => {
      if (!right) {
        const found = JSON.stringify(cells[CUE_COLUMNS.indexOf(column as "cue")]);
        faults.push({ row: i + 1, column, expected, found });
      }
    };
    if (cells.length !== CUE_COLUMNS.length) {
      faults.push({
        row: i + 1,
        column: "cue",
        expected: `${CUE_COLUMNS.length} cells`,
        found: String(cells.length),
      });
      continue;
    }
    const [cue, part, act, direction, strength, issue, agent, patient, toward, stated] =
      cells;
    check("cue", cue.trim() !== "" && cue === cue.toLowerCase(), "a lower-case word");
    const known = {
      part: listed(PARTS, part),
      act: listed(ACTS_OR_NONE, act),
      direction: listed(DIRECTIONS, direction),
    };
    check("part", known.part !== undefined, PARTS.join(", "));
    check("act", known.act !== undefined, `nothing or ${ACTS.join(", ")}`);
    check("direction", known.direction !== undefined, DIRECTIONS.join(", "));
    check("strength", /^-?[012]$/.test(strength), "-2, -1, 0, 1 or 2");
    for (const [name, cell] of Object.entries({ agent, patient, toward, stated })) {
      check(name, cell !== "" && Number.isFinite(Number(cell)), "a number");
    }
    cues.push({
      cue,
      part: known.part!,
      act: known.act!,
      direction: known.direction!,
      strength: Number(strength),
      issue,
      agent: Number(agent),
      patient: Number(patient),
      toward: Number(toward),
      stated: Number(stated),
    });
  }
  if (faults.length > 0) throw new UserError(faults.map((f) => ({ file, ...f })));
  return cues;
}

/**
 * The string of a list that equals a cell, if one does. A cell cut out of a file would be
 * compared letter by letter each time that it is asked about; this one by its address.
 */
function listed<Name extends string>(list: readonly Name[], cell: string) {
  return list.find((name) => name === cell);
}
