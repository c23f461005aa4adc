import { charts } from "aras";
import { EVENTS, frame } from "./frames.ts";
import { checkFigure } from "./snapshot.ts";

const mentions = ["irn", "aze", "tur", "pashinyan"].flatMap((actor, i) =>
  ["2020", "2021", "2022"].map((period, j) => {
    const documents = 30 - 6 * i + 4 * j, of = 50;
    return {
      period,
      actor,
      name: ["Iran", "Azerbaijan", "Turkey", "Nikol Pashinyan"][i],
      documents,
      of,
      share: documents / of,
      low: documents / of - 0.1,
      high: documents / of + 0.1,
    };
  })
);

Deno.test("actorMentions() draws a panel for each actor", async () => {
  await checkFigure(() => charts.actorMentions(frame(mentions)));
});

Deno.test("actorMentions() stacks its panels under events", async () => {
  const rows = mentions.slice(0, 6);
  await checkFigure(
    () => charts.actorMentions(frame(rows), { events: frame(EVENTS) }),
    "actor-mentions-events",
  );
});

Deno.test("actorRanks() joins ranks of either period", async () => {
  const rows = ["irn", "aze", "isr", "zarif", "arm-mfa"].map((actor, i) => ({
    actor,
    name: [
      "Iran",
      "Azerbaijan",
      "Israel",
      "Mohammad Javad Zarif",
      "Ministry of Foreign Affairs of Armenia",
    ][i],
    rank_before: [1, 2, 30, 3, 4][i],
    rank_after: [2, 1, 3, null, 4][i],
    change: [-1, 1, 27, null, 0][i],
    share_before: [0.9, 0.8, 0.01, 0.3, 0.2][i],
    share_after: [0.8, 0.85, 0.4, 0, 0.2][i],
    documents_before: [90, 80, 1, 30, 20][i],
    documents_after: [80, 85, 40, 0, 20][i],
    of_before: 100,
    of_after: 100,
  }));
  await checkFigure(() =>
    charts.actorRanks(frame(rows, { options: { before: "2020", after: "2023" } }))
  );
});

Deno.test("actorPairs() draws lift on a logarithmic axis", async () => {
  const rows = [["Iran", "Araghchi", 4], ["Baku", "Tehran", 0.5], ["A", "B", 60]].map(
    ([name_a, name_b, lift]) => ({
      actor_a: name_a,
      actor_b: name_b,
      name_a,
      name_b,
      documents: 12,
      expected: 12 / Number(lift),
      lift,
      low: Number(lift) / 1.6,
      high: Number(lift) * 1.6,
    }),
  );
  await checkFigure(() => charts.actorPairs(frame(rows)));
});

Deno.test("actorsByCountry() heads a section for each public", async () => {
  const rows = ["IRN", "ARM"].flatMap((group) =>
    [["irn", "Iran"], ["shusha", "Shusha"]].map(([actor, name], i) => ({
      group,
      actor,
      name,
      documents: [40, 3][i],
      of: 70,
      share: 0.5,
      log_odds: [0.3, 1.4][i],
      low: [0.1, -0.2][i],
      high: [0.5, 3][i],
      z: 2,
    }))
  );
  await checkFigure(() =>
    charts.actorsByCountry(frame(rows, { options: { group: "audience" } }))
  );
});
