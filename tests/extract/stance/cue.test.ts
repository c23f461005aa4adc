import { assertEquals, assertThrows } from "@std/assert";
import { UserError } from "../../../lib/base/fault.ts";
import { CUE_COLUMNS, parseCues } from "../../../lib/extract/stance/cue.ts";
import { readLexicon } from "../../../lib/corpus/stance.ts";

const HEADER = CUE_COLUMNS.join();

Deno.test("parseCues() tells every row that is wrong, and what was expected", () => {
  const error = assertThrows(
    () =>
      parseCues(
        `${HEADER}\nhail,verb,SUPPORT,onward,1,,0,0,0,0\nslam,verb,BLAME,forward,-3,,0,0,0,x\n`,
      ),
    UserError,
  );
  assertEquals((error as UserError).faults.map(({ row, column }) => [row, column]), [
    [2, "direction"],
    [3, "act"],
    [3, "strength"],
    [3, "stated"],
  ]);
});

Deno.test("parseCues() refuses a table with other columns", () => {
  assertThrows(
    () => parseCues("cue,part\nhail,verb\n"),
    UserError,
    "expected the columns",
  );
});

Deno.test("the lexicon that ships has each cue of a part of speech once", async () => {
  const { cues } = await readLexicon();
  const keys = new Set(cues.map(({ cue, part }) => `${cue}/${part}`));
  assertEquals(keys.size, cues.length);
});

Deno.test("the lexicon that ships has cues for all sixteen acts and in all directions", async () => {
  const { cues } = await readLexicon();
  assertEquals(
    new Set(cues.map(({ act }) => act).filter((act) => act !== "")).size,
    16,
  );
  assertEquals(new Set(cues.map(({ direction }) => direction)).size, 4);
});
