/**
 * Invented news for benchmarks: every sentence is another one, so that nothing that was
 * read before is read again; a third of the sentences has somebody who may hold something
 * toward somebody, between the eighth of general news and the half of reports on a conflict.
 */
import { seededRandom } from "aras";

/** A sentence with two states, and where it names them. */
export interface PairSentence {
  readonly text: string;
  readonly speaker: { readonly start: number; readonly end: number };
  readonly target: { readonly start: number; readonly end: number };
}

const STATES = [
  "Iran",
  "Azerbaijan",
  "Armenia",
  "Turkey",
  "Russia",
  "Israel",
  "France",
];
const OFFICIALS = [
  "Foreign Minister",
  "Deputy Defence Minister",
  "government spokeswoman",
  "ambassador",
];
const SURNAMES = ["Karwan", "Tolmas", "Berin", "Sadoyan", "Velizade", "Orlan", "Mirak"];
const TOWNS = ["Ardal", "Kesh", "Novar", "Talin Pass", "Zarat", "Old Mehri", "Gorun"];
const ACTS = [
  "accused",
  "praised",
  "met envoys of",
  "warned",
  "thanked",
  "condemned",
  "signed an agreement with",
  "expelled two diplomats of",
  "threatened",
];
const TAILS = [
  "over the closure of a bridge that traders had used since spring",
  "after talks in the capital, where ties between both countries were discussed",
  "and called for restraint, while its ministry denied that an agreement was near",
  "for what it called a breach of earlier promises on the common border",
];
const THINGS = [
  "lorries",
  "families",
  "engineers",
  "farmers",
  "railway cars",
  "pupils",
  "surveyors",
];
const DOINGS = [
  "waited at the crossing until the snow was cleared",
  "came back to the valley in time for the harvest",
  "were counted by a commission that nobody had asked for",
  "moved to the northern terminal, which opened late",
  "stayed away from the market on the second day of rain",
];
const SAYINGS = [
  "the road will stay open to everybody who pays the toll",
  "it threatens the peace of the whole region and must be stopped",
  "good neighbours help each other when the rivers rise",
  "nobody has shown us a map that we could sign",
];

const random = seededRandom("news");
const pick = <Item>(items: readonly Item[]) => items[random.below(items.length)];
const number = () => 2 + random.below(997);

/** A sentence in which a state does something to another. */
export function pairSentence(): PairSentence {
  const from = pick(STATES), to = pick(STATES.filter((state) => state !== from));
  const before = `On day ${number()} of the dispute, `;
  const act = ` ${pick(ACTS)} `;
  const start = before.length + from.length + act.length;
  return {
    text: `${before}${from}${act}${to} ${pick(TAILS)}.`,
    speaker: { start: before.length, end: before.length + from.length },
    target: { start, end: start + to.length },
  };
}

const SENTENCES: readonly (() => string)[] = [
  () => pairSentence().text,
  () =>
    `Near ${pick(TOWNS)}, ${number()} ${pick(THINGS)} of ${pick(TOWNS)} ${
      pick(DOINGS)
    }.`,
  () => `About ${number()} ${pick(THINGS)} in ${pick(TOWNS)} ${pick(DOINGS)}.`,
  () => `In ${pick(STATES)}, some ${number()} ${pick(THINGS)} ${pick(DOINGS)}.`,
  () =>
    `The bridge at ${pick(TOWNS)} was ${number()} metres long, and all the ` +
    `${pick(THINGS)} that crossed it ${pick(DOINGS)}.`,
  () => `He remembered ${number()} winters in ${pick(TOWNS)}, when ${pick(SAYINGS)}.`,
  () =>
    `Of the ${number()} ${pick(THINGS)} that ${pick(STATES)} had promised in spring, ` +
    `${number()} ${pick(DOINGS)}.`,
  () =>
    `“${pick(SAYINGS).replace(/^./, (first) => first.toUpperCase())},” ${
      pick(STATES)
    }’s ` +
    `${pick(OFFICIALS)} ${pick(SURNAMES)} told ${number()} reporters in ${
      pick(TOWNS)
    }.`,
  () =>
    `A ${pick(OFFICIALS)} of ${pick(STATES)} said that ${pick(STATES)} had sent ` +
    `${number()} ${pick(THINGS)} and that ${pick(SAYINGS)}.`,
];

/** News of a length in code units, in paragraphs of four sentences. */
export function newsText(length: number): string {
  const parts: string[] = [];
  for (let size = 0, n = 1; size < length; n++) {
    const sentence = pick(SENTENCES)() + (n % 4 === 0 ? "\n\n" : " ");
    parts.push(sentence);
    size += sentence.length;
  }
  // A flat string: one that is still in pieces would be joined while the clock runs.
  return JSON.parse(JSON.stringify(parts.join("")));
}
