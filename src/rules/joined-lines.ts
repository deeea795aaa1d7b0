import type { Level, Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { PlanContext, Rule } from './rule.ts';
import { textsOf } from './texts.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'joined-lines': { key: string; line: string; isItem: boolean };
  }
}

export const joinedLines: Rule = { level: 'warning', isAlone: true, check };

function* check({ plan, text: file, locate }: PlanContext): Generator<Report> {
  const lines = file.split('\n');
  for (const { path } of textsOf(plan)) {
    const place = locate(path);
    const first = lines[place.line - 1] ?? '';
    if (place.endLine === place.line || /["'|>]/.test(first[place.column - 1] ?? '')) continue;
    let at = place.line;
    while (lines[at]!.trim() === '') at += 1;
    const end = at + 1 === place.endLine ? place.endColumn - 1 : undefined;
    const line = lines[at]!.slice(0, end);
    const isItem = typeof path.at(-1) === 'number';
    // What stands no further in is not joined, but a fault of the layout.
    if (line.search(/\S/) <= columnOf(first, isItem)) continue;
    const key = String(path.findLast((step) => typeof step === 'string'));
    yield {
      level: levelOf(first, line),
      place: {
        ...place,
        line: at + 1,
        column: line.search(/\S/) + 1,
        endLine: at + 1,
        endColumn: line.trimEnd().length + 1,
      },
      path,
      message: message('joined-lines', { key, line: line.trim(), isItem }),
    };
  }
}

/** Where the key begins that the text belongs to, or the dash. */
function columnOf(line: string, isItem: boolean): number {
  return (isItem ? /^ */ : /^ *(?:- +)*/).exec(line)![0].length;
}

/** Where the line above had room for the next word, nobody broke it for its length. */
function levelOf(first: string, next: string): Level {
  const [word = ''] = next.trim().split(/\s/);
  return first.trimEnd().length + 1 + word.length <= NARROW ? 'warning' : 'info';
}

/** People and editors fill lines of a text to 72 characters and more. */
const NARROW = 60;
