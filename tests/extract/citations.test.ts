import { assertEquals } from "@std/assert";
import { extractor } from "aras";
import { ownKnowledge } from "../support/knowledge.ts";

const extract = extractor(await ownKnowledge());
const cited = (text: string) => extract({ id: "1", text }).citations;

Deno.test("citationFinder() counts outlets that report, publish or are told", () => {
  assertEquals(
    cited("The dam holds, TASS reported. Tasnim quoted the mayor; IRNA did not."),
    [
      { source: "tass", count: 1 },
      { source: "tasnim", count: 1 },
    ],
  );
  assertEquals(cited("He wrote for Al-Monitor in an article published by ISNA."), [
    { source: "al-monitor", count: 1 },
    { source: "isna", count: 1 },
  ]);
});

Deno.test("citationFinder() reads footnotes and credits of pictures", () => {
  const text =
    "The dam holds.[1]\n\nThe dam (Source: ISNA, May 2021)\n\n[1] Tasnim (Iran), May 3.";
  assertEquals(cited(text), [
    { source: "isna", count: 1 },
    { source: "tasnim", count: 1 },
  ]);
});

Deno.test("citationFinder() reads an outlet in brackets, but no short form of its name", () => {
  assertEquals(cited("The dam holds (IRNA, May 3, 2021)."), [{
    source: "irna",
    count: 1,
  }]);
  assertEquals(cited("MOSCOW (TASS) – The dam holds."), [{ source: "tass", count: 1 }]);
  assertEquals(cited("He works for the Islamic Republic News Agency (IRNA)."), []);
});

Deno.test("citationFinder() leaves out what an outlet says of itself", () => {
  assertEquals(cited("This need not be the editorial policy of Anadolu Agency."), []);
  assertEquals(cited("Copyright 2021 Anadolu Agency. All rights reserved."), []);
});

Deno.test("citationFinder() leaves out outlets that are only talked about", () => {
  assertEquals(cited("The police searched the office of TASS."), []);
  assertEquals(cited("A new channel will compete with TRT World next year."), []);
});

Deno.test("citationFinder() counts an institution only for its report", () => {
  assertEquals(
    cited(
      "The dam is old, according to a report by the Foreign Policy Research Institute.",
    ),
    [{ source: "foreign-policy-research-institute", count: 1 }],
  );
  assertEquals(cited("The Foreign Policy Research Institute moved."), []);
});
