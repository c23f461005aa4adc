import type { ScaleOptions } from "@observablehq/plot";
import { aboutOf } from "../corpus/frame.ts";
import type { DataFrame } from "danfojs";
import { countryName, shortName, signed } from "./labels.ts";

/** Fewer statements than this are drawn hollow: a mean that one more could turn. */
export const SMALL = 5;

/** What the ends and the middle of the scale of stances mean. */
const WORDS: Readonly<Record<string, string>> = {
  "-2": "hostile −2",
  "-1": "critical −1",
  "0": "neutral 0",
  "1": "favourable +1",
  "2": "committed +2",
};

/** A scale from −2 to +2 with the codebook's word at each whole number. */
export function stanceScale(label: string | null = null): ScaleOptions {
  return {
    domain: [-2, 2],
    ticks: [-2, -1, 0, 1, 2],
    tickFormat: (tick: number) => WORDS[String(tick)] ?? signed(tick),
    tickSize: 0,
    label,
  };
}

/** Room for the words of {@linkcode stanceScale} left of a plot, in pixels. */
export const STANCE_MARGIN = 84;

/** A state's or actor's name where a frame holds its id alone. */
export function actorName(id: string): string {
  const code = id.toUpperCase(), name = countryName(code);
  if (name !== code) return name;
  return id.split("-").map((part) =>
    /^(irn|aze|arm|tur|rus|usa|isr|fra)$/.test(part)
      ? countryName(part.toUpperCase())
      : /^(mfa|mod|eu|un|nato|csto|oic|ots|irgc|snsc|sss|sbs|eumm|pkk|eaeu)$/.test(part)
      ? part.toUpperCase()
      : part[0].toUpperCase() + part.slice(1)
  ).join(" ");
}

/** Speaker and target that a frame's measure was asked for, as a reader says them. */
export function dyadOf(
  frame: DataFrame,
): { speaker: string; target: string; speakers: string[]; label: string } {
  const { options, names = {} } = aboutOf(frame);
  const { speaker, target } = options as Record<string, unknown>;
  const nameOf = (id: string) =>
    names[id] === undefined ? actorName(id) : shortName(names[id]);
  const ids = (value: unknown): string[] =>
    value === undefined
      ? []
      : Array.isArray(value)
      ? value.map(String)
      : [String(value)];
  const name = (value: unknown, none: string) =>
    ids(value).length === 0 ? none : enumerate(ids(value).map(nameOf));
  const from = name(speaker, "Everybody"), to = name(target, "everybody");
  return {
    speaker: from,
    target: to,
    speakers: ids(speaker),
    label: `${from} → ${to}`,
  };
}

/** Names as a list: all of up to three, the first two and how many others of more. */
export function enumerate(names: readonly string[]): string {
  if (names.length === 1) return names[0];
  const shown = names.length > 3 ? names.slice(0, 2) : names.slice(0, -1);
  const last = names.length > 3
    ? `${names.length - 2} others`
    : names[names.length - 1];
  return `${shown.join(", ")} and ${last}`;
}
