import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { sentences } from "../../lib/text/sentences.ts";

function split(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end));
}

/** Each list is the sentences of one text, which holds them with a space between. */
const TEXTS: Record<string, string[]> = {
  "abbreviated names of states": [
    "The U.S. delegation met the U.N. envoy.",
    "He lives in the U.S.",
    "The rest stayed.",
  ],
  "dates with abbreviated months": [
    "It was signed on Nov. 9, 2020, in Yerevan.",
    "By Sept. the talks had stalled.",
  ],
  "titles and initials": [
    "Gen. A. Petrosyan and Dr. Leyla M. Rzayeva spoke.",
    "Mr. Smith vs. Mr. Jones is a case.",
  ],
  "numbers, shares and times": [
    "It rose 3.5 percent at 5 p.m. local time.",
    "Then it fell.",
  ],
  "figures of references": ["See No. 12, p. 4, and Fig. 3.", "Both agree."],
  "footnote marks in brackets": [
    "“They left.”[14]",
    "Others came.[2][3]",
    "None stayed.",
  ],
  "footnote marks without brackets": [
    "The army withdrew.12",
    "Nobody noticed.²",
    "Why?",
  ],
  "quotations within a sentence": ["“Why now?” asked the envoy.", "Nobody knew."],
  "single quotation marks": ["He called it ‘a farce’.", "‘It is not.’", "She left."],
  "ellipses that go on and that end": [
    "He waited… and left.",
    "We hope...",
    "They hope too.",
  ],
  "companies": [
    "Vardan Co. Ltd. sold it to Caspian Inc. for nothing.",
    "It was a gift.",
  ],
  "German ordinals and abbreviations": [
    "Am 9. November traf er z. B. den Minister.",
    "Das war im Jahr 2020.",
    "Dann ging er.",
  ],
  "Russian abbreviations": [
    "В 2020 г. войска ушли.",
    "Сумма — 5 млн. руб. и т. д.",
    "Это всё.",
  ],
  "Turkish": ["Prof. Dr. Ayşe Yılmaz 3. maddeyi okudu.", "Sonra gitti."],
  "Armenian": ["Նախարարը մեկնեց Թեհրան։", "Նա կվերադառնա վաղը։"],
  "Persian": ["آیا وزیر رفت؟", "او فردا برمی‌گردد.", "همه می‌دانند."],
  "Urdu": ["وزیر چلا گیا۔", "وہ کل آئے گا۔"],
  "Georgian": ["მინისტრი წავიდა.", "ის ხვალ დაბრუნდება."],
  "emoji": ["All is well 🙂.", "🇦🇲 and 🇦🇿 signed."],
};

for (const [name, expected] of Object.entries(TEXTS)) {
  Deno.test(`sentences() reads ${name}`, () => {
    assertEquals(split(expected.join(" ")), expected);
  });
}

Deno.test("sentences() ends Chinese and Japanese sentences without a space", () => {
  assertEquals(split("部长走了。他明天回来！真的吗？"), [
    "部长走了。",
    "他明天回来！",
    "真的吗？",
  ]);
});

Deno.test("sentences() parts words that lack their space, but no address", () => {
  assertEquals(split("They left.The rest stayed at www.Example.Com today."), [
    "They left.",
    "The rest stayed at www.Example.Com today.",
  ]);
});

Deno.test("sentences() ends at each paragraph, within a quotation too", () => {
  assertEquals(split("“We came.\n\n“We saw.\n\n“We left,” he said."), [
    "“We came.",
    "“We saw.",
    "“We left,” he said.",
  ]);
});

Deno.test("sentences() takes a line for a paragraph where the lines are no wrapping", () => {
  assertEquals(split("A title without a stop\n9 May 2021\nA first sentence."), [
    "A title without a stop",
    "9 May 2021",
    "A first sentence.",
  ]);
});

Deno.test("sentences() reads on over the lines of a wrapped text", () => {
  const text = "The minister said on Monday that the road would be open\n" +
    "to all carriers by the end of the year. He did not\n" +
    "say who would guard it, nor\n" +
    "what it would cost.\n\n" +
    "- A first point\n- A second point";
  assertEquals(split(text).map((s) => s.replaceAll("\n", " ")), [
    "The minister said on Monday that the road would be open to all carriers by the end of the year.",
    "He did not say who would guard it, nor what it would cost.",
    "- A first point",
    "- A second point",
  ]);
});

Deno.test("sentences() holds every visible character once, whatever the text", () => {
  const piece = fc.constantFrom(
    ..."aA1.!?…。؟։«»“”\"'()[]\n \t🙂é",
    "U.S.",
    "Nov. 9",
    "[14]",
    "word",
    "\u200f",
    "\ud800",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join("");
      let at = 0, kept = "";
      for (const { start, end } of sentences(text)) {
        if (start < at || end <= start) return false;
        kept += text.slice(start, end);
        at = end;
      }
      const visible = (s: string) => s.replace(/[\s\u200f]/g, "");
      return visible(kept) === visible(text);
    }),
    { numRuns: 2000 },
  );
});
