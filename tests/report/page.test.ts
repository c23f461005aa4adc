import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { parseHTML } from "linkedom";
import type { Cell, Notebook, Output } from "../../lib/report/notebook.ts";
import { notebookPage } from "../../lib/report/page.ts";

const shows = (source: string, ...outputs: Output[]): Cell => ({
  cell_type: "code",
  metadata: {},
  source,
  outputs,
});

const bundle = (data: Record<string, string>): Output => ({
  output_type: "display_data",
  data,
  metadata: {},
});

async function pageOf(...cells: Cell[]): Promise<Document> {
  const notebook: Notebook = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
  const html = await notebookPage(notebook, { path: "a.ipynb", colophon: "<made>" });
  return parseHTML(html).document as unknown as Document;
}

Deno.test("notebookPage() escapes prose, code and plain outputs", async () => {
  const page = await pageOf(
    { cell_type: "markdown", metadata: {}, source: "# <script>alert(1)</script>" },
    shows("'<script>'", { output_type: "stream", name: "stdout", text: "<script>" }),
  );
  assertEquals(page.querySelectorAll("script").length, 0);
  assertEquals(page.querySelector("h1")!.textContent, "<script>alert(1)</script>");
  assertEquals(page.querySelector("pre.code")!.textContent, "'<script>'");
  assertEquals(page.querySelector("pre.stdout")!.textContent, "<script>");
  assertEquals(page.querySelector("footer")!.textContent, "<made>");
});

Deno.test("notebookPage() lets no script run and nothing be fetched", async () => {
  const page = await pageOf(shows("1"));
  const policy = page.querySelector("meta[http-equiv]")!.getAttribute("content")!;
  assertStringIncludes(policy, "default-src 'none'");
  assert(!/script-src/.test(policy));
  assertEquals(page.querySelectorAll("link, script").length, 0);
});

Deno.test("notebookPage() shows the richest form of an output", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const page = await pageOf(
    shows("a", bundle({ "text/html": "<table></table>", "text/plain": "no" })),
    shows(
      "b",
      bundle({ "image/svg+xml": svg, "image/png": "AA==", "text/plain": 'a "line"' }),
    ),
    shows("c", bundle({ "image/png": "AAAA\n" })),
    shows("d", bundle({ "text/plain": "\u001b[33m1\u001b[39m" })),
  );
  const outputs = [...page.querySelectorAll(".outputs")];
  assertEquals(outputs[0].querySelectorAll("table").length, 1);
  const image = outputs[1].querySelector("img")!;
  assertEquals(image.getAttribute("src"), `data:image/svg+xml;base64,${btoa(svg)}`);
  assertEquals(image.getAttribute("alt"), 'a "line"');
  assertEquals(
    outputs[2].querySelector("img")!.getAttribute("src"),
    "data:image/png;base64,AAAA",
  );
  assertEquals(outputs[3].textContent!.trim(), "1");
});

Deno.test("notebookPage() highlights TypeScript and leaves out empty cells", async () => {
  const page = await pageOf(shows("const a: number = 1;"), shows("  "));
  assertEquals(page.querySelectorAll(".cell").length, 1);
  assertEquals(page.querySelector(".hljs-keyword")!.textContent, "const");
});

Deno.test("notebookPage() links to the pages of other notebooks", async () => {
  const source = "[a](01-a.ipynb#b) [c](https://example.org/c.ipynb)";
  const page = await pageOf({ cell_type: "markdown", metadata: {}, source });
  assertEquals(
    [...page.querySelectorAll(".prose a")].map((a) => a.getAttribute("href")),
    ["01-a.html#b", "https://example.org/c.ipynb"],
  );
});
