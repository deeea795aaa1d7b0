import type { Document, YAMLError } from 'yaml';
import { lineAt } from '../text-edits.ts';
import { syntax } from '../yaml-syntax.ts';
import { wholeYaml } from '../yaml-whole.ts';
import { type Cause, causeAt } from './cause.ts';

/**
 * `&Tỷ lệ` and `!quan trọng`: the first word is taken for an anchor that nothing refers to, or for a tag.
 * Other tags and directives that YAML passes over mean something to whoever wrote them, and are told.
 */
export function swallowedWords(document: Document, text: string): Cause[] {
  if (!/[&!%]/.test(text)) return [];
  const { visit } = wholeYaml();
  const used = new Set<string>();
  visit(document, { Alias: (_, { source }) => void used.add(source) });
  const found: Cause[] = [];
  visit(document, {
    Scalar(_, { anchor, tag, range, type }) {
      if (!range || type !== 'PLAIN') return;
      const isUnused = anchor !== undefined && !used.has(anchor);
      const isForeign = tag !== undefined && !tag.startsWith('tag:yaml.org');
      const from = isUnused || isForeign ? markBefore(text, range[0]) : null;
      if (from !== null) found.push(said(text, from, range[1]));
    },
  });
  const told = new Set(found.map(({ from }) => from));
  const passedOver = document.warnings.filter(({ pos: [at] }) => !told.has(at));
  return [...found, ...passedOver.flatMap(({ code, pos }) => ignored(code, pos, text))];
}

/** What the parser passes over with no more than a warning. */
function ignored(code: YAMLError['code'], [from, to]: YAMLError['pos'], text: string): Cause[] {
  const told = { from, to, suggestion: null, sure: 'unsafe' } as const;
  if (code === 'BAD_DIRECTIVE') {
    const line = lineAt(text, from);
    const edits = [{ from: line.from, to: line.end, text: '' }];
    return [{ ...told, from: line.from, message: syntax('directive'), edits }];
  }
  const isKept = code !== 'TAG_RESOLVE_FAILED' || text.slice(from, to) === '!!timestamp';
  const blank = text[to] === ' ' ? 1 : 0;
  if (isKept) return [];
  return [{ ...told, message: syntax('tag'), edits: [{ from, to: to + blank, text: '' }] }];
}

/** An anchor or tag is looked for so many characters before its value. */
const MOST_BEFORE = 200;

/** Where the word before a value has its anchor or tag; `null` where it has none. */
function markBefore(text: string, value: number): number | null {
  const before = text.slice(Math.max(0, value - MOST_BEFORE), value);
  const word = before.trimEnd().split(/\s/).at(-1)!;
  const at = word.search(/[&!]/);
  if (at < 0 || before.trimEnd() === before) return null;
  return value - before.length + before.trimEnd().length - word.length + at;
}

function said(text: string, from: number, to: number): Cause {
  const whole = text.slice(from, to);
  const edits = [{ from, to, text: JSON.stringify(whole) }];
  return causeAt({ from, to: from + 1 }, syntax('start', whole[0]!), edits);
}
