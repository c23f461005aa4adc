import { fromFileUrl } from "@std/path";
import { shown, UserError } from "../base/fault.ts";
import { holds, type ValidationRow } from "../corpus/validation.ts";
import { mergeRows, showRows } from "../evaluate/table.ts";
import { command, readArguments } from "./command.ts";
import { DATA } from "./knowledge.ts";

/** What can be measured; `gold` says whether annotated texts are needed for it. */
const AREAS: Record<
  string,
  { gold: boolean; measure: (gold: URL) => Promise<readonly ValidationRow[]> }
> = {
  facts: {
    gold: true,
    measure: async (gold) => (await import("../evaluate/facts.ts")).evaluateFacts(gold),
  },
  read: {
    gold: true,
    measure: async (gold) => (await import("../evaluate/read.ts")).evaluateRead(gold),
  },
  stance: {
    gold: true,
    measure: async (gold) => {
      const { evaluateStance } = await import("../evaluate/stance.ts");
      const { writeStanceTables } = await import("../evaluate/stance_tables.ts");
      const articles = new URL("../articles/", gold);
      return await evaluateStance({
        gold: fromFileUrl(gold),
        articles: fromFileUrl(articles),
        keep: (tables) => writeStanceTables(tables, DATA),
      });
    },
  },
  shift: {
    gold: false,
    measure: async () =>
      (await import("../evaluate/shift.ts")).evaluateShift({
        onStep: (name) => console.error(`shift: ${name} measured`),
      }),
  },
};

const USAGE = `deno task evaluate [${Object.keys(AREAS).join("|")}]… [--gold FOLDER]

Measures how good the software is, prints it beside what must hold, and writes it to
data/validation.csv. Without an area all are measured; simulated series take some minutes.
FOLDER holds annotated texts that are no part of the project (by default ../shared/gold).`;

/** Runs the task; see {@linkcode USAGE}. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(USAGE, {
    gold: { type: "string" },
    help: { type: "boolean", short: "h" },
  }, args);
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  for (const area of positionals) {
    if (!Object.hasOwn(AREAS, area)) {
      const expected = Object.keys(AREAS).join(", ");
      throw new UserError({ option: "area", expected, found: shown(area) });
    }
  }
  const gold = goldFolder(values.gold);
  const rows: ValidationRow[] = [];
  for (const area of positionals.length > 0 ? positionals : Object.keys(AREAS)) {
    if (AREAS[area].gold && !await exists(gold)) {
      console.error(
        `${area}: not measured: it needs annotated texts that are no part of the ` +
          `project, expected in ${gold.pathname}; name their folder with --gold. What ` +
          `was measured before stands in data/validation.csv`,
      );
      continue;
    }
    console.error(`${area}: measuring …`);
    rows.push(...await AREAS[area].measure(gold));
  }
  if (rows.length === 0) return 0;
  console.log(showRows(rows));
  await write(rows);
  const short = rows.filter((row) => !holds(row)).length;
  console.log(
    `\n${rows.length} figures written to data/validation.csv; ` +
      (short === 0 ? "all hold what they must" : `${short} fall short`),
  );
  return short === 0 ? 0 : 1;
}

function goldFolder(path: string | undefined): URL {
  if (path === undefined) return new URL("../../shared/gold/", DATA);
  const working = new URL(`file://${Deno.cwd()}/`);
  return new URL(path.endsWith("/") ? path : `${path}/`, working);
}

async function exists(folder: URL): Promise<boolean> {
  try {
    return (await Deno.stat(folder)).isDirectory;
  } catch {
    return false;
  }
}

async function write(rows: readonly ValidationRow[]) {
  const file = new URL("validation.csv", DATA);
  let before = "";
  try {
    before = await Deno.readTextFile(file);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  const part = new URL("validation.csv.part", DATA);
  await Deno.writeTextFile(part, mergeRows(before, rows));
  await Deno.rename(part, file);
}

if (import.meta.main) await command(() => main(Deno.args));
