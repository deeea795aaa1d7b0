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
  const counts = new Map<string, number>();

  function kindsOf(result: Result): string[] {
    const { indicator, area, period } = result;
    return rolesOf(result)
      .filter((role) => role !== 'status' && isCounted(role, result))
      .map((role) => `${indicator}\n${role}\n${periodYear(period)}\n${area}`);
  }

  return {
    add(result, rows = 1) {
      if (!isKnown(result, asOf)) return;
      for (const kind of kindsOf(result)) counts.set(kind, (counts.get(kind) ?? 0) + rows);
    },
    counted(kept) {
      const left = new Map(counts);
      const lastOf = new Map<string, number>();
      for (const [at, result] of kept.entries()) {
        if (!isKnown(result, asOf)) continue;
        for (const kind of kindsOf(result)) {
          left.set(kind, left.get(kind)! - 1);
          lastOf.set(kind, at);
        }
      }
      const all = [...kept];
      for (const [kind, at] of lastOf)
        if (left.get(kind)! > 0) all[at] = withMore(all[at]!, left.get(kind)!);
      return all;
    },
  };
}

function withMore(result: Result, rows: number): Result {
  return { ...result, more: { ...result.more, rows: (result.more?.rows ?? 0) + rows } };
}
