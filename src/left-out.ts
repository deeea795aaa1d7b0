import { byParts } from './by-parts.ts';
import type { Day } from './calendar.ts';
import { type Role, rolesOf } from './held-rows.ts';
import { periodYear } from './period.ts';
import { isKnown, type Result } from './result.ts';

/** Counts the rows that a keeper leaves out. */
export interface LeftOut {
  /** Takes a row that is known on the day, or so many like it; fewer than none where they were taken before. */
  add(result: Result, rows?: number): void;
  /** The kept rows, the last of an indicator, area and year with how many of those were left out. */
  counted(kept: readonly Result[]): Result[];
}

/**
 * What decides nothing because of its year or area is told row by row: so those that are left out are
 * counted by these.
 *
 * @param isCounted is a row of that role counted here, and not elsewhere?
 */
export function leftOut(asOf: Day, isCounted: (role: Role, result: Result) => boolean): LeftOut {
  const countOf = byParts<string | number, Count>(() => ({ rows: 0 }));

  function each(result: Result, use: (count: Count) => void): void {
    if (!isKnown(result, asOf)) return;
    const { indicator, area, period } = result;
    for (const role of rolesOf(result))
      if (role !== 'status' && isCounted(role, result))
        // What there is most of comes last, so that it lies in few maps.
        use(countOf([role, periodYear(period), area, indicator]));
  }

  return {
    add(result, rows = 1) {
      each(result, (count) => {
        count.rows += rows;
      });
    },
    counted(kept) {
      const own = new Map<Count, { at: number; rows: number }>();
      for (const [at, result] of kept.entries())
        each(result, (count) => own.set(count, { at, rows: (own.get(count)?.rows ?? 0) + 1 }));
      const told = [...kept];
      for (const [count, { at, rows }] of own)
        if (count.rows > rows) told[at] = withMore(told[at]!, count.rows - rows);
      return told;
    },
  };
}

interface Count {
  rows: number;
}

function withMore(result: Result, rows: number): Result {
  return { ...result, more: { ...result.more, rows: (result.more?.rows ?? 0) + rows } };
}
