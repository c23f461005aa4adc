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

Deno.test("quotationFinder() reads on past who tells it together with another", () => {
  assertEquals(
    found("According to Tasnim, as well as two drivers, the pit was deep."),
    [
      "tasnim | According to | the pit was deep",
    ],
  );
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

Deno.test("quotationFinder() gives both parts of what an aside cuts in two", () => {
  assertEquals(found("The bridge, Lavrov told reporters, will not be closed."), [
    "lavrov | told | The bridge",
    "lavrov | told | will not be closed",
  ]);
  assertEquals(found("Armenia, the Foreign Ministry in Yerevan added, would pay."), [
    "arm-mfa | added | Armenia",
    "arm-mfa | added | would pay",
  ]);
});

Deno.test("quotationFinder() takes a clause that begins with an adjunct before who said it", () => {
  assertEquals(
    found("After weeks of rain, the bridge was shut, state media reported."),
    [
      "unnamed | reported | After weeks of rain, the bridge was shut",
    ],
  );
});

Deno.test("quotationFinder() reads a speaker with more than one description", () => {
  const text =
    "“We will mend it,” Lavrov, a former envoy, one of the oldest ministers, said.";
  assertEquals(found(text), ["lavrov | said | “We will mend it,”"]);
});

Deno.test("quotationFinder() follows relative pronouns to states and people", () => {
  assertEquals(found("The dam angered Tehran, which said that the river was low."), [
    "irn | said | that the river was low",
  ]);
  assertEquals(
    found("They met Lavrov, who, for his part, said that the river was low."),
    ["lavrov | said | that the river was low"],
  );
});

Deno.test("quotationFinder() reads long cues and what stands before that", () => {
  assertEquals(
    found("Tehran went so far as to claim, without proof, that the dam was a fort."),
    ["irn | went so far as to claim | that the dam was a fort"],
  );
  assertEquals(found("Ankara made an effort to explain that the dam was no threat."), [
    "tur | to explain | that the dam was no threat",
  ]);
});

Deno.test("quotationFinder() reads nouns of speech and whose they are", () => {
  assertEquals(found("Armenia's call for “an end to the works” went unheard."), [
    "arm | call for | “an end to the works”",
  ]);
  assertEquals(found("Lavrov's claim that the dam was closed was false."), [
    "lavrov | claim | that the dam was closed",
  ]);
  assertEquals(found("Lavrov made a statement in support of the dam."), [
    "lavrov | made a statement | in support of the dam",
  ]);
  assertEquals(found("There were reports in several media that the dam had burst."), [
    "unnamed | reports | that the dam had burst",
  ]);
});

Deno.test("quotationFinder() reads the passive", () => {
  assertEquals(found("Iran was accused by Azerbaijan of sending lorries."), [
    "aze | was accused | Iran",
    "aze | was accused | sending lorries",
  ]);
  assertEquals(found("Lavrov was quoted as saying that the dam was old."), [
    "lavrov | was quoted as saying | that the dam was old",
  ]);
  assertEquals(found("It was announced by Iran on Friday that drills would begin."), [
    "irn | was announced | that drills would begin",
  ]);
  assertEquals(found("It should be noted that drills begin."), []);
});

Deno.test("quotationFinder() tells whose words a quotation was in the next sentence", () => {
  assertEquals(
    found("“The river is everybody's.” These words of Lavrov were in a letter."),
    ["lavrov | words | “The river is everybody's.”"],
  );
});

Deno.test("quotationFinder() takes he for the subject of the sentence before", () => {
  assertEquals(found("Zarif met Lavrov in Moscow. He said that the dam was old."), [
    "zarif | said | that the dam was old",
  ]);
});

Deno.test("quotationFinder() takes a title for who was named with that office", () => {
  const dam = "said that the dam was old.";
  assertEquals(found(`Pashinyan came to Tehran. The prime minister ${dam}`), [
    "pashinyan | said | that the dam was old",
  ]);
  assertEquals(found(`Lavrov met Zarif. The Iranian minister ${dam}`), [
    "zarif | said | that the dam was old",
  ]);
});

Deno.test("quotationFinder() tells a government by its seat", () => {
  assertEquals(found("The government in Ankara said that the dam was old."), [
    "tur-gov | said | that the dam was old",
  ]);
  assertEquals(found("Officials in Baku said that the dam was old."), [
    "aze | said | that the dam was old",
  ]);
});

Deno.test("quotationFinder() takes nobody for who speaks that is only named beside him", () => {
  const speakerOf = (text: string) => found(text)[0].split(" | ")[0];
  assertEquals(
    speakerOf("An adviser to Khamenei said that the dam was old."),
    "unnamed",
  );
  assertEquals(speakerOf("An Iranian analyst said that the dam was old."), "unnamed");
  assertEquals(
    speakerOf("Lavrov, in a call with Zarif, said that the dam was old."),
    "lavrov",
  );
});

Deno.test("quotationFinder() leaves out what is no report", () => {
  assertEquals(found("It must have been worrying for Iran that the dam was old."), []);
  assertEquals(found("This could result in Iranians questioning the plan."), []);
  assertEquals(found("They put up signs according to the agreement with Iran."), []);
  assertEquals(found("Here we can say that Iran has won."), []);
  assertEquals(found("TASS: The dam is old. Nobody has mended it since."), []);
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
