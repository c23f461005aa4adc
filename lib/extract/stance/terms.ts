import type { Lexicon } from "./lexicon.ts";
import { MODES } from "./match.ts";
import { closest, placeOf } from "./place.ts";
import type { Mentioned, Reading } from "./reading.ts";
import { kindOf, pairIndex, placeIndex, roleOf, slotOf } from "./role.ts";

/** Which of its three fitted weights a cue brings in. */
export type Slot = "agent" | "patient" | "toward" | "stated";

/** One cue's part in an answer: its weight × the multiplier of its place × its mode. */
export interface Term {
  /** Place of the match in the reading. */
  readonly match: number;
  readonly cue: number;
  readonly slot: Slot;
  /** Which table of multipliers, and which of its numbers. */
  readonly table: "places" | "toward" | "seen";
  readonly index: number;
  readonly mode: number;
}

/** The cues' parts in the writer's view of a target. */
export function viewTerms(
  reading: Reading,
  lexicon: Lexicon,
  target: readonly Mentioned[],
): Term[] {
  const terms: Term[] = [];
  if (target.length === 0) return terms;
  const runs = target.map((mention) => mention.run);
  reading.matches.forEach((match, number) => {
    const mention = target[closest(runs, match, reading.layout)];
    const place = placeOf(
      mention.run,
      match,
      reading.layout,
      mention.subject,
      mention.by,
    );
    const kind = kindOf(lexicon.cues[match.cue], match);
    terms.push({
      match: number,
      cue: match.cue,
      slot: slotOf(place, kind),
      table: "places",
      index: placeIndex(place, kind),
      mode: match.mode,
    });
  });
  return terms;
}

/** A party that the sentence does not name, but that stands as subject or object of all. */
export const UNNAMED = { agent: 0, patient: 2, absent: 6, voice: 7 } as const;

const OPPOSED = MODES.indexOf("opposed");
/** Patient, distant patient, bearer. */
const UNDERGOES = new Set([2, 3, 5]);
const VOICE = UNNAMED.voice;

/** A speaker or target: its mentions, or the role that it has without being named. */
export type Party = readonly Mentioned[] | keyof typeof UNNAMED;

/**
 * The cues' parts in a speaker's stance toward a target.
 *
 * @param stance Which of the cues' weights count: `toward` in any news, `stated` where
 *   somebody is known to take a position.
 */
export function directedTerms(
  reading: Reading,
  lexicon: Lexicon,
  speaker: Party,
  target: Party,
  stance: "toward" | "stated" = "toward",
): Term[] {
  const terms: Term[] = [];
  const speakerRuns = typeof speaker === "string" ? [] : speaker.map((m) => m.run);
  const targetRuns = typeof target === "string" ? [] : target.map((m) => m.run);
  const speaks = typeof speaker !== "string" &&
    speaker.some((mention) => mention.speaks);
  reading.matches.forEach((match, number) => {
    const cue = lexicon.cues[match.cue];
    const kind = kindOf(cue, match);
    const look = (party: Party, runs: typeof speakerRuns) => {
      if (typeof party === "string") {
        const slot = party === "agent" ? "agent" : "patient";
        return { role: UNNAMED[party], slot } as const;
      }
      const mention = party[closest(runs, match, reading.layout)];
      const place = placeOf(
        mention.run,
        match,
        reading.layout,
        mention.subject,
        mention.by,
      );
      return { role: roleOf(place, kind), slot: slotOf(place, kind) };
    };
    const from = look(speaker, speakerRuns), to = look(target, targetRuns);
    // Who says the sentence holds what its words hold, unless he does it himself.
    const role = speaks && from.role !== 0 ? VOICE : from.role;
    const index = pairIndex(role, to.role, kind, cue);
    // Who condemns an attack on somebody stands with him, if he is named as its object.
    const stands = match.opposed && typeof target !== "string" &&
      UNDERGOES.has(to.role);
    const mode = stands ? OPPOSED : match.mode;
    const common = { match: number, cue: match.cue, index, mode };
    terms.push({ ...common, slot: stance, table: "toward" });
    terms.push({ ...common, slot: to.slot, table: "seen" });
  });
  return terms;
}
