/** The grammatical form in which a cue stands. */
export type Form = "base" | "s" | "ed" | "ing";

// Past tense and participle of the irregular verbs of political news.
const IRREGULAR: Record<string, readonly string[]> = {
  arise: ["arose", "arisen"],
  be: ["was", "were", "been", "is", "are", "am", "'s", "'re"],
  bear: ["bore", "borne"],
  beat: ["beat", "beaten"],
  become: ["became", "become"],
  begin: ["began", "begun"],
  bend: ["bent"],
  bid: ["bid"],
  bind: ["bound"],
  bite: ["bit", "bitten"],
  bleed: ["bled"],
  blow: ["blew", "blown"],
  break: ["broke", "broken"],
  bring: ["brought"],
  broadcast: ["broadcast"],
  build: ["built"],
  burn: ["burned", "burnt"],
  buy: ["bought"],
  cast: ["cast"],
  catch: ["caught"],
  choose: ["chose", "chosen"],
  cling: ["clung"],
  come: ["came", "come"],
  cut: ["cut"],
  deal: ["dealt"],
  dig: ["dug"],
  draw: ["drew", "drawn"],
  drive: ["drove", "driven"],
  eat: ["ate", "eaten"],
  fall: ["fell", "fallen"],
  feed: ["fed"],
  feel: ["felt"],
  fight: ["fought"],
  find: ["found"],
  flee: ["fled"],
  fling: ["flung"],
  fly: ["flew", "flown"],
  forbid: ["forbade", "forbidden"],
  forgive: ["forgave", "forgiven"],
  freeze: ["froze", "frozen"],
  get: ["got", "gotten"],
  give: ["gave", "given"],
  go: ["went", "gone"],
  grow: ["grew", "grown"],
  hang: ["hanged", "hung"],
  have: ["had", "has", "'ve"],
  hide: ["hid", "hidden"],
  hit: ["hit"],
  hold: ["held"],
  hurt: ["hurt"],
  keep: ["kept"],
  know: ["knew", "known"],
  lay: ["laid"],
  lead: ["led"],
  leap: ["leaped", "leapt"],
  leave: ["left"],
  lend: ["lent"],
  let: ["let"],
  lie: ["lied"],
  lose: ["lost"],
  make: ["made"],
  mean: ["meant"],
  meet: ["met"],
  mislead: ["misled"],
  misspeak: ["misspoke", "misspoken"],
  mow: ["mowed", "mown"],
  outshine: ["outshone"],
  overcome: ["overcame", "overcome"],
  override: ["overrode", "overridden"],
  overthrow: ["overthrew", "overthrown"],
  overtake: ["overtook", "overtaken"],
  pay: ["paid"],
  plead: ["pleaded", "pled"],
  put: ["put"],
  quit: ["quit"],
  read: ["read"],
  rebuild: ["rebuilt"],
  rend: ["rent"],
  rid: ["rid"],
  ride: ["rode", "ridden"],
  rise: ["rose", "risen"],
  run: ["ran", "run"],
  say: ["said"],
  see: ["saw", "seen"],
  seek: ["sought"],
  sell: ["sold"],
  send: ["sent"],
  set: ["set"],
  shake: ["shook", "shaken"],
  shed: ["shed"],
  shine: ["shone"],
  shoot: ["shot"],
  show: ["showed", "shown"],
  shut: ["shut"],
  sing: ["sang", "sung"],
  sink: ["sank", "sunk"],
  sit: ["sat"],
  slay: ["slew", "slain"],
  sling: ["slung"],
  sow: ["sowed", "sown"],
  speak: ["spoke", "spoken"],
  spend: ["spent"],
  spread: ["spread"],
  stand: ["stood"],
  steal: ["stole", "stolen"],
  stick: ["stuck"],
  strike: ["struck", "stricken"],
  strip: ["stripped"],
  swear: ["swore", "sworn"],
  swing: ["swung"],
  take: ["took", "taken"],
  teach: ["taught"],
  tear: ["tore", "torn"],
  tell: ["told"],
  think: ["thought"],
  throw: ["threw", "thrown"],
  tie: ["tied"],
  undo: ["undid", "undone"],
  uphold: ["upheld"],
  upset: ["upset"],
  vie: ["vied"],
  win: ["won"],
  withdraw: ["withdrew", "withdrawn"],
  withhold: ["withheld"],
  write: ["wrote", "written"],
};

