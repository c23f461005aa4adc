import { assertEquals, assertMatch } from "@std/assert";
import { formatNotebook, textOf } from "../../lib/report/notebook.ts";
import { runNotebooks } from "../../lib/report/run.ts";
import { starterNotebook } from "../../lib/report/starter.ts";

Deno.test("starterNotebook() makes a notebook that runs as it is", async () => {
  const folder = "out/starter-test", path = `${folder}/my-question.ipynb`;
  const notebook = starterNotebook("my-question");
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(path, formatNotebook(notebook));
  const [ran] = await runNotebooks([{ path, notebook }], { timeout: 120, jobs: 1 });
  assertEquals(ran.faults, []);
  const shown = ran.notebook.cells.filter((cell) => cell.cell_type === "code")
    .map((cell) => cell.outputs!.length);
  assertEquals(shown, [1, 1, 1, 1, 1]);
});

Deno.test("starterNotebook() makes a title of the name, and ids of their own", () => {
  const { cells } = starterNotebook("05-who-said-it");
  assertMatch(textOf(cells[0].source), /^# Who said it\n/);
  assertEquals(new Set(cells.map((cell) => cell.id)).size, cells.length);
});
