import { openCorpus, rowsOf } from "aras";
import { assert, assertEquals } from "@std/assert";
import { gallery } from "../../lib/report/gallery.ts";
import { checkSvg } from "../chart/snapshot.ts";

Deno.test("gallery: every figure of the real corpus is whole, no label collides", async (t) => {
  const corpus = await openCorpus();
  for (const { name, make } of gallery) {
    await t.step(name, async () => {
      const figure = await make(corpus);
      assert(rowsOf(figure.frame).length > 0, "nothing is drawn");
      const made = await figure.made();
      assert(made.measure !== "", "the frame does not know its measure");
      assertEquals(made.data?.hash, corpus.hash);
      await checkSvg(await figure.svg());
    });
  }
  corpus.close();
});

Deno.test("gallery: names are unique and good names of files", () => {
  const names = gallery.map((entry) => entry.name);
  assertEquals(new Set(names).size, names.length);
  for (const name of names) assert(/^[a-z0-9-]+$/.test(name), name);
});
