import type { ProgressRow } from './progress.ts';

/** Keeps of a stream of progress rows what can count on any day. */
export interface ProgressKeeper {
  add(row: ProgressRow): void;
  /** In the order of the files. */
  kept(): ProgressRow[];
}

/** So many rows are kept whatever they say. */
const MOST_ROWS = 20_000;

/**
 * Keeps all rows of a usual file. Of very many only those that can count on some day, so that memory
 * grows with occurrences, agencies and days, not with rows.
 */
export function progressKeeper(most: number = MOST_ROWS): ProgressKeeper {
  let rows: ProgressRow[] = [];
  let room = most;
  return {
    add(row) {
      rows.push(row);
      if (rows.length < room) return;
      rows = counting(rows);
      room = Math.max(most, 2 * rows.length);
    },
    kept: () => rows,
  };
}

/**
 * Of the rows on one occurrence, agency and day the last one counts, the last extension, the
 * last new date and the last note; the first one says how late a row without a date below it is.
 */
function counting(rows: readonly ProgressRow[]): ProgressRow[] {
  const firsts = new Map<string, ProgressRow>();
  const lasts = new Map<string, ProgressRow>();
  for (const row of rows) {
    const { status, note, due } = row;
    const key = keyOf(row);
    if (!firsts.has(key)) firsts.set(key, row);
    const isExtension = status === 'extended';
    lasts.set(`${key} ${isExtension}`, row);
    if (due !== null) lasts.set(`${key} ${isExtension} due`, row);
    if (note !== '') lasts.set(`${key} ${isExtension} note`, row);
  }
  const kept = new Set([...firsts.values(), ...lasts.values()]);
  const more = new Map<string, number>();
  for (const row of rows)
    if (!kept.has(row)) more.set(keyOf(row), (more.get(keyOf(row)) ?? 0) + 1 + (row.more ?? 0));
  return rows
    .filter((row) => kept.has(row))
    .map((row) => {
      const others = firsts.get(keyOf(row)) === row ? more.get(keyOf(row)) : undefined;
      return others === undefined ? row : { ...row, more: (row.more ?? 0) + others };
    });
}

function keyOf({ task, occurrence, agency, date }: ProgressRow): string {
  return JSON.stringify([task, occurrence, agency, date]);
}
