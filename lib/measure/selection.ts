import { isPartialDate, type PartialDate, type Precision } from "../base/date.ts";
import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Parameters } from "../corpus/engine.ts";
import { readColumns } from "./columns.ts";
import { type Actor, findActors } from "./lookup.ts";

/** Who counts as a speaker or target where a state is named. */
export type Level = "state" | "everybody" | "actor";

/** Which outlets report; each list is an "any of", all that are given must hold. */
export interface PublisherGroup {
  readonly id?: string | readonly string[];
  readonly country?: string | readonly string[];
  readonly audience?: string | readonly string[];
  readonly kind?: string | readonly string[];
  readonly language?: string | readonly string[];
}

/** Which statements a measure of stance is made of. Nothing given, all of them. */
export interface Selection {
  /** Ids or names of actors who speak. */
  readonly speaker?: string | readonly string[];
  /** Ids or names of actors toward whom. */
  readonly target?: string | readonly string[];
  readonly issue?: string | readonly string[];
  /** `quoted`, `reported` or `author`. */
  readonly voice?: string | readonly string[];
  readonly publishers?: PublisherGroup;
  /**
   * Where a state is named: `state` (the default) takes all who speak for it (`official`
   * in `actors`), `everybody` all actors of its country, `actor` the state itself alone.
   */
  readonly level?: Level;
  /** First and last date, as dates or parts of them; the last is included. */
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  /**
   * What one is: a `position` reported by several outlets counts once, each report
   * weighing 1/n (the default), or each of the `reports` counts.
   */
  readonly count?: "positions" | "reports";
  readonly dates?: {
    /** The coarsest date that is taken: `day`, `month` or `year` (the default). */
    readonly precision?: Precision;
    /** Whether articles whose date was inferred are taken (the default). */
    readonly inferred?: boolean;
    /** The date that counts: the `statement`'s own (the default) or the `article`'s. */
    readonly basis?: "statement" | "article";
  };
  /** How the statements were made: `coded` (the default), `rules`, `model`. */
  readonly method?: string | readonly string[];
  /** Letters of the coders whose documents are taken. */
  readonly coders?: string | readonly string[];
}

/** A statement as a measure sees it, with the outlet that reports it. */
export interface Observation {
  readonly document: string;
  readonly n: number;
  readonly speaker: string;
  readonly target: string;
  readonly issue: string;
  readonly act: string;
  /** −2 (hostile) to +2 (committed). */
  readonly stance: number;
  /** The date that counts, as written. */
  readonly date: PartialDate;
  readonly precision: Precision;
  /** The article's date. */
  readonly published: PartialDate;
  readonly voice: string;
  readonly publisher: string;
  readonly country: string;
  readonly audience: string;
  readonly kind: string;
  readonly coder: string;
  /** The same in every report of one position. */
  readonly position: string;
  /** Reports of its position among those selected. */
  readonly reports: number;
  /** 1/reports, or 1 where reports are counted. */
  readonly weight: number;
  readonly method: string;
}

/** A selection as SQL: one SELECT over `statements`, and the values in it. */
export interface SelectionQuery {
  readonly sql: string;
  readonly parameters: Parameters;
  /** Actors that the speaker and target options named. */
  readonly speakers: readonly Actor[];
  readonly targets: readonly Actor[];
}

/** Columns of which each row has its own value. */
const OWN = [
  "document",
  "n",
  "stance",
  "date",
  "published",
  "position",
  "reports",
] as const;

/** Columns of few words that repeat, which are handed over as one text a row. */
const REPEATED = [
  "speaker",
  "target",
  "issue",
  "act",
  "precision",
  "voice",
  "publisher",
  "country",
  "audience",
  "kind",
  "coder",
  "method",
] as const;
/** What stands between them, and for a missing one: control characters, in no word. */
const BETWEEN = 31, MISSING = 30;

/**
 * Writes a selection as SQL, so that a measure can go on from it in the engine. Its
 * columns are those of {@linkcode Observation} without reports and weight.
 *
 * @param corpus Where actors are looked up.
 * @param selection Which statements.
 * @throws {UserError} where an option is not what it should be.
 */
