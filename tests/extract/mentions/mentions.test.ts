import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { type Knowledge, mentionFinder } from "aras";
import { ownKnowledge } from "../../support/knowledge.ts";

const own = mentionFinder(await ownKnowledge());

/** What is found, as "text actor kind". */
function found(text: string, options = {}): string[] {
  return own(text, options).map(({ start, end, actor, kind }) =>
    `${text.slice(start, end)} ${actor} ${kind}`
  );
}

Deno.test("mentionFinder() tells names, demonyms, metonyms, places and outlets apart", () => {
  assertEquals(found("Tasnim wrote that Iran and Armenian drivers met in Syunik."), [
    "Tasnim tasnim outlet",
    "Iran irn name",
    "Armenian arm demonym",
    "Syunik syunik place",
  ]);
});

Deno.test("mentionFinder() ends a name at a possessive and at a hyphen", () => {
  assertEquals(found("Iran's border, the Iran-Azerbaijan road, Turkish-made lorries"), [
    "Iran irn name",
    "Iran irn name",
    "Azerbaijan aze name",
    "Turkish tur demonym",
  ]);
});

Deno.test("mentionFinder() takes the longest name at a place", () => {
  assertEquals(found("The Azerbaijani Defence Ministry and Radio Free Europe"), [
    "Azerbaijani Defence Ministry aze-mod name",
    "Radio Free Europe rfe-rl outlet",
  ]);
});

Deno.test("mentionFinder() never finds a name within a longer word", () => {
  assertEquals(found("Iranology, Teherani, Armeniaca and Bakuvian are words"), []);
  assertEquals(found("иранология and հայաստանցի"), []);
});

Deno.test("mentionFinder() wants the capitals that a name has", () => {
  assertEquals(found("they told us that turkey was served"), []);
  assertEquals(found("TALKS BETWEEN IRAN AND ARMENIA"), [
    "IRAN irn name",
    "ARMENIA arm name",
  ]);
});

Deno.test("mentionFinder() sees through diacritics and joined or separate letters", () => {
  assertEquals(found("Erdogan and Erdoğan"), [
    "Erdogan erdogan name",
    "Erdoğan erdogan name",
  ]);
  const decomposed = "Erdoğan".normalize("NFD");
  assertEquals(own(decomposed)[0], {
    start: 0,
    end: decomposed.length,
    actor: "erdogan",
    kind: "name",
  });
  assertEquals(found("OC\u00a0Media"), ["OC\u00a0Media oc-media outlet"]);
});

Deno.test("mentionFinder() knows inflected forms of other scripts", () => {
  assertEquals(found("власти Ирана в Баку встретили Никола Пашиняна"), [
    "Ирана irn name",
    "Баку baku place",
    "Никола Пашиняна pashinyan name",
  ]);
  assertEquals(found("Azərbaycanın nazirliyi Bakıda"), [
    "Azərbaycanın aze name",
    "Bakıda baku place",
  ]);
  assertEquals(found("Հայաստանի և Իրանում")[0], "Հայաստանի arm name");
  assertEquals(found("die iranischen Fahrer und Armeniens Grenze"), [
    "iranischen irn demonym",
    "Armeniens arm name",
  ]);
  assertEquals(found("les chauffeurs iraniens et l'Arménie"), [
    "iraniens irn demonym",
    "Arménie arm name",
  ]);
});

Deno.test("mentionFinder() leaves a joined Arabic preposition out of the name", () => {
  const text = "وإيران";
  assertEquals(own(text), [{ start: 1, end: 6, actor: "irn", kind: "name" }]);
});

Deno.test("mentionFinder() finds Persian names with a joiner or a space", () => {
  assertEquals(found("خامنه‌ای")[0], "خامنه‌ای khamenei name");
  assertEquals(found("خامنه ای")[0], "خامنه ای khamenei name");
});

Deno.test("mentionFinder() tells a capital as a state from the place", () => {
  assertEquals(found("Tehran rejects what Baku said."), [
    "Tehran irn metonym",
    "Baku aze metonym",
  ]);
  assertEquals(found("The envoy flew to Baku and Yerevan from Tehran."), [
    "Baku baku place",
    "Yerevan yerevan place",
    "Tehran tehran place",
  ]);
  assertEquals(found("TEHRAN, Oct. 4 – Talks went on."), ["TEHRAN tehran place"]);
  assertEquals(found("relations between Tehran and Ankara"), [
    "Tehran irn metonym",
    "Ankara tur metonym",
  ]);
});

