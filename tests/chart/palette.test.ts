import { charts } from "aras";
import { assert, assertEquals } from "@std/assert";
import * as culori from "culori";

const { SIDES, STANCE_COLOURS, contrast, inkOn, sideOf, stanceColour } = charts;
const STATES = ["irn", "aze", "arm", "tur", "isr", "rus", "usa"];

/** Full protanopia, deuteranopia and tritanopia after Machado et al. (2009), and none. */
const SIGHTS: Record<string, (colour: string) => culori.Color> = {
  "no deficiency": (colour) => culori.parse(colour)!,
  protanopia: (colour) => culori.filterDeficiencyProt(1)(culori.parse(colour)!),
  deuteranopia: (colour) => culori.filterDeficiencyDeuter(1)(culori.parse(colour)!),
  tritanopia: (colour) => culori.filterDeficiencyTrit(1)(culori.parse(colour)!),
};

const distance = culori.differenceCiede2000();

/** Every two of some names. */
function pairs(names: readonly string[]): [string, string][] {
  return names.flatMap((a, i) =>
    names.slice(i + 1).map((b): [string, string] => [a, b])
  );
}

Deno.test("SIDES are seen on white: marks 3:1, words 4.5:1", () => {
  for (const [name, { colour, ink }] of Object.entries(SIDES)) {
    assert(contrast(colour, "#ffffff") >= 3, `${name} as a mark`);
    assert(contrast(ink, "#ffffff") >= 4.5, `${name} as a word`);
  }
});

Deno.test("SIDES stay apart for every kind of colour vision", () => {
  for (const [sight, seen] of Object.entries(SIGHTS)) {
    // The states meet in most figures; tritanopia is far rarer than the others.
    const least = sight === "tritanopia" ? 7 : 10;
    for (const [a, b] of pairs(STATES)) {
      const apart = distance(seen(SIDES[a].colour), seen(SIDES[b].colour));
      assert(apart >= least, `${a} and ${b}, ${sight}: ${apart.toFixed(1)}`);
    }
  }
});

Deno.test("SIDES that meet most differ on a grey print", () => {
  const lightness = (name: string) => culori.lab(SIDES[name].colour)!.l;
  for (const [a, b] of pairs(["irn", "aze", "arm", "tur"])) {
    assert(Math.abs(lightness(a) - lightness(b)) >= 5, `${a} and ${b}`);
  }
});

Deno.test("SIDES have dashes and symbols of their own", () => {
  const sides = Object.values(SIDES);
  for (const part of ["dash", "symbol", "colour"] as const) {
    assertEquals(new Set(sides.map((side) => side[part])).size, sides.length, part);
  }
});

Deno.test("STANCE_COLOURS keep their order on either side of neutral", () => {
  const lightness = STANCE_COLOURS.map((colour) => culori.lab(colour)!.l);
  const middle = (lightness.length - 1) / 2;
  for (let i = 1; i <= middle; i++) {
    assert(lightness[i] > lightness[i - 1], `step ${i}`);
    assert(lightness[middle + i] < lightness[middle + i - 1], `step ${middle + i}`);
  }
  for (const [sight, seen] of Object.entries(SIGHTS)) {
    const apart = distance(seen(stanceColour(-1)), seen(stanceColour(1)));
    assert(apart >= 12, `−1 and +1, ${sight}: ${apart.toFixed(1)}`);
  }
});

Deno.test("inkOn() is read on every colour of a stance", () => {
  for (const colour of STANCE_COLOURS) {
    assert(contrast(inkOn(colour), colour) >= 4.5, colour);
  }
});

Deno.test("sideOf() knows actors, countries and whose a person is", () => {
  assertEquals(sideOf("irn-mfa"), SIDES.irn);
  assertEquals(sideOf("AZE"), SIDES.aze);
  assertEquals(sideOf("aliyev", "AZE"), SIDES.aze);
  assertEquals(sideOf("husseiniyun"), charts.OTHER);
});

Deno.test("stanceColour() takes what lies beyond the scale for its end", () => {
  assertEquals(stanceColour(-9), stanceColour(-2));
  assertEquals(stanceColour(0), STANCE_COLOURS[4]);
});
