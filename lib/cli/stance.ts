import { isPartialDate } from "../base/date.ts";
import { shown, UserError } from "../base/fault.ts";
import type { Named, Question } from "../extract/stance/rules.ts";
import { type PartyFinder, partyFinder } from "../extract/stance/parties.ts";
import { partyIn } from "../extract/stance/stance.ts";
import { type ActorIndex, actorIndex } from "../corpus/actor_index.ts";
import { command, readArguments } from "./command.ts";
import { readKnowledge } from "./knowledge.ts";
import { linesOf, LineWriter } from "./lines.ts";
import { openStanceReader } from "../corpus/stance.ts";

const USAGE = `deno task stance - [--method rules|model] [--evidence]

Reads JSON Lines from standard input, {"id", "text", "speaker", "target", "published"?}:
speaker is null for the writer of the text; speaker and target are a span [start, end] in
UTF-16 code units or an actor, by id or name. Writes for each, in order, {"id", "value",
"negative", "neutral", "positive", "stance", "act", "issue", "method"}, and with
--evidence the cues.`;

/** How many questions are answered together, so that the model's batches are full. */
const BLOCK = 512;

interface Parties {
  readonly finder: PartyFinder;
  readonly index: ActorIndex;
}

interface Asked {
  readonly id: unknown;
  readonly question: Question;
}

await command(async () => {
  const { values, positionals } = readArguments(USAGE, {
    method: { type: "string" },
    evidence: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) return console.log(USAGE);
  if (positionals.length !== 1 || positionals[0] !== "-") {
    throw new UserError({
      option: "arguments",
      expected: USAGE,
      found: shown(positionals.join(" ")),
    });
  }
  const reader = await openStanceReader(values.method);
  const parties = lazily(async () => {
    const knowledge = await readKnowledge();
    return { finder: partyFinder(knowledge), index: actorIndex(knowledge) };
  });
  const out = new LineWriter();
  let waiting: Asked[] = [], row = 0, faults = 0;
  const answer = async () => {
    const stances = await reader.read(
      waiting.map(({ question }) => question),
      { evidence: values.evidence === true },
    );
    stances.forEach((stance, i) => {
      const { evidence, ...rest } = stance;
      const shownEvidence = values.evidence ? { evidence } : {};
      out.write({ id: waiting[i].id, ...rest, ...shownEvidence });
    });
    waiting = [];
  };
  for await (const line of linesOf(Deno.stdin.readable)) {
    row++;
    if (line.trim() === "") continue;
    try {
      waiting.push(await parse(line, row, parties));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // A bad line is answered by its error, so that nothing else is lost.
      await answer();
      faults++;
      console.error(error.message);
      out.write({ id: idOf(line), error: error.message });
    }
    if (waiting.length >= BLOCK) await answer();
  }
  await answer();
  out.flush();
  return faults > 0 ? 1 : 0;
});

async function parse(
  line: string,
  row: number,
  parties: () => Promise<Parties>,
): Promise<Asked> {
  const place = { file: "stdin", row };
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UserError({ ...place, expected: "a JSON object", found: shown(line) });
  }
  const { id, text, speaker, target, published } = value;
  if (typeof text !== "string") {
    throw new UserError({
      ...place,
      column: "text",
      expected: "a text",
      found: shown(text),
    });
  }
  const party = async (
    column: "speaker" | "target",
    other: unknown,
  ): Promise<Named> => {
    const given = value[column];
    if (typeof given === "string") {
      const { finder, index } = await parties();
      const [id, ...more] = index.find(given);
      if (id === undefined || more.length > 0) {
        throw new UserError({
          ...place,
          column,
          expected: "an actor, by id or name",
          found: more.length > 0
            ? `${shown(given)}, which is a name of ${[id, ...more].join(", ")}`
            : shown(given),
          remedy: "ids and names are in data/actors.csv and data/aliases.csv",
        });
      }
      const others = typeof other === "string" ? index.find(other) : [];
      return finder.find(text, id, others, dateOf(published));
    }
    if (!Array.isArray(given) || given.length !== 2) {
      const expected = "a span [start, end] or an actor, by id or name";
      throw new UserError({ ...place, column, expected, found: shown(given) });
    }
    return partyIn(
      text,
      given as unknown as [number, number],
      `stdin:${row}: ${column}`,
    );
  };
  const from = speaker === null || speaker === undefined || speaker === "author"
    ? null
    : await party("speaker", target);
  return {
    id,
    question: { text, speaker: from, target: await party("target", speaker) },
  };
}

function dateOf(published: unknown): string | undefined {
  return typeof published === "string" && isPartialDate(published)
    ? published
    : undefined;
}

function idOf(line: string): unknown {
  try {
    return JSON.parse(line)?.id ?? null;
  } catch {
    return null;
  }
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => made ??= make();
}
