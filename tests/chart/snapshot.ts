import { charts } from "aras";
import { assert, assertEquals } from "@std/assert";
import { DOMParser } from "linkedom";

const FOLDER = new URL("../output/", import.meta.url);

/**
 * Checks a figure: what every SVG of Aras must hold, and that it is the one in
 * `tests/output/`, byte by byte. `UPDATE_SNAPSHOTS=1` writes that file anew; look at it.
 *
 * @param make Draws the figure, anew each time.
 * @param name Name of the file; the figure's own where left out.
 */
export async function checkFigure(
  make: () => charts.Figure | Promise<charts.Figure>,
  name?: string,
): Promise<void> {
  const figure = await make();
  const svg = await figure.svg();
  await checkSvg(svg);
  assertEquals(await (await make()).svg(), svg, "a second run draws another SVG");
  const path = new URL(`${name ?? figure.name}.svg`, FOLDER);
  if (Deno.env.get("UPDATE_SNAPSHOTS") === "1") {
    await Deno.mkdir(FOLDER, { recursive: true });
    await Deno.writeTextFile(path, svg);
  }
  const expected = await Deno.readTextFile(path).catch(() => "");
  assert(
    svg === expected,
    `${path.pathname} is not what is drawn now: ${
      difference(expected, svg)
    }; where the ` +
      "new one looks right, run with UPDATE_SNAPSHOTS=1",
  );
}

/** Checks what every SVG must hold whatever it shows. */
export async function checkSvg(svg: string): Promise<void> {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement!;
  assertEquals(root.nodeName, "svg");
  assertEquals(root.getAttribute("xmlns"), "http://www.w3.org/2000/svg");
  assertEquals(root.getAttribute("role"), "img");
  for (const id of root.getAttribute("aria-labelledby")!.split(" ")) {
    assert(svg.includes(`id="${id}"`), `no element has the id ${id}`);
  }
  const drawn = svg.replace(/<(style|metadata)>[^]*?<\/\1>/g, "");
  assert(!/NaN|undefined|Infinity|\[object/.test(drawn), "a number or text is missing");
  const addresses = drawn.replace('xmlns="http://www.w3.org/2000/svg"', "");
  assert(!/https?:|href=|@import/.test(addresses), "something outside is asked for");
  assert(
    [...svg.matchAll(/url\(([^)]{0,5})/g)].every(([, to]) => /^(data:|#)/.test(to)),
    "a font or clip lies outside",
  );
  assert(svg.length < 98_304, `${svg.length} bytes are more than 96 KiB`);
  assertEquals(await charts.textFaults(svg), []);
}

function difference(a: string, b: string): string {
  const x = a.split("\n"), y = b.split("\n");
  const at = y.findIndex((line, i) => line !== x[i]);
  if (at < 0) return `${x.length} lines instead of ${y.length}`;
  return `line ${at + 1} is ${y[at].slice(0, 100)} instead of ${x[at]?.slice(0, 100)}`;
}
