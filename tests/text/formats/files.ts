import { zipSync } from "fflate";

/** A PDF of one page with these lines; with none it holds a drawing alone. */
export function pdf(...pages: readonly (readonly string[])[]): Uint8Array {
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${
      pages.map((_, i) => `${4 + 2 * i} 0 R`).join(" ")
    }]/Count ${pages.length}>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  pages.forEach((lines, i) => {
    const drawn = lines.length === 0
      ? "0 0 m 100 100 l S"
      : `BT /F1 12 Tf 50 700 Td ${
        lines.map((line) => `(${line}) Tj 0 -14 Td`).join(" ")
      } ET`;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents ${5 + 2 * i} 0 R` +
        "/Resources<</Font<</F1 3 0 R>>>>>>",
      `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
    );
  });
  let file = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${
    places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")
  }trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return new TextEncoder().encode(file);
}

const TYPES = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A Word document with these paragraphs. */
export function word(paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`);
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${TYPES}/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${TYPES}/relationships">
      <Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml":
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${
        body.join("")
      }</w:body></w:document>`,
  };
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [name, encoder.encode(xml)]),
    ),
  );
}
