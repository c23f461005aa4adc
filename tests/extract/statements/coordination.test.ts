import { assertEquals } from "@std/assert";
import { Coordination } from "../../../lib/extract/statements/coordination.ts";
import { lexicon } from "./actors.ts";

function areCoordinated(text: string, a: string, b: string): boolean {
  const spanOf = (name: string) => {
    const start = text.indexOf(name);
    return { start, end: start + name.length };
  };
  return new Coordination(text, lexicon).has(spanOf(a), spanOf(b));
}

Deno.test("Coordination tells names that are joined, in either order", () => {
  const text = "Baku and the Republic of Talin, as well as Yerevan, met Kesh.";
  assertEquals(areCoordinated(text, "Baku", "Yerevan"), false);
  assertEquals(areCoordinated("Baku, as well as Yerevan", "Yerevan", "Baku"), true);
  assertEquals(areCoordinated("Baku and Prime Minister Orlan", "Baku", "Orlan"), true);
  assertEquals(areCoordinated("Baku met Yerevan", "Baku", "Yerevan"), false);
  assertEquals(areCoordinated("Baku-Yerevan", "Baku", "Yerevan"), false);
});

Deno.test("Coordination takes a mention for coordinated with itself and with none", () => {
  const names = new Coordination("Baku", lexicon), baku = { start: 0, end: 4 };
  assertEquals(names.has(baku, baku), true);
  assertEquals(names.has(baku, undefined), true);
});
