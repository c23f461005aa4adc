import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { mentionFinder, quotationFinder } from "aras";
import { ownKnowledge } from "../../support/knowledge.ts";

const knowledge = await ownKnowledge();
const mentionsOf = mentionFinder(knowledge);
const quotationsOf = quotationFinder(knowledge);

/** What is found, as "speaker | cue | content". */
function found(text: string, published?: string): string[] {
  return quotationsOf(text, mentionsOf(text), { published }).map((quotation) => {
    const { start, end, speaker, cue_start, cue_end } = quotation;
    const cue = cue_start === null ? "" : text.slice(cue_start, cue_end!);
    return `${speaker} | ${cue} | ${text.slice(start, end)}`;
  });
}

Deno.test("quotationFinder() finds indirect speech with and without that", () => {
  assertEquals(found("Iran said on Monday that the bridge was safe."), [
    "irn | said | that the bridge was safe",
  ]);
  assertEquals(found("Armenia says the road will open soon."), [
    "arm | says | the road will open soon",
  ]);
});

Deno.test("quotationFinder() finds a quotation before, after and around its speaker", () => {
  assertEquals(found("“We will come,” Lavrov said."), [
    "lavrov | said | “We will come,”",
  ]);
  assertEquals(found("Lavrov said: “We will come.”"), [
    "lavrov | said | “We will come.”",
  ]);
  assertEquals(found("“We will come,” said Lavrov. “It is late.”"), [
    "lavrov | said | “We will come,”",
    "lavrov | said | “It is late.”",
  ]);
});

Deno.test("quotationFinder() gives the subject with its title and what stands beside it", () => {
  const text = "Peskov, a spokesman for the Kremlin, told reporters that talks go on.";
  const [quotation] = quotationsOf(text, mentionsOf(text));
  assertEquals(quotation.speaker, "peskov");
  assertEquals(
    text.slice(quotation.speaker_start!, quotation.speaker_end!),
    "Peskov, a spokesman for the Kremlin,",
  );
  assertEquals(text.slice(quotation.start, quotation.end), "that talks go on");
});

Deno.test("quotationFinder() reads according to, at either end", () => {
  assertEquals(found("According to Tasnim, the pit was dug at night."), [
    "tasnim | According to | the pit was dug at night",
  ]);
  assertEquals(found("The pit was dug at night, according to Tasnim."), [
    "tasnim | according to | The pit was dug at night",
  ]);
});

Deno.test("quotationFinder() takes the whole clause before who wrote it", () => {
  assertEquals(found("The port lost half of its trade, Tasnim reported in May."), [
    "tasnim | reported | The port lost half of its trade",
  ]);
});

Deno.test("quotationFinder() goes on with the speaker over joined verbs and pronouns", () => {
  assertEquals(
    found("Lavrov warned that time was short and urged calm. He added that buses run."),
    [
      "lavrov | warned | that time was short",
      "lavrov | urged | calm",
      "lavrov | added | that buses run",
    ],
  );
});

Deno.test("quotationFinder() gives a row for each of two who speak together", () => {
  assertEquals(found("Iran and Russia called for restraint."), [
    "irn | called for | restraint",
    "rus | called for | restraint",
  ]);
});

Deno.test("quotationFinder() follows a quotation over paragraphs and a caption", () => {
  const text = "These are the main points of Lavrov's speech:\n\n" +
    "“The river is high and the dam is old.\n\nLavrov. Source: TASS.\n\n" +
    "“The dam will hold this year.”\n\nThe hall was full, and people left late.";
  assertEquals(found(text), [
    "lavrov | speech | “The river is high and the dam is old.",
    "lavrov | speech | “The dam will hold this year.”",
  ]);
});

Deno.test("quotationFinder() reads a headline of a speaker and a colon", () => {
  assertEquals(found("Foreign Minister Lavrov: “The Dam Will Hold”"), [
    "lavrov | : | “The Dam Will Hold”",
  ]);
  assertEquals(found("Read more: The dam will hold"), []);
});

Deno.test("quotationFinder() tells who speaks for a state", () => {
  assertEquals(found("Armenian authorities said that the bus was late."), [
    "arm-gov | said | that the bus was late",
  ]);
  assertEquals(found("Iranian officials said that the bus was late."), [
    "irn | said | that the bus was late",
  ]);
});

Deno.test("quotationFinder() tells an office by its date", () => {
  const text = "The Iranian foreign minister said that the bus was late.";
  assertEquals(found(text, "2021-02"), ["zarif | said | that the bus was late"]);
  assertEquals(found(text, "2022-02"), [
    "amir-abdollahian | said | that the bus was late",
  ]);
});

Deno.test("quotationFinder() takes no noun for a verb", () => {
  assertEquals(
    found("The claims of both sides and the report of the court differ."),
    [],
  );
  assertEquals(found("Iran opened the second bridge in May."), []);
});

Deno.test("quotationFinder() tells direct, mixed and indirect speech", () => {
  const kind = (text: string) => quotationsOf(text, mentionsOf(text))[0].kind;
  assertEquals(kind("Iran said: “Come here.”"), "direct");
  assertEquals(kind("Iran said that the dam “will hold” this year."), "mixed");
  assertEquals(kind("Iran said that the dam will hold."), "indirect");
});

Deno.test("quotationFinder() stands any order of words, marks and quotation marks", () => {
  const part = fc.constantFrom(
    "Iran",
    "said",
    "that",
    "“",
    "”",
    '"',
    "'",
    ",",
    ".",
    ":",
    "and",
    "he",
    "according to",
    "the",
    "dam",
    "holds",
    "\n\n",
    "(",
    ")",
    "–",
    "[1]",
    "urging",
    "was",
    "by",
    "Lavrov",
    "claim",
    "who",
    "``",
    "''",
    "told",
    "to",
    "🛢",
  );
  fc.assert(fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
    const text = parts.join(" ");
    for (const { start, end } of quotationsOf(text, mentionsOf(text))) {
      assert(start >= 0 && end > start && end <= text.length);
    }
  }));
});
