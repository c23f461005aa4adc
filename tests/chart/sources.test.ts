import { charts } from "aras";
import { EVENTS, frame } from "./frames.ts";
import { checkFigure } from "./snapshot.ts";

const QUARTERS = ["2020-Q3", "2020-Q4", "2021-Q1", "2021-Q2"];

Deno.test("sourceCounts() draws all documents as bars", async () => {
  const rows = QUARTERS.map((period, i) => ({
    period,
    group: "all",
    name: "all",
    documents: [12, 40, 0, 7][i],
    share: i === 2 ? null : 1,
  }));
  await checkFigure(() =>
    charts.sourceCounts(frame(rows, { options: { by: "none", every: "quarter" } }), {
      events: frame(EVENTS),
    })
  );
});

Deno.test("sourceCounts() pools the groups beyond the largest", async () => {
  const rows = ["IRN", "AZE", "other", "ARM", "GBR", "GEO"].flatMap((group, i) =>
    QUARTERS.map((period, j) => ({
      period,
      group,
      name: group,
      documents: (20 - 3 * i) * (j + 1) % 23,
      share: 0.1,
    }))
  );
  await checkFigure(() =>
    charts.sourceCounts(frame(rows, { options: { by: "country" } }), { top: 3 })
  );
});

Deno.test("sourceConcentration() draws shares and lists counts", async () => {
  const rows = ["2020-H1", "2020-H2", "2021-H1"].map((period, i) => ({
    period,
    documents: [12, 1301, 0][i],
    publishers: [9, 202, 0][i],
    top_ten_share: [1, 0.204, null][i],
    herfindahl: [0.13, 0.0091, null][i],
  }));
  await checkFigure(() => charts.sourceConcentration(frame(rows)));
});

Deno.test("sourceCitations() leaves out what nobody cites", async () => {
  const rows = ["AZE", "IRN", "GBR"].flatMap((country, i) =>
    [["irna", "Islamic Republic News Agency"], ["trend", "Trend"]].map(
      ([source, name], j) => ({
        country,
        source,
        name,
        documents: (i + 1) * (2 - j) * (country === "GBR" ? 0 : 9),
        of: 60,
        share: (i + 1) * (2 - j) * (country === "GBR" ? 0 : 9) / 60,
      }),
    )
  );
  await checkFigure(() =>
    charts.sourceCitations(frame(rows, { options: { by: "country" } }))
  );
});
