import type { Report } from '../finding.ts';
import { fixOf } from '../fix.ts';
import { message } from '../message/message.ts';
import type { Rule, TextContext } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'stray-character': { code: string; name: StrayName };
  }
}

export const strayCharacter: Rule = { level: 'warning', checkText };

/** What a character that does not belong in a text is. */
type StrayName = 'blank' | 'control' | 'zero-width' | 'direction' | 'replacement' | 'private';

/** By code point; tab and line breaks are no strays, and a byte order mark is none at the beginning. */
const KINDS: readonly (readonly [from: number, to: number, name: StrayName])[] = [
  [0x00, 0x08, 'control'],
  [0x0b, 0x0c, 'control'],
  [0x0e, 0x1f, 'control'],
  [0x7f, 0x9f, 'control'],
  [0xa0, 0xa0, 'blank'],
  [0xad, 0xad, 'zero-width'],
  [0x61c, 0x61c, 'direction'],
  [0x2000, 0x200a, 'blank'],
  [0x200b, 0x200d, 'zero-width'],
  [0x200e, 0x200f, 'direction'],
  [0x2028, 0x2029, 'control'],
  [0x202a, 0x202e, 'direction'],
  [0x202f, 0x202f, 'blank'],
  [0x205f, 0x205f, 'blank'],
  [0x2060, 0x2060, 'zero-width'],
  [0x2066, 0x2069, 'direction'],
  [0x3000, 0x3000, 'blank'],
  [0xe000, 0xf8ff, 'private'],
  [0xfeff, 0xfeff, 'zero-width'],
  [0xfffd, 0xfffd, 'replacement'],
];

const STRAY = new RegExp(
  `[${KINDS.map(([from, to]) => `${escaped(from)}-${escaped(to)}`).join('')}]`,
  'gu',
);
/** What may surely stand in their place: nobody sees some, and the others are spaces to the eye. */
const MEANS: Partial<Record<StrayName, string>> = { 'zero-width': '', direction: '', blank: ' ' };
const JOINER = '\u200d';

function escaped(code: number): string {
  return `\\u{${code.toString(16)}}`;
}

function* checkText({ text, placeAt, pathAt }: TextContext): Generator<Report> {
  for (const { 0: character, index } of text.matchAll(STRAY)) {
    if (index === 0 && character === '\ufeff') continue;
    if (character === JOINER && joinsEmoji(text, index)) continue;
    const code = character.codePointAt(0)!;
    const name = KINDS.find(([from, to]) => code >= from && code <= to)![2];
    const place = placeAt(index, index + character.length);
    yield {
      place,
      path: pathAt(index),
      message: message('stray-character', {
        code: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
        name,
      }),
      fix: name in MEANS ? fixOf('safe', { place, text: MEANS[name]! }) : null,
    };
  }
}

function joinsEmoji(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  return /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u.test(before);
}
