import { assertEquals } from "@std/assert";
import { partyFinder } from "aras";

const finder = partyFinder({
  actors: [
    { id: "rur", name: "Ruritania", type: "state", country: "RUR", official: "yes" },
    {
      id: "rur-mfa",
      name: "Foreign Ministry of Ruritania",
      type: "institution",
      country: "RUR",
      official: "yes",
    },
    {
      id: "rebels",
      name: "Ruritanian Rebels",
      type: "group",
      country: "RUR",
      official: "no",
    },
    { id: "fre", name: "Freedonia", type: "state", country: "FRE", official: "yes" },
  ],
  aliases: [
    { actor: "rur", alias: "Ruritania", kind: "name" },
    { actor: "rur-mfa", alias: "Ruritanian Foreign Ministry", kind: "name" },
    { actor: "rebels", alias: "Mountain Front", kind: "name" },
    { actor: "fre", alias: "Freedonia", kind: "name" },
  ],
});
const spans = (text: string, actor: string, other: string[] = []) =>
  finder.find(text, actor, other).spans.map(({ start, end }) => text.slice(start, end));

Deno.test("partyFinder() finds an actor by its names", () => {
  assertEquals(spans("Ruritania met Freedonia.", "fre"), ["Freedonia"]);
});

Deno.test("partyFinder() takes officials for their state, but nobody else", () => {
  const text = "The Ruritanian Foreign Ministry and the Mountain Front replied.";
  assertEquals(spans(text, "rur"), ["Ruritanian Foreign Ministry"]);
  assertEquals(spans(text, "rur", ["rur-mfa"]), []);
  assertEquals(spans("Ruritania replied.", "rebels"), []);
});
