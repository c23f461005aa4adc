import { assertEquals } from "@std/assert";
import { mentionFinder, quotationFinder } from "aras";
import { ownKnowledge } from "../../support/knowledge.ts";

const knowledge = await ownKnowledge();
const mentionsOf = mentionFinder(knowledge);
const quotationsOf = quotationFinder(knowledge);

/** What is found, as "kind speaker | cue | content". */
function found(text: string): string[] {
  return quotationsOf(text, mentionsOf(text)).map((quotation) => {
    const { start, end, kind, speaker, cue_start, cue_end } = quotation;
    const cue = cue_start === null ? "" : text.slice(cue_start, cue_end!);
    return `${kind} ${speaker} | ${cue} | ${text.slice(start, end)}`;
  });
}

Deno.test("quotationFinder() reads direct speech in Russian", () => {
  assertEquals(found("«Мост откроют весной», — сказал Лавров."), [
    "direct lavrov | сказал | «Мост откроют весной»",
  ]);
  assertEquals(found("Лавров заявил: «Мост откроют весной»."), [
    "direct lavrov | заявил | «Мост откроют весной»",
  ]);
});

Deno.test("quotationFinder() reads direct speech in Turkish and Azerbaijani", () => {
  assertEquals(found("Erdoğan, “Köprü baharda açılır” dedi."), [
    "direct erdogan | dedi | “Köprü baharda açılır”",
  ]);
  assertEquals(found("İlham Əliyev qeyd edib: “Körpü yazda açılar”."), [
    "direct aliyev | qeyd edib | “Körpü yazda açılar”",
  ]);
});

Deno.test("quotationFinder() reads direct speech in German and French", () => {
  assertEquals(found("„Die Brücke öffnet bald“, sagte Lawrow in Moskau."), [
    "direct lavrov | sagte | „Die Brücke öffnet bald“",
  ]);
  assertEquals(found("Macron a déclaré : « Le pont ouvre bientôt. »"), [
    "direct macron | déclaré | « Le pont ouvre bientôt. »",
  ]);
});

Deno.test("quotationFinder() reads direct speech in Persian and Armenian", () => {
  assertEquals(found("ظریف تاکید کرد: «پل باز می‌شود.»"), [
    "direct zarif | تاکید کرد | «پل باز می‌شود.»",
  ]);
  assertEquals(found("«Կամուրջը կբացվի»,- ասել է Փաշինյանը։"), [
    "direct pashinyan | ասել է | «Կամուրջը կբացվի»",
  ]);
  assertEquals(found("Փաշինյանը հայտարարեց. «Կամուրջը կբացվի»։"), [
    "direct pashinyan | հայտարարեց | «Կամուրջը կբացվի»",
  ]);
});

Deno.test("quotationFinder() takes no quoted name for speech in another language", () => {
  assertEquals(found("Пароход «Мост» пришёл весной."), []);
  assertEquals(found("Лавров не сказал. «Мост» стоит пустой."), []);
});