// Two-syllable verbs whose last syllable is stressed: the last consonant doubles.
const DOUBLED = new Set(
  ("admit commit permit submit omit emit abet rebut rebuff regret deter defer refer " +
    "incur occur concur recur infer prefer transfer confer compel expel repel rebel " +
    "propel dispel excel patrol control annul acquit begin forget handicap kidnap " +
    "outbid worship").split(" "),
);

/**
 * Inflects an English verb: its third person, past, participles and gerund.
 *
 * @param verb The base form, lower case.
 * @returns Each written form with its kind; past tense and past participle are both
 *   `ed`, because most verbs write them alike.
 *
 * @example
 * ```ts
 * import { inflectVerb } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(inflectVerb("deny").map(([form]) => form), [
 *   "deny", "denies", "denied", "denying",
 * ]);
 * ```
 */
export function inflectVerb(verb: string): [written: string, form: Form][] {
  const forms: [string, Form][] = [[verb, "base"]];
  if (verb !== "be" && verb !== "have") forms.push([withS(verb), "s"]);
  const irregular = Object.hasOwn(IRREGULAR, verb) ? IRREGULAR[verb] : undefined;
  for (const past of irregular ?? [withSuffix(verb, "ed")]) {
    if (past !== verb) forms.push([past, "ed"]);
  }
  forms.push([withSuffix(verb, "ing"), "ing"]);
  // British spelling beside the American one.
  for (const [written, form] of forms.slice()) {
    if (/(?:l)(?:ed|ing)$/.test(written) && /[aeiou]l$/.test(verb)) {
      forms.push([
        verb.replace(/l$/, "ll") + written.slice(written.search(/(?:ed|ing)$/)),
        form,
      ]);
    }
  }
  return forms;
}

/**
 * The plural of an English noun by its ending; nouns that are plural already stay.
 *
 * @param noun The singular, lower case.
 */
export function plural(noun: string): string {
  if (noun.endsWith("crisis")) return `${noun.slice(0, -2)}es`;
  if (/(?:s|ics)$/.test(noun) && !/(?:ss|us)$/.test(noun)) return noun;
  if (/(?:man|woman)$/.test(noun)) return noun.replace(/man$/, "men");
  if (/(?:thief|leaf)$/.test(noun)) return noun.replace(/f$/, "ves");
  return withS(noun);
}

function withS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word) || /^(?:go|do|veto|embargo|hero)$/.test(word)) {
    return `${word}es`;
  }
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function withSuffix(verb: string, suffix: "ed" | "ing"): string {
  if (/ie$/.test(verb)) {
    return suffix === "ed" ? `${verb}d` : `${verb.slice(0, -2)}ying`;
  }
  if (/[^eoy]e$/.test(verb)) {
    return `${verb.slice(0, -1)}${suffix}`;
  }
  if (/[ey]e$|oe$/.test(verb)) return suffix === "ed" ? `${verb}d` : `${verb}ing`;
  if (suffix === "ed" && /[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  if (/ic$/.test(verb)) return `${verb}k${suffix}`;
  const short = /^(?:[^aeiou]|qu)*[aeiou][bdgklmnprt]$/.test(verb) ||
    /^[^aeiou]*u[^aeiou]*[aeiou]z$/.test(verb);
  return short || DOUBLED.has(verb)
    ? `${verb}${verb[verb.length - 1]}${suffix}`
    : `${verb}${suffix}`;
}

/** British and American spellings of a word: `criticise`, `criticize`. */
export function spellings(word: string): string[] {
  const other =
    /[^aeiou](?:is|iz)(?=e$|ed$|es$|ing$|ation$|ations$|er$|ers$)/.test(word) &&
      !FIXED_ISE.test(word)
      ? word.replace(
        /i([sz])(?=(?:e|ed|es|ing|ation|ations|er|ers)$)/,
        (_, c) => c === "s" ? "iz" : "is",
      )
      : /(?:hon|fav|behavi|col|harb|lab|vig|rum|hum|neighb|end|sav|val)ou?r/.test(word)
      ? word.includes("our")
        ? word.replace("our", "or")
        : word.replace(/or(?!ou)/, "our")
      : /(?:def|off)en[sc]e/.test(word)
      ? word.replace(/en([sc])e/, (_, c) => c === "s" ? "ence" : "ense")
      : undefined;
  return other === undefined || other === word ? [word] : [word, other];
}

const FIXED_ISE =
  /(?:prom|adv|dev|rev|superv|surpr|comprom|exerc|desp|prec|conc|pra|appra|ra|cru|pro?v|seiz|size|priz|ra|franch|enterpr|disgu|chast|exorc|treat)is/;
