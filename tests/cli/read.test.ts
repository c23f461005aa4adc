import { assert, assertEquals } from "@std/assert";
import { inFolder, page, paragraphs } from "../text/pages.ts";

/** Runs the task with the permissions that it has. */
async function read(
  args: string[],
): Promise<{ lines: Record<string, unknown>[]; told: string; code: number }> {
  const { stdout, stderr, code } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "read", ...args],
    stdout: "piped",
    stderr: "piped",
  }).output();
  const out = new TextDecoder().decode(stdout);
  return {
    lines: out.split("\n").filter((line) => line !== "").map((line) =>
      JSON.parse(line)
    ),
    told: new TextDecoder().decode(stderr),
    code,
  };
}

Deno.test("deno task read writes a line for each article, also for those that cannot be read", async () => {
  const files = {
    "a.html": page({
      head: '<meta property="article:published_time" content="2022-03-21">',
    }),
    "b.txt": "",
    "c.txt": paragraphs(3).join("\n\n"),
  };
  await inFolder(files, async (folder) => {
    const { lines, told, code } = await read(
      Object.keys(files).map((name) => `${folder}/${name}`),
    );
    assertEquals(code, 0);
    assertEquals(lines.map(({ id }) => id), ["a", "b", "c"]);
    assertEquals(lines[0].text, paragraphs(5).join("\n\n"));
    assertEquals(lines[0].published, "2022-03-21");
    assertEquals(
      lines[1].error,
      `${folder}/b.txt: expected an article but found an empty file`,
    );
    assert(told.includes("1 could not be read"));
  });
});

Deno.test("deno task read tells a wrong option in a message without a stack", async () => {
  const { told, code } = await read(["--nonsense"]);
  assertEquals(code, 1);
  assert(told.includes("--nonsense") && !told.includes("    at "));
});
