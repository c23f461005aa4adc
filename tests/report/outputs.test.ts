import { assertEquals } from "@std/assert";
import { describeFault } from "../../lib/base/fault.ts";
import type { Notebook, Output } from "../../lib/report/notebook.ts";
import { compareOutputs } from "../../lib/report/outputs.ts";

const notebookOf = (...outputs: Output[]): Notebook => ({
  cells: [{ cell_type: "code", metadata: {}, source: "a;\nshown", outputs }],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

const result = (data: Record<string, unknown>, count = 1): Output => ({
  output_type: "execute_result",
  data,
  metadata: {},
  execution_count: count,
});

const stream = (text: string | string[], name: "stdout" | "stderr" = "stdout") =>
  ({ output_type: "stream", name, text }) as Output;

function said(before: Output[], now: Output[]): string[] {
  return compareOutputs("a.ipynb", notebookOf(...before), notebookOf(...now))
    .map(({ fault }) => describeFault(fault).split("; ")[0]);
}

Deno.test("compareOutputs() passes over line lists and execution counts alone", () => {
  assertEquals(
    said(
      [result({ "text/plain": ["a\n", "b"] }, 3), stream("x\n")],
      [result({ "text/plain": "a\nb" }, 1), stream(["x\n"])],
    ),
    [],
  );
});

Deno.test("compareOutputs() shows the first line that differs", () => {
  const long = "x".repeat(200);
  assertEquals(
    said([result({ "text/plain": "a\nb\nc" })], [result({ "text/plain": "a\nB\nC" })]),
    ['a.ipynb: cell 1, output, text/plain, line 2: expected "b" but found "B"'],
  );
  assertEquals(
    said([stream(`${long}1`)], [stream(`${long}2`)]),
    [
      `a.ipynb: cell 1, output, line 1: expected "…${"x".repeat(20)}1" but found ` +
      `"…${"x".repeat(20)}2"`,
    ],
  );
});

Deno.test("compareOutputs() tells outputs that came, went or changed their kind", () => {
  assertEquals(
    said([stream("x")], [stream("x"), stream("y", "stderr")]),
    ["a.ipynb: cell 1, output 2: expected no output but found text on stderr"],
  );
  assertEquals(
    said([stream("x"), stream("y", "stderr")], [stream("x")]),
    ["a.ipynb: cell 1, output 2: expected text on stderr but found no output"],
  );
  assertEquals(
    said([result({ "text/plain": "1", "text/html": "1" })], [
      result({ "text/plain": "1" }),
    ]),
    ['a.ipynb: cell 1, output, text/html: expected "1" but found none'],
  );
});

Deno.test("compareOutputs() marks a cell that shows nothing any more", () => {
  const [difference] = compareOutputs(
    "a.ipynb",
    notebookOf(stream("x")),
    notebookOf(),
  );
  assertEquals(difference.vanished, true);
  assertEquals(
    describeFault(difference.fault),
    'a.ipynb: cell 1, output: expected text on stdout but found no output; look at why "shown" ' +
      "shows nothing",
  );
});

Deno.test("compareOutputs() says once that a notebook was saved without outputs", () => {
  assertEquals(
    said([], [stream("x")]),
    ["a.ipynb: expected the outputs of a run but found none"],
  );
  assertEquals(said([], []), []);
});
