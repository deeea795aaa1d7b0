import { style as en } from './en/style.ts';
import type { Style } from './style.ts';
import { style as vi } from './vi/style.ts';

/** Every language that the program speaks, with how it writes numbers and dates. */
export const LANGS = { vi, en } as const satisfies Record<string, Style>;

export type Lang = keyof typeof LANGS;

/** Is there a language of this code? */
export function isLang(code: string): code is Lang {
  return Object.hasOwn(LANGS, code);
}

/** The language of a locale such as `vi_VN.UTF-8`; English where it names no other. */
export function langOfLocale(locale: string): Lang {
  const codes = Object.keys(LANGS) as Lang[];
  return codes.find((code) => LANGS[code].locale.test(locale)) ?? 'en';
}
