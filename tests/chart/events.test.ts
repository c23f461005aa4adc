import { charts } from "aras";
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";

await charts.readyFonts();
const axis = charts.timeAxis(["2020", "2024"], {
  width: 648,
  marginLeft: 84,
  marginRight: 16,
});
const event = (
  id: string,
  date: string,
  importance: number,
  label = `Event ${id}`,
) => ({
  id,
  date,
  importance,
  label,
});

/** Left and right end of a placed label. */
function span({ event, x, anchor }: charts.EventLayout["placed"][number]) {
  const width = charts.textWidth(event.label, { size: 10 }) + 3;
  return anchor === "start" ? [x, x + width] : [x - width, x];
}

Deno.test("layoutEvents() never lets labels or rules collide", () => {
  const events = fc.array(
    fc.record({
      id: fc.uuid(),
      date: fc.integer({ min: 0, max: 1826 }).map((day) =>
        new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10)
      ),
      importance: fc.integer({ min: 1, max: 3 }),
      label: fc.constantFrom("War", "Embassy attack", "Trilateral statement"),
    }),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(events, (list) => {
      const { placed, left_out } = charts.layoutEvents(list, axis);
      const within = list.filter((e) => e.date < "2025");
      assertEquals(placed.length + left_out.length, within.length);
      placed.forEach((a, i) => {
        for (const b of placed.slice(i + 1)) {
          const [al, ar] = span(a), [bl, br] = span(b);
          if (a.row === b.row) assert(ar < bl || br < al, "labels of a row collide");
          const [low, high] = a.row < b.row ? [a, b] : [b, a];
          const [left, right] = span(low);
          if (a.row !== b.row) {
            assert(high.x <= left || high.x >= right, "a rule crosses a label");
          }
        }
      });
    }),
    { numRuns: 40 },
  );
});

Deno.test("layoutEvents() prefers what is important", () => {
  const { placed, left_out } = charts.layoutEvents([
    event("small", "2022-01-03", 1),
    event("great", "2022-01-04", 3),
  ], axis);
  assertEquals(placed.map((p) => p.event.id), ["great"]);
  assertEquals(left_out, ["small"]);
});

Deno.test("layoutEvents() leaves events beyond the axis out without a word", () => {
  const layout = charts.layoutEvents([event("later", "2025-02-01", 3)], axis);
  assertEquals(layout.placed, []);
  assertEquals(charts.eventNotes(layout), []);
  assertEquals(layout.height, 0);
});

Deno.test("layoutEvents() lays the same events out the same way", () => {
  const events = [3, 2, 3, 1, 2, 3].map((importance, i) =>
    event(`e${i}`, `2021-0${i + 1}-10`, importance)
  );
  const first = charts.layoutEvents(events, axis);
  assertEquals(charts.layoutEvents(events, axis), { ...first, axis });
});

Deno.test("eventNotes() says how many events are shown", () => {
  const layout = charts.layoutEvents([
    event("a", "2022-01-03", 3),
    event("b", "2022-01-04", 1),
  ], axis);
  assertEquals(charts.eventNotes(layout), [
    "1 of 2 events shown: the most important that have room",
  ]);
});
