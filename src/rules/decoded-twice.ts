import { decodedTwice as wordsIn } from '../decoded-twice.ts';
import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { Rule, TextContext } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'decoded-twice': { found: string; meant: string; words: number };
    'also-decoded-twice': { meant: string };
  }
}

export const decodedTwice: Rule = { level: 'warning', checkText };

/** Beyond the first, so many words are shown with their places. */
const SHOWN = 3;

/** One finding for the whole file: it is mended in one go. */
function* checkText({ text, placeAt, pathAt }: TextContext): Generator<Report> {
  const words = wordsIn(text);
  const [first, ...rest] = words;
  if (!first) return;
  const found = text.slice(first.from, first.to);
  yield {
    place: placeAt(first.from, first.to),
    path: pathAt(first.from),
    message: message('decoded-twice', { found, meant: first.text, words: words.length }),
    related: rest.slice(0, SHOWN).map(({ from, to, text: meant }) => ({
      message: message('also-decoded-twice', { meant }),
      place: placeAt(from, to),
    })),
    suggestion: first.text,
    fix: {
      class: 'safe',
      edits: words.map(({ from, to, text }) => ({ place: placeAt(from, to), text })),
    },
  };
}
