import { type Line, lineAt, neighbour } from '../text-edits.ts';
import { syntax } from '../yaml-syntax.ts';
import { type Cause, causeAt } from './cause.ts';
import { columnsOf, ENTRY, indentOf } from './indents.ts';
import { LIST_MARK } from './list-marks.ts';
import { isProse } from './prose.ts';

/** A line that goes on with the text above it, in the column of its key; or is a comment without its mark. */
export function* wrapped(text: string, { from, text: line }: Line): Generator<Cause> {
  if (ENTRY.test(line) || LIST_MARK.test(line)) return;
  const before = neighbour(text, lineAt(text, from), -1);
  const key = /^\s*(?:- +)*([\w-]+):(\s+[^\s"'[{|>].*)?$/s.exec(before?.text.trimEnd() ?? '');
  if (before === null || key === null) return;
  const at = from + line.search(/\S/);
  const place = { from: at, to: from + line.trimEnd().length };
  const column = Math.max(...columnsOf(before.text)) + 2;
  const indent = { from, to: at, text: ' '.repeat(column) };
  const isValue = !MAPS.has(key[1]!) || /^\s*[[{"']/.test(line);
  const isJoined = key[2] === undefined ? isValue : isProse([key[1]!]);
  const edit = isJoined ? indent : { from: at, to: at, text: '# ' };
  yield causeAt(place, syntax('no-colon'), [edit], isJoined ? 'unsafe' : null);
}

/** Keys whose value is no text of one line. */
const MAPS: ReadonlySet<string> = new Set([
  'agencies',
  'groups',
  'indicators',
  'tasks',
  'reports',
  'claims',
  'ignore',
  'parts',
  'targets',
  'baseline',
  'reference',
  'waived',
  'wording',
  'measures',
  'areas',
  'rules',
]);

/** A text of its own below a key that has others: a comment that has lost its mark. */
export function* commentMark(text: string, line: Line): Generator<Cause> {
  const before = neighbour(text, line, -1);
  if (
    ENTRY.test(line.text) ||
    LIST_MARK.test(line.text) ||
    /^\s*[#[{}\]"'&*!|>%@`]/.test(line.text)
  )
    return;
  const key = /^\s*(?:- )?([\w-]+):\s*$/.exec(before?.text ?? '')?.[1];
  if (key === undefined || !MAPS.has(key)) return;
  const from = line.from + indentOf(line.text);
  const place = { from, to: line.from + line.text.trimEnd().length };
  const edits = [{ from, to: from, text: '# ' }];
  yield causeAt(place, syntax('no-colon'), edits, null);
}
