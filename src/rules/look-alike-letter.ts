import type { Report } from '../finding.ts';
import { fixOf } from '../fix.ts';
import { LATIN, lookAlikes, namesOf, type Script } from '../look-alike.ts';
import { message } from '../message/message.ts';
import type { Rule, TextContext } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'look-alike-letter': {
      letter: string;
      code: string;
      script: Script;
      meant: string;
      word: string;
    };
  }
}

export const lookAlikeLetter: Rule = { level: 'warning', checkText };

function* checkText({ text, placeAt, pathAt }: TextContext): Generator<Report> {
  for (const { letter, at, word } of lookAlikes(text)) {
    const place = placeAt(at, at + letter.length);
    const meant = LATIN[letter]!;
    yield {
      place,
      path: pathAt(at),
      message: message('look-alike-letter', { letter, ...namesOf(letter), meant, word }),
      suggestion: meant,
      fix: fixOf('safe', { place, text: meant }),
    };
  }
}
