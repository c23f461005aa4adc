import type { Stretch } from "../stance/reading.ts";

/** What statements need to know of an actor. */
export interface ActorCard {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly country?: string;
  readonly official?: string;
}

/** A noun phrase that names one actor, by one name or several: `Iranian President Raisi`. */
export interface Entity {
  readonly actor: ActorCard;
  readonly span: Stretch;
}

/** A quotation as far as it stands in a sentence. */
export interface Told extends Stretch {
  readonly speaker: ActorCard;
  readonly direct: boolean;
}

/** A sentence with the actors and quotations in it; all offsets are the document's. */
export interface Sentence extends Stretch {
  readonly entities: readonly Entity[];
  readonly told: readonly Told[];
  /** Where it speaks of two sides without naming them. */
  readonly bothSides: readonly Stretch[];
}

/** Whether a stretch lies in another. */
export function within(inner: Stretch, outer: Stretch): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Whether two actors both speak for one state. */
export function isSameSide(a: ActorCard, b: ActorCard): boolean {
  return isSameCountry(a, b) && a.official === "yes" && b.official === "yes";
}

/** Whether two actors are of one country. */
export function isSameCountry(a: ActorCard, b: ActorCard): boolean {
  return a.country !== undefined && a.country !== "" && a.country === b.country;
}
