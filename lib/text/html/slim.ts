import { Parser } from "htmlparser2";

/** What a page says about itself outside its text. */
export interface PageFacts {
  /** `<title>`. */
  title: string;
  /** `<html lang>`. */
  lang: string;
  /** `<link rel=canonical>`. */
  canonical: string;
  /** `<meta>`: name, property or itemprop in lower case, and content. */
  readonly meta: Map<string, string>;
  /** `<script type=application/ld+json>`, as written. */
  readonly linkedData: string[];
  /** `datetime` of `<time>` elements, in order. */
  readonly times: string[];
}

/** Elements without a word of the article, left out with all that is in them. */
const DROPPED = new Set(
  ("script style svg noscript template iframe object canvas video audio map select " +
    "option textarea math").split(" "),
);
const VOID = new Set(
  "br hr img input meta area base col embed link param source track wbr".split(" "),
);
const DROPPED_VOID = new Set("meta link embed area base param source track".split(" "));
/** Attributes that tell what an element is for. */
const TELLING = new Set(
  "id class role rel itemprop hidden aria-hidden aria-modal".split(" "),
);
/** Emphasis changes no word of the text, and each element costs time. */
const EMPHASIS = new Set("b i em strong u font small big abbr mark ins wbr".split(" "));
/** The page's own elements are written anew around what is in them. */
const FRAME = new Set(["html", "head", "title", "body"]);
const NAME = /^[a-z][\w:.-]*$/;
/** What nests deeper was made to break its readers. */
const IMPOSSIBLE = 5000;
/** Deeper elements are flattened: no article needs them and recursion would not end. */
const DEEPEST = 200;
const PICTURE = /\.(?:jpe?g|png|webp|gif)/i;

/**
 * Reduces a page to what its text can be told by: scripts, styles, pictures' sources and
 * all attributes that name nothing are dropped, elements nested beyond reason are
 * flattened. What the page says about itself is gathered on the way.
 *
 * @param html The page.
 * @returns The reduced page, about a fifth of its size and well-formed, and its facts.
 */
export function slim(html: string): { html: string; facts: PageFacts } {
  const facts: PageFacts = {
    title: "",
    lang: "",
    canonical: "",
    meta: new Map(),
    linkedData: [],
    times: [],
  };
  const out: string[] = [];
  const open: string[] = [];
  let skipped = "", depth = 0, inTitle = false, data: string | undefined;

  const parser = new Parser({
    onopentag(name, attributes) {
      if (skipped !== "") {
        if (name === skipped) depth++;
        return;
      }
      gather(facts, name, attributes);
      if (name === "title" && facts.title === "") inTitle = true;
      if (DROPPED.has(name)) {
        skipped = name;
        depth = 1;
        if (name === "script" && attributes.type === "application/ld+json") data = "";
        return;
      }
      if (DROPPED_VOID.has(name)) return;
      const isVoid = VOID.has(name);
      const isFlat = open.length >= DEEPEST;
      const isPlain = isFlat || EMPHASIS.has(name) || FRAME.has(name) ||
        !NAME.test(name) ||
        name === "span" && Object.keys(attributes).length === 0;
      if (!isVoid) open.push(isPlain ? "" : name);
      if (open.length > IMPOSSIBLE) {
        throw new Error(`a page with elements nested more than ${IMPOSSIBLE} deep`);
      }
      if (!isPlain) out.push(startTag(name, attributes), isVoid ? "/>" : ">");
    },
    ontext(text) {
      if (skipped !== "") {
        if (data !== undefined) data += text;
        return;
      }
      if (inTitle) facts.title += text;
      else out.push(escapeText(text));
    },
    onclosetag(name) {
      if (skipped !== "") {
        if (name !== skipped || --depth > 0) return;
        skipped = "";
        if (data !== undefined) facts.linkedData.push(data);
        data = undefined;
        return;
      }
      if (name === "title") inTitle = false;
      if (VOID.has(name)) return;
      const closed = open.pop();
      if (closed) out.push(`</${closed}>`);
    },
  }, { decodeEntities: true });
  parser.write(html);
  parser.end();
  const head = `<title>${escapeText(facts.title)}</title>`;
  return {
    html: `<html><head>${head}</head><body>${out.join("")}</body></html>`,
    facts,
  };
}

function gather(
  facts: PageFacts,
  name: string,
  attributes: Record<string, string>,
): void {
  if (name === "html" && attributes.lang) facts.lang ||= attributes.lang;
  if (name === "link" && attributes.rel === "canonical") {
    facts.canonical ||= attributes.href ?? "";
  }
  if (name === "time" && attributes.datetime) facts.times.push(attributes.datetime);
  if (attributes.content === undefined) return;
  const key = attributes.property ?? attributes.name ?? attributes.itemprop;
  if (key === undefined || facts.meta.has(key.toLowerCase())) return;
  facts.meta.set(key.toLowerCase(), attributes.content.trim());
}

function startTag(name: string, attributes: Record<string, string>): string {
  let tag = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    const tells = TELLING.has(key) ||
      key === "style" && /display|visibility/.test(value) ||
      // Links within the page weigh less; where others lead does not matter.
      key === "href" && value.startsWith("#");
    if (tells) tag += ` ${key}="${escapeAttribute(value)}"`;
  }
  if (name === "img") tag += pictureSource(attributes);
  return tag;
}

/** Readability tells pictures with a source from those that only take up space. */
function pictureSource(attributes: Record<string, string>): string {
  const shown = attributes.src || attributes.srcset ? ' src="i.png"' : "";
  for (const key in attributes) {
    if (key.startsWith("data-") && PICTURE.test(attributes[key])) {
      return `${shown} data-src="i.png"`;
    }
  }
  return shown;
}

function escapeText(text: string): string {
  if (text.trim() === "") return text.includes("\n") ? "\n" : " ";
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
