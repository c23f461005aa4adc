import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { seededRandom } from "../../../lib/base/random.ts";
import {
  fitPairs,
  type LabelledPair,
} from "../../../lib/extract/statements/fit_pairs.ts";
import { PAIR_FORMS } from "../../../lib/extract/statements/pair_forms.ts";
import {
  PAIR_WEIGHTS,
  pairWeightsOf,
  probabilityOf,
} from "../../../lib/extract/statements/pair_weights.ts";

const [FOR, AGAINST, RARE] = [0, 1, 2];

/** Pairs whose odds are 2 with the first form, and −1 with the second beside it. */
function drawn(n: number): LabelledPair[] {
  const random = seededRandom("pairs");
  return Array.from({ length: n }, (_, i) => {
    const forms = [FOR, AGAINST].filter(() => random.below(2) === 1);
    const odds = (forms.includes(FOR) ? 2 : 0) - (forms.includes(AGAINST) ? 1 : 0);
    const isStated = random.below(1000) / 1000 < 1 / (1 + Math.exp(-odds));
    if (i < 10) forms.push(RARE);
    return { forms: { forms, values: forms.map(() => 1) }, isStated };
  });
}

Deno.test("fitPairs() finds the odds that pairs were drawn with", () => {
  const { bias, forms } = fitPairs(drawn(20_000));
  assertAlmostEquals(bias, 0, 0.1);
  assertAlmostEquals(forms[PAIR_FORMS[FOR]], 2, 0.1);
  assertAlmostEquals(forms[PAIR_FORMS[AGAINST]], -1, 0.1);
});

Deno.test("fitPairs() leaves rare forms out, and pulls to nothing where there is little", () => {
  const forms = (n: number) => fitPairs(drawn(n)).forms;
  assertEquals(PAIR_FORMS[RARE] in forms(1000), false);
  assert(forms(60)[PAIR_FORMS[FOR]] < 1.5);
});

Deno.test("fitPairs() gives as much probability as there are statements", () => {
  const pairs = drawn(3000), weights = pairWeightsOf(fitPairs(pairs));
  const given = pairs.reduce(
    (sum, { forms }) => sum + probabilityOf(forms, weights),
    0,
  );
  const stated = pairs.filter(({ isStated }) => isStated).length;
  assertAlmostEquals(given / stated, 1, 0.005);
});

Deno.test("the weights that ship name forms that there are", async () => {
  const file = new URL(
    "../../../lib/extract/statements/pair_weights.json",
    import.meta.url,
  );
  const { forms } = JSON.parse(await Deno.readTextFile(file));
  const unknown = Object.keys(forms).filter((name) => !PAIR_FORMS.includes(name));
  assertEquals(unknown, []);
  assertEquals(new Set(PAIR_FORMS).size, PAIR_FORMS.length);
  assert(PAIR_WEIGHTS.bias < 0, "most pairs of a sentence are no statement");
});
