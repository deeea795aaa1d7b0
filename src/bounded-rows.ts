import type { Result, Uncounted } from './result.ts';

/** So many rows of one kind of thing are kept one by one. */
const MOST_ROWS = 10_000;

/** A row with its place among all of a stream. */
export interface OrderedRow {
  result: Result;
  order: number;
}

/** Takes rows that are only told of. */
export interface BoundedRows {
  add(row: OrderedRow): void;
  /**
   * Those kept; how many more there are of a row's kind stands in its `more`.
   * @param others rows that it took and that are kept elsewhere, too: they are not among the more
   */
  rows(others?: Iterable<OrderedRow>): OrderedRow[];
}

/**
 * Keeps the first rows one by one; later ones are counted with the last kept one of the same kind.
 * @param what what the rows are counted as
 */
export function boundedRows(
  what: keyof Uncounted,
  kindOf: (result: Result) => string,
  most: number = MOST_ROWS,
): BoundedRows {
  const kept: OrderedRow[] = [];
  const more = new Map<number, number>();
  let lastOf: Map<string, number> | null = null;
  return {
    add(row) {
      if (kept.length < most) {
        kept.push(row);
        return;
      }
      lastOf ??= new Map(kept.map(({ result }, at) => [kindOf(result), at]));
      const kind = kindOf(row.result);
      const at = lastOf.get(kind);
      if (at === undefined) lastOf.set(kind, kept.push(row) - 1);
      else more.set(at, (more.get(at) ?? 0) + 1);
    },
    rows(others = []) {
      if (more.size === 0) return [...kept];
      const left = new Map(more);
      const told = new Set(kept.map(({ order }) => order));
      for (const { result, order } of others) {
        if (told.has(order)) continue;
        told.add(order);
        const at = lastOf?.get(kindOf(result));
        if (at !== undefined) left.set(at, (left.get(at) ?? 0) - 1);
      }
      return kept.map(({ result, order }, at) => {
        const rest = left.get(at) ?? 0;
        if (rest === 0) return { result, order };
        return { result: { ...result, more: { ...result.more, [what]: rest } }, order };
      });
    },
  };
}
