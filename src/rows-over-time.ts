import type { OrderedRow } from './bounded-rows.ts';
import type { Day } from './calendar.ts';
import { heldRows, type Role, rolesOf } from './held-rows.ts';
import { periodYear } from './period.ts';
import { isKnown, type Result } from './result.ts';

/** Of which days figures are wanted, and how many rows are held whatever their period. */
export interface OverTime {
  /** The days on which periods end; where there is none nothing is held. */
  ends: readonly Day[];
  most?: number;
}

/** What courses over time need of a stream of rows. */
export interface RowsOverTime {
  add(row: OrderedRow, role: Role): void;
  rows(): Iterable<OrderedRow>;
  /** Of all that a keeper has kept, each with how many of its indicator, area and year were left out. */
  counted(kept: Result[]): Result[];
}

/** So many rows are held whatever their period: most tables have fewer. */
const MOST_ROWS = 10_000;

/**
 * Holds of what is known on a day the first rows; of all rows what each source says first and last of
 * the periods that end on one of the days, and of what ends between two of them the same of the
 * foremost period. What decides nothing because of its year or area is told row by row: so those that
 * are left out are counted by these.
 *
 * @param isCounted is a row of that role counted here, and not elsewhere?
 */
export function rowsOverTime(
  asOf: Day,
  { ends, most = MOST_ROWS }: OverTime,
  isCounted: (role: Role, result: Result) => boolean,
): RowsOverTime {
  if (ends.length === 0) return { add() {}, rows: () => [], counted: (kept) => kept };
  const days = [...new Set(ends)].sort();
  const first: OrderedRow[] = [];
  const held = heldRows();
  const counts = new Map<string, number>();

  function keyOf(role: Role, result: Result): string | null {
    if (role === 'status' || !isCounted(role, result)) return null;
    return [role, result.indicator, result.area, periodYear(result.period)].join('\n');
  }

  return {
    add(row, role) {
      const key = keyOf(role, row.result);
      if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
      if (first.length < most) first.push(row);
      const { end, text } = row.result.period;
      const slot = days.findIndex((day) => end <= day);
      if (slot >= 0) held.add(row, role, days[slot] === end ? text : slot);
    },
    rows: () => [...first, ...held.rows()],
    counted(kept) {
      const left = new Map(counts);
      const lastOf = new Map<string, number>();
      for (const [at, result] of kept.entries()) {
        if (!isKnown(result, asOf)) continue;
        for (const role of rolesOf(result)) {
          const key = keyOf(role, result);
          if (key === null) continue;
          left.set(key, left.get(key)! - 1);
          lastOf.set(key, at);
        }
      }
      const all = [...kept];
      for (const [key, rows] of left)
        if (rows > 0) all[lastOf.get(key)!] = withMore(all[lastOf.get(key)!]!, rows);
      return all;
    },
  };
}

function withMore(result: Result, rows: number): Result {
  return { ...result, more: { ...result.more, rows: (result.more?.rows ?? 0) + rows } };
}
