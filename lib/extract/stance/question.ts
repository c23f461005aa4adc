import type { Stretch } from "./reading.ts";

/** Someone who holds a stance or whom it is toward: where a text names him, if it does. */
export interface Named {
  /** His id in the table `actors`, where he was asked for by it. */
  readonly id?: string;
  /** His name as news would write it. */
  readonly name?: string;
  /** His mentions in the text; none where it does not name him. */
  readonly spans: readonly Stretch[];
}

/** Who holds what toward whom in this text? */
export interface Question {
  readonly text: string;
  /** `null` for the writer of the text. */
  readonly speaker: Named | null;
  readonly target: Named;
}
