import type { Area, Succession } from '../area.ts';
import type { Day } from '../calendar.ts';

/** The words about areas and about several plans at once, in one language. */
export interface AreaWords {
  levels: Readonly<Record<Area['type'], string>>;
  columns: Readonly<
    Record<'rank' | 'area' | 'attainment' | 'unlimited' | 'reached' | 'measured', string>
  >;
  unknownLevel: string;
  ranked: (counted: number, ranked: number, all: number) => string;
  rule: string;
  judged: (asOf: Day, year: number, files: readonly string[]) => string;
  noAreas: string;
  unread: (rows: number) => string;
  hidden: (titles: readonly string[]) => string;
  /** Results of the area that took the plan's in are judged against the old targets. */
  judgedOnSuccessor: (succession: Succession) => string;
  /** There are such results, which do not count. */
  successorResults: (succession: Succession, indicators: number) => string;
}

/** The words of the summary above the tables of several plans. */
export interface OverviewWords {
  title: (plans: number, asOf: Day) => string;
  columns: Readonly<
    Record<'plan' | 'document' | 'year' | 'indicators' | 'waived' | 'overdue', string>
  >;
  counted: string;
  hidden: (titles: readonly string[]) => string;
}
