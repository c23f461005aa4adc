import { hostOf, type TextKnowledge } from "../knowledge.ts";
import type { Reason, Removed } from "../passage.ts";
import { nameFinder, type NameFound } from "./names.ts";

/** Who published an article, and how that is known. */
export interface PublisherFound {
  /** Who wrote or first published it: an id of the table `publishers`. */
  readonly publisher?: string;
  /** On whose site it was, where that is another's. */
  readonly republisher?: string;
  readonly basis?: "stated" | "origin" | "host" | "name" | "house phrase";
}

/** What is looked at. */
export interface PublisherClues {
  readonly url?: string;
  /** What metadata name: an id, a name or a host. */
  readonly stated?: string;
  /** What the page calls its site. */
  readonly siteName?: string;
  readonly title?: string;
  readonly text: string;
  readonly removed: readonly Removed[];
}

/** Evidence below this names nobody. */
const ENOUGH = 3;

/** What an outlet's name in a passage that was taken out is worth. */
const HOUSE: Partial<Record<Reason, number>> = {
  membership: 6,
  copyright: 6,
  disclosure: 5,
  newsletter: 4,
  "author blurb": 3,
  byline: 3,
};

interface Phrase {
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly worth: number;
  /** It names who first published the article, on whatever site it now is. */
  readonly origin?: true;
  /** It counts in the title and the first paragraph alone. */
  readonly first?: true;
}

/** What house styles say around their own name. */
const PHRASES: readonly Phrase[] = [
  {
    before:
      /\b(?:(?:originally|first) (?:published|appeared|posted)|(?:re)?published with permission|reposted|reprinted|republished)(?: \w+)? (?:by|in|on|at|from|with)(?: the)? ["“«]?$/i,
    worth: 14,
    origin: true,
  },
  {
    before:
      /\b(?:exclusively|especially|specially) for (?:the )?(?:[\w-]+ ){0,3}["“«]?$/i,
    worth: 12,
    origin: true,
  },
  {
    before: /^\W*$/,
    after: /^\W{0,2}\s*[:–—|-]\s/,
    worth: 8,
    origin: true,
    first: true,
  },
  {
    before: /^\p{Lu}[\p{L}\s,.]{2,40}\d{0,2}\s*[(/]$/u,
    after: /^[)/]\W/,
    worth: 8,
    origin: true,
  },
  {
    before: /^\W*(?:source|via|источник|quelle|kaynak|منبع)\s*:\s*$/i,
    after: /^\W*$/,
    worth: 8,
    origin: true,
  },
  {
    after:
      /^(?: (?:has|have|was|were|could|did|does|is))? (?:not |un)?(?:been )?(?:able to |unable to |not )?(?:independently )?verif/i,
    worth: 6,
  },
  { before: /\b(?:requests? for comment (?:from|by)|referred)\s+$/i, worth: 3 },
  { before: /\b(?:wrote|writes|writing|reported|reporting) for\s+$/i, worth: 3 },
  {
    before:
      /\b(?:told|interview (?:with|to)|speaking (?:to|with)|spoke (?:to|with)|in comments to)\s+$/i,
    worth: 2,
  },
];

/**
 * Makes a finder of publishers: by what metadata state, by the address, by the site's
 * name, and by what outlets say of themselves (appeals, copyright, disclaimers, "has not
 * been able to verify"). Who first published goes before on whose site it is.
 *
 * @param knowledge The publishers, their names and hosts.
 */
export function publisherFinder(
  knowledge: TextKnowledge,
): (clues: PublisherClues) => PublisherFound {
  const ids = new Set(knowledge.publishers.map(({ id }) => id));
  const names: [string, string][] = knowledge.publishers.map((
    { id, name },
  ) => [name, id]);
  for (const { actor, alias } of knowledge.aliases ?? []) {
    if (ids.has(actor)) names.push([alias, actor]);
  }
  const find = nameFinder(names);
  const exact = new Map(names.map(([name, id]) => [keyOf(name), id]));
  const named = (name = "") => {
    const plain = name.trim();
    if (ids.has(plain)) return plain;
    return exact.get(keyOf(plain)) ??
      exact.get(keyOf(plain.replace(/\s*\(.*\)$/, ""))) ??
      hostedAt(knowledge, plain.includes("://") ? plain : `https://${plain}`);
  };
  return (clues) => {
    const scores = evidence(clues, find);
    const host = hostedAt(knowledge, clues.url ?? "");
    const stated = named(clues.stated);
    const site = host ?? named(clues.siteName) ?? best(scores.house);
    const origin = stated ?? best(scores.origin);
    const publisher = origin ?? site;
    if (publisher === undefined) return {};
    const basis = stated !== undefined
      ? "stated"
      : origin !== undefined && origin !== site
      ? "origin"
      : host !== undefined
      ? "host"
      : named(clues.siteName) !== undefined
      ? "name"
      : "house phrase";
    return site === undefined || site === publisher
      ? { publisher, basis }
      : { publisher, republisher: site, basis };
  };
}

function hostedAt(knowledge: TextKnowledge, url: string): string | undefined {
  let host = hostOf(url);
  while (host?.includes(".")) {
    const publisher = knowledge.hosts?.get(host);
    if (publisher !== undefined) return publisher;
    host = host.slice(host.indexOf(".") + 1);
  }
}

type Scores = Map<string, number>;

function evidence(
  { title, text, removed }: PublisherClues,
  find: (text: string) => NameFound[],
): { house: Scores; origin: Scores } {
  const house: Scores = new Map(), origin: Scores = new Map();
  const add = (scores: Scores, id: string, worth: number) =>
    scores.set(id, (scores.get(id) ?? 0) + worth);
  const weigh = (passage: string, isFirst = false) => {
    for (const { id, start, end } of find(passage)) {
      const before = passage.slice(Math.max(0, start - 80), start);
      const after = passage.slice(end, end + 80);
      for (const phrase of PHRASES) {
        if (
          phrase.before?.test(before) === false || phrase.after?.test(after) === false
        ) continue;
        if (phrase.before?.source.startsWith("^") && start > before.length) continue;
        if (phrase.first && !isFirst) continue;
        add(phrase.origin ? origin : house, id, phrase.worth);
      }
    }
  };
  const opening = text.split("\n", 1)[0];
  for (const paragraph of [title ?? "", ...text.split("\n")]) {
    if (paragraph !== "") {
      weigh(paragraph, paragraph === title || paragraph === opening);
    }
  }
  for (const { text: passage, reason } of removed) {
    const worth = HOUSE[reason];
    if (worth === undefined || passage.length > 1000) continue;
    for (const id of new Set(find(passage).map((name) => name.id))) {
      add(house, id, worth);
    }
    weigh(passage);
  }
  return { house, origin };
}

function best(scores: Scores): string | undefined {
  let found: string | undefined, most = ENOUGH;
  for (const [id, worth] of scores) {
    if (worth > most || worth === most && found === undefined) {
      found = id;
      most = worth;
    }
  }
  return found;
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/^the /, "").replace(/[^\p{L}\p{N}]+/gu, "");
}
