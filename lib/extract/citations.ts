import type { Actor, Knowledge } from "./knowledge.ts";
import type { Mention } from "./mentions/mentions.ts";
import type { Quotation } from "./quotations/find.ts";

/** A source that a text names as where it has its information. */
export interface Citation {
  /** The outlet or institution, an id of the table `actors`. */
  readonly source: string;
  /** How often the text cites it. */
  readonly count: number;
}

/** Finds the sources that a text cites, given its mentions and quotations. */
export type CitationFinder = (
  text: string,
  mentions: readonly Mention[],
  quotations: readonly Quotation[],
) => Citation[];

/** How much of the text around a name is looked at, in code units. */
const REACH = 70;

/** Words before a source: "according to", "a report by", "wrote for", "told". */
const BEFORE = new RegExp(
  "(?:" + [
    "according to",
    "as per",
    "cit(?:ed|ing|es)(?: by)?",
    "quot(?:ed|ing|es)(?: by)?",
    "(?:reported|published|aired|carried|released|broadcast|obtained|seen|" +
    "reviewed)(?: \\S+){0,4}? (?:by|in|on)",
    "(?:wrote|written|writing|writes) (?:for|in)",
    "(?:report|reports|article|story|piece|data|figures|footage|video|interview|" +
    "statement|information|survey|study|analysis|column|editorial|op-ed|reporting|" +
    "publication)(?: \\S+){0,3}? (?:by|in|from|of|with|on|for|to)",
    "(?:told|telling|tells|informed)",
    "(?:interview|speaking|spoke|speaks) (?:to|with)",
    "(?:source|sources|via|credit)s?:",
    "(?:correspondent|reporter|bureau chief|journalist|columnist|editor|contributor)" +
    "(?: \\S+)? (?:for|of|at|with)",
  ].join("|") + ")(?:\\s+[^\\s;:,.]+){0,6}?\\s+[\"'“‘(]?$",
  "i",
);
/** Words after a source: "reported", "news agency said", "'s report". */
const AFTER = new RegExp(
  "^[\"'”’)]?(?:['’]s)?(?:,? (?:the )?(?:state|official|semi-official|private|local)?" +
    "(?:-run)? ?(?:news )?(?:agency|newspaper|website|outlet|daily|channel|site))?,?" +
    "(?: (?:has|have|had|also|later|earlier|first|\\S+ly))* " +
    "(?:reported|reports|reporting|wrote|writes|published|quoted|quotes|quoting|cited|" +
    "cites|citing|said|says|announced|carried|aired|revealed|claimed|stated|noted|" +
    "explained|broadcast|interpreted|report|article|interview|correspondent|video)\\b",
  "i",
);
/** What an outlet says of itself below an article: "the editorial policy of X". */
const HOUSE =
  /\b(?:editorial (?:policy|policies|stance|line|position|views?|standards|board|independence)|(?:views?|opinions?|position|policy|policies|property|copyright|courtesy)) of (?:the )?$|(?:copyright|©|\(c\))(?: ©)?(?: \d{4}(?:[-–]\d{2,4})?)?,?(?: by)? (?:the )?$/i;
/** "Source: X", and a footnote that begins with X. */
const CREDIT =
  /(?:\(|^|\n|\.)\s*(?:sources?|via|photos?|images?|pictures?|videos?|credit)\s*:\s*[^\n)]{0,60}$/i;
const FOOTNOTE = /(?:^|\n)\s*(?:\[\d+\]|\d+[.)]|[*†‡])\s*[“"']?$/;
/** After "(X": "The road is shut (IRNA, 3 May 2021)", "BAKU (Reuters) –". */
const BRACKETED = /^(?:\)|[,;] [^()]{0,30}\b\d{4}\))/;
const HEADLINE = /^:\s/;
/** What a sentence must have for an institution, that is no outlet, to be a source. */
const REPORT =
  /\b(?:according to|(?:report|data|figures|study|survey|statistics|analysis)\b[^.\n]{0,40}\b(?:by|from|of))\s+[^.\n]{0,40}$/i;
