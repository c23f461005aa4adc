import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Page } from "playwright-core";
import { parseNotebook, textOf } from "../../lib/report/notebook.ts";
import { findChromium, launch, NO_BROWSER } from "./browser.ts";
import { serve } from "./server.ts";

const NOTEBOOK = "browser.ipynb";
// Below the project, where the kernel finds the import map; hidden folders are not served.
const FOLDER = "out/lab-test";

const executable = await findChromium();
if (executable === undefined) console.error(`JupyterLab test: ${NO_BROWSER}`);

Deno.test({
  name: "a notebook restarts and runs in JupyterLab, and shows its tables and charts",
  // Whoever has no browser runs the other tests; CI must have one.
  ignore: executable === undefined && !Deno.env.get("CI"),
  // Playwright keeps its pipe to the browser a moment longer than the test lasts.
  sanitizeOps: false,
  sanitizeResources: false,
  fn: async (t) => {
    await Deno.mkdir(FOLDER, { recursive: true });
    await Deno.copyFile(`tests/fixtures/lab/${NOTEBOOK}`, `${FOLDER}/${NOTEBOOK}`);
    await using server = await serve(FOLDER);
    const browser = await launch(executable);
    const page = await browser.newPage({ viewport: { width: 1200, height: 2600 } });
    try {
      await page.goto(server.address(NOTEBOOK));
      await runAll(page);
      await t.step("the page shows them", () => checkPage(page));
      await page.keyboard.press("Control+s");
      await page.locator(".jp-mod-current.jp-mod-dirty").waitFor({ state: "detached" });
    } catch (error) {
      await page.screenshot({ path: `${FOLDER}/failure.png` });
      throw error;
    } finally {
      await browser.close();
    }
    await t.step("the saved file holds them", checkFile);
    await t.step("the notebook ran in the project's kernel", async () => {
      const sessions = await (await server.api("sessions")).json();
      assertEquals(
        sessions.map((s: { kernel: { name: string } }) => s.kernel.name),
        ["deno"],
      );
    });
  },
});

async function runAll(page: Page): Promise<void> {
  // The notebook's own indicator says idle before there is a kernel; this does not.
  await page.getByText("Deno | Idle").waitFor({ timeout: 60_000 });
  await page.locator("#jp-MainMenu").getByText("Run", { exact: true }).click();
  await page.getByText("Restart Kernel and Run All Cells…", { exact: true }).click();
  const dialog = page.locator(".jp-Dialog");
  assertMatch(await dialog.innerText(), /^Restart Kernel\?/);
  await dialog.locator(".jp-mod-accept").click();
  const prompts = ".jp-CodeCell .jp-InputPrompt";
  // A cell that waits or runs has the prompt [*]:, one that ran its number.
  await page.waitForFunction(
    (prompts: string) =>
      [...document.querySelectorAll(prompts)]
        .every((prompt) => /\d/.test(prompt.textContent ?? "")),
    prompts,
    { timeout: 60_000 },
  );
  const counts = await page.locator(prompts).allTextContents();
  assertEquals(counts, ["[1]:", "[2]:", "[3]:", "[4]:"]);
  await page.getByText("Deno | Idle").waitFor();
}

async function checkPage(page: Page): Promise<void> {
  const outputs = page.locator(".jp-CodeCell .jp-OutputArea-output");
  assertEquals(await outputs.count(), 4);
  assertEquals(await page.locator('[data-mime-type*="stderr"]').count(), 0);
  const tables = page.locator(".jp-OutputArea-output table");
  assertEquals(await tables.count(), 2);
  assertMatch(await tables.nth(1).innerText(), /2020[^]*2024/);
  const image = page.locator('.jp-OutputArea-output img[src^="data:image/svg"]');
  assertEquals(await image.count(), 1);
  const width = await image.evaluate((i) => (i as HTMLImageElement).naturalWidth);
  assert(width > 300, `expected a figure that is drawn but found one ${width} px wide`);
  assertEquals(await page.locator("#own").innerText(), "5 rows");
}

async function checkFile(): Promise<void> {
  const path = `${FOLDER}/${NOTEBOOK}`;
  const { cells } = parseNotebook(await Deno.readTextFile(path), path);
  const outputs = cells.filter((cell) => cell.cell_type === "code")
    .map((cell) => cell.outputs!);
  assertEquals(outputs.map((list) => list.length), [1, 1, 1, 1]);
  const types = outputs.map(([output]) =>
    output.output_type === "execute_result" ? Object.keys(output.data) : []
  );
  assert(types[1].includes("text/html"));
  assert(types[2].includes("image/svg+xml") && types[2].includes("image/png"));
  assertEquals(textOf(cells[0].source).startsWith("# In the browser"), true);
}
