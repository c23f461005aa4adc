import { assert, assertEquals } from "@std/assert";
import { pageFetcher } from "../../lib/ingest/fetch.ts";
import { hydrate } from "../../lib/ingest/hydrate.ts";
import { fileReader } from "../../lib/text/read.ts";
import { inFolder, page, paragraphs } from "../text/pages.ts";

interface Asked {
  readonly path: string;
  readonly at: number;
  readonly agent: string;
}

/** A server that behaves badly in every way that a fetcher meets. */
async function withServer(
  run: (origin: string, asked: Asked[]) => Promise<void>,
): Promise<void> {
  const asked: Asked[] = [];
  let busy = 0, most = 0, failures = 0;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const { pathname } = new URL(request.url);
      asked.push({
        path: pathname,
        at: Date.now(),
        agent: request.headers.get("user-agent") ?? "",
      });
      most = Math.max(most, ++busy);
      await new Promise((resolve) => setTimeout(resolve, 5));
      busy--;
      const html = (status: number, body: string) =>
        new Response(body, {
          status,
          headers: { "content-type": "text/html; charset=utf-8" },
        });
      if (pathname === "/robots.txt") {
        return new Response(
          "User-agent: *\nDisallow: /private\n",
        );
      }
      if (pathname.startsWith("/archive/")) {
        return html(
          200,
          page({ title: "A road kept in an archive" }),
        );
      }
      if (pathname === "/moved") {
        return Response.redirect(
          new URL("/road", request.url),
          302,
        );
      }
      if (pathname === "/round") {
        return Response.redirect(
          new URL("/round", request.url),
          302,
        );
      }
      if (pathname === "/gone") return html(404, "gone");
      if (pathname === "/later" && failures++ < 2) return html(503, "later");
      if (pathname === "/empty") return html(200, "<html><body></body></html>");
      return html(200, page());
    },
  );
  try {
    await run(`http://127.0.0.1:${server.addr.port}`, asked);
    assertEquals(most, 1, "one request a host at a time");
  } finally {
    await server.shutdown();
  }
}

const PATIENCE = { pause: 30, wait: 10, archive: "" };

Deno.test("a fetched page is kept and not asked for again", async () => {
  await withServer((origin, asked) =>
    inFolder({}, async (folder) => {
      const get = pageFetcher({ folder, ...PATIENCE });
      const first = await get(`${origin}/road`);
      const second = await get(`${origin}/road`);
      assertEquals(first, second);
      assertEquals(asked.map(({ path }) => path), ["/robots.txt", "/road"]);
      assert(asked.every(({ agent }) => agent.startsWith("Aras/")));
    })
  );
});

Deno.test("robots.txt is kept to", async () => {
  await withServer((origin, asked) =>
    inFolder({}, async (folder) => {
      const found = await pageFetcher({ folder, ...PATIENCE })(`${origin}/private/a`);
      assert("error" in found && found.error.includes("its robots.txt says no"));
      assertEquals(asked.map(({ path }) => path), ["/robots.txt"]);
    })
  );
});

Deno.test("a host is asked with a pause between, also by many at once", async () => {
  await withServer((origin, asked) =>
    inFolder({}, async (folder) => {
      const get = pageFetcher({ folder, ...PATIENCE, pause: 60 });
      await Promise.all(["a", "b", "c"].map((name) => get(`${origin}/${name}`)));
      const times = asked.map(({ at }) => at);
      assertEquals(times.length, 4);
      for (let i = 1; i < times.length; i++) assert(times[i] - times[i - 1] >= 55);
    })
  );
});

Deno.test("what fails for a while is tried again, what is gone is looked for in an archive", async () => {
  await withServer((origin, asked) =>
    inFolder({}, async (folder) => {
      const get = pageFetcher({ folder, ...PATIENCE, archive: `${origin}/archive/` });
      assert("path" in await get(`${origin}/later`));
      assertEquals(asked.filter(({ path }) => path === "/later").length, 3);
      const gone = await get(`${origin}/gone`);
      assert("path" in gone && gone.archived);
      assert("path" in await get(`${origin}/moved`));
    })
  );
});

Deno.test("redirections without an end and addresses of no page are told in a line", async () => {
  await withServer((origin) =>
    inFolder({}, async (folder) => {
      const get = pageFetcher({ folder, ...PATIENCE });
      assertEquals(await get(`${origin}/round`), {
        error: `${origin}/round: expected a page but found redirections without an end`,
      });
      assertEquals(await get("ftp://a.example/b"), {
        error: "ftp://a.example/b: expected an address of a page (http or https)",
      });
    })
  );
});

Deno.test("hydrate() writes texts that ingest reads, and goes on where it was", async () => {
  await withServer((origin) =>
    inFolder({}, async (folder) => {
      const documents = [
        {
          id: "valley-20220321-road",
          url: `${origin}/road`,
          publisher: "valley",
          published: "2022-03-21",
        },
        {
          id: "valley-20220322-gone",
          url: `${origin}/gone`,
          publisher: "valley",
          published: "2022-03-22",
        },
        {
          id: "valley-20220323-empty",
          url: `${origin}/empty`,
          publisher: "valley",
          published: "2022-03-23",
        },
        { id: "valley-20220324-none" },
      ];
      const read = fileReader({ publishers: [] });
      const options = {
        into: `${folder}/texts`,
        fetchPage: pageFetcher({ folder: `${folder}/pages`, ...PATIENCE }),
        read,
      };
      assertEquals(await hydrate(documents, options), {
        written: 1,
        known: 0,
        failed: 2,
      });
      assertEquals(await hydrate(documents, options), {
        written: 0,
        known: 1,
        failed: 2,
      });
      for await (const article of read(`${folder}/texts/valley-20220321-road.jsonl`)) {
        if ("error" in article) throw new Error(article.error);
        assertEquals(article.text, paragraphs(5).join("\n\n"));
        assertEquals([article.id, article.published], [
          "valley-20220321-road",
          "2022-03-21",
        ]);
      }
    })
  );
});
