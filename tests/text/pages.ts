/** Sentences that nobody published, for articles of tests. */
export const PROSE = [
  "The minister said on Monday that the road to the border would be open to all carriers by the end of the year.",
  "He did not say who would guard the bridge, nor what it would cost the two towns that share it.",
  "A spokeswoman for the other side answered that nobody had asked the drivers, who wait there for days.",
  "Traders in the valley expect more lorries in spring, when the snow has gone and the ferry runs again.",
];

/** Paragraphs of invented prose. */
export function paragraphs(count: number): string[] {
  return Array.from(
    { length: count },
    (_, i) => `${PROSE[i % 4]} ${PROSE[(i + 1) % 4]} It is point ${i + 1} of ${count}.`,
  );
}

/** A page with an article among a menu, a caption, buttons, comments and a footer. */
export function page(
  { head = "", title = "A road is opened", lines = paragraphs(5), after = "" } = {},
): string {
  return `<!doctype html><html lang="en"><head><title>${title} | Valley News</title>${head}
    <script>var hidden = "<p>not text</p>";</script><style>p { color: red }</style></head>
    <body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
    <article><h1>${title}</h1>
    <figure><img src="a.jpg"><figcaption>A lorry at the bridge. Photo: A. Nobody</figcaption></figure>
    ${lines.map((line) => `<p>${line}</p>`).join("\n")}
    <p><a href="/other">Read more: Another road is closed</a></p>${after}</article>
    <div class="comments"><p>What a fine road that is, says a reader of this page.</p></div>
    <footer>© 2022 Valley News. All rights reserved.</footer></body></html>`;
}

/** Bytes of a text in windows-1251. */
export function cyrillicBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    if (code < 128) return code;
    return code === 0x451 ? 0xb8 : code - 0x410 + 0xc0;
  });
}

/** Writes files into a folder of their own, runs a function on it and takes it away. */
export async function inFolder(
  files: Record<string, string | Uint8Array>,
  run: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, content] of Object.entries(files)) {
      const bytes = typeof content === "string"
        ? new TextEncoder().encode(content)
        : content;
      await Deno.mkdir(`${folder}/${name}`.replace(/\/[^/]*$/, ""), {
        recursive: true,
      });
      await Deno.writeFile(`${folder}/${name}`, bytes);
    }
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Bytes packed with gzip. */
export async function packed(content: string): Promise<Uint8Array> {
  const stream = new Blob([content]).stream().pipeThrough(
    new CompressionStream("gzip"),
  );
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
