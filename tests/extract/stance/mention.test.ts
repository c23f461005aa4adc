import { assertEquals } from "@std/assert";
import { readLexicon } from "../../../lib/corpus/stance.ts";
import { mentionedIn } from "../../../lib/extract/stance/mention.ts";
import { readSentence } from "../../../lib/extract/stance/reading.ts";

const lexicon = await readLexicon();

function mention(text: string, name: string) {
  const start = text.indexOf(name);
  return mentionedIn(readSentence(text, lexicon), [{
    start,
    end: start + name.length,
  }])[0];
}

Deno.test("mentionedIn() finds the tokens that a span touches, or none", () => {
  const reading = readSentence("The Turkish envoy left.", lexicon);
  const [{ first, after }] = mentionedIn(reading, [{ start: 4, end: 17 }]);
  assertEquals([first, after], [1, 3]);
  assertEquals(mentionedIn(reading, [{ start: 3, end: 4 }]), []);
});

Deno.test("mentionedIn() tells a subject from an object", () => {
  assertEquals(mention("On Monday, Iran attacked Israel.", "Iran").subject, true);
  assertEquals(mention("On Monday, Iran attacked Israel.", "Israel").subject, false);
  assertEquals(mention("They came from Iran.", "Iran").subject, false);
});

Deno.test("mentionedIn() tells who follows by and who speaks", () => {
  assertEquals(mention("It was praised by envoys of Iran.", "Iran").by, true);
  assertEquals(mention("It was praised by envoys, Iran left.", "Iran").by, false);
  assertEquals(mention("Iran’s minister openly said so.", "Iran").speaks, true);
  assertEquals(mention("According to Iran, it rained.", "Iran").speaks, true);
  assertEquals(mention("Iran left.", "Iran").speaks, false);
});