export async function selectionQuery(
  corpus: Corpus,
  selection: Selection = {},
): Promise<SelectionQuery> {
  check(selection);
  const { level = "state", dates = {}, publishers = {}, method = "coded" } = selection;
  const speakers = selection.speaker === undefined
    ? []
    : await findActors(corpus, selection.speaker, "speaker");
  const targets = selection.target === undefined
    ? []
    : await findActors(corpus, selection.target, "target");
  notTheSame(speakers, targets);

  const parameters: Record<string, string | number> = {};
  const bind = (value: string) => {
    const name = `v${Object.keys(parameters).length}`;
    parameters[name] = value;
    return `$${name}`;
  };
  const among = (column: string, given: string | readonly string[] | undefined) =>
    given === undefined ? [] : [`${column} IN (${list(given).map(bind).join(", ")})`];
  const date = dates.basis === "article" ? "d.published" : "s.date";

  const where = [
    ...actorFilter("s.speaker", speakers, level, bind),
    ...actorFilter("s.target", targets, level, bind),
    ...among("s.issue", selection.issue),
    ...among("s.voice", selection.voice),
    ...among("s.method", method),
    ...among("d.coder", selection.coders),
    ...among("p.id", publishers.id),
    ...among("p.country", publishers.country),
    ...among("p.audience", publishers.audience),
    ...among("p.kind", publishers.kind),
    ...among("d.language", publishers.language),
    ...(selection.from === undefined ? [] : [`${date} >= ${bind(selection.from)}`]),
    // '~' follows every character of a date: a day of 2021-06 is not after 2021-06.
    ...(selection.to === undefined ? [] : [`${date} <= ${bind(`${selection.to}~`)}`]),
    ...(dates.inferred === false ? ["d.date_basis <> 'inferred'"] : []),
    ...(dates.precision === undefined
      ? []
      : [`length(${date}) >= ${LENGTH[dates.precision]}`]),
  ];
  const sql = `SELECT s.document, s.n, s.speaker, s.target, s.issue, s.act, s.stance,
         ${date} AS date,
         CASE length(${date}) WHEN 10 THEN 'day' WHEN 7 THEN 'month' ELSE 'year' END AS "precision",
         d.published, s.voice, d.publisher, p.country, p.audience, p.kind, d.coder,
         s.speaker || '|' || s.target || '|' || s.issue || '|' || s.date || '|' ||
           CAST(s.stance AS VARCHAR) AS position,
         s.method
    FROM statements AS s
    JOIN documents AS d ON d.id = s.document
    JOIN publishers AS p ON p.id = d.publisher
   WHERE ${where.join("\n     AND ")}`;
  return { sql, parameters, speakers, targets };
}

/**
 * Takes the statements of a selection out of a corpus.
 *
 * @param corpus The corpus.
 * @param selection Which statements.
 * @returns One observation a statement, in the order of document and number.
 * @throws {UserError} where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { openCorpus, selectStatements } from "aras";
 * import { assert } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const statements = await selectStatements(corpus, { speaker: "irn", target: "aze" });
 * assert(statements.every(({ stance }) => stance >= -2 && stance <= 2));
 * corpus.close();
 * ```
 */
export async function selectStatements(
  corpus: Corpus,
  selection: Selection = {},
): Promise<Observation[]> {
  return await observationsOf(
    corpus,
    await selectionQuery(corpus, selection),
    selection.count,
  );
}

