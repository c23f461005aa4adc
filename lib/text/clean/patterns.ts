import type { Reason } from "../passage.ts";

/** A kind of passage that is no part of an article, by its wording. */
export interface Pattern {
  readonly reason: Reason;
  /** What the passage says, from its beginning unless the pattern says otherwise. */
  readonly says: RegExp;
  /** The most characters that such a passage has; longer ones are articles' own words. */
  readonly longest: number;
}

const pattern = (reason: Reason, longest: number, says: RegExp): Pattern => ({
  reason,
  says,
  longest,
});

/** Wordings that are no article's own wherever they stand. */
export const ANYWHERE: readonly Pattern[] = [
  pattern(
    "navigation",
    60,
    /^(?:skip to (?:main )?content|main menu|menu|home|toggle navigation|(?:sign|log) ?in|sign up|search|back to top|(?:previous|next)(?: article| post| page)?|print(?: this)?(?: article| page)?|(?:view|show|read|see|load) (?:more|all)|continue reading(?: below)?|loading[. …a-z]*|enlarge image|listen to (?:this )?article|\d+ (?:min(?:ute)?s?|мин\.?|dk\.?|dakika) (?:read|чтения|okuma)|reading time:?.*|перейти к содержимому|главная|меню|войти|ana sayfa|menü|zum inhalt springen|startseite|aller au contenu|accueil|الرئيسية|القائمة|صفحه اصلی|خانه|գլխավոր|əsas səhifə)[\s.:»›|]*$/i,
  ),
  pattern(
    "share",
    110,
    /^(?:share(?: this| on| via|:|$)(?:(?: |:|,|\||\/|story|article|report|post|page|on|via|with|facebook|twitter|x|whatsapp|telegram|linkedin|email|e-mail|print|copy link|link|reddit|this|your|friends)*)|tweet(?: this)?|click to (?:tweet|share).*|(?:get )?short url|copy link|follow us(?: on)? .{0,80}|like us on .{0,60}|(?:facebook|twitter|whatsapp|telegram|linkedin|e-?mail|print|pinterest|reddit|vk|viber)(?:[\s|,·•\/]+(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|print|pinterest|reddit|vk|viber))*|поделиться.{0,60}|подписывайтесь.{0,90}|paylaş.{0,40}|teilen|partager(?: .{0,40})?|condividi|compartir|شارك(?: .{0,40})?|اشتراک[‌ ]گذاری.{0,40}|کپی لینک|paylaşın|կիսվել)\s*[:.!]?\s*$/i,
  ),
  pattern(
    "related",
    260,
    /^[[(]?\s*(?:read (?:more|also|next|too)|also read|see also|see more|more|related(?: (?:articles?|stories|news|content|coverage|posts?|topics?|reading))?|recommended|watch|don['’]?t miss|learn more|читайте (?:также|ещ[её])|смотрите также|по теме|ayrıca (?:bkz|oku)\w*|ilgili haber\w*|həmçinin oxuyun|lesen sie (?:auch|mehr)|mehr zum thema|lire aussi|à lire(?: aussi)?|leggi anche|lee también|اقرأ أيضا|اقرأ المزيد|إقرأ أيضا|بیشتر بخوانید|بخوانید|مطالب مرتبط|կարդացեք նաև|կարդալ նաև|წაიკითხეთ ასევე)\s*[:–—|\-](?!\s*$).*[\])]?$/i,
  ),
  pattern(
    "related",
    70,
    /^(?:related(?: (?:articles?|stories|news|content|coverage|posts?|topics?|links?))?|you (?:may|might) also (?:like|be interested in)|recommended(?: (?:for you|stories|reading))?|more(?: (?:from|on|in) .{1,40}| stories| news|:)|most (?:read|popular|viewed)|trending(?: now)?|popular|latest(?: news)?|breaking news|read (?:more|next)|more on this|editors?['’]? picks?|don['’]?t miss|also on .{1,30}|(?:from around the web|sponsored content|promoted stories)|something to consider|highlights|читайте также|по теме|популярное|последние новости|ilgili haberler|son xəbərlər|son dakika|həmçinin oxuyun|mehr zum thema|à lire aussi|lire aussi|اقرأ أيضا|اقرأ المزيد|بیشتر بخوانید|مطالب مرتبط|اخبار مرتبط|կարդացեք նաև)[\s.…:»›]*$/i,
  ),
  pattern(
    "advertisement",
    60,
    /^(?:adverti[sz]ements?|advert|ad|sponsored|promoted|story continues below.*|article continues (?:below|after).*|continue reading below|реклама|reklam|anzeige|publicité|iklan|إعلان|تبلیغات|գովազդ)[\s:.]*$/i,
  ),
  pattern(
    "newsletter",
    420,
    /(?:\b(?:subscribe (?:to|now|today|for)|sign ?up (?:to|for|here|now)|get (?:the latest|our|all the|access to)|join our|enter your e-?mail|download (?:our|the) .{0,30}app)\b.{0,200}\b(?:newsletters?|e-?mails?|inbox|channel|updates?|app|subscription|podcast|forums?|alerts?|digest|briefing|premium|pro|membership)\b)|^(?:subscribe|newsletter)[!.]?$|^this website uses cookies|^(?:we use|by (?:using|continuing)).{0,60}\bcookies\b|\b(?:click here|clicking here)\b.{0,40}(?:app|subscri|more information)|^get .{0,40}(?:app|on the go) by clicking here|^click here (?:to|for) .{0,60}app\b/i,
  ),
  pattern(
    "membership",
    420,
    /\b(?:become an? (?:[\w’']+ ){0,4}(?:member|patron|subscriber|supporter)|support (?:small,? )?(?:our work|our journalism|independent (?:media|journalism|reporting)|us (?:today|now|on patreon)|.{0,30}\bjournalism (?:today|now))|(?:consider|by) (?:making a donation|donating|becoming a member|supporting us)|donate (?:now|today|here)|make a (?:one-off |monthly )?donation|collective fundraiser|join today$|on patreon\b|already a (?:member|subscriber)|unlock this article|subscribers? only|you have \d+ free articles?)\b|^(?:donate|join|subscribe now|support us)[!.]?$|(?:safety equipment, legal support|reader[- ]funded|reader-supported)/i,
  ),
  pattern(
    "copyright",
    600,
    /^(?:©|\(c\)|copyright\b|все права защищены|bütün hüquqlar qorunur|tüm hakları saklıdır|alle rechte vorbehalten|tous droits réservés|جميع الحقوق محفوظة|کلیه حقوق|تمامی حقوق|բոլոր իրավունքները)|\ball rights reserved\b|\bcopyright (?:©|\(c\)|@|\d{4})|\bmay not be (?:published, broadcast|reproduced|copied)|^this (?:document|material|article|content) (?:is subject to copyright|may not be|is (?:copyright|protected))|\b(?:the )?contents? of this (?:site|website) (?:is|are) ©|^via syndigate|^part may be reproduced without/i,
  ),
  pattern(
    "disclosure",
    700,
    /^(?:disclosure|disclaimer|editor['’]?s['’]? note on style|legal notice|отказ от ответственности|haftungsausschluss)\s*[:–—-]|^this (?:post|article|page|story) (?:may )?contains? affiliate|^for ease of reading, we\b|^\W*(?:the )?(?:opinions?|views?)(?: and (?:opinions?|views?))?,? (?:expressed|presented|in this (?:article|piece|commentary))|\bdo(?:es)? not (?:necessarily )?(?:reflect|represent) (?:the )?(?:views?|opinions?|editorial|position|official)|\bdo not (?:necessarily )?imply a position on|\b(?:expressed opinions|opinions expressed) are (?:not|those of|the author)|^мнение (?:автора|редакции) .{0,80}(?:совпада|отража)|^статья отражает .{0,60}точку зрения|^die (?:in diesem|hier) .{0,60}(?:meinung|ansicht)|^les (?:opinions|propos) exprimées?|^الآراء الواردة|^آرای منتشر|^səslənən fikirlər|^müəllifin mövqeyi/i,
  ),
  pattern(
    "comments",
    90,
    /^(?:\d+ )?comments?(?: are closed| \(\d+\))?[.:]?$|^(?:leave a (?:reply|comment)|post a comment|add a comment|join the (?:conversation|discussion)|tell us what you think)[. …!:]*$|^(?:\d+ )?(?:комментари(?:и|ев|й|я)|оставить комментарий|yorumlar?|yorum yap\w*|kommentare?|commentaires?|comentários|التعليقات|تعليقات|نظرات|دیدگاه‌?ها|ارسال نظر|rəylər|şərhlər|մեկնաբանություններ)[\s:(\d).]*$/i,
  ),
  pattern(
    "caption",
    420,
    /^(?:photo|photograph|image|picture|file photo|video(?: still)?|illustration|screenshot|фото|иллюстрация|fotoğraf|foto|bild|photo d['’]illustration|الصورة|عکس|լուսանկար)\s*(?::|©|credit|by |from |courtesy|caption|copyright|\/).{0,200}$|^(?:image (?:caption|copyright|credit|source)|getty images|afp|reuters|shutterstock|courtesy (?:of|photo).{0,80})\s*[.:]?$|[([](?:photo|image|file|source|credit|picture|©|фото)\s*(?:credit|by|courtesy)?\s*[:©\/][^)\]]{0,120}[)\]]\s*\.?$|\((?:AP|AFP|Reuters|EPA|Getty|Xinhua|TASS)(?: photo| images)?\/?[^)]{0,60}\)\s*$|(?:credit|photograph|photo)\s?: ?[^.]{2,80}$|(?:^|\s)(?:\/|©|\|)\s*(?:getty|afp|reuters|ap|epa|shutterstock|anadolu|istock)[\w\s\/.-]{0,60}$|\bsource:,? [^.]{0,40}\d{4}\)?\.?$/i,
  ),
];

/** Wordings that are no article's own before its first or after its last paragraphs. */
export const AT_THE_EDGES: readonly Pattern[] = [
  pattern(
    "byline",
    140,
    /^(?:by|written by|posted by|author|reported by|автор|yazan|yazar|müəllif|von|par|por|di|بقلم|نویسنده|հեղինակ)\s*[:–-]?\s+\p{Lu}[^.!?]{2,110}$|^(?:by|بقلم|نویسنده|автор|par|von)\s*:?\s+[^.!?]{2,60}$|^view author archive$|^(?:e-?mail the author|follow on twitter)$|^@\w{2,30}$/iu,
  ),
  pattern(
    "author blurb",
    700,
    /^\W{0,3}(?:about (?:the )?authors?\b.{0,40}$|the (?:writer|author)s? (?:is|are|was|received|holds?|has|have|teach|works?)\b|[\p{Lu}][\p{L}.’'-]*(?: (?:[\p{Lu}][\p{L}.’'-]*|al|bin|de|van|von)){1,4},? (?:is|was) (?:an? |the )?(?:[\p{L}-]+ ){0,6}(?:director|fellow|researcher|analyst|professor|lecturer|journalist|reporter|correspondent|editor|expert|scholar|student|writer|author|columnist|commentator|consultant|adviser|advisor|specialist|coordinator)\b.{0,500}|об авторе\b|(?:translated|edited|compiled) by\b.{0,80}$|additional reporting by\b.{0,120}$|.{2,80}contributed (?:to this|reporting)\b.{0,80}$|.{3,120}\bcan be reached (?:at|on)\b.{0,120}|.{0,40}\bfollow (?:him|her|them) on\b.{0,120}|перевод:? .{0,60}$|reporting by .{3,160}$|have a tip\?.{0,200})/iu,
  ),
  pattern(
    "author blurb",
    300,
    /^[\p{Lu}][\p{L}.’'-]*(?: [\p{Lu}][\p{L}.’'-]*){1,3}, .{0,120}\b(?:exclusively for|especially for|for the online (?:magazine|journal))\b.{0,120}$/u,
  ),
  pattern(
    "disclosure",
    600,
    /^in fact, intentional disinformation\b|^about .{2,30}[-–] policies|\b(?:cannot|can not) guarantee (?:absolute )?(?:validity|accuracy)\b|^we see the world from\b/i,
  ),
  pattern(
    "related",
    300,
    /^(?:follow|see|read|find) .{0,60}(?:full coverage|on (?:facebook|twitter|instagram|telegram|youtube)|more (?:stories|news|coverage))\b.{0,120}$|^(?:filed under|tags?|topics?|keywords|categories|category|more on|источник|теги|etiketler|schlagwörter|mots[- ]clés|الكلمات المفتاحية|الوسوم|برچسب‌?ها?|կոդ|թեգեր|açar sözlər)\s*[:|].{0,280}$/i,
  ),
];

/** Headings after which nothing of the article follows, where they stand near its end. */
export const LAST_HEADINGS =
  /^(?:(?:\d+ )?comments?(?: \(\d+\))?|leave a (?:reply|comment)|you (?:may|might) also like|related (?:articles?|stories|news|posts?|content)|trending(?: now)?|most (?:read|popular|viewed)|more from .{1,40}|latest(?: news)?|popular|recommended(?: for you)?|about the authors?|комментарии|читайте также|популярное|yorumlar|ilgili haberler|kommentare|commentaires|اقرأ أيضا|اخبار مرتبط|مطالب مرتبط|نظرات|التعليقات|related coverage.{0,60})[\s:.…]*$/i;

/** Marks in the class names of elements that hold no words of the article. */
export const MARKS: readonly (readonly [Reason, RegExp])[] = [
  ["share", /\b(?:share|sharing|social)(?:[-_]|\b)/i],
  ["newsletter", /\bnewsletter/i],
  ["advertisement", /\b(?:advert|ad-slot|sponsor(?:ed)?)\b/i],
  [
    "related",
    /\b(?:related|recommend(?:ed|ation)?s?|read-?more|more-?stories|trending|inline-?link|promo|teaser)(?:[-_ ]|$)/i,
  ],
  ["comments", /\b(?:comments?|disqus)(?:[-_ ]|$)/i],
  ["navigation", /\b(?:nav|navbar|navigation|menu|breadcrumbs?)(?:[-_ ]|$)/i],
  [
    "author blurb",
    /\b(?:author-?(?:bio|info|box|card|description)|about-?author|contributor)/i,
  ],
  [
    "byline",
    /\b(?:byline|author|dateline|timestamp|pub(?:lish)?-?date|post-?meta|entry-?meta|article-?meta|metadata|posted-on)(?:[-_ ]|$)/i,
  ],
];
