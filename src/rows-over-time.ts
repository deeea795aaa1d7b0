import type { OrderedRow } from './bounded-rows.ts';
import type { Day } from './calendar.ts';
import { heldRows, type Role } from './held-rows.ts';

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
}

/** So many rows are held whatever their period: most tables have fewer. */
const MOST_ROWS = 10_000;

/**
 * Holds the first rows; of all rows what each source says first and last of the periods that end on one
 * of the days, and of what ends between two of them the same of the foremost period.
 */
export function rowsOverTime({ ends, most = MOST_ROWS }: OverTime): RowsOverTime {
  if (ends.length === 0) return { add() {}, rows: () => [] };
  const days = [...new Set(ends)].sort();
  const first: OrderedRow[] = [];
  const held = heldRows();

  return {
    add(row, role) {
      if (first.length < most) first.push(row);
      const { end, text } = row.result.period;
      const slot = days.findIndex((day) => end <= day);
      if (slot >= 0) held.add(row, role, days[slot] === end ? text : slot);
    },
    rows: () => [...first, ...held.rows()],
  };
}
