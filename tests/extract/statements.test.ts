import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { extractStatements, mentionFinder, type StatementInput } from "aras";
import { sentences } from "../../lib/text/sentences.ts";
import { readLexicon } from "../../lib/corpus/stance.ts";

const state = (id: string, name: string, country: string) => ({
  id,
  name,
  country,
  type: "state",
  official: "yes",
});
const list = [
  state("irn", "Iran", "IRN"),
  state("aze", "Azerbaijan", "AZE"),
  state("arm", "Armenia", "ARM"),
  state("isr", "Israel", "ISR"),
  { id: "zaki", name: "Omid Zaki", type: "person", country: "IRN", official: "yes" },
];
const aliases = list.map(({ id, name }) => ({ actor: id, alias: name, kind: "name" }));
const find = mentionFinder({
  actors: list,
  aliases: [...aliases, { actor: "irn", alias: "Iranian", kind: "demonym" }],
});
const actors = new Map(list.map((actor) => [actor.id, actor]));
const lexicon = await readLexicon();

function statementsOf(text: string, quotations: StatementInput["quotations"] = []) {
  const input = { text, sentences: sentences(text), mentions: find(text), quotations };
  return extractStatements(input, { lexicon, actors });
}
const short = (rows: ReturnType<typeof statementsOf>) =>
  rows.map(({ speaker, target, stance }) =>
    `${speaker} ${target} ${Math.sign(stance)}`
  );

Deno.test("extractStatements() pairs the subject of a cue with its object", () => {
  const rows = statementsOf(
    "Iran condemned Israel. Azerbaijan expelled four Iranian envoys.",
  );
  assertEquals(short(rows), ["irn isr -1", "aze irn -1"]);
  assertEquals(rows.map(({ act }) => act), ["ACCUSE", "SANCTION"]);
  assertEquals(rows[1].start, 23);
});

Deno.test("extractStatements() lets who is quoted judge whom his words name", () => {
  const text = "“Israel is a dangerous and criminal aggressor,” Omid Zaki said.";
  const rows = statementsOf(text, [{
    start: 0,
    end: 47,
    kind: "direct",
    speaker: "zaki",
  }]);
  assertEquals(short(rows), ["zaki isr -1"]);
  assertEquals(rows[0].voice, "quoted");
});

Deno.test("extractStatements() reads both sides as the two states named last", () => {
  const text =
    "Armenia and Azerbaijan exchanged fire. Omid Zaki called on both sides to show restraint.";
  const said = { start: 49, end: text.length - 1, kind: "indirect", speaker: "zaki" };
  const calls = statementsOf(text, [said]).filter(({ speaker }) => speaker === "zaki");
  assertEquals(short(calls).sort(), ["zaki arm 0", "zaki aze 0"]);
});

Deno.test("extractStatements() finds whom words mean that do not name him", () => {
  const before = "Omid Zaki spoke of Israel on Friday.";
  const said = "“They are criminals and we condemn their threats.”";
  const text = `${before} ${said}`, start = before.length + 2;
  const end = text.length - 1, told = { start, end, kind: "direct", speaker: "zaki" };
  const rows = statementsOf(text, [told]).filter((row) => row.start > before.length);
  assertEquals(short(rows), ["zaki isr -1"]);
  const alone = statementsOf(said, [{ ...told, start: 1, end: said.length - 1 }]);
  assertEquals(alone, []);
});

Deno.test("extractStatements() is less sure of whom words do not name", () => {
  const confidence = (said: string) => {
    const before = "Omid Zaki spoke of Israel on Friday.", text = `${before} ${said}`;
    const told = { start: before.length + 2, end: text.length - 1, kind: "direct" };
    return statementsOf(text, [{ ...told, speaker: "zaki" }]).at(-1)?.confidence ?? 0;
  };
  const named = confidence("“Israel threatens us and we condemn it.”");
  assert(named > confidence("“They threaten us and we condemn it.”"));
});

Deno.test("extractStatements() does not set a state against its own officials", () => {
  assertEquals(statementsOf("Iran attacked Omid Zaki's critics."), []);
});

Deno.test("extractStatements() finds nothing where nothing is held", () => {
  assertEquals(statementsOf("Iran borders Armenia. It rained."), []);
  assertEquals(statementsOf(""), []);
});

Deno.test("extractStatements() joins the names of one phrase", () => {
  const rows = statementsOf(
    "Iranian Foreign Minister Omid Zaki criticised Azerbaijan.",
  );
  assertEquals(short(rows), ["zaki aze -1"]);
});

Deno.test("extractStatements() reads any words, in bounds, one for a pair in a sentence", () => {
  const words = (
    "Iran Armenia Israel Iranian Omid Zaki he it they both sides condemned praised by and " +
    "the of not would attack , . “ ” - 's said accused met agreement \n\n"
  ).split(/(?<=\S) /);
  fc.assert(fc.property(
    fc.array(fc.constantFrom(...words), { maxLength: 60 }),
    fc.nat(200),
    fc.nat(200),
    (parts, from, length) => {
      const text = parts.join(" ");
      const end = Math.min(text.length, from + length);
      const told = { start: from, end, kind: "direct", speaker: "zaki" };
      const rows = statementsOf(text, from < end ? [told] : []);
      const pairs = rows.map(({ start, speaker, target }) =>
        `${start} ${speaker} ${target}`
      );
      assertEquals(new Set(pairs).size, pairs.length);
      for (const { start, end, speaker, target, confidence } of rows) {
        assert(start >= 0 && start < end && end <= text.length);
        assert(speaker !== target && confidence >= 0 && confidence <= 1);
      }
    },
  ));
});
