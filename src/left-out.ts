import { byParts } from './by-parts.ts';
import type { Day } from './calendar.ts';
import { type Role, rolesOf } from './held-rows.ts';
import { periodYear } from './period.ts';
import { isKnown, type Result } from './result.ts';

/** Counts the rows that a keeper leaves out. */
export interface LeftOut {
  /** Takes a row that is known on the day, or so many like it; fewer than none where they were taken before. */
  add(result: Result, rows?: number, roles?: readonly Role[]): void;
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
  // What there is most of comes last, so that it lies in few maps.
  const countsOf = byParts<string | number, Map<string, Count>>(() => new Map());

  /** What a row that is known is counted with; `null` where it is not counted. */
  function countOf(role: Role, result: Result): Count | null {
    if (role === 'status' || !isCounted(role, result)) return null;
    const { indicator, area, period } = result;
    const counts = countsOf([role, periodYear(period), area]);
    let count = counts.get(indicator);
    if (count === undefined) {
      count = { rows: 0, kept: 0, last: 0 };
      counts.set(indicator, count);
    }
    return count;
  }

  return {
    add(result, rows = 1, roles = rolesOf(result)) {
      if (!isKnown(result, asOf)) return;
      for (const role of roles) {
        const count = countOf(role, result);
        if (count !== null) count.rows += rows;
      }
    },
    counted(kept) {
      const own = new Set<Count>();
      for (const [at, result] of kept.entries()) {
        if (!isKnown(result, asOf)) continue;
        for (const role of rolesOf(result)) {
          const count = countOf(role, result);
          if (count === null) continue;
          own.add(count);
          count.kept += 1;
          count.last = at;
        }
      }
      const told = [...kept];
      for (const count of own) {
        const { rows, kept: held, last } = count;
        if (rows > held) told[last] = withMore(told[last]!, rows - held);
        count.kept = 0;
      }
      return told;
    },
  };
}

interface Count {
  rows: number;
  /** How many of them are kept, and the place of the last one among all that are. */
  kept: number;
  last: number;
}

function withMore(result: Result, rows: number): Result {
  return { ...result, more: { ...result.more, rows: (result.more?.rows ?? 0) + rows } };
}
