import type { Removed } from "../passage.ts";

/** Kinds of articles, as the codebook has them. */
export type Genre =
  | "news"
  | "analysis"
  | "opinion"
  | "interview"
  | "statement"
  | "report";

/** What is looked at. */
export interface GenreClues {
  readonly title?: string;
  readonly url?: string;
  /** A section or type that metadata state. */
  readonly stated?: string;
  readonly text: string;
  readonly removed: readonly Removed[];
  /** Kind of the publisher. */
  readonly kind?: string;
}

const WORDS: readonly (readonly [Genre, RegExp])[] = [
  [
    "interview",
    /\binterviews?\b|интервью|\bröportaj|müsahibə|մարզույց|հարցազրույց|مصاحبه|مقابلة|گفت[‌ ]?وگو/iu,
  ],
  [
    "opinion",
    /\bopinions?\b|\bop-?eds?\b|\bcommentary\b|\bcolumnists?\b|\beditorial\b|\bviewpoint\b|мнени[ея]|колонк|\bgörüş\b|\bköşe|\bmeinung\b|\bkommentar\b|\btribune\b|یادداشت|\bرأي\b|مقالات رأي|կարծիք/iu,
  ],
  [
    "analysis",
    /\banalys[ie]s\b|\bexplainers?\b|\bin[- ]depth\b|\binquiry\b|\bbackgrounder\b|аналити|\banaliz\b|\btəhlil\b|\banalyse\b|تحلیل|تحليل|վերլուծ/iu,
  ],
  [
    "statement",
    /\bpress[- ]releases?\b|\bstatement by\b|\bcommuniqu[eé]\b|заявление (?:мид|министерства)|\bbeyanat|\bbəyanat|\bpressemitteilung\b|بیانیه|بيان صحفي/iu,
  ],
  [
    "report",
    /\b(?:country|crisis group|annual|policy|research|special|monitoring) (?:report|brief|paper)\b|\bpolicy briefs?\b|\bworking paper\b|\bbriefing paper\b|доклад/iu,
  ],
];

/**
 * Tells the genre of an article from its section, title and address, from disclaimers and
 * blurbs, and from how it is written.
 *
 * @param clues What is known of the article.
 * @returns A genre of the codebook; `news` where nothing tells another.
 */
export function genreOf(
  { title, url, stated, text, removed, kind }: GenreClues,
): Genre {
  const path = url !== undefined && URL.canParse(url)
    ? new URL(url).pathname.replace(/[/_-]+/g, " ")
    : "";
  const headers = removed.filter(({ reason }) =>
    reason === "date line" || reason === "navigation"
  )
    .map((passage) => passage.text).filter((line) => line.length < 160);
  for (const clue of [stated ?? "", path, title ?? "", ...headers]) {
    const found = WORDS.find(([, says]) => says.test(clue));
    if (found !== undefined) return found[0];
  }
  if (questions(text) >= 4) return "interview";
  const isOwnView = removed.some(({ reason, text: passage }) =>
    reason === "disclosure" &&
    /\b(?:opinions?|views?) expressed\b|author['’]s own/i.test(passage)
  );
  if (isOwnView) return "opinion";
  if (kind === "institution") return "statement";
  if (kind === "think-tank") return text.length > 20_000 ? "report" : "analysis";
  const hasExpert = removed.some(({ reason, text: passage }) =>
    reason === "author blurb" &&
    /\b(?:expert|fellow|analyst|professor|researcher|scholar|lecturer)\b/i.test(passage)
  );
  return hasExpert ? "analysis" : "news";
}

/** Short paragraphs that end in a question, as an interviewer's do. */
function questions(text: string): number {
  return text.split(/\n+/).filter((line) =>
    line.length < 400 && /[?؟՞]["”»]?\s*$/.test(line)
  ).length;
}
