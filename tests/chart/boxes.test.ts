import { charts } from "aras";
import { assertAlmostEquals, assertEquals } from "@std/assert";

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" font-size="10">` +
  `${content}</svg>`;

Deno.test("textFaults() finds a text that leaves the figure", async () => {
  assertEquals(await charts.textFaults(svg(`<text x="180" y="50">Azerbaijan</text>`)), [
    '"Azerbaijan" leaves the figure',
  ]);
});

Deno.test("textFaults() finds texts that cover each other through transforms", async () => {
  const faults = await charts.textFaults(svg(
    `<text x="10" y="50">Iran</text><g transform="translate(5,40)"><g transform="scale(2)">` +
      `<text x="4" y="0.6em">Baku</text></g></g>`,
  ));
  assertEquals(faults, ['"Iran" covers "Baku"']);
});

Deno.test("textFaults() leaves neighbours alone", async () => {
  const lines = `<text><tspan x="10" y="20">first line</tspan>` +
    `<tspan x="10" dy="1.2em">second line</tspan></text>`;
  assertEquals(await charts.textFaults(svg(lines)), []);
});

Deno.test("textBoxes() turns the box with the text", async () => {
  const [box] = await charts.textBoxes(
    svg(`<text transform="translate(100,50) rotate(-90)">Tehran</text>`),
  );
  await charts.readyFonts();
  const width = charts.textWidth("Tehran", { size: 10 });
  assertAlmostEquals(box.bottom, 50, 1e-9);
  assertAlmostEquals(box.bottom - box.top, width, 1e-9);
  assertAlmostEquals(box.right - box.left, 9.7, 1e-9);
});

Deno.test("textBoxes() anchors at the middle and the end", async () => {
  const boxes = await charts.textBoxes(svg(
    `<text x="100" y="20" text-anchor="middle">Baku</text>` +
      `<g text-anchor="end"><text x="100" y="50">Baku</text></g>`,
  ));
  assertAlmostEquals((boxes[0].left + boxes[0].right) / 2, 100, 1e-9);
  assertAlmostEquals(boxes[1].right, 100, 1e-9);
});