Deno.test("mentionFinder() rules a name out by what stands around it", () => {
  assertEquals(found("voters in the Georgia runoff"), []);
  assertEquals(found("a roast Turkey for all"), []);
  assertEquals(found("schools of East Azerbaijan"), [
    "Azerbaijan iranian-azerbaijan place",
  ]);
  assertEquals(found("Iranian Turks sing")[0], "Iranian Turks iranian-azeris name");
  assertEquals(found("a Turkish-speaking village"), []);
  assertEquals(found("see https://www.example.org/Iran and @Iran"), []);
});

Deno.test("mentionFinder() takes a surname for the person named in full before", () => {
  const text = "Matthew Miller spoke. Miller left, and Dennis Miller came.";
  assertEquals(found(text).slice(0, 2), [
    "Matthew Miller miller name",
    "Miller miller name",
  ]);
  assertEquals(found(text, { surnames: false }), ["Matthew Miller miller name"]);
  assertEquals(found("Miller spoke."), []);
});

Deno.test("mentionFinder() takes an office for who held it, where that is asked for", () => {
  const text = "The Iranian foreign minister came, and Iranian President Raisi left.";
  const options = { published: "2022-05", roles: true };
  assertEquals(found(text, options), [
    "Iranian foreign minister amir-abdollahian role",
    "Iranian irn demonym",
    "Raisi raisi name",
  ]);
  assertEquals(found(text, { published: "2022-05" })[0], "Iranian irn demonym");
});

Deno.test("mentionFinder() takes a user's own actors, names, dates and exclusions", () => {
  const knowledge: Knowledge = {
    actors: [
      { id: "ferry", name: "The Ferry", type: "organisation" },
      { id: "old-port", name: "Old Port", type: "institution" },
    ],
    aliases: [
      {
        actor: "ferry",
        alias: "Ferry",
        kind: "name",
        unless: "Ferry Street;toll + bridge",
      },
      {
        actor: "old-port",
        alias: "Port",
        kind: "name",
        valid_from: "2020-01",
        valid_to: "2021-06",
      },
    ],
  };
  const find = mentionFinder(knowledge);
  const actors = (text: string, published?: string) =>
    find(text, { published }).map(({ actor }) => actor);
  assertEquals(actors("The Ferry stopped."), ["ferry"]);
  assertEquals(actors("Ferry Street was shut."), []);
  assertEquals(actors("The Ferry asks a toll."), ["ferry"]);
  assertEquals(actors("The Ferry asks no toll at the bridge."), []);
  assertEquals(actors("Port opened", "2021-06-30"), ["old-port"]);
  assertEquals(actors("Port opened", "2021-07"), []);
});

Deno.test("mentionFinder() keeps offsets right after emoji and right-to-left text", () => {
  const text = "🛢️ 𝔘 ایران و Armenia 🇦🇲";
  for (const { start, end, actor } of own(text)) {
    assertEquals(text.slice(start, end), actor === "irn" ? "ایران" : "Armenia");
  }
  assertEquals(own(text).length, 2);
});

Deno.test("mentionFinder() reads a single line of 10 MB and an empty text", () => {
  assertEquals(own(""), []);
  const line = "Iran said nothing of it. ".repeat(400_000);
  assertEquals(own(line).length, 400_000);
});

Deno.test("mentionFinder() finds mentions in order, within the text, none over another", () => {
  const part = fc.constantFrom(
    "Iran",
    "ian",
    " ",
    "-",
    "'s",
    ".",
    "Ali",
    "Aliyev",
    "🛢",
    "\n",
    "Баку",
    "ایران",
    "East",
    "Azerbaijan",
    "(",
    "Karabakh",
    "U.S.",
    "3+3",
    "the West",
    "\u0301",
    "\ud800",
  );
  fc.assert(fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
    const text = parts.join("");
    let last = 0;
    for (const { start, end } of own(text)) {
      assert(start >= last && end > start && end <= text.length);
      last = end;
    }
  }));
});
