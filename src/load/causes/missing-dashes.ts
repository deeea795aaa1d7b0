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
  let entry: Entry = { first: keys[0]!, others: new Set() };
  for (const [at, pair] of items.entries()) {
    if (at === 0) continue;
    if (!beginsEntry(keys, entry, at)) {
      entry.others.add(keys[at]!);
      continue;
    }
    entry = { first: keys[at]!, others: new Set() };
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

/** The keys of an entry so far. */
interface Entry {
  first: string;
  others: Set<string>;
}

/**
 * One key alone may have been written twice; an entry begins as the one before and repeats more of it,
 * or where its first line is gone too, repeats most of it.
 */
function beginsEntry(keys: readonly string[], { first, others }: Entry, at: number): boolean {
  if (keys[at] === first) return others.has(keys[at + 1]!);
  const isKnown = (key: string) => key === first || others.has(key);
  const repeated = keys.slice(at, at + WINDOW).filter(isKnown);
  return isKnown(keys[at]!) && repeated.length >= SEVERAL;
}

const WINDOW = 4;
const SEVERAL = 3;
