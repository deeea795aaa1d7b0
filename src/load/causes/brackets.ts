import type { YAMLError } from 'yaml';
import { type Line, lineAt, neighbour } from '../text-edits.ts';
import { syntax, type Told } from '../yaml-syntax.ts';
import { type Cause, causeAt, faultOf } from './cause.ts';

/** A comma that is missing between two entries inside { } or [ ], or is another mark. */
export function* separators(whole: string, said: Told, { from, text }: Line): Generator<Cause> {
  const wide = [...text.matchAll(/(?<!\s)\s*([，、；;])\s*(?=\S)/gu)].map(
    ({ 0: found, 1: mark, index }) => {
      return { mark: mark!, from: from + index, to: from + index + found.length, text: ', ' };
    },
  );
  if (wide.length > 0) {
    const [{ mark, ...place }] = wide as [(typeof wide)[number]];
    const edits = wide.map(({ from, to, text }) => ({ from, to, text }));
    yield causeAt(place, syntax('not-a-comma', mark), edits, 'safe');
  }
  const before = neighbour(whole, lineAt(whole, from), -1);
  if (faultOf(said) === 'separator' && before !== null && !/[,[{]$/.test(before.text.trimEnd())) {
    const end = before.from + before.text.trimEnd().length;
    const edits = [{ from: end, to: end, text: ',' }];
    yield causeAt({ from: end, to: end + 1 }, syntax('separator', ','), edits);
  }
  const missing = /[^\s,[{:](\s+)(?:\d{4}|[a-z][a-z-]*):\s/d.exec(text);
  if (missing === null || !/[[{]/.test(text.slice(0, missing.index))) return;
  const [start, end] = missing.indices![1]!;
  const edits = [{ from: from + start, to: from + end, text: ', ' }];
  yield {
    ...said,
    from: from + start,
    to: from + end,
    message: syntax('separator', ','),
    edits,
    sure: 'unsafe',
  };
}

/** A bracket that is missing where its line ends, and one too many. */
export function* brackets(
  text: string,
  error: YAMLError,
  said: Told,
  line: Line,
): Generator<Cause> {
  const mark = unclosedMark(error);
  if (mark !== null) {
    for (let at: Line | null = line, steps = 0; at !== null && steps < 4; steps += 1) {
      const end = at.from + at.text.replace(/(?<!\s)\s+(?:#.*)?$/s, '').length;
      const place = { from: end - 1, to: end };
      const other = mark === ']' ? '}' : ']';
      const told = { ...said, ...place, message: syntax('unclosed', mark) };
      if (at.text.trimEnd().endsWith(other))
        yield { ...told, edits: [{ ...place, text: mark }], sure: 'unsafe' };
      if (isOpen(at.text) || steps > 0)
        yield { ...told, edits: [{ from: end, to: end, text: ` ${mark}` }], sure: 'unsafe' };
      at = neighbour(text, at, -1);
    }
  }
  const [from] = error.pos;
  if (faultOf(said) === 'unexpected' && /[}\]]/.test(text[from] ?? ''))
    yield { ...said, edits: [{ from, to: from + 1, text: '' }], sure: 'unsafe' };
}

/** `- id: a, name: b }` and `targets: 2024: 10 }`: the bracket that opens is gone. */
export function* unopened({ from, text }: Line): Generator<Cause> {
  const closing = text.trimEnd().at(-1);
  if (closing !== ']' && closing !== '}') return;
  const opening = closing === ']' ? '[' : '{';
  const count = (mark: string) => text.split(mark).length;
  if (count(closing) !== count(opening) + 1) return;
  for (const before of [/^\s*(?:- )?[a-z-]+: +(?=\S)/, /^\s*- +(?=\S)/]) {
    const length = before.exec(text)?.[0].length;
    if (length === undefined || /^[\]}]/.test(text.slice(length))) continue;
    const at = from + length;
    const edits = [{ from: at, to: at, text: opening }];
    yield causeAt({ from: at, to: at + 1 }, syntax('unopened', opening), edits);
  }
}

/** The bracket that the parser misses. */
function unclosedMark({ message }: YAMLError): string | null {
  return /end with an? ([\]}])/.exec(message)?.[1] ?? null;
}

/** Are there more brackets that open than that close? */
function isOpen(line: string): boolean {
  const count = (mark: RegExp) => line.match(mark)?.length ?? 0;
  return count(/[[{]/g) > count(/[\]}]/g);
}