/** Chains in other languages: "… berichtete X", "as X передает", "به گزارش X". */
const FOREIGN_BEFORE =
  /(?:по данным|по информации|со ссылкой на|сообщает|передает|передаёт|сообщили|laut|berichtet|berichtete|selon|d'après|segundo|según|secondo|به گزارش|به نقل از|وفقا لـ?|بحسب|نقلا عن|ըստ|фото|kaynak|mənbə)\s*[:«"“(]?\s*(?:[^\s.]+\s){0,3}$/iu;
const FOREIGN_AFTER =
  /^[»"”)]?\s*(?:сообщает|сообщил[аио]?|передает|передаёт|пишет|berichtet|berichtete|meldet|meldete|rapporte|a rapporté|bildirir|xəbər verir|yazır|bildirdi|aktardı|haberine|göre|گزارش|نوشت|գրում է|հաղորդում է|հայտնում է|ذكرت|أفادت|نقلت|إلى|յի հաղորդմամբ)/iu;

/**
 * Makes a finder of cited sources: outlets that a text names as reporting, publishing or
 * being told something, as the source of a picture or in a footnote, and institutions
 * whose report or data it refers to. An outlet that is only talked about is no source.
 *
 * @param knowledge The actors; the type tells who is an outlet.
 */
export function citationFinder(knowledge: Knowledge): CitationFinder {
  const actors = new Map(knowledge.actors.map((actor) => [actor.id, actor]));
  return (text, mentions, quotations) => {
    const counts = new Map<string, number>();
    let q = 0, before: Mention | undefined;
    for (const mention of mentions) {
      const named = before?.actor === mention.actor && mention.start - before.end < 3;
      before = mention;
      const actor = actors.get(mention.actor);
      if (actor === undefined || !canBeSource(actor, mention)) continue;
      while (q < quotations.length && quotations[q].end < mention.start - 2000) q++;
      const outlet = mention.kind === "outlet";
      if (
        isCited(text, mention, outlet) || speaks(quotations, q, mention, outlet) ||
        outlet && !named && isBracketed(text, mention)
      ) counts.set(mention.actor, (counts.get(mention.actor) ?? 0) + 1);
    }
    return [...counts].map(([source, count]) => ({ source, count }));
  };
}

function canBeSource(actor: Actor, mention: Mention): boolean {
  return mention.kind === "outlet" || (mention.kind === "name" &&
    (actor.type === "organisation" || actor.type === "institution"));
}

function isCited(text: string, { start, end }: Mention, outlet: boolean): boolean {
  // No further back, so that a text of one long line takes no longer.
  const near = text.slice(Math.max(0, start - 2 * REACH), start);
  const before = near.slice(near.lastIndexOf("\n") + 1);
  const sentence = before.slice(lastStop(before));
  if (HOUSE.test(sentence.slice(-REACH))) return false;
  if (!outlet) return REPORT.test(sentence);
  const after = text.slice(end, end + REACH);
  return BEFORE.test(sentence.slice(-REACH)) || AFTER.test(after) ||
    CREDIT.test(before) || FOOTNOTE.test(text.slice(Math.max(0, start - 12), start)) ||
    (HEADLINE.test(after) && /^\s*$/.test(before) && isHeadline(text, end)) ||
    FOREIGN_BEFORE.test(sentence) || FOREIGN_AFTER.test(after);
}

/** Whether an outlet stands in brackets, alone or with a date. */
function isBracketed(text: string, { start, end }: Mention): boolean {
  return text[start - 1] === "(" && BRACKETED.test(text.slice(end, end + 40));
}

/** Where the last sentence of a text begins; a stop within an abbreviation is none. */
function lastStop(text: string): number {
  for (let i = text.length - 2; i >= 0; i--) {
    if (
      /[.!?]/.test(text[i]) && /\s/.test(text[i + 1]) &&
      !/\b\p{Lu}$/u.test(text.slice(0, i))
    ) {
      return i + 1;
    }
  }
  return 0;
}

/** Whether "Outlet: …" is a line of its own without a stop at its end. */
function isHeadline(text: string, from: number): boolean {
  const end = text.indexOf("\n", from);
  return !/[.,]\s*$/.test(text.slice(from, end < 0 ? undefined : end));
}

/** Whether a mention stands in what names the speaker of a quotation. */
function speaks(
  quotations: readonly Quotation[],
  from: number,
  mention: Mention,
  outlet: boolean,
): boolean {
  if (!outlet) return false;
  for (let i = from; i < quotations.length; i++) {
    const { start, speaker_start, speaker_end, speaker } = quotations[i];
    if (start > mention.end + 2000) return false;
    if (speaker_start === null || speaker_end === null || speaker === null) continue;
    if (mention.start >= speaker_start && mention.end <= speaker_end) return true;
  }
  return false;
}
