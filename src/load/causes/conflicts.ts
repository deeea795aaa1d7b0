import { syntax } from '../yaml-syntax.ts';
import type { Cause } from './cause.ts';

const MARKS = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$).*\n?/gm;

/**
 * What git leaves where two versions of some lines could not be joined: the first of them is read.
 * A mark that is left of one that was joined by hand is named alone.
 */
export function conflicts(text: string): Cause[] {
  const marks = [...text.matchAll(MARKS)].map(({ 0: line, index: from }) => {
    return { mark: line[0]!, from, to: from + line.length };
  });
  const found: Cause[] = [];
  for (let at = 0; at < marks.length; ) {
    const ends = marks.findIndex(({ mark }, index) => index > at && mark === '>');
    const between = marks.slice(at, ends + 1);
    const isWhole = marks[at]!.mark === '<' && between.some(({ mark }) => mark === '=');
    found.push(isWhole ? conflict(between) : alone(marks[at]!));
    at = isWhole ? ends + 1 : at + 1;
  }
  return found.length > MOST_TOLD
    ? [{ ...found[0]!, edits: found.flatMap((one) => one.edits) }]
    : found;
}

interface Mark {
  mark: string;
  from: number;
  to: number;
}

function conflict(marks: readonly Mark[]): Cause {
  const [opens] = marks as [Mark];
  const theirs = marks.find(({ mark }) => mark === '|' || mark === '=')!;
  const edits = [
    { from: opens.from, to: opens.to, text: '' },
    { from: theirs.from, to: marks.at(-1)!.to, text: '' },
  ];
  return { ...told(opens), message: syntax('conflict'), edits, sure: null, isLost: true };
}

function alone(mark: Mark): Cause {
  const { from, to } = mark;
  const message = syntax('conflict-mark', mark.mark.repeat(7));
  return { ...told(mark), message, edits: [{ from, to, text: '' }], sure: 'unsafe' };
}

function told({ from }: Mark): Pick<Cause, 'from' | 'to' | 'suggestion'> {
  return { from, to: from + 7, suggestion: null };
}

/** So many conflicts are one: the whole file is. */
const MOST_TOLD = 20;
