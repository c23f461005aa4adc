import { BE, PREPOSITION } from "./grammar.ts";
import type { Mentioned, Reading } from "./reading.ts";

/** What the form of a sentence tells about the writer's view of a target. */
export function viewContext(reading: Reading, target: readonly Mentioned[]): string[] {
  const found: string[] = [];
  const { words } = reading.tokens;
  const [mention] = target;
  if (mention === undefined) return ["target unnamed"];
  around(reading, mention, "target", found);
  if (reading.marks.length > 0) {
    const before = reading.marks.filter((at) => at < mention.run[0]).length;
    found.push(before % 2 === 1 ? "target in quotation" : "quotation");
  }
  const count = reading.matches.length;
  found.push(
    `cues ${count === 0 ? "none" : count <= 2 ? "few" : count <= 5 ? "some" : "many"}`,
  );
  if (reading.matches.some((match) => match.mode === 1)) found.push("negation");
  found.push(
    `length ${words.length <= 15 ? "short" : words.length <= 30 ? "middling" : "long"}`,
  );
  if (words.includes("?")) found.push("question");
  if (words.includes("!")) found.push("exclamation");
  return found;
}

/** What the form of a sentence tells about a speaker's stance toward a target. */
export function directedContext(
  reading: Reading,
  speaker: readonly Mentioned[],
  target: readonly Mentioned[],
): string[] {
  const found: string[] = [];
  if (reading.evenHanded) found.push("even-handed");
  const [from] = speaker, [to] = target;
  if (from !== undefined) around(reading, from, "speaker", found);
  if (to !== undefined) around(reading, to, "target", found);
  if (from === undefined || to === undefined) return found;
  const first = from.run[0] < to.run[0];
  found.push(first ? "speaker first" : "target first");
  const low = first ? from.run[1] : to.run[1], high = first ? to.run[0] : from.run[0];
  const gap = Math.max(0, high - low);
  found.push(
    `between ${
      gap <= 2 ? "touching" : gap <= 7 ? "near" : gap <= 14 ? "apart" : "far"
    }`,
  );
  const { borders, verbs } = reading.layout;
  const crossed = borders[Math.max(low, high)] - borders[low];
  found.push(`borders ${crossed < 1 ? "none" : crossed < 2 ? "one" : "more"}`);
  found.push(
    verbs[Math.max(low, high)] - verbs[low] > 0 ? "verb between" : "no verb between",
  );
  const { words } = reading.tokens;
  if (gap <= 2) {
    const between = words.slice(low, high);
    if (between.includes("and") || between.includes("or")) found.push("joined by and");
    if (between.includes("'s")) found.push("joined by 's");
  }
  found.push(
    `cues ${
      reading.matches.length <= 2
        ? "few"
        : reading.matches.length <= 5
        ? "some"
        : "many"
    }`,
  );
  return found;
}

function around(reading: Reading, mention: Mentioned, who: string, found: string[]) {
  const { words } = reading.tokens;
  const before = words[mention.run[0] - 1], after = words[mention.run[1]];
  found.push(`${who} ${mention.subject ? "subject" : "object"}`);
  if (mention.by) found.push(`${who} after by`);
  else if (before !== undefined && PREPOSITION.has(before)) {
    found.push(
      `${who} after ${
        /^(?:of|for|with|to|against|from|in|on)$/.test(before) ? before : "preposition"
      }`,
    );
  }
  if (mention.speaks) found.push(`${who} speaks`);
  else if (after === "'s") found.push(`${who} owns`);
  else if (after !== undefined && BE.has(after)) found.push(`${who} is`);
}
