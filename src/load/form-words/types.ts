import { message } from '../../message/message.ts';
import { LIST_MARK } from '../causes/list-marks.ts';
import { flowText } from '../flow-text.ts';
import { ownExample } from './examples.ts';
import { type Explained, type Fault, onValue, typeName } from './fault.ts';
import { badForm, formOf } from './forms.ts';
import { withoutQuotes } from './quotes.ts';

const TYPE_WORDS: Record<string, string> = {
  string: 'text',
  array: 'list',
  object: 'map',
  integer: 'whole number',
};

export function wrongType(fault: Fault): Explained {
  const { error, path, key } = fault;
  const wanted = [error.params.type].flat().map((type: string) => TYPE_WORDS[type] ?? type);
  const found = typeName(error.data);
  if (found === 'nothing') return emptyValue(fault, wanted);
  const isOne = found !== 'map' && found !== 'list';
  if (isOne && !wanted.includes('list') && formOf(fault)) return badForm(fault);
  const suggestion = suggestType(found, wanted, fault);
  const mark =
    found === 'text' && wanted.includes('list') ? LIST_MARK.exec(fault.written)?.[2] : undefined;
  if (mark !== undefined)
    return onValue(
      fault,
      message('marks-in-text', { key, mark, suggestion: suggestion! }),
      suggestion,
      'unsafe',
    );
  const isItem = typeof path.at(-1) === 'number';
  const example = suggestion === null ? ownExample(error) : null;
  const said = message('wrong-type', { key, isItem, found, expected: wanted, suggestion, example });
  return onValue(fault, said, suggestion, 'safe');
}

export function emptyValue(fault: Fault, expected: readonly string[]): Explained {
  const { key, isRequired } = fault;
  return onValue(fault, message('empty-value', { key, expected, isRequired }));
}

function suggestType(
  found: string,
  wanted: readonly string[],
  { error: { data: value }, written }: Fault,
): string | null {
  if (found === 'number' && wanted.includes('text')) return `"${written}"`;
  const isOne = found === 'text' || found === 'number';
  if (!isOne || !wanted.includes('list')) return null;
  return `[${(typeof value === 'string' ? entriesIn(value) : [value]).map(flowText).join(', ')}]`;
}

/** The entries of a list that is written as a text: behind marks as Word has them, or in brackets of which one is missing. */
function entriesIn(text: string): string[] {
  const mark = LIST_MARK.exec(text)?.[2];
  if (mark === undefined) {
    // A dash without its space is no entry but a text.
    const bare = withoutQuotes(text.replace(/^-+\s*(?=[a-z0-9])/, ''));
    return /^\[|\]$/.test(bare)
      ? bare
          .replace(/^\[|\]$/g, '')
          .split(',')
          .map((entry) => entry.trim())
      : [bare];
  }
  const entries: string[][] = [];
  for (const word of text.trim().split(/\s+/)) {
    if (entries.length === 0 || isMarkLike(word, mark)) entries.push([]);
    entries.at(-1)!.push(word);
  }
  return entries.map((words) => words.join(' ').replace(LIST_MARK, ''));
}

/** `2.` is a mark like `1.`, `b)` one like `a)`. */
function isMarkLike(word: string, mark: string): boolean {
  if (/^\d/.test(mark)) return /^\d{1,3}[.)]$/.test(word);
  return /^[a-zđ]/.test(mark) ? /^[a-zđ][.)]$/.test(word) : word === mark[0];
}
