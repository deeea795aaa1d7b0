import type { Report } from '../finding.ts';

/**
 * A report for each item, or one for all where most of the plan's items are concerned: then it is
 * the document's way, and a list of them all would bury the rest.
 */
export function eachOrTogether<Item>(
  concerned: readonly Item[],
  all: number,
  each: (item: Item) => Report,
  together: (count: number) => Report,
): Report[] {
  if (concerned.length === 0) return [];
  return concerned.length * 2 > all ? [together(concerned.length)] : concerned.map(each);
}
