/** Letters that a Latin one is taken for. */
export const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  [
    // Cyrillic
    'АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ЅS ІI ЈJ ԚQ ԜW',
    'аa еe оo рp сc уy хx ѕs іi јj ԛq ԝw һh ԁd',
    // Greek
    'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa ιi κk νv οo ρp υu χx',
    // Latin, but of other languages
    'ÐĐ ðđ ƉĐ',
  ].flatMap((row) => row.split(' ').map((pair) => [...pair])),
);

const LOOK_ALIKE = new RegExp(`[${Object.keys(LATIN).join('')}]`, 'gu');
/** Characters that nobody sees: soft hyphen, zero-width ones, marks of direction, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Hyphens that are not the keyboard's. */
const HYPHEN = /[\u2010\u2011\u2043\ufe63\uff0d]/g;
const ORDINARY = /^[\x20-\x7e\u1ea0-\u1ef9]*$/;

/**
 * The text as its writer saw it: letters of other alphabets that look Latin as Latin ones, nothing
 * that is invisible, the keyboard's hyphen and space. For looking known words and codes up; what is
 * then not among them keeps its own writing.
 */
export function legible(text: string): string {
  if (ORDINARY.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(HYPHEN, '-')
    .replace(/[^\S\n]/g, ' ')
    .replace(LOOK_ALIKE, (letter) => LATIN[letter]!);
}
