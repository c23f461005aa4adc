/** The rows of `actors` and `aliases`, as far as they are needed to find one. */
export interface ActorNames {
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly aliases: readonly { readonly actor: string; readonly alias: string }[];
}

/** Finds actors by what a user calls them. */
export interface ActorIndex {
  /**
   * Ids of the actors meant: the one with that id, else those with that name, else those
   * with that alias; upper and lower case are one.
   */
  find(given: string): readonly string[];
}

/**
 * Indexes the actors by id, name and alias.
 *
 * @param names The tables `actors` and `aliases`.
 */
export function actorIndex({ actors, aliases }: ActorNames): ActorIndex {
  const ids = new Set(actors.map(({ id }) => id));
  const names = grouped(actors.map(({ id, name }) => [name, id]));
  const others = grouped(aliases.map(({ actor, alias }) => [alias, actor]));
  return {
    find(given) {
      if (ids.has(given)) return [given];
      const key = given.trim().toLowerCase();
      return names.get(key) ?? others.get(key) ?? [];
    },
  };
}

function grouped(pairs: readonly (readonly [string, string])[]) {
  const groups = new Map<string, string[]>();
  for (const [text, id] of pairs) {
    const key = text.toLowerCase(), known = groups.get(key);
    if (known === undefined) groups.set(key, [id]);
    else if (!known.includes(id)) known.push(id);
  }
  return groups;
}
