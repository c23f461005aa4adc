import { DOMParser } from "linkedom";
import { readyFonts } from "./fonts.ts";
import { textWidth } from "./text.ts";

/** A line of text in an SVG and the box that it takes, turned text included. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly weight: number;
}

type Matrix = readonly [number, number, number, number, number, number];

interface State {
  readonly matrix: Matrix;
  readonly size: number;
  readonly weight: number;
  readonly anchor: string;
}

/** The parts of the DOM that are read here. */
interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Node>;
  getAttribute(name: string): string | null;
}

/** Height above and below the baseline of capitals and descenders, in ems (Noto Sans). */
const ASCENT = 0.75, DESCENT = 0.22;

const HIDDEN = new Set(["defs", "title", "desc", "metadata", "style", "clipPath"]);

/**
 * Lists every line of text in an SVG with its box in the SVG's own pixels, measured with
 * the bundled fonts, so that clipped and colliding labels can be found.
 *
 * @param svg An SVG that {@linkcode figure} made; of transforms `translate`, `rotate`,
 *   `scale` and `matrix` are known.
 */
export async function textBoxes(svg: string): Promise<TextBox[]> {
  await readyFonts();
  const root = new DOMParser().parseFromString(svg, "image/svg+xml")
    .documentElement as unknown as Node;
  const boxes: TextBox[] = [];
  walk(root, {
    matrix: [1, 0, 0, 1, 0, 0],
    size: 16,
    weight: 400,
    anchor: "start",
  }, boxes);
  return boxes;
}

function walk(node: Node, above: State, boxes: TextBox[]): void {
  if (node.nodeType !== 1 || HIDDEN.has(node.nodeName)) return;
  const state = inherit(node, above);
  if (node.nodeName === "text") return lines(node, state, boxes);
  for (const child of node.childNodes) walk(child, state, boxes);
}

function inherit(node: Node, above: State): State {
  const transform = node.getAttribute("transform");
  const size = node.getAttribute("font-size");
  const weight = node.getAttribute("font-weight");
  return {
    matrix: transform === null
      ? above.matrix
      : multiply(above.matrix, parseTransform(transform)),
    size: size === null ? above.size : parseFloat(size),
    weight: weight === null
      ? above.weight
      : weight === "bold"
      ? 600
      : Number(weight) || 400,
    anchor: node.getAttribute("text-anchor") ?? above.anchor,
  };
}

/** The lines of a `<text>`: itself, or its `<tspan>`s where they have places. */
function lines(node: Node, state: State, boxes: TextBox[]): void {
  let [x, y] = [0, 0];
  const place = (element: Node, { size }: State) => {
    const [atX, atY] = [element.getAttribute("x"), element.getAttribute("y")];
    if (atX !== null) x = length(atX, size);
    if (atY !== null) y = length(atY, size);
    x += length(element.getAttribute("dx"), size);
    y += length(element.getAttribute("dy"), size);
  };
  place(node, state);
  for (const { text, span } of parts(node)) {
    const own = span === undefined ? state : inherit(span, state);
    if (span !== undefined) place(span, own);
    if (text.trim() === "") continue;
    const { box, width } = boxOf(text, x, y, own);
    boxes.push(box);
    x += width;
  }
}

/** The texts within a `<text>`; the parser cuts a text at each entity, this joins it. */
function parts(node: Node): { text: string; span?: Node }[] {
  const found: { text: string; span?: Node }[] = [];
  let open = false;
  for (const child of node.childNodes) {
    if (child.nodeType === 3) {
      const text = child.textContent ?? "";
      if (open) found[found.length - 1].text += text;
      else found.push({ text });
      open = true;
    } else if (child.nodeName === "tspan") {
      found.push({ text: child.textContent ?? "", span: child });
      open = false;
    }
  }
  return found;
}

function boxOf(text: string, x: number, y: number, state: State) {
  const { size, weight, anchor, matrix } = state;
  const width = textWidth(text, { size, weight });
  const left = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x;
  const corners = [left, left + width].flatMap((cx) =>
    [y - ASCENT * size, y + DESCENT * size].map((cy) => apply(matrix, cx, cy))
  );
  const xs = corners.map((c) => c[0]), ys = corners.map((c) => c[1]);
  return {
    width,
    box: {
      text,
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
      size,
      weight,
    },
  };
}

function length(value: string | null, size: number): number {
  if (value === null) return 0;
  return value.endsWith("em") ? parseFloat(value) * size : parseFloat(value);
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function multiply(m: Matrix, n: Matrix): Matrix {
  const [a, b] = [m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1]];
  const [c, d] = [m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3]];
  return [a, b, c, d, ...apply(m, n[4], n[5])];
}

function parseTransform(text: string): Matrix {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, name, list] of text.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const v = list.split(/[\s,]+/).filter((t) => t !== "").map(Number);
    matrix = multiply(matrix, one(name, v));
  }
  return matrix;
}

function one(name: string, v: number[]): Matrix {
  if (name === "translate") return [1, 0, 0, 1, v[0], v[1] ?? 0];
  if (name === "scale") return [v[0], 0, 0, v[1] ?? v[0], 0, 0];
  if (name === "matrix") return [v[0], v[1], v[2], v[3], v[4], v[5]];
  if (name !== "rotate") throw new Error(`Unknown transform ${name}`);
  const turn = v[0] * Math.PI / 180, [cx, cy] = [v[1] ?? 0, v[2] ?? 0];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return multiply(
    multiply([1, 0, 0, 1, cx, cy], [cos, sin, -sin, cos, 0, 0]),
    [1, 0, 0, 1, -cx, -cy],
  );
}

/** Two boxes that cover each other by more than a hair. */
export interface Overlap {
  readonly a: TextBox;
  readonly b: TextBox;
}

/**
 * Lists what is wrong with the texts of an SVG: those that leave it and those that cover
 * one another.
 *
 * @param svg A figure's SVG.
 * @returns Sentences; none where all is well.
 */
export async function textFaults(svg: string): Promise<string[]> {
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  const [width, height] = size === null ? [0, 0] : [Number(size[1]), Number(size[2])];
  const boxes = await textBoxes(svg);
  const faults = boxes
    .filter((b) => b.left < 0 || b.top < 0 || b.right > width || b.bottom > height)
    .map((b) => `"${b.text}" leaves the figure`);
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) {
      if (overlap(a, b)) faults.push(`"${a.text}" covers "${b.text}"`);
    }
  });
  return faults;
}

function overlap(a: TextBox, b: TextBox): boolean {
  const hair = 0.5;
  return a.left < b.right - hair && b.left < a.right - hair &&
    a.top < b.bottom - hair && b.top < a.bottom - hair;
}
