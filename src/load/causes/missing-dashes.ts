import type { Document, YAMLMap } from 'yaml';
import { rangeOf, syntax, writtenKey } from '../yaml-syntax.ts';
import { wholeYaml } from '../yaml-whole.ts';
import { type Cause, causeAt } from './cause.ts';

/** An entry of a list that has lost its dash: its keys stand in the entry before, and appear there a second time. */
export function missingDashes(document: Document, text: string): Cause[] {
  const { isMap, isSeq, visit } = wholeYaml();
  const found: Cause[] = [];
  visit(document, {
    Seq(_, list) {
      if (!isSeq(list) || list.flow) return;
      for (const item of list.items)
        if (isMap(item) && !item.flow) found.push(...dashesIn(item, text));
    },
  });
  return found;
}

function* dashesIn({ items }: YAMLMap, text: string): Generator<Cause> {
  const keys = items.map((pair) => writtenKey(pair, text));
  let entry = 0;
  for (const [at, pair] of items.entries()) {
    const isBegun = at > entry && beginsEntry(keys, entry, at);
    if (!isBegun) continue;
    entry = at;
    const [from, to] = rangeOf(pair.key)!;
    if (
      !/(?:^|\n)[ ]*$/.test(text.slice(Math.max(0, from - 100), from)) ||
      text.slice(from - 2, from) !== '  '
    )
      continue;
    const edits = [{ from: from - 2, to: from, text: '- ' }];
    const message = syntax(keys[at] === keys[0] ? 'no-dash' : 'no-first-line', keys[at]!);
    yield causeAt({ from, to }, message, edits);
  }
}

/**
 * One key alone may have been written twice; an entry begins as the one before and repeats more of it,
 * or where its first line is gone too, repeats most of it.
 */
function beginsEntry(keys: readonly string[], entry: number, at: number): boolean {
  const before = new Set(keys.slice(entry, at));
  if (keys[at] === keys[entry]) return keys.slice(entry + 1, at).includes(keys[at + 1]!);
  const repeated = keys.slice(at, at + WINDOW).filter((key) => before.has(key));
  return before.has(keys[at]!) && repeated.length >= SEVERAL;
}

const WINDOW = 4;
const SEVERAL = 3;
