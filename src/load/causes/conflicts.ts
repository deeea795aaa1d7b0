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
  const [ends, parts] = [nextOf(marks, '>'), nextOf(marks, '=')];
  for (let at = 0; at < marks.length; ) {
    const end = ends[at]!;
    const isWhole = marks[at]!.mark === '<' && parts[at]! < end && end < marks.length;
    found.push(isWhole ? conflict(marks.slice(at, end + 1)) : alone(marks[at]!));
    at = isWhole ? end + 1 : at + 1;
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

/** For each of the marks the position of the next one of a kind; behind the last where there is none. */
function nextOf(marks: readonly Mark[], kind: string): number[] {
  const next: number[] = [];
  let known = marks.length;
  for (let at = marks.length - 1; at >= 0; at -= 1) {
    next[at] = known;
    if (marks[at]!.mark === kind) known = at;
  }
  return next;
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
