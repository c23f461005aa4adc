import { charts, makeFrame, UserError, VERSION } from "aras";
import * as Plot from "@observablehq/plot";
import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { frame, stances } from "./frames.ts";
import { checkSvg } from "./snapshot.ts";

const rows = [{ name: 'A & B <"c">', n: 3 }, { name: "Թեհրան → Баку", n: 5 }];
const make = (options: charts.FigureOptions = {}) =>
  charts.figure({
    title: 'Tests & <their> "figures"',
    subtitle: "Units; n = 8",
    frame: frame(rows, { measure: "mine", options: { a: 1 }, notes: ["one left out"] }),
    chart: "charts.mine",
    options: { b: 2 },
    ...options,
    plot: ({ width, note }) => {
      note("told while drawn");
      return {
        width,
        height: 80,
        marginLeft: 110,
        marks: [Plot.barX(rows, { x: "n", y: "name", clip: true })],
      };
    },
  });

/** Runs a test in a folder of its own. */
async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("figure() escapes whatever stands in it", async () => {
  const svg = await make().svg();
  await checkSvg(svg);
  assert(svg.includes("Tests &amp; &lt;their&gt;"));
  assert(svg.includes("A &amp; B &lt;"));
});

Deno.test("figure() says where it comes from, to readers and to machines", async () => {
  const figure = make(), svg = await figure.svg();
  assert(svg.includes("Told while drawn. One left out."));
  assert(svg.includes(`Source: invented 0.0.1 (SHA-256 0123456789…). Aras ${VERSION}`));
  const metadata = /<metadata>(.*?)<\/metadata>/s.exec(svg)![1];
  const made = JSON.parse(
    metadata.replaceAll("&quot;", '"').replaceAll("&amp;", "&")
      .replaceAll("&lt;", "<").replaceAll("&gt;", ">"),
  );
  assertEquals(made, await figure.made());
  assertEquals(made.chart, "charts.mine");
  assertEquals([made.chart_options, made.measure_options], [{ b: 2 }, { a: 1 }]);
  assertEquals(made.data.hash, "0123456789abcdef");
});

Deno.test("figure() numbers its clips by itself, not by the session", async () => {
  const ids = async () => (await make().svg()).match(/aras-tests[a-z-]*-clip-\d+/g);
  assertEquals(await ids(), await ids());
});

Deno.test("figure() takes a frame that knows nothing of itself", async () => {
  const bare = makeFrame(rows, ["name", "n"]);
  const plot = () => ({ width: 300, height: 60, marks: [Plot.frame()] });
  const svg = await charts.figure({ title: "Bare", frame: bare, plot }).svg();
  assert(svg.includes(`Drawn by Aras ${VERSION}`));
});

Deno.test("figure() tells what is wrong with a width", () => {
  const error = assertThrows(() => make({ width: 12 }), UserError);
  assertEquals(
    error.message,
    "charts.mine width: expected pixels from 320 to 10000 but found 12",
  );
});

Deno.test("Figure.png() has the width or scale that is asked for", async () => {
  const figure = make();
  const size = (png: Uint8Array) =>
    new DataView(png.buffer, png.byteOffset).getUint32(16);
  assertEquals(size(await figure.png()), 1360);
  assertEquals(size(await figure.png({ scale: 1 })), 680);
  assertEquals(size(await figure.png({ width: 1000 })), 1000);
  assertEquals(await figure.png(), await make().png());
  await assertRejects(
    () => figure.png({ scale: -1 }),
    UserError,
    "png scale: expected",
  );
});

Deno.test("Figure.save() writes SVG, PNG and CSV, and makes the folder", async () => {
  await inFolder(async (folder) => {
    const figure = make();
    await figure.save(`${folder}/deep/name.svg`);
    assertEquals(
      [...Deno.readDirSync(`${folder}/deep`)].map((e) => e.name).sort(),
      ["name.csv", "name.png", "name.svg"],
    );
    assertEquals(
      await Deno.readTextFile(`${folder}/deep/name.svg`),
      await figure.svg(),
    );
    assertEquals(await Deno.readTextFile(`${folder}/deep/name.csv`), figure.csv());
  });
});

Deno.test("Figure.save() says where it cannot write and what to do", async () => {
  await inFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/file`, "");
    const error = await assertRejects(() => make().save(`${folder}/file/x`), UserError);
    assert(error.message.startsWith(`${folder}/file/x.svg: expected a folder`));
    assert(error.message.includes("choose another folder"));
  });
});

Deno.test("a figure shows itself in Jupyter as SVG, PNG and words", async () => {
  const figure = make() as
    & charts.Figure
    & Record<symbol, () => Promise<charts.MimeBundle>>;
  const bundle = await figure[Symbol.for("Jupyter.display")]();
  assertEquals(Object.keys(bundle), ["image/svg+xml", "image/png", "text/plain"]);
  assert(bundle["image/png"].startsWith("iVBOR"));
  assert(bundle["text/plain"].startsWith('Tests & <their> "figures"\nUnits; n = 8.'));
});

Deno.test("a figure of a frame without rows says that there is nothing", async () => {
  const about = { options: { speaker: "irn", target: "aze" }, notes: ["all left out"] };
  const columns = ["period", "mean", "low", "high", "statements"];
  const svg = await charts.stanceSeries(makeFrame([], columns, about)).svg();
  await checkSvg(svg);
  assert(svg.includes("Nothing to draw"));
  assert(svg.includes("All left out."));
});

Deno.test("every chart is whole at the width of a column and of a page", async () => {
  const issues = ["peace-treaty", "exercise-border"].map((issue, i) => ({
    issue,
    mean: 1 - i * 2,
    low: 0.5 - i * 2,
    high: 1.5 - i * 2,
    statements: 9,
  }));
  for (const width of [340, 1000]) {
    for (
      const chart of [
        charts.stanceByIssue(frame(issues), { width }),
        charts.stanceSeries(stances("irn", "aze", [1, null, -1, 0.5]), { width }),
      ]
    ) await checkSvg(await chart.svg());
  }
});
