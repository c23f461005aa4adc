import { assert, assertEquals } from "@std/assert";
import { inflectVerb, plural, spellings } from "../../../lib/extract/stance/inflect.ts";

const formsOf = (verb: string) => inflectVerb(verb).map(([written]) => written);

Deno.test("inflectVerb() doubles, drops and changes letters as English does", () => {
  assertEquals(formsOf("accuse"), ["accuse", "accuses", "accused", "accusing"]);
  assertEquals(formsOf("rebut"), ["rebut", "rebuts", "rebutted", "rebutting"]);
  assertEquals(formsOf("deploy"), ["deploy", "deploys", "deployed", "deploying"]);
  assertEquals(formsOf("agree"), ["agree", "agrees", "agreed", "agreeing"]);
  assertEquals(formsOf("veto"), ["veto", "vetoes", "vetoed", "vetoing"]);
  assertEquals(formsOf("visit"), ["visit", "visits", "visited", "visiting"]);
});

Deno.test("inflectVerb() knows irregular verbs and keeps past and participle apart", () => {
  assertEquals(formsOf("withdraw"), [
    "withdraw",
    "withdraws",
    "withdrew",
    "withdrawn",
    "withdrawing",
  ]);
  assertEquals(formsOf("hit"), ["hit", "hits", "hitting"]);
});

Deno.test("plural() leaves what is plural already", () => {
  assertEquals(["ally", "sanctions", "crisis", "congressman", "speech"].map(plural), [
    "allies",
    "sanctions",
    "crises",
    "congressmen",
    "speeches",
  ]);
});

Deno.test("spellings() gives both sides of the Atlantic, and no word that is none", () => {
  assertEquals(spellings("criticised"), ["criticised", "criticized"]);
  assertEquals(spellings("neighbour"), ["neighbour", "neighbor"]);
  assertEquals(spellings("promise"), ["promise"]);
  assert(spellings("condemn").length === 1);
});
