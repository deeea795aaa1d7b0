import type { Document, Pair } from 'yaml';
import { rangeOf, syntax } from '../yaml-syntax.ts';
import { wholeYaml } from '../yaml-whole.ts';
import { codeOf } from './blanks.ts';
import { type Cause, causeAt } from './cause.ts';
import { keysOfLines } from './keys.ts';

/**
 * `{ count indicators }`, `{ count:indicators }` and `due = { yearly: … }`: without the colon and its
 * space YAML takes the value for a part of the key.
 */
export function lostColons(document: Document, text: string): Cause[] {
  const found: Cause[] = [];
  let known: ReadonlySet<string> | undefined;
  wholeYaml().visit(document, {
    Map(_, map) {
      for (const pair of map.items) {
        if (map.flow) found.push(...linesBefore(pair, text));
        const lost = lostIn(pair, map.flow === true, text);
        if (lost === null) continue;
        known ??= keysOfLines(text);
        if (known.has(lost.key)) found.push(lost.cause);
      }
    },
  });
  return found;
}

/** Lines before a key that YAML joins to it inside { }: comments without their mark. */
function linesBefore({ key }: Pair, text: string): Cause[] {
  const range = rangeOf(key);
  const lines = range && /^[\p{L}\p{N}].*\n/su.exec(text.slice(...range))?.[0];
  if (!range || !lines || wholeYaml().isCollection(key)) return [];
  const [from] = range;
  const edits = [...lines.matchAll(/\S.*/g)].map(({ index }) => {
    return { from: from + index, to: from + index, text: '# ' };
  });
  const to = from + lines.trimEnd().length;
  return [causeAt({ from, to }, syntax('no-colon'), edits, null)];
}

const KEY = /^([a-z][a-z-]*)(\s*[:=;.：]\s*|\s+)(?=(.))/du;

function lostIn(
  { key, value }: Pair,
  isFlow: boolean,
  text: string,
): { key: string; cause: Cause } | null {
  const range = rangeOf(key);
  const said = range && KEY.exec(text.slice(...range));
  if (!said) return null;
  const isWhole = isFlow && (rangeOf(value)?.[0] ?? range[1]) <= range[1] + 1 && isEmpty(value);
  if (!isWhole && !/["'[{]/.test(said[3]!)) return null;
  const [start, end] = said.indices![2]!;
  const edits = [{ from: range[0] + start, to: range[0] + end, text: ': ' }];
  const blank = ODD_BLANK.exec(said[2]!)?.[0];
  const message =
    blank === undefined
      ? syntax(said[2]!.includes(':') ? 'after-colon' : 'no-colon')
      : syntax('blank', codeOf(blank));
  const from = blank === undefined ? range[0] : range[0] + start + said[2]!.indexOf(blank);
  return { key: said[1]!, cause: causeAt({ from, to: range[1] }, message, edits) };
}

const ODD_BLANK = /[^\S ]/;

function isEmpty(value: unknown): boolean {
  return value === null || (value as { value?: unknown }).value === null;
}
