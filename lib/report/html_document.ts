import { escapeHtml } from "../base/html.ts";
import { fontFaces, readyFonts } from "../chart/fonts.ts";

/** A page of its own: nothing is loaded from elsewhere, no script runs. */
const POLICY =
  "default-src 'none'; img-src data: 'self'; style-src 'unsafe-inline'; font-src data:";

const stylesheet = new URL("page.css", import.meta.url);

/**
 * Puts a body into an HTML document with the report's typography, the fonts of the
 * figures within it.
 *
 * @param page Title and body, the title as text and the body as HTML.
 * @returns The document.
 */
export async function htmlDocument(
  page: { title: string; body: string },
): Promise<string> {
  const characters = new Set(page.body.replace(/<[^>]*>/g, "") + "&<>\"'“”‘’–—…");
  await readyFonts();
  const fonts = await fontFaces(new Map([[400, characters], [600, characters]]));
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeHtml(page.title)}</title>
<style>${fonts}
${await Deno.readTextFile(stylesheet)}</style>
</head>
<body>
${page.body}
</body>
</html>
`;
}
