import { IMPERSONAL, PERSONAL } from "../stance/grammar.ts";
import type { Reading, Stretch } from "../stance/reading.ts";
import type { Discourse } from "./discourse.ts";
import { SentenceParty } from "./party.ts";
import { type ActorCard, type Entity, type Sentence, within } from "./sentence.ts";

/** Among how many words a pronoun stands for the subject of a sentence. */
const BEGINNING = 12;

/** Finds who may hold a stance: who is quoted, who acts, and whom a pronoun stands for. */
export function holdersOf(
  sentence: Sentence,
  discourse: Discourse,
  reading: Reading,
): SentenceParty[] {
  const { entities, told } = sentence;
  const holders: SentenceParty[] = [];
  for (const one of told) {
    const spans = entities.filter(({ actor, span }) =>
      actor.id === one.speaker.id && !within(span, one)
    ).map(({ span }) => span);
    holders.push(new SentenceParty(one.speaker, spans, one));
  }
  for (const { actor, span } of entities) {
    if (!speaks(actor) || isCompound(discourse.input.text, entities, span)) continue;
    // In direct speech the one who acts is whom the speaker judges.
    if (told.some((one) => one.direct && within(span, one))) continue;
    holders.push(new SentenceParty(actor, [span]));
  }
  if (reading.holds & (PERSONAL | IMPERSONAL)) {
    addPronouns(sentence, discourse, reading, holders);
  }
  return holders;
}

function addPronouns(
  { entities, told }: Sentence,
  { person, body }: Discourse,
  { count, classes, tokens: { starts, ends } }: Reading,
  holders: SentenceParty[],
) {
  for (let i = 0; i < Math.min(count, BEGINNING); i++) {
    const actor = classes[i] & PERSONAL
      ? person
      : classes[i] & IMPERSONAL
      ? body
      : undefined;
    if (actor === undefined) continue;
    const span = { start: starts[i], end: ends[i] };
    const isSubject = !told.some((one) => within(span, one)) &&
      !entities.some((entity) => entity.span.end <= span.start);
    if (isSubject) holders.push(new SentenceParty(actor, [span]));
  }
}

/** The first of a pair with a hyphen (`Azerbaijan-Turkey`) names a relation, not who acts. */
function isCompound(text: string, entities: readonly Entity[], span: Stretch): boolean {
  const hyphen = (at: number) => text[at] === "-" || text[at] === "–";
  return hyphen(span.end) &&
      entities.some((entity) => entity.span.start === span.end + 1) ||
    hyphen(span.start - 1) &&
      entities.some((entity) => entity.span.end === span.start - 1);
}

function speaks({ type }: ActorCard): boolean {
  return type !== "object" && type !== "place";
}
