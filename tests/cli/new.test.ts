import { assertEquals, assertStringIncludes } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { readNotebook } from "../../lib/report/notebook.ts";

const SCRIPT = fromFileUrl(new URL("../../lib/cli/new.ts", import.meta.url));

async function make(folder: string, ...names: string[]) {
  const { code, stdout, stderr } = await new Deno.Command("deno", {
    args: ["run", "--quiet", "--allow-write=notebooks", SCRIPT, ...names],
    cwd: folder,
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, said: text(stdout) + text(stderr) };
}

Deno.test("task new makes a notebook once and never over another", async () => {
  const folder = await Deno.makeTempDir({ prefix: "aras-test-" });
  try {
    await Deno.mkdir(`${folder}/notebooks`);
    const first = await make(folder, "my-question");
    assertEquals(first, {
      code: 0,
      said: "notebooks/my-question.ipynb: made; open it by deno task lab\n",
    });
    await readNotebook(`${folder}/notebooks/my-question.ipynb`);
    const second = await make(folder, "my-question.ipynb");
    assertEquals(second, {
      code: 1,
      said:
        "notebooks/my-question.ipynb: expected no such file but found a notebook; " +
        "choose another name\n",
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("task new takes one name that can be a file's anywhere", async () => {
  for (const name of ["../out", "a b", "ä", "a/b", "-x"]) {
    const { code, said } = await make(".", "--", name);
    assertStringIncludes(said, "NAME: expected up to 60 letters, digits and hyphens");
    assertEquals(code, 1);
  }
  for (const names of [[], ["a", "b"]]) {
    const { code, said } = await make(".", ...names);
    assertStringIncludes(said, "arguments: expected deno task new NAME");
    assertEquals(code, 1);
  }
});
