/**
 * Abbreviations that end in a full stop, by what may follow them. Lower case, without the
 * last stop. Those that contain a stop (`U.S.`, `a.m.`, `z.B.`) and single letters (`A.`)
 * need no list: their shape tells them.
 */

const list = (text: string) => new Set(text.trim().split(/\s+/));

/** Titles and connectives: no sentence ends after them. */
export const NEVER_LAST: ReadonlySet<string> = list(`
  mr mrs ms mx messrs mme mlle dr prof st ste rev hon fr sr msgr amb pres sec min
  gen brig maj col lt sgt cpl capt cmdr cmd adm cdr ltc ltg gov sen rep reps sens supt
  insp det atty univ dept vs cf ca viz incl esp approx al-
  hr bzw ggf sog vgl evtl inkl zzgl geb abb präs
  av doç sn yrd op uzm müh org tuğg tümg korg alb yzb
  г-н г-жа им ул акад проф ген полк
  проч напр см ср рис табл
`);

/** Measures of a number that follows: a sentence ends after them only before a word. */
export const BEFORE_NUMBER: ReadonlySet<string> = list(`
  no nos nr num p pp vol vols fig figs art arts sect par para ch chap ed eds ser
  jan feb mar apr jun jul aug sep sept oct nov dec
  bd kap ziff anm okt dez
  ст гл стр пп янв фев мар апр июн июл авг сен сент окт ноя дек
  оct déc févr janv juil avr
`);

/** Words that also end sentences: one ends there if the next word could begin one. */
export const SOMETIMES_LAST: ReadonlySet<string> = list(`
  inc ltd co corp bros llc plc jr sr etc al est dist div ass assn mt ft ave blvd rd
  usw etw mio mrd tel str
  vb vd cad mah sok
  млн млрд тыс руб долл др гг вв
`);

/**
 * Words that begin a sentence when they are written with a capital after an abbreviation,
 * and are not the name that the abbreviation belongs to.
 */
export const STARTERS: ReadonlySet<string> = list(`
  a an the this that these those it its he his she her they their we our you your i
  in on at by for from to with as of after before since during while when where what
  who which why how if although though because but and or so yet nor however moreover
  meanwhile also both many most some several such no not only there here then thus
  once until under over between among according despite instead still all each every
  der die das ein eine er sie es wir ich im in am an auf aber und doch auch nach vor
  le la les un une il elle ils nous je dans en mais et au aux selon après avant
  bu o ve ama ancak ise bir biz ben
  в на и но а по он она они мы это эти так как для при после об о с к у из за
`);

/** Names of months, which follow an ordinal number with a stop: `9. November`. */
export const MONTHS: ReadonlySet<string> = list(`
  januar jänner februar märz april mai juni juli august september oktober november
  dezember
  ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
  leden února března dubna května června
`);
