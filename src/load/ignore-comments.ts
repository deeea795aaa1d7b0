import { lineOf, type Place } from '../finding.ts';
import type { IgnoreComment } from '../suppression.ts';
import { wholeYaml } from './yaml-whole.ts';

const DIRECTIVE =
  /^#+\s*dti-eval-ignore(?<file>-file)?(?![\w-])(?:\s+(?<rule>[^\s:]+))?\s*(?::\s*(?<reason>.*))?/;

/**
 * The suppressions in a YAML file's comments. One on a line of its own is for the next line that
 * is neither blank nor a comment; texts that only look like comments are none.
 */
export function ignoreComments(file: string, text: string): IgnoreComment[] {
  if (!text.includes('dti-eval-ignore')) return [];
  const lines = text.split('\n');
  const nextLine = linesBelow(lines);
  return [...commentsOf(text)].flatMap(({ comment, line, column }) => {
    const found = DIRECTIVE.exec(comment);
    if (!found?.groups) return [];
    const { file: whole, rule = '', reason = '' } = found.groups;
    const before = lines[line - 1]!.slice(0, column - 1).trimEnd();
    const isAlone = before === '';
    const place = { file, line, column, endLine: line, endColumn: column + comment.length };
    return {
      rule,
      reason: reason.trim(),
      line: whole ? null : isAlone ? nextLine(line) : line,
      place,
      rulePlace: ruleIn(place, comment, rule),
      whole: isAlone
        ? { ...lineOf(file, line), endLine: line + 1 }
        : { ...place, column: before.length + 1 },
    };
  });
}

function ruleIn(place: Place, comment: string, rule: string): Place {
  const column = place.column + comment.indexOf(rule, comment.indexOf('ignore') + 'ignore'.length);
  return { ...place, column, endColumn: column + rule.length };
}

/** Of each line, asked for in order, the first one below that says something; itself where none does. */
function linesBelow(lines: readonly string[]): (line: number) => number {
  let below = 0;
  return (line) => {
    below = Math.max(below, line);
    while (below < lines.length && /^\s*(#|$)/.test(lines[below]!)) below += 1;
    return below < lines.length ? below + 1 : line;
  };
}

/** Marks of the lexer that have no characters in the file; the last one precedes a text. */
const MARKS: ReadonlySet<string> = new Set(['\x02', '\x18', '\x1f']);
const TEXT_FOLLOWS = '\x1f';

function* commentsOf(text: string): Generator<{ comment: string; line: number; column: number }> {
  let line = 1;
  let lineStart = 0;
  let offset = 0;
  let before = '';
  const { Lexer } = wholeYaml();
  for (const token of new Lexer().lex(text)) {
    const isMark = MARKS.has(token);
    if (!isMark && token.startsWith('#') && before !== TEXT_FOLLOWS)
      yield { comment: token.trimEnd(), line, column: offset - lineStart + 1 };
    before = token;
    if (isMark) continue;
    for (let at = token.indexOf('\n'); at !== -1; at = token.indexOf('\n', at + 1)) {
      line += 1;
      lineStart = offset + at + 1;
    }
    offset += token.length;
  }
}
