import type { Document, Pair, YAMLMap } from 'yaml';
import type { Cause } from './yaml-causes.ts';
import { rangeOf, syntax } from './yaml-syntax.ts';
import { wholeYaml } from './yaml-whole.ts';

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
  const keys = items.map((pair) => keyOf(pair, text));
  for (const [at, pair] of items.entries()) {
    // One key alone may have been written twice; an entry begins as the one before and repeats more of it.
    if (at === 0 || keys[at] !== keys[0] || !keys.slice(1, at).includes(keys[at + 1]!)) continue;
    const [from, to] = rangeOf(pair.key)!;
    if (
      !/(?:^|\n)[ ]*$/.test(text.slice(Math.max(0, from - 100), from)) ||
      text.slice(from - 2, from) !== '  '
    )
      continue;
    const edits = [{ from: from - 2, to: from, text: '- ' }];
    yield {
      from,
      to,
      message: syntax('no-dash', keys[at]!),
      suggestion: null,
      edits,
      sure: 'unsafe',
    };
  }
}

function keyOf({ key }: Pair, text: string): string {
  const range = rangeOf(key);
  return range ? text.slice(...range) : '';
}
