import { characterTable, UPPER } from "../../text/characters.ts";
import type { Actor } from "../knowledge.ts";
import { foldText } from "./fold.ts";
import { wordBefore } from "./neighbours.ts";
import { tokensOf } from "./tokens.ts";
import { Vocabulary } from "./vocabulary.ts";

/** The forenames of people, to tell those who share a surname apart. */
export class Forenames {
  readonly #names = new Vocabulary();
  /** By person, the numbers of the forenames. */
  readonly #of = new Map<string, number[]>();

  constructor(actors: readonly Actor[]) {
    const classes = characterTable();
    for (const { id, name, type } of actors) {
      if (type !== "person" || name.includes("(")) continue;
      const given = tokensOf(name).slice(0, -1)
        .filter((word) => (classes[word.charCodeAt(0)] & UPPER) !== 0);
      this.#of.set(id, given.map((word) => this.#names.add(foldText(word))));
    }
  }

  /** The forename right before a place, and where it begins. */
  before(text: string, at: number): { id: number; start: number } | undefined {
    const word = text[at - 1] === " " ? wordBefore(text, at) : undefined;
    if (word === undefined) return undefined;
    const id = this.#names.at(text, word.start, word.end);
    return id < 0 ? undefined : { id, start: word.start };
  }

  /** Whether it is a forename and not an initial. */
  isLong(id: number): boolean {
    return this.#names.word(id).length > 2;
  }

  /** Whether it is a person's own. */
  isOf(actor: string, id: number): boolean {
    return this.#of.get(actor)?.includes(id) ?? false;
  }
}
