import { type Cell, KERNEL, type Notebook } from "./notebook.ts";

const PROSE = "markdown", CODE = "code";

/** What a new notebook holds: an analysis that runs as it is, to be changed. */
const CELLS: readonly (readonly [Cell["cell_type"], string])[] = [
  [
    PROSE,
    `What is asked, in a sentence.

Run a cell with Shift and Enter; change it and run it again.`,
  ],
  [
    CODE,
    `import { charts, events, evidence, openCorpus, stanceSeries } from "aras";

const corpus = await openCorpus();
corpus;`,
  ],
  [
    PROSE,
    `## The numbers

Actors may be given by their ids, such as \`irn\` and \`aze\`, or names; both stand in the table
\`actors\`. Every measure can be narrowed by issue, voice, publisher and time.`,
  ],
  [
    CODE,
    `await corpus.sql\`
  SELECT id, name, type, country FROM actors ORDER BY name LIMIT 10\`;`,
  ],
  [
    CODE,
    `const series = await stanceSeries(corpus, {
  speaker: "irn",
  target: "aze",
  every: "half-year",
});
series;`,
  ],
  [PROSE, "## The chart"],
  [
    CODE,
    `const turningPoints = await events(corpus, {
  actors: ["irn", "aze"],
  importance: 3,
});
charts.stanceSeries(series, { events: turningPoints });`,
  ],
  [
    PROSE,
    `What it shows, what it can't show, and the articles behind a point:`,
  ],
  [
    CODE,
    `await evidence(corpus, { speaker: "irn", target: "aze", period: "2023-H1" });`,
  ],
];

/**
 * Makes a notebook to start an analysis from: it opens the corpus, measures a stance,
 * charts it and goes back to the articles, and runs as it is.
 *
 * @param name The file's name without its ending; the title is made of it.
 * @returns The notebook, not yet run.
 */
export function starterNotebook(name: string): Notebook {
  const title = name.replace(/^\d+-/, "").replaceAll("-", " ");
  const heading = `# ${title.charAt(0).toUpperCase()}${title.slice(1)}\n\n`;
  return {
    cells: CELLS.map(([cell_type, source], i) => ({
      cell_type,
      id: `${name.slice(0, 50)}-${i + 1}`,
      metadata: {},
      source: i === 0 ? heading + source : source,
      ...(cell_type === CODE && { execution_count: null, outputs: [] }),
    })),
    metadata: {
      kernelspec: { display_name: "Deno", language: "typescript", name: KERNEL },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}
