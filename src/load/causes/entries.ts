import { type Line, lineAt, neighbour, type TextEdit } from '../text-edits.ts';
import { syntax } from '../yaml-syntax.ts';
import { type Cause, causeAt, insertion } from './cause.ts';
import { ENTRY, indentOf, moved } from './indents.ts';

/** A list in the place of a map's next key: the line that names it is gone. */
export function* listWithoutKey(text: string, line: Line): Generator<Cause> {
  const before = neighbour(text, line, -1);
  const own = indentOf(line.text);
  if (!/^ *- /.test(line.text) || before === null || !/^ *[\w-]+: /.test(before.text)) return;
  if (indentOf(before.text) !== own) return;
  const edits: TextEdit[] = [];
  for (let at: Line | null = line; at !== null && indentOf(at.text) >= own; ) {
    edits.push({ from: at.from, to: at.to, text: '' });
    at = neighbour(text, at, 1);
  }
  const place = { from: line.from + own, to: line.from + own + 1 };
  yield { ...causeAt(place, syntax('list-without-key'), edits, null), isLost: true };
}

/** An entry of a list of texts that has lost its dash, or the space behind it. */
export function* dashless(text: string, line: Line): Generator<Cause> {
  const own = indentOf(line.text);
  const isEntry = (one: Line | null) =>
    one !== null && indentOf(one.text) === own && /^ *- /.test(one.text);
  if (isEntry(line) || !(isEntry(neighbour(text, line, -1)) || isEntry(neighbour(text, line, 1))))
    return;
  const from = line.from + own;
  const dash = /^ *-(?=[^\s-])/.test(line.text);
  if (dash) yield insertion(from + 1, ' ', 'dash');
  else if (!ENTRY.test(line.text)) {
    const edits = [{ from, to: from, text: '- ' }];
    yield causeAt({ from, to: line.to }, syntax('no-dash', line.text.trim()), edits);
  }
}

/** An entry of a list of things that has lost its dash, and stands in no column of theirs. */
export function* entryWithoutDash(text: string, { from, text: line }: Line): Generator<Cause> {
  const key = /^ *([a-z][a-z-]*):\s/.exec(line)?.[1];
  if (key === undefined) return;
  const own = indentOf(line);
  const entries = [...text.matchAll(FIRST_KEY)].filter((entry) => entry[2] === key);
  const indent = (entries.findLast(({ index }) => index < from) ?? entries[0])?.[1];
  if (indent === undefined || Math.abs(indent.length + 2 - own) > 2) return;
  const place = { from: from + own, to: from + own + key.length };
  const edits = [{ from, to: from + own, text: `${indent}- ` }];
  yield causeAt(place, syntax('no-dash', key), edits);
}

/** The first entry of a list, which begins in another column than the others. */
export function* entryAside(text: string, line: Line): Generator<Cause> {
  const [own, key] = /^ *- ([a-z][a-z-]*):\s/.exec(line.text) ?? [];
  if (own === undefined || !/^ *[a-z-]+:\s*$/.test(neighbour(text, line, -1)?.text ?? '')) return;
  FIRST_KEY.lastIndex = line.end;
  const next = FIRST_KEY.exec(text);
  FIRST_KEY.lastIndex = 0;
  const by = (next?.[1] ?? '').length - indentOf(line.text);
  if (next?.[2] !== key || by === 0 || Math.abs(by) > 2) return;
  const place = { from: line.from, to: line.from + indentOf(line.text) };
  yield causeAt(place, syntax('indent'), [moved(line, by)]);
}

/** The first line of all, which begins further in than those after it. */
export function* firstFurtherIn(text: string, line: Line): Generator<Cause> {
  const own = indentOf(line.text);
  if (own === 0 || neighbour(text, line, -1) !== null) return;
  const place = { from: line.from, to: line.from + own };
  yield causeAt(place, syntax('indent'), [moved(line, -own)]);
}

/** The first entry of a list that has lost its dash: the error stands as late as at the second. */
export function* firstWithoutDash(text: string, line: Line): Generator<Cause> {
  const [, indent, key] = /^( *)- ([a-z][a-z-]*):\s/.exec(line.text) ?? [];
  if (indent === undefined) return;
  const start = [...text.slice(0, line.from).matchAll(LIST_KEY)].at(-1)?.index;
  const first = start === undefined ? null : neighbour(text, lineAt(text, start), 1);
  if (!first?.text.trimStart().startsWith(`${key}: `)) return;
  const from = first.from + indentOf(first.text);
  const place = { from, to: from + key!.length };
  const edits = [{ from: first.from, to: place.from, text: `${indent}- ` }];
  yield causeAt(place, syntax('no-dash', key!), edits);
}

/** Lines that name a list and hold nothing else. */
const LIST_KEY = /^ *[a-z-]+:$/gm;

const FIRST_KEY = /^( *)- ([a-z][a-z-]*):\s/gm;
