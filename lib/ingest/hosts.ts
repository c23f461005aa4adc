/** How many hosts are asked at the same time. */
const HOSTS = 8;

/**
 * Does something for each of many addresses: those of one host one after another, those of
 * several hosts at the same time.
 *
 * @param items What there is to do.
 * @param urlOf The address of an item; one that is no address has a host of its own.
 * @param work Does it.
 * @param hosts How many hosts at the same time.
 */
export async function eachByHost<Item>(
  items: readonly Item[],
  urlOf: (item: Item) => string,
  work: (item: Item) => Promise<void>,
  hosts = HOSTS,
): Promise<void> {
  const queues = new Map<string, Item[]>();
  for (const item of items) {
    const url = urlOf(item), host = URL.canParse(url) ? new URL(url).host : url;
    const queue = queues.get(host);
    if (queue === undefined) queues.set(host, [item]);
    else queue.push(item);
  }
  const waiting = [...queues.values()];
  const worker = async () => {
    for (let queue = waiting.shift(); queue !== undefined; queue = waiting.shift()) {
      for (const item of queue) await work(item);
    }
  };
  await Promise.all(Array.from({ length: hosts }, worker));
}

/**
 * Fetches pages, several hosts at the same time, and gives them in the order of their
 * addresses.
 *
 * @param addresses Addresses of pages.
 * @param fetchPage Fetches one; it tells of a page that it cannot get.
 */
export async function* pagesOf<Page>(
  addresses: readonly string[],
  fetchPage: (url: string) => Promise<Page>,
): AsyncGenerator<{ readonly url: string; readonly page: Page }> {
  const fetched = addresses.map((url) => ({
    url,
    ...Promise.withResolvers<Page>(),
  }));
  const all = eachByHost(fetched, ({ url }) => url, async ({ url, resolve }) => {
    resolve(await fetchPage(url));
  });
  // A fault that is none of a page's ends all; those that wait would wait for ever.
  all.catch((error) => {
    for (const { promise, reject } of fetched) {
      promise.catch(() => {});
      reject(error);
    }
  });
  for (const { url, promise } of fetched) yield { url, page: await promise };
  await all;
}
