import { assert, assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { stance, UserError } from "aras";
import { readLexicon } from "../../../lib/corpus/stance.ts";
import { askRules } from "../../../lib/extract/stance/rules.ts";

const ask = (text: string, speaker: string | null, target: string) =>
  stance(text, { speaker, target }, { method: "rules" });

Deno.test("a cue speaks from its subject to its object, and not back", async () => {
  const text = "Iran condemned Israel over the strike.";
  assertEquals((await ask(text, "Iran", "Israel")).stance, -1);
  assertEquals((await ask(text, "Israel", "Iran")).stance, 0);
});

Deno.test("what angers somebody tells his stance toward who did it", async () => {
  const text = "The Armenian visit angered Baku.";
  const back = await ask(text, "Baku", "Armenian");
  const forth = await ask(text, "Armenian", "Baku");
  assert(back.negative > forth.negative);
});

Deno.test("the passive turns subject and object round", async () => {
  const text = "Turkey was praised by Pakistan.";
  assert((await ask(text, "Pakistan", "Turkey")).value > 0.3);
  assert((await ask(text, "Turkey", "Pakistan")).value < 0.3);
});

Deno.test("negation takes praise away", async () => {
  const plain = await ask("Paris praised Ankara.", "Paris", "Ankara");
  const negated = await ask("Paris did not praise Ankara.", "Paris", "Ankara");
  assert(negated.value < plain.value - 0.3);
});

Deno.test("acts are told by their verbs, and a threat governs what is threatened", async () => {
  const acts: [string, string][] = [
    ["Russia threatened to attack Georgia.", "THREATEN"],
    ["Russia attacked Georgia.", "ASSAULT"],
    ["Russia expelled two diplomats of Georgia.", "SANCTION"],
    ["Russia met with Georgia.", "CONSULT"],
    ["Russia urged Georgia to return to talks.", "REQUEST"],
    ["Russia rejected the offer of Georgia.", "REJECT"],
    ["Russia supplied Georgia with wheat.", "AID"],
  ];
  for (const [text, act] of acts) {
    assertEquals((await ask(text, "Russia", "Georgia")).act, act, text);
  }
});

Deno.test("the writer's view of who lies is worse than of who is honoured", async () => {
  const liar = await ask("The corrupt minister lied again.", null, "minister");
  const hero = await ask("The brave minister won an award.", null, "minister");
  assert(liar.value < -0.3 && hero.value > 0.3);
});

Deno.test("each cue of the evidence stands where it says", async () => {
  const text = "Iran slammed the “illegal” visit and warned Armenia.";
  const { evidence } = await ask(text, "Iran", "Armenia");
  assert(evidence.length > 0);
  for (const { cue, start, end } of evidence) {
    assertEquals(text.slice(start, end).toLowerCase().slice(0, 3), cue.slice(0, 3));
  }
});

Deno.test("probabilities are such for any text and any span", async () => {
  const lexicon = await readLexicon();
  const text = fc.array(
    fc.constantFrom(
      "Iran",
      "attacked",
      "the",
      "was",
      "not",
      "by",
      ",",
      "“",
      "praise",
      "said",
      "й",
    ),
    { minLength: 1, maxLength: 30 },
  ).map((words) => words.join(" "));
  fc.assert(fc.property(text, fc.nat(80), fc.nat(20), (text, start, length) => {
    const span = { start, end: start + length + 1 };
    const { negative, neutral, positive } = askRules(
      { text, speaker: null, target: { spans: [span] } },
      lexicon,
    );
    assert(Math.abs(negative + neutral + positive - 1) < 1e-9);
    assert(negative >= 0 && neutral >= 0 && positive >= 0);
  }));
});

Deno.test("stance() says what is wrong with a span", async () => {
  const error = await assertRejects(
    () => stance("Short.", { target: [2, 60] }, { method: "rules" }),
    UserError,
  );
  assertEquals(
    error.message.startsWith("target: expected a span within the text"),
    true,
  );
});
