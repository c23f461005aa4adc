import type { Alias, Knowledge } from "../knowledge.ts";

/** Which names of whom are written in the table of aliases. */
export class WrittenNames {
  readonly #of = new Map<string, Set<string>>();

  constructor(aliases: readonly Alias[]) {
    for (const { actor, alias } of aliases) this.add(actor, alias);
  }

  add(actor: string, alias: string): void {
    const known = this.#of.get(actor);
    if (known === undefined) this.#of.set(actor, new Set([alias]));
    else known.add(alias);
  }

  has(actor: string, alias: string): boolean {
    return this.#of.get(actor)?.has(alias) ?? false;
  }
}

/**
 * The names of institutions that follow from their state's: with the designation `Foreign
 * Ministry` and the state Iran, "Iranian Foreign Ministry"; with `Ministry of Defence of
 * _`, "Ministry of Defence of Iran". "Iran's Foreign Ministry" is two names unless the
 * table of aliases has it.
 *
 * @param knowledge Actors, aliases and designations; institutions are the actors with the
 *   id of a state, a hyphen and the designation's `institution`.
 * @param written The names that the table of aliases has.
 * @returns Names that are not in the table of aliases.
 */
export function designationAliases(
  { actors, aliases, designations = [] }: Knowledge,
  written: WrittenNames,
): Alias[] {
  const known = new Set(actors.map(({ id }) => id));
  const states = new Map(
    actors.filter(({ type }) => type === "state").map(({ id, name }) => [id, name]),
  );
  const made: Alias[] = [];
  for (const { actor, alias, kind, language = "" } of aliases) {
    const english = kind === "name"
      ? alias === states.get(actor)
      : kind === "demonym" && states.has(actor) && /^[A-Z][a-z]+[^s]$/.test(alias) &&
        (language === "" || language === "en");
    if (!english) continue;
    for (const { institution, designation, use } of designations) {
      const id = `${actor}-${institution}`;
      if (use !== "name" || institution === "" || !known.has(id)) continue;
      for (const name of compose(alias, kind, designation)) {
        if (!written.has(id, name)) {
          made.push({ actor: id, alias: name, kind: "name" });
        }
      }
    }
  }
  return made;
}

function compose(state: string, kind: string, designation: string): string[] {
  if (designation.includes("_")) {
    return kind === "name" ? [designation.replace("_", state)] : [];
  }
  return kind === "demonym" ? [`${state} ${designation}`] : [];
}
