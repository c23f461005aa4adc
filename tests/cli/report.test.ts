import { assertEquals, assertStringIncludes } from "@std/assert";

const FOLDER = "tests/fixtures/notebooks";

/** Runs `deno task report` with arguments, in CI or out of it. */
async function report(args: string[], ci: boolean) {
  const { code, stderr } = await new Deno.Command("deno", {
    args: ["task", "--quiet", "report", ...args, "--out", "out/report-test"],
    env: { CI: ci ? "true" : "" },
    stdin: "null",
  }).output();
  return { code, said: new TextDecoder().decode(stderr) };
}

Deno.test("task report writes the page of a sound notebook and ends well", async () => {
  const { code, said } = await report([`${FOLDER}/sound.ipynb`], true);
  assertStringIncludes(said, "out/report-test/sound.html: 1 page, in");
  assertEquals(code, 0);
  const page = await Deno.readTextFile("out/report-test/sound.html");
  assertStringIncludes(page, "<h1>Sound</h1>");
});

Deno.test("task report fails where a notebook does", async () => {
  const { code, said } = await report([`${FOLDER}/rejected-await.ipynb`], false);
  const place = `${FOLDER}/rejected-await.ipynb: cell 1, line 2`;
  assertStringIncludes(said, `${place}: expected no error but found Error: rejected`);
  assertStringIncludes(said, "1 fault in notebooks");
  assertEquals(code, 1);
});

Deno.test("task report fails in CI alone where an output differs", async () => {
  const args = [`${FOLDER}/other-output.ipynb`];
  const inside = await report(args, true), outside = await report(args, false);
  assertStringIncludes(inside.said, '"4" but found "3"');
  assertStringIncludes(outside.said, "1 output not as saved; the report shows the new");
  assertEquals([inside.code, outside.code], [1, 0]);
});

Deno.test("task report reuses what has not changed", async () => {
  await report([`${FOLDER}/other-output.ipynb`], false);
  const { said } = await report([`${FOLDER}/other-output.ipynb`], false);
  assertStringIncludes(
    said,
    "other-output.ipynb: reused, neither it nor code nor data",
  );
});

Deno.test("task report says what it was asked in vain", async () => {
  const missing = await report(["no-such.ipynb"], false);
  assertStringIncludes(missing.said, "no-such.ipynb: expected a notebook but found no");
  const timeout = await report(["--timeout", "soon"], false);
  assertStringIncludes(timeout.said, "--timeout: expected a whole number above 0 but");
  const unknown = await report(["--colour"], false);
  assertStringIncludes(
    unknown.said,
    "arguments: expected deno task report [NOTEBOOK…]",
  );
  assertEquals([missing.code, timeout.code, unknown.code], [1, 1, 1]);
});
