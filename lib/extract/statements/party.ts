import { type Mentioned, mentionedIn } from "../stance/mention.ts";
import type { Reading, Stretch } from "../stance/reading.ts";
import { type Stand, standOf } from "../stance/standing.ts";
import type { ActorCard, Told } from "./sentence.ts";

/** Someone who may hold a stance in a sentence, or whom it may be toward. */
export class SentenceParty {
  #mentions: readonly Mentioned[] | undefined;
  #stand: Stand | undefined;

  constructor(
    readonly actor: ActorCard,
    /** Where the sentence speaks of him. */
    readonly spans: readonly Stretch[],
    /** What he is quoted or reported with, if anything. */
    readonly told?: Told,
  ) {}

  /** His mentions among the tokens of the sentence, whose cues have been found. */
  mentions(reading: Reading): readonly Mentioned[] {
    return this.#mentions ??= mentionedIn(reading, this.spans);
  }

  /** How his mentions stand to the cues of the sentence. */
  stand(reading: Reading): Stand {
    if (this.#stand === undefined) {
      const mentions = this.mentions(reading);
      this.#stand = standOf(reading, mentions.length > 0 ? mentions : "patient");
    }
    return this.#stand;
  }
}
