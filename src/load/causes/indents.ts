import { type Line, neighbour, type TextEdit } from '../text-edits.ts';
import { syntax } from '../yaml-syntax.ts';
import { type Cause, causeAt } from './cause.ts';

/** A line that begins an entry of a list or map; another would only be joined to the text above it. */
export const ENTRY = /^\s*(?:-\s|[^\s:#]+:(?:\s|$))/;

/** A line, or a line with those that belong to it, that begins in the wrong column. */
export function* indents(text: string, line: Line): Generator<Cause> {
  const own = indentOf(line.text);
  const [before, after] = [neighbour(text, line, -1), neighbour(text, line, 1)];
  const near = [before, after].flatMap((one) => (one === null ? [] : columnsOf(one.text)));
  const columns = [...new Set(near.flatMap((column) => [column, column - 2, column + 2]))];
  const wanted = columns.filter((column) => column >= 0 && column !== own);
  const rank = (column: number) => (near.includes(column) ? near.indexOf(column) : near.length);
  wanted.sort((a, b) => rank(a) - rank(b) || Math.abs(a - own) - Math.abs(b - own));
  const deeper: Line[] = [line];
  for (let at = neighbour(text, line, 1); at !== null && deeper.length < 50; ) {
    if (indentOf(at.text) < own) break;
    deeper.push(at);
    at = neighbour(text, at, 1);
  }
  const place = { from: line.from, to: line.from + Math.max(1, own) };
  for (const column of wanted)
    for (const lines of deeper.length > 1 ? [[line], deeper] : [[line]]) {
      const edits = lines.map((one) => moved(one, column - own));
      yield causeAt(place, syntax('indent'), edits, lines.length === 1 ? 'unsafe' : null);
    }
}

/** How far in the line begins. */
export function indentOf(line: string): number {
  return /^ */.exec(line)![0].length;
}

/** The columns in which a neighbour of the line may begin: where it does, and behind its dashes. */
export function columnsOf(line: string): number[] {
  const dashes = /^ *(?:- +)+/.exec(line)?.[0].length;
  return dashes === undefined ? [indentOf(line)] : [indentOf(line), dashes];
}

/** The line begun so many columns further in, or further out where negative. */
export function moved({ from, text }: Line, by: number): TextEdit {
  const own = indentOf(text);
  return { from, to: from + own, text: ' '.repeat(Math.max(0, own + by)) };
}
