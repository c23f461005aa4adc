import { escapeHtml } from "../base/html.ts";
import {
  type MimeBundle,
  type MultilineText,
  type Output,
  textOf,
} from "./notebook.ts";

/** Colours and cursor moves of a terminal. */
// deno-lint-ignore no-control-regex
const ESCAPES = /\x1b\[[0-9;?]*[A-Za-z]/g;

/**
 * An output of a cell as HTML, in the richest form that it has. Pictures stand in the
 * page as data; a page's own policy keeps scripts from running.
 *
 * @param output The output.
 * @returns HTML; all but `text/html` is escaped.
 */
export function outputHtml(output: Output): string {
  switch (output.output_type) {
    case "stream":
      return plain(textOf(output.text), output.name);
    case "error":
      return plain(output.traceback.join("\n") || output.ename, "error");
    default:
      return bundleHtml(output.data);
  }
}

function bundleHtml(data: MimeBundle): string {
  const text = (type: string) => textOf(data[type] as MultilineText | undefined);
  const alt = text("text/plain");
  if ("text/html" in data) return `<div class="scroll">${text("text/html")}</div>`;
  if ("image/svg+xml" in data) {
    // As an image, not as elements: ids and fonts of several figures would mix.
    return image("image/svg+xml", base64(text("image/svg+xml")), alt);
  }
  for (const type of ["image/png", "image/jpeg"]) {
    if (type in data) return image(type, text(type).replace(/\s/g, ""), alt);
  }
  if ("text/markdown" in data) return plain(text("text/markdown"), "text");
  if ("application/json" in data) {
    return plain(JSON.stringify(data["application/json"], null, 2), "text");
  }
  return plain(alt, "text");
}

const image = (type: string, data: string, alt: string) =>
  `<img src="data:${type};base64,${escapeHtml(data)}" alt="${escapeHtml(alt)}">`;

const plain = (text: string, kind: string) =>
  `<pre class="${kind}">${escapeHtml(text.replace(ESCAPES, ""))}</pre>`;

const base64 = (text: string) => new TextEncoder().encode(text).toBase64();
