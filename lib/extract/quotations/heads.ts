import type { Actor, Knowledge } from "../knowledge.ts";
import type { Mention } from "../mentions/mentions.ts";

/** Heads of a phrase that speak for themselves, whatever state they are of. */
const PRIVATE =
  /\b(?:analysts?|experts?|scholars?|academics?|researchers?|commentators?|observers?|activists?|journalists?|reporters?|critics|residents?|witnesses|media|press|newspapers?|outlets?|bloggers?|users?)$/i;
export const PUBLICATION =
  /\b(?:agency|outlet|newspaper|paper|website|channel|report|article|daily|statement|text|caption|editorial|site|video|headline|story)\b/i;
/** How many heads are kept before they are forgotten. */
const KEPT = 5000;

/** Which institution of a state a phrase means: "Armenian authorities", "the army of Iran". */
export class Heads {
  readonly #actors: ReadonlyMap<string, Actor>;
  readonly #states: ReadonlyMap<string, string>;
  readonly #institutions = new Map<string, string[]>();
  /** What follows a state's name: institutions that it names, or that it is nobody's. */
  readonly #known = new Map<string, readonly string[] | "unnamed" | null>();

  /**
   * @param knowledge Its designations tell what institutions are called.
   * @param actors Its actors by id.
   */
  constructor(knowledge: Knowledge, actors: ReadonlyMap<string, Actor>) {
    this.#actors = actors;
    this.#states = new Map(
      knowledge.actors.filter(({ type, country }) => type === "state" && country)
        .map(({ id, country }) => [country!, id]),
    );
    for (const { institution, designation } of knowledge.designations ?? []) {
      if (designation.includes("_")) continue;
      const key = designation.toLowerCase();
      const known = this.#institutions.get(key) ?? [];
      if (!known.includes(institution)) known.push(institution);
      this.#institutions.set(key, known);
    }
  }

  /** The government of the country that somebody is of. */
  governmentOf(actor: string): string | undefined {
    const state = this.#states.get(this.#actors.get(actor)?.country ?? "");
    return state && (this.#institution(state, ["gov"]) ?? state);
  }

  /**
   * The institution of a state that its head noun names: "Armenian authorities"; the
   * state itself where it names none, `unnamed` where it does not speak for it.
   *
   * @param state The state's id.
   * @param rest What follows its name in the phrase.
   */
  headed(state: string, rest: string): string {
    if (rest === "" || this.#actors.get(state)?.type !== "state") return state;
    let head = this.#known.get(rest);
    if (head === undefined) {
      if (this.#known.size >= KEPT) this.#known.clear();
      head = this.#read(rest);
      this.#known.set(rest, head);
    }
    if (head === null) return state;
    return head === "unnamed" ? head : this.#institution(state, head) ?? state;
  }

  /**
   * The institution that has its seat in a place: "officials in Baku".
   *
   * @param place A place whose country is known.
   * @param before What stands before it in the phrase.
   */
  seated({ actor }: Mention, before: string): string | undefined {
    const state = this.#states.get(this.#actors.get(actor)?.country ?? "");
    if (state === undefined) return undefined;
    const head = /^(?:the |some |several |senior )*([\p{L} ]+?) (?:in|of) $/iu.exec(
      before,
    );
    const institutions = head && this.#institutions.get(head[1].toLowerCase());
    return institutions ? this.#institution(state, institutions) ?? state : undefined;
  }

  #read(after: string): readonly string[] | "unnamed" | null {
    const rest = after.replace(/^['’]s?/, "");
    const head = rest.replace(/,.*$/, "").replace(/ (?:in|at|of|from|who) .*$/, "");
    if (PRIVATE.test(head) || PUBLICATION.test(rest)) return "unnamed";
    const words = rest.trim().toLowerCase().split(/\s+/);
    for (let n = Math.min(3, words.length); n > 0; n--) {
      const institutions = this.#institutions.get(words.slice(0, n).join(" "));
      if (institutions !== undefined) return institutions;
    }
    return null;
  }

  #institution(state: string, institutions: readonly string[]): string | undefined {
    return institutions.map((institution) =>
      institution === "" ? state : `${state}-${institution}`
    ).find((id) => this.#actors.has(id));
  }
}
