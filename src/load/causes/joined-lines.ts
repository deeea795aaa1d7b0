import type { Document, Node, YAMLSeq } from 'yaml';
import type { SyntaxFault } from '../../message/form.ts';
import { lineAt, type TextEdit } from '../text-edits.ts';
import { rangeOf, syntax, writtenKey } from '../yaml-syntax.ts';
import { wholeYaml } from '../yaml-whole.ts';
import { type Cause, causeAt } from './cause.ts';
import { LIST_MARK } from './list-marks.ts';
import { isProse } from './prose.ts';

/**
 * Lines that YAML joins to the text above them, though they can be no part of it: an entry of a list
 * that stands too far in or has lost its mark, and whatever follows a value that is no sentence.
 */
export function joinedLines(document: Document, text: string): Cause[] {
  const { isCollection, isPair, isSeq, visit } = wholeYaml();
  const found: Cause[] = [];
  visit(document, {
    Scalar(key, scalar, ancestors) {
      const range = rangeOf(scalar);
      if (key === 'key' || scalar.type !== 'PLAIN' || range === undefined) return;
      const lines = furtherLines(text, ...range);
      if (lines.length === 0) return;
      const keys = ancestors.filter(isPair).map((pair) => writtenKey(pair, text));
      const isInFlow = ancestors.some((one) => isCollection(one) && one.flow);
      const parent = ancestors.at(-1);
      found.push(
        ...(isSeq(parent) ? ofList(parent, lines, keys, text) : ofMap(lines, keys, isInFlow)),
      );
    },
  });
  return found;
}

interface Further {
  /** Where its first character stands. */
  at: number;
  text: string;
  /** Where the line begins. */
  from: number;
}

/** The lines behind the first one over which a text goes on. */
function furtherLines(text: string, from: number, to: number): Further[] {
  const lines: Further[] = [];
  for (let line = lineAt(text, from); line.end < to; ) {
    line = lineAt(text, line.end);
    const at = line.from + line.text.search(/\S|$/);
    if (at < line.to) lines.push({ at, text: line.text, from: line.from });
  }
  return lines;
}

const MARKED = new RegExp(`(?:${LIST_MARK.source})|(?:^\\s*-\\s+)`, 'u');

function ofList(
  list: YAMLSeq,
  lines: readonly Further[],
  keys: readonly string[],
  text: string,
): Cause[] {
  const [first] = lines as [Further];
  const isMarked = MARKED.test(first.text);
  if (!isMarked && isProse(keys)) return [];
  if (list.flow) {
    const ends = lines.map(({ from }) => ({ from: from - 1, to: from - 1, text: ',' }));
    return [cause(first, 'separator', ends, ',')];
  }
  const entries = isMarked ? lines.filter((line) => MARKED.test(line.text)) : lines;
  const start = rangeOf(list.items[0] as Node)![0];
  const line = lineAt(text, start);
  const column = line.text.slice(0, start - line.from).lastIndexOf('-');
  const edits = entries.map(({ from, at, text }) => {
    const to = Math.max(at, from + (MARKED.exec(text)?.[0].length ?? 0));
    return { from, to, text: `${' '.repeat(column)}- ` };
  });
  return [
    isMarked ? cause(first, 'joined-entry', edits) : cause(first, 'no-dash', edits, first.text),
  ];
}

/** Lines that are no text of their own and no part of the value above. */
function ofMap(lines: readonly Further[], keys: readonly string[], isInFlow: boolean): Cause[] {
  // In brackets the form of the value tells of it.
  if (isProse(keys) || isInFlow) return [];
  const edits = lines.map(({ at }) => ({ from: at, to: at, text: '# ' }));
  return [{ ...cause(lines[0]!, 'no-colon', edits), sure: null }];
}

function cause(
  { at, text }: Further,
  fault: SyntaxFault,
  edits: readonly TextEdit[],
  about = '',
): Cause {
  return causeAt({ from: at, to: at + text.trim().length }, syntax(fault, about.trim()), edits);
}
