import { assertEquals } from "@std/assert";
import { readLexicon } from "../../../lib/corpus/stance.ts";
import { MODES } from "../../../lib/extract/stance/match.ts";
import { readSentence } from "../../../lib/extract/stance/reading.ts";

const lexicon = await readLexicon();

function found(text: string) {
  return readSentence(text, lexicon).matches
    .filter(({ cue }) => lexicon.cues[cue].act !== "")
    .map(({ cue, passive, mode }) => {
      const name = lexicon.cues[cue].cue;
      return [name, passive ? "passive" : "active", MODES[mode]].join(" ");
    });
}

Deno.test("a reading takes the longest cue and lets names stand within it", () => {
  assertEquals(found("The ministry summoned the Ruritanian ambassador."), [
    "summon the ambassador active plain",
  ]);
});

Deno.test("a reading tells the passive from the perfect", () => {
  assertEquals(found("Freedonia was accused by Sylvania."), ["accuse passive plain"]);
  assertEquals(found("Freedonia has accused Sylvania."), ["accuse active plain"]);
});

Deno.test("a reading marks what is negated, conditional and denied", () => {
  assertEquals(found("They never praised him."), ["praise active negated"]);
  assertEquals(found("They would praise him."), ["praise active conditional"]);
  assertEquals(found("They denied arming the rebels."), [
    "deny active plain",
    "arm active denied",
  ]);
});

Deno.test("a reading does not read names as cues, except in headlines", () => {
  assertEquals(found("The Attack Institute opened an office."), []);
  assertEquals(found("Sylvania Attacks Freedonian Border Posts"), [
    "attack active plain",
  ]);
});

Deno.test("a reading reads a word as noun or verb by its neighbours", () => {
  const parts = (text: string) =>
    readSentence(text, lexicon).matches.map(({ cue }) => lexicon.cues[cue])
      .filter(({ act }) => act !== "").map(({ part }) => part);
  assertEquals(parts("They attack the town."), ["verb"]);
  assertEquals(parts("The attack on the town failed."), ["noun"]);
});
