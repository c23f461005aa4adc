import { createHash } from "node:crypto";

/** Which share of the documents is kept from the training of the stance model: one in so many. */
const ONE_IN = 5;

/**
 * Whether a document's statements are kept from the training of the stance model, drawn by
 * a hash of its id, so that the same documents are kept whatever else is in the catalogue.
 *
 * @param document An id of the table `documents`.
 */
export function isHeld(document: string): boolean {
  const digest = createHash("sha256").update(document).digest();
  return digest[0] % ONE_IN === 0;
}