/** The same of a selection that is written as SQL already. */
export async function observationsOf(
  corpus: Corpus,
  { sql, parameters }: SelectionQuery,
  count?: Selection["count"],
): Promise<Observation[]> {
  const words = REPEATED.map((name) => `coalesce("${name}", chr(${MISSING}))`);
  const all = await readColumns(
    corpus,
    `SELECT *, concat_ws(chr(${BETWEEN}), ${words.join(", ")}) AS words
  FROM (${withReports(sql)}) AS reported`,
    parameters,
    [...OWN, "words"],
    ["document", "method", "n"],
  );
  const each = count === "reports";
  const known = new Map<string, Readonly<Record<typeof REPEATED[number], string>>>();
  return all.words.map((words, i) => {
    let repeated = known.get(words as string);
    if (repeated === undefined) {
      known.set(words as string, repeated = parted(words as string));
    }
    return {
      ...repeated,
      document: all.document[i],
      n: all.n[i],
      stance: all.stance[i],
      date: all.date[i],
      published: all.published[i],
      position: all.position[i],
      reports: all.reports[i],
      weight: each ? 1 : 1 / (all.reports[i] as number),
    } as Observation;
  });
}

/** The words of a row by the names of their columns. */
function parted(words: string): Record<typeof REPEATED[number], string> {
  const parts = words.split(String.fromCharCode(BETWEEN));
  const missing = String.fromCharCode(MISSING);
  return Object.fromEntries(
    REPEATED.map((name, k) => [name, parts[k] === missing ? null : parts[k]]),
  ) as Record<typeof REPEATED[number], string>;
}

/** A selection's SQL with how often each position is reported in it. */
export function withReports(sql: string): string {
  return `SELECT *, count(*) OVER (PARTITION BY position) AS reports FROM (${sql}) AS selected`;
}

const LENGTH: Record<Precision, number> = { day: 10, month: 7, year: 4 };

function list(given: string | readonly string[]): readonly string[] {
  return typeof given === "string" ? [given] : given;
}

/** Actors named one by one, and for states all who count for them at the level asked. */
function actorFilter(
  column: string,
  actors: readonly Actor[],
  level: Level,
  bind: (value: string) => string,
): string[] {
  if (actors.length === 0) return [];
  const named = `${column} IN (${actors.map((actor) => bind(actor.id)).join(", ")})`;
  const countries = level === "actor"
    ? []
    : actors.filter((a) => a.type === "state" && a.country !== null).map((a) =>
      a.country!
    );
  if (countries.length === 0) return [named];
  const official = level === "state" ? " AND official = 'yes'" : "";
  return [
    `(${named} OR ${column} IN (SELECT id FROM actors WHERE country IN (${
      countries.map(bind).join(", ")
    })${official}))`,
  ];
}

function notTheSame(speakers: readonly Actor[], targets: readonly Actor[]): void {
  const [speaker, target] = [speakers[0], targets[0]];
  if (speakers.length === 1 && targets.length === 1 && speaker.id === target.id) {
    badOption(
      "target",
      "someone other than the speaker",
      target.id,
      "stance is held toward another",
    );
  }
}

function check(
  { level, from, to, count, dates = {}, voice, ...rest }: Selection,
): void {
  const one = (option: string, allowed: readonly string[], value?: string) => {
    if (value !== undefined && !allowed.includes(value)) {
      badOption(option, allowed.join(", "), value);
    }
  };
  one("level", ["state", "everybody", "actor"], level);
  one("count", ["positions", "reports"], count);
  one("dates.precision", ["day", "month", "year"], dates.precision);
  one("dates.basis", ["statement", "article"], dates.basis);
  for (const each of voice === undefined ? [] : list(voice)) {
    one("voice", ["quoted", "reported", "author"], each);
  }
  for (const [option, date] of [["from", from], ["to", to]] as const) {
    if (date !== undefined && !isPartialDate(date)) {
      badOption(option, "a date as YYYY-MM-DD, YYYY-MM or YYYY", date);
    }
  }
  if (from !== undefined && to !== undefined && `${to}~` < from) {
    badOption("to", `a date that is not before ${from}`, to);
  }
  const known = ["speaker", "target", "issue", "publishers", "method", "coders"];
  for (const option of Object.keys(rest)) {
    if (!known.includes(option)) {
      badOption(
        option,
        `one of ${
          [...known, "level", "voice", "from", "to", "count", "dates"].join(", ")
        }`,
        option,
      );
    }
  }
}
