import { assert, assertEquals, assertStringIncludes } from "@std/assert";

const ROOT = new URL("../../", import.meta.url);

async function run(lines: readonly string[], args: string[], allowed: string[]) {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", ...allowed, "lib/cli/stance.ts", "-", ...args],
    cwd: ROOT,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(lines.join("\n") + "\n"));
  await writer.close();
  const { code, stdout, stderr } = await child.output();
  const text = new TextDecoder();
  const rows = text.decode(stdout).split("\n").filter((line) => line !== "")
    .map((line) => JSON.parse(line));
  return { code, rows, errors: text.decode(stderr) };
}
const READ = ["--allow-read=data"];
const line = (id: number, speaker: unknown, target: unknown) =>
  JSON.stringify({ id, text: "Iran thanked Armenia.", speaker, target });

Deno.test("task stance answers in the order of the input, spans and ids alike", async () => {
  const { rows, code } = await run(
    [line(1, [0, 4], [13, 20]), line(2, "irn", "arm"), line(3, null, [13, 20])],
    ["--method", "rules"],
    READ,
  );
  assertEquals(code, 0);
  assertEquals(rows.map(({ id }) => id), [1, 2, 3]);
  assert(rows[0].value > 0.3 && rows[1].value > 0.3);
  for (const { negative, neutral, positive } of rows) {
    assert(Math.abs(negative + neutral + positive - 1) < 1e-6);
  }
});

Deno.test("task stance knows actors by name, and says which ones a name may mean", async () => {
  const { rows } = await run(
    [line(1, "irn", "arm"), line(2, "iran", "Armenia"), line(3, "Aliyev", "arm")],
    ["--method", "rules"],
    READ,
  );
  assertEquals(rows[1], { ...rows[0], id: 2 });
  assert("value" in rows[2] || /name of .*, /.test(rows[2].error), rows[2].error);
});

Deno.test("task stance answers a bad line by its error and goes on", async () => {
  const { rows, code, errors } = await run(
    [
      "no json",
      line(2, "nobody-such", "arm"),
      line(3, null, [13, 90]),
      line(4, null, [13, 20]),
    ],
    ["--method", "rules"],
    READ,
  );
  assertEquals(code, 1);
  assertEquals(rows.length, 4);
  assertEquals(rows.map((row) => "error" in row), [true, true, true, false]);
  assertStringIncludes(errors, "stdin:2");
});

Deno.test("task stance falls back on the rules in one line where the model cannot run", async () => {
  const { rows, code, errors } = await run([line(1, [0, 4], [13, 20])], [], READ);
  assertEquals(code, 0);
  assertEquals(rows[0].method, "rules");
  const told = errors.split("\n").filter((text) =>
    text.includes("the rules answer instead")
  );
  assertEquals(told.length, 1);
});
