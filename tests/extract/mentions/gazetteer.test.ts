import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { makeEntry, NAME } from "../../../lib/extract/mentions/entry.ts";
import { Gazetteer } from "../../../lib/extract/mentions/gazetteer.ts";
import { LOCAL } from "../../../lib/extract/mentions/inflection.ts";

const entry = (phrase: string, language = "") =>
  makeEntry(phrase, { kind: "name", rank: NAME, language });

/** What is found, as "text: phrases". */
function found(gazetteer: Gazetteer, text: string): string[] {
  const rows: string[] = [];
  gazetteer.scan(text, (start, end, entries) => {
    const phrases = entries.map(({ phrase }) => phrase).join("|");
    rows.push(`${text.slice(start, end)}: ${phrases}`);
  });
  return rows;
}

/** The same by trying all names at all words: the longest first, none over another. */
function slowly(phrases: readonly string[], text: string): string[] {
  const words = [...text.matchAll(/\p{L}+/gu)];
  const rows: string[] = [];
  for (let w = 0; w < words.length; w++) {
    const fitting = phrases.map((phrase) => phrase.split(" ")).filter((name) =>
      name.every((word, i) => words[w + i]?.[0] === word)
    ).sort((a, b) => b.length - a.length);
    if (fitting.length === 0) continue;
    const last = words[w + fitting[0].length - 1];
    const written = text.slice(words[w].index, last.index + last[0].length);
    rows.push(`${written}: ${fitting[0].join(" ")}`);
    w += fitting[0].length - 1;
  }
  return rows;
}

Deno.test("Gazetteer finds what trying all names at all words finds", () => {
  const word = fc.constantFrom("A", "Ab", "Иран", "تهران", "Çay", "Ba");
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) =>
    words.join(" ")
  );
  const filler = fc.constantFrom("road", "дорога", "x");
  fc.assert(fc.property(
    fc.uniqueArray(phrase, { minLength: 1, maxLength: 12 }),
    fc.array(fc.oneof(word, filler), { maxLength: 30 }),
    (phrases, words) => {
      const text = words.join(" ");
      assertEquals(
        found(new Gazetteer(phrases.map((one) => entry(one))), text),
        slowly(phrases, text),
      );
    },
  ));
});

Deno.test("Gazetteer gives all entries of the same words, in their order", () => {
  const first = entry("Valley News"), second = entry("valley news");
  assertEquals(found(new Gazetteer([first, second]), "Valley News, valley news"), [
    "Valley News: Valley News|valley news",
    "valley news: valley news",
  ]);
});

Deno.test("Gazetteer tells by its ending that a word is a place", () => {
  const forms: number[] = [];
  new Gazetteer([entry("Bakı", "az")]).scan(
    "Bakıda və Bakı",
    (_start, _end, _entries, form) => forms.push(form),
  );
  assertEquals(forms, [LOCAL, 0]);
});

Deno.test("Gazetteer keeps a stretch: no name reaches beyond it", () => {
  const gazetteer = new Gazetteer([entry("Valley News"), entry("Valley")]);
  const ends: number[] = [];
  gazetteer.scan("the Valley News", (_start, end) => ends.push(end), 4, 10);
  assertEquals(ends, [10]);
});
