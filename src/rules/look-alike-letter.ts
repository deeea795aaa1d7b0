import type { Report } from '../finding.ts';
import { fixOf } from '../fix.ts';
import { LATIN } from '../look-alike.ts';
import { message } from '../message/message.ts';
import type { Rule, TextContext } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'look-alike-letter': {
      letter: string;
      code: string;
      script: 'Cyrillic' | 'Greek' | 'Latin';
      meant: string;
      word: string;
    };
  }
}

export const lookAlikeLetter: Rule = { level: 'warning', checkText };

const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]+/gu;
/** Vietnamese has đ where a syllable begins and in acronyms; within a word eth is itself (Norðurland). */
const ETH = /(?<!\p{L}\p{M}*)[Ðð]|[ÐƉ](?!\p{Ll})|Ɖ/gu;

function* checkText({ text, placeAt, pathAt }: TextContext): Generator<Report> {
  for (const { 0: token, index } of text.matchAll(/\S+/gu))
    for (const { letter, at } of lookAlikes(token)) {
      const from = index + at;
      const meant = LATIN[letter]!;
      const place = placeAt(from, from + letter.length);
      yield {
        place,
        path: pathAt(from),
        message: message('look-alike-letter', {
          letter,
          code: `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
          script: scriptOf(letter),
          meant,
          word: wordAround(token, at),
        }),
        suggestion: meant,
        fix: fixOf('safe', { place, text: meant }),
      };
    }
}

/**
 * Eth, and each run of Cyrillic or Greek letters that all look Latin, in a token with Latin letters:
 * a Russian word or a Greek sign beside Latin text is no mistake.
 */
function lookAlikes(token: string): { letter: string; at: number }[] {
  const found = [...token.matchAll(ETH)].map(({ 0: letter, index }) => ({ letter, at: index }));
  if (!/\p{Script=Latin}/u.test(token)) return found;
  for (const { 0: run, index } of token.matchAll(FOREIGN)) {
    const letters = [...run];
    if (letters.every((letter) => Object.hasOwn(LATIN, letter)))
      found.push(...letters.map((letter, step) => ({ letter, at: index + step })));
  }
  return found.sort((a, b) => a.at - b.at);
}

function scriptOf(letter: string): 'Cyrillic' | 'Greek' | 'Latin' {
  if (/\p{Script=Cyrillic}/u.test(letter)) return 'Cyrillic';
  return /\p{Script=Greek}/u.test(letter) ? 'Greek' : 'Latin';
}

function wordAround(token: string, at: number): string {
  const words = token.matchAll(/[\p{L}\p{M}\p{N}./-]+/gu);
  return [...words].find(({ 0: word, index }) => at < index + word.length)?.[0] ?? token;
}
