/** Letters that a Latin one is taken for. */
export const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  [
    // Cyrillic
    'АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ЅS ІI ЈJ ԚQ ԜW',
    'аa еe оo рp сc уy хx ѕs іi јj ԛq ԝw һh ԁd тt кk мm',
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
/** ASCII and Latin letters with accents, but for those that are look-alikes. */
const ORDINARY = /^[\x20-\x7e\u00c0-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u024f\u1ea0-\u1ef9]*$/;

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

/** A letter that looks like another in the word that it stands in, at an offset of the text. */
export interface LookAlike {
  letter: string;
  at: number;
  word: string;
}

/** All of them in a text. */
export function* lookAlikes(text: string): Generator<LookAlike> {
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}ÐðƉ]/u.test(text)) return;
  for (const { 0: token, index } of text.matchAll(/\S+/gu))
    for (const { letter, at } of lookAlikesIn(token))
      yield { letter, at: index + at, word: wordAround(token, at) };
}

/**
 * Eth, and each run of Cyrillic or Greek letters that all look Latin, in a token with Latin letters
 * or of one letter in a code, `а-1`: a Russian word or a Greek sign beside Latin text is no mistake.
 */
function lookAlikesIn(token: string): { letter: string; at: number }[] {
  // Vietnamese has đ where a syllable begins and in acronyms; within a word eth is itself (Norðurland).
  const eth = /[Ðð](?<!\p{L}\p{M}*[Ðð])|[ÐƉ](?!\p{Ll})|Ɖ/gu;
  const found = [...token.matchAll(eth)].map(({ 0: letter, index }) => ({ letter, at: index }));
  if (!/\p{Script=Latin}/u.test(token) && !isOneOfCode(token)) return found;
  for (const { 0: run, index } of token.matchAll(/[\p{Script=Cyrillic}\p{Script=Greek}]+/gu)) {
    const letters = [...run];
    if (letters.every((letter) => Object.hasOwn(LATIN, letter)))
      found.push(...letters.map((letter, step) => ({ letter, at: index + step })));
  }
  return found.sort((a, b) => a.at - b.at);
}

function isOneOfCode(token: string): boolean {
  return /^[^\p{L}]*(?=\p{L})\p{Script=Cyrillic}-?\d[^\p{L}]*$/u.test(token);
}

export type Script = 'Cyrillic' | 'Greek' | 'Latin';

/** What a letter is: its code point, and the alphabet that it belongs to. */
export function namesOf(letter: string): { code: string; script: Script } {
  const hex = letter.codePointAt(0)!.toString(16).toUpperCase();
  return { code: `U+${hex.padStart(4, '0')}`, script: scriptOf(letter) };
}

function scriptOf(letter: string): Script {
  if (/\p{Script=Cyrillic}/u.test(letter)) return 'Cyrillic';
  return /\p{Script=Greek}/u.test(letter) ? 'Greek' : 'Latin';
}

function wordAround(token: string, at: number): string {
  const words = token.matchAll(/[\p{L}\p{M}\p{N}./-]+/gu);
  return [...words].find(({ 0: word, index }) => at < index + word.length)?.[0] ?? token;
}
