/** What description is told of the world: a data package's tables, handed over as values. */
export interface TextKnowledge {
  readonly publishers: readonly KnownPublisher[];
  /** Other names of publishers; rows about other actors are passed over. */
  readonly aliases?: readonly { readonly actor: string; readonly alias: string }[];
  /** Hosts of addresses, without `www.`, and the publisher whose site each is. */
  readonly hosts?: ReadonlyMap<string, string>;
  /** Dated events, by which an article without a date can be placed in its month. */
  readonly events?: readonly KnownEvent[];
}

/** A publisher as the table `publishers` has it. */
export interface KnownPublisher {
  readonly id: string;
  readonly name: string;
  readonly kind?: string;
  readonly language?: string;
}

/** An event as the table `events` has it. */
export interface KnownEvent {
  readonly date: string;
  readonly title: string;
}

/**
 * Tells whose site each host is, from the addresses of articles whose publisher is known:
 * the outlet that most of a host's articles are on.
 *
 * @param documents Rows with an address, a publisher and perhaps a republisher, whose
 *   site the address is then on.
 */
export function hostsOf(
  documents: Iterable<
    {
      readonly url?: string | null;
      readonly publisher: string;
      readonly republisher?: string | null;
    }
  >,
): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { url, publisher, republisher } of documents) {
    const host = hostOf(url ?? "");
    if (host === undefined) continue;
    const site = republisher || publisher;
    const of = counts.get(host) ?? new Map<string, number>();
    of.set(site, (of.get(site) ?? 0) + 1);
    counts.set(host, of);
  }
  const hosts = new Map<string, string>();
  for (const [host, of] of counts) {
    hosts.set(host, [...of].reduce((a, b) => b[1] > a[1] ? b : a)[0]);
  }
  return hosts;
}

/** The host of an address, without `www.` or `m.`. */
export function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return hostname.replace(/^(?:www\d?|m|amp)\./, "") || undefined;
}
