import { charts } from "aras";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { Resvg } from "@resvg/resvg-js";

await charts.readyFonts();
const style = { size: 20 };
const FOLDER = new URL("../../lib/chart/font/", import.meta.url).pathname;

Deno.test("textWidth() measures as wide as the renderer draws", () => {
  const files = [...Deno.readDirSync(FOLDER)].map((entry) => entry.name)
    .filter((name) => name.endsWith(".ttf")).map((name) => FOLDER + name);
  for (const text of ["HAVE TWO", "Iran → Azerbaijan", "HՀայH", "HТегеранH"]) {
    for (const weight of [400, 600]) {
      // A bar behind the text shows where it ends: the box is that of both.
      const width = charts.textWidth(text, { size: 100, weight });
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200">` +
        `<text y="100" font-size="100" font-weight="${weight}" ` +
        `font-family="Noto Sans">${text}</text></svg>`;
      const box = new Resvg(svg, {
        font: { loadSystemFonts: false, fontFiles: files },
      }).getBBox()!;
      // Ink begins and ends a little within the advance of the outer letters.
      assertAlmostEquals(box.x + box.width, width, 14, `${text} ${weight}`);
    }
  }
});

Deno.test("textWidth() grows with size and reckons kerning", () => {
  assertAlmostEquals(
    charts.textWidth("Tehran", { size: 40 }),
    2 * charts.textWidth("Tehran", style),
    1e-9,
  );
  const apart = charts.textWidth("A", style) + charts.textWidth("V", style);
  assert(charts.textWidth("AV", style) < apart);
});

Deno.test("wrapText() breaks between words, never beyond the width", () => {
  const text = "Mean stance by quarter, from −2 (hostile) to +2 (committed)";
  const lines = charts.wrapText(text, 200, style);
  assert(lines.length > 1);
  assertEquals(lines.join(" "), text);
  for (const line of lines) assert(charts.textWidth(line, style) <= 200);
});

Deno.test("wrapText() leaves a word that is too wide alone on its line", () => {
  assertEquals(charts.wrapText("a Nagorno-Karabakh b", 60, style), [
    "a",
    "Nagorno-Karabakh",
    "b",
  ]);
});
