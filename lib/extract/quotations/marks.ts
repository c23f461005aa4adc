/** What a token is where it is no word. */
export const WORD = 0, COMMA = 1, STOP = 2, COLON = 3, SEMICOLON = 4, DASH = 5;
export const QUOTE = 6, OPEN = 7, CLOSE = 8, OTHER = 9;
/** What stands beyond the last token. */
export const END = 255;

const HYPHEN = 0x2d, DOT = 0x2e, TICK = 0x60, APOSTROPHE = 0x27;

/** The types of single marks by code unit. */
const TYPES = new Uint8Array(65536).fill(OTHER);
for (
  const [type, marks] of [
    [COMMA, ",،"],
    [STOP, ".!?…։؟"],
    [COLON, ":"],
    [SEMICOLON, ";"],
    [DASH, "–—"],
    [OPEN, "(["],
    [CLOSE, ")]"],
    [QUOTE, '"“”„«»'],
  ] as const
) {
  for (const mark of marks) TYPES[mark.charCodeAt(0)] = type;
}

/** Where a mark ends: two of a kind that quote or dash are one, and so are dots. */
export function markEnd(text: string, at: number, to: number): number {
  const unit = text.charCodeAt(at);
  let end = at + 1;
  if (unit === DOT) {
    while (end < to && text.charCodeAt(end) === DOT) end++;
  } else if (unit === TICK || unit === APOSTROPHE || unit === HYPHEN) {
    if (end < to && text.charCodeAt(end) === unit) end++;
  }
  return end;
}

/** What a mark is: a hyphen between spaces is a dash, an apostrophe may quote. */
export function markType(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at);
  if (end - at > 1) return unit === HYPHEN ? DASH : unit === DOT ? OTHER : QUOTE;
  if (unit === HYPHEN) {
    return text[at - 1] === " " && text[at + 1] === " " ? DASH : OTHER;
  }
  if (unit === APOSTROPHE || unit === 0x2018 || unit === 0x2019 || unit === TICK) {
    return isSingleQuote(text, at) ? QUOTE : OTHER;
  }
  // "October 2, 2021": the comma belongs to the date.
  if (unit === 0x2c && isDateComma(text, at)) return OTHER;
  return TYPES[unit];
}

/** Whether a comma stands within a date: October 2, 2021. */
function isDateComma(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (!(before >= 0x30 && before <= 0x39 || before === 0x20)) return false;
  return /\d\s?$/.test(text.slice(Math.max(0, at - 2), at)) &&
    /^,\s?\d{4}\b/.test(text.slice(at, at + 7));
}

/** Whether an apostrophe quotes: a space on one side and a letter or stop on the other. */
function isSingleQuote(text: string, at: number): boolean {
  const before = text[at - 1] ?? " ", after = text[at + 1] ?? " ";
  const opens = /[\s("“\[—–]/.test(before) && /[\p{L}\p{N}\[]/u.test(after);
  const closes = /[\p{L}\p{N}.,!?\])]/u.test(before) && /[\s.,;:!?)”"—–\[]/.test(after);
  return opens || closes || (before === " " && after === " ");
}
