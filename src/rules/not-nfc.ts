import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { Rule, TextContext } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'not-nfc': { word: string; words: number };
    'also-not-nfc': { word: string };
  }
}

export const notNfc: Rule = { level: 'warning', checkText };

/** Beyond the first, so many words are shown with their places. */
const SHOWN = 3;

/** One finding for the whole file: it is mended in one go. */
function* checkText({ text, placeAt, pathAt }: TextContext): Generator<Report> {
  const words = looseWords(text);
  const [first, ...rest] = words;
  if (!first) return;
  const edits = words.map(({ word, from, to }) => ({ place: placeAt(from, to), text: word }));
  yield {
    place: placeAt(first.from, first.to),
    path: pathAt(first.from),
    message: message('not-nfc', { word: first.word, words: rest.length + 1 }),
    related: rest.slice(0, SHOWN).map(({ word, from, to }) => ({
      message: message('also-not-nfc', { word }),
      place: placeAt(from, to),
    })),
    fix: { class: 'safe', edits },
  };
}

function looseWords(text: string): { word: string; from: number; to: number }[] {
  if (text === text.normalize('NFC')) return [];
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .filter(([word]) => word !== word.normalize('NFC'))
    .map(({ 0: word, index }) => ({
      word: word.normalize('NFC'),
      from: index,
      to: index + word.length,
    }));
}
