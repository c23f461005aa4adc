import eldModule from "eld";

interface Detector {
  detect(text: string): { language: string; isReliable(): boolean };
}

const detector = ((eldModule as unknown as { eld?: Detector }).eld ??
  eldModule) as unknown as Detector;
/** Enough of an article to tell its language by. */
const SAMPLE = 3000;

/**
 * Tells the language of a text by its n-grams (Efficient Language Detector, 60
 * languages).
 *
 * @param text Any text; its first 3,000 characters are looked at.
 * @param stated A language tag of its metadata, taken where the text is too short to tell.
 * @returns ISO 639-1, or nothing where neither tells.
 *
 * @example
 * ```ts
 * import { languageOf } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(languageOf("Nazir sərhəddə vəziyyətin sakit olduğunu bildirib."), "az");
 * ```
 */
export function languageOf(text: string, stated?: string): string | undefined {
  const found = detector.detect(text.slice(0, SAMPLE));
  const tag = stated?.trim().slice(0, 2).toLowerCase();
  const isTag = tag !== undefined && /^[a-z]{2}$/.test(tag) &&
    /^[a-z]{2}(?:[-_]|$)/i.test(stated!.trim());
  if (found.language !== "" && (found.isReliable() || !isTag)) return found.language;
  return isTag ? tag : undefined;
}
