import { assert, assertEquals } from "@std/assert";
import { readLexicon } from "../../../lib/corpus/stance.ts";
import { Reading, readSentence } from "../../../lib/extract/stance/reading.ts";

const lexicon = await readLexicon();

Deno.test("a reading tells a headline, whose capitals name nobody", () => {
  assert(readSentence("Tehran Condemns Deadly Raid Near Border", lexicon).isHeadline);
  const text = "Tehran condemned the deadly raid near the border";
  assert(!readSentence(text, lexicon).isHeadline);
});

Deno.test("a reading counts clause borders, a comma as half of one", () => {
  const { borders, count } = readSentence("Baku, which left, came.", lexicon);
  assertEquals([...borders.subarray(0, count + 1)], [0, 0, 1, 3, 3, 4, 4, 4]);
});

Deno.test("a reading knows words of one who speaks to two sides", () => {
  const isEven = (text: string) => readSentence(text, lexicon).isEvenHanded;
  assert(isEven("They urged both of them to talk."));
  assert(isEven("The two sides should trust each other."));
  assert(!isEven("The other side of the river belongs to several parties."));
});

Deno.test("a reading reads one sentence after the other as if each were the first", () => {
  const long = "Iran accused Iraq of lies, ".repeat(40), short = "Iran met Iraq.";
  const reading = new Reading(lexicon);
  for (const text of [short, long, short, "", long]) {
    const fresh = readSentence(text, lexicon), { count } = reading.read(text);
    assertEquals(count, fresh.count);
    assertEquals(reading.matches, fresh.matches);
    for (const key of ["classes", "borders", "verbs"] as const) {
      assertEquals(reading[key].subarray(0, count), fresh[key].subarray(0, count));
    }
  }
});

Deno.test("a reading of a stretch of a text is that of the sentence by itself", () => {
  const sentence = "Baku didn't accuse Tehran of it.";
  const whole = readSentence(sentence, lexicon);
  const part = new Reading(lexicon).read(`So. ${sentence} So?`, 4, 4 + sentence.length);
  assertEquals(part.matches, whole.matches);
  assertEquals(part.tokens.starts[1], whole.tokens.starts[1] + 4);
});
