import { assertEquals } from "@std/assert";
import { labelOf, stanceScale, valueOf } from "aras";

const good = { negative: 0.1, neutral: 0.2, positive: 0.7 };
const bad = { negative: 0.7, neutral: 0.2, positive: 0.1 };

Deno.test("labelOf() takes neutral where it is as likely as another", () => {
  assertEquals(labelOf({ negative: 0.4, neutral: 0.4, positive: 0.2 }), "neutral");
});

Deno.test("stanceScale() gives 2 to force, threat, sanction and material help alone", () => {
  assertEquals(stanceScale(good, "AID"), 2);
  assertEquals(stanceScale(good, "SUPPORT"), 1);
  assertEquals(stanceScale(bad, "ASSAULT"), -2);
  assertEquals(stanceScale(bad, "AID"), -1);
  assertEquals(
    stanceScale({ negative: 0.2, neutral: 0.6, positive: 0.2 }, "ASSAULT"),
    0,
  );
});

Deno.test("valueOf() runs from -1 to 1", () => {
  assertEquals(valueOf({ negative: 1, neutral: 0, positive: 0 }), -1);
  assertEquals(valueOf({ negative: 0, neutral: 0, positive: 1 }), 1);
});
