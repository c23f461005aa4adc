import countries from "i18n-iso-countries";

/** Issues of the codebook as a reader says them. */
export const ISSUES: Readonly<Record<string, string>> = {
  "war-2020": "The 2020 war",
  "territorial-integrity": "Territorial integrity",
  "ceasefire-mediation": "Ceasefire and mediation",
  "peace-treaty": "Peace treaty",
  "karabakh-status": "Status of Karabakh",
  "lachin-blockade": "Lachin blockade",
  "offensive-2023": "The 2023 offensive",
  "border-clash": "Border clashes",
  "corridor-zangezur": "Zangezur corridor",
  "corridor-aras": "Aras corridor",
  "transit-trucks": "Transit and trucks",
  "exercise-border": "Border exercises",
  "israel-presence": "Israeli presence",
  "turkey-role": "Turkey’s role",
  "russia-role": "Russia’s role",
  "west-role": "The West’s role",
  "foreign-fighters": "Foreign fighters",
  "ethnic-azeris": "Ethnic Azeris",
  "embassy-incident": "Embassy attack",
  "espionage-arrests": "Espionage and arrests",
  "format-3plus3": "3+3 format",
  "arms-military": "Arms and armies",
  "economy-energy": "Economy and energy",
  "diplomacy-general": "Diplomacy in general",
  domestic: "Domestic affairs",
  other: "Other",
};

/** Codes of `kind` in publishers. */
const KINDS: Readonly<Record<string, string>> = {
  state: "state media",
  "state-aligned": "state-aligned media",
  public: "public media",
  independent: "independent media",
  commercial: "commercial media",
  "think-tank": "think tanks",
  ngo: "NGOs",
  institution: "institutions",
  aggregator: "aggregators",
};

/** What is no country, and what this field calls otherwise than CLDR does. */
const REGIONS: Readonly<Record<string, string>> = {
  INT: "International",
  ARB: "Arab world",
  EU: "European Union",
  TUR: "Turkey",
  ARE: "UAE",
  PSE: "Palestine",
};

const REGION_NAMES = new Intl.DisplayNames("en-GB", { type: "region" });

/**
 * A country or audience as a reader says it.
 *
 * @param code ISO 3166 alpha-3, or `INT` (the world) or `ARB` (the Arab world).
 * @returns Its English name; the code where it is none.
 */
export function countryName(code: string): string {
  if (code in REGIONS) return REGIONS[code];
  const short = countries.alpha3ToAlpha2(code);
  return short === undefined ? code : REGION_NAMES.of(short) ?? code;
}

/** An issue as a reader says it. */
export function issueName(issue: string): string {
  return ISSUES[issue] ?? issue;
}

/** A kind of publisher as a reader says it. */
export function kindName(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** A language's English name (ISO 639-1). */
export function languageName(code: string): string {
  return new Intl.DisplayNames("en-GB", { type: "language" }).of(code) ?? code;
}

/** What a group of a frame is called: countries, languages and kinds have names. */
export function groupName(group: string, by: string): string {
  if (by === "country" || by === "audience") return countryName(group);
  if (by === "language") return languageName(group);
  return by === "kind" ? kindName(group) : group;
}

/** Long names that a chart has no room for, and what the field calls them for short. */
const SHORT: readonly [RegExp, string][] = [
  [/^Ministry of Foreign Affairs of /, "Foreign ministry of "],
  [/^Ministry of Defence of /, "Defence ministry of "],
  [/^Islamic Revolutionary Guard Corps$/, "IRGC"],
  [/^Islamic Republic of Iran /, "Iran’s "],
  [/^Islamic Republic News Agency$/, "IRNA"],
  [/ \(.*\)$/, ""],
];

/** An actor's name as short as a reader still knows it. */
export function shortName(name: string): string {
  return SHORT.reduce((short, [long, by]) => short.replace(long, by), name);
}

const GROUPED = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** A count with thousands set apart: 1,926. */
export function count(n: number): string {
  return GROUPED.format(n);
}

/** A count with its noun in the right number. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** A share as a percentage: `12 %`, under ten with one decimal. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value >= 9.95 || value === 0 ? value.toFixed(0) : value.toFixed(1)} %`;
}

/** A stance or difference with its sign: `+0.4`, `−1.2`, `0.0`. */
export function signed(value: number, digits = 1): string {
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : `${value < 0 ? "−" : "+"}${text}`;
}
