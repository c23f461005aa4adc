import type { Passage } from "../passage.ts";

/** Elements that begin and end a passage. */
const BLOCKS = new Set(
  ("P DIV SECTION ARTICLE H1 H2 H3 H4 H5 H6 LI UL OL DL DT DD BLOCKQUOTE PRE TABLE TBODY " +
    "THEAD TR TD TH CAPTION HR FIGURE FIGCAPTION HEADER FOOTER MAIN ASIDE NAV FORM " +
    "ADDRESS DETAILS SUMMARY FIELDSET BODY BUTTON").split(" "),
);
const ROLES: Record<string, Passage["role"]> = {
  H1: "heading",
  H2: "heading",
  H3: "heading",
  H4: "heading",
  H5: "heading",
  H6: "heading",
  FIGURE: "caption",
  FIGCAPTION: "caption",
  CAPTION: "caption",
  LI: "item",
  DT: "item",
  DD: "item",
  ASIDE: "aside",
  BLOCKQUOTE: "quote",
  TD: "cell",
  TH: "cell",
};
const CAPTION = /caption|credit|wp-caption|photo-?(?:text|info)|image-?(?:text|info)/i;
const ELEMENT = 1, TEXT = 3;

/**
 * Cuts the text of an element of a page into passages, one for each block, and sets them
 * below one another: parts of a list or a table on lines of their own, all others with an
 * empty line between.
 *
 * @param root The element.
 * @returns The text and its passages.
 */
export function pagePassages(root: Element): { text: string; passages: Passage[] } {
  const writer = new Writer();
  writer.read(root, undefined, "", false);
  writer.end();
  return { text: writer.text, passages: writer.passages };
}

class Writer {
  text = "";
  readonly passages: Passage[] = [];
  #piece = "";
  #linked = 0;
  #role: Passage["role"];
  #marks = "";

  read(
    element: Element,
    role: Passage["role"],
    marks: string,
    inLink: boolean,
  ): void {
    for (const node of element.childNodes) {
      if (node.nodeType === TEXT) {
        this.#write(node.textContent ?? "", role, marks, inLink);
      } else if (node.nodeType === ELEMENT) {
        this.#enter(node as Element, role, marks, inLink);
      }
    }
  }

  #enter(
    element: Element,
    role: Passage["role"],
    marks: string,
    inLink: boolean,
  ): void {
    const tag = element.tagName.toUpperCase();
    if (tag === "BR") return this.#break();
    const isBlock = BLOCKS.has(tag);
    const own = isBlock || tag === "SPAN" || tag === "A" || tag === "TIME"
      ? marksOf(element)
      : "";
    const inner = ROLES[tag] ?? role;
    const isCaption = role === "caption" || own !== "" && CAPTION.test(own);
    if (isBlock || isCaption && role !== "caption") this.end();
    this.read(
      element,
      isCaption ? "caption" : inner,
      own === "" ? marks : `${own} ${marks}`.slice(0, 240),
      inLink || tag === "A",
    );
    if (isBlock || isCaption && role !== "caption") this.end();
  }

  #write(text: string, role: Passage["role"], marks: string, inLink: boolean): void {
    if (this.#piece.trim() === "") {
      this.#role = role;
      this.#marks = marks;
    }
    this.#piece += text;
    if (inLink) this.#linked += visible(text);
  }

  /** Two line breaks make a paragraph; one is kept as a line of the passage. */
  #break(): void {
    if (/\ue000\s*$/.test(this.#piece)) this.end();
    else this.#piece += "\ue000";
  }

  end(): void {
    const piece = this.#piece.replace(/[\s\u200b\ufeff]+/g, " ")
      .replace(/ ?\ue000 ?/g, "\n").trim();
    if (piece !== "") {
      const isPart = this.#role === "item" || this.#role === "cell";
      const before = this.passages.at(-1);
      if (before !== undefined) {
        this.text += isPart && before.role === this.#role ? "\n" : "\n\n";
      }
      const start = this.text.length;
      this.text += piece;
      this.passages.push({
        start,
        end: start + piece.length,
        text: piece,
        role: this.#role,
        linked: Math.min(1, this.#linked / visible(piece)),
        marks: this.#marks,
      });
    }
    this.#piece = "";
    this.#linked = 0;
  }
}

function marksOf(element: Element): string {
  const tag = element.tagName.toLowerCase();
  const name =
    tag === "nav" || tag === "footer" || tag === "form" || tag === "header" ||
      tag === "button" || tag === "time"
      ? tag
      : "";
  return [
    name,
    element.getAttribute("class") ?? "",
    element.getAttribute("id") ?? "",
    element.getAttribute("role") ?? "",
    element.getAttribute("itemprop") ?? "",
    element.getAttribute("rel") ?? "",
  ].filter((mark) => mark !== "").join(" ");
}

function visible(text: string): number {
  return text.replace(/\s+/g, "").length;
}
