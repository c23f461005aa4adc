import { parse } from "@std/yaml";
import { UserError } from "../base/fault.ts";

/** How a work wants to be cited. */
export interface Citation {
  readonly title: string;
  readonly abstract: string;
  /** Authors, year, title, version and address in one line. */
  readonly text: string;
}

interface Person {
  name?: string;
  "family-names"?: string;
  "given-names"?: string;
}

interface CitationFile {
  title?: string;
  abstract?: string;
  authors?: Person[];
  version?: string;
  "date-released"?: string | Date;
  doi?: string;
  url?: string;
  "repository-code"?: string;
}

/**
 * Reads how a work wants to be cited from its `CITATION.cff` (Citation File Format 1.2,
 * Druskat et al. 2021).
 *
 * @param text The file's text.
 * @param file The file's name, for the errors.
 * @returns Title, abstract and the line to cite.
 * @throws {UserError} where it is no YAML or has no title.
 *
 * @example
 * ```ts
 * import { parseCitation } from "./citation.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const cff = "title: Aras\nversion: 1.0.0\nauthors:\n  - family-names: Doe\n";
 * assertEquals(parseCitation(cff).text, "Doe. Aras, version 1.0.0.");
 * ```
 */
export function parseCitation(text: string, file = "CITATION.cff"): Citation {
  let cff: CitationFile;
  try {
    cff = (parse(text) ?? {}) as CitationFile;
  } catch (error) {
    const found = (error as Error).message.split("\n")[0];
    throw new UserError({ file, expected: "YAML", found });
  }
  if (typeof cff.title !== "string") {
    throw new UserError({ file, column: "title", expected: "a text", found: "none" });
  }
  const authors = (cff.authors ?? []).map(nameOf).filter(Boolean).join("; ");
  const released = cff["date-released"];
  const year = released instanceof Date
    ? String(released.getUTCFullYear())
    : String(released ?? "").slice(0, 4);
  const address = cff.doi ? `doi:${cff.doi}` : cff.url ?? cff["repository-code"];
  const parts = [
    authors && year ? `${authors} (${year})` : authors || year,
    cff.version === undefined ? cff.title : `${cff.title}, version ${cff.version}`,
    address,
  ];
  return {
    title: cff.title,
    abstract: (cff.abstract ?? "").trim(),
    text: parts.filter(Boolean).join(". ") + ".",
  };
}

function nameOf(person: Person): string {
  const { name, "family-names": family, "given-names": given } = person;
  return name ?? [family, given].filter(Boolean).join(", ");
}
