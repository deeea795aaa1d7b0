import type { Incomparable, Relation } from '../diff.ts';
import type { RelationCounts } from '../diff-view.ts';

/** The words of `diff` across plans in one language; figures come in as numbers. */
export interface DiffWords {
  columns: Readonly<
    Record<'measure' | 'year' | 'plan' | 'document' | 'target' | 'relation', string>
  >;
  /** Relations in a cell; aligned ones are said of a plan that implements the reference. */
  relations: Readonly<Record<Exclude<Relation, 'other-year' | 'incomparable'>, string>>;
  aligned: Readonly<Record<'same' | 'stricter' | 'looser', string>>;
  /** Others have it too, and the reference has not. */
  extra: string;
  incomparable: (why: Incomparable) => string;
  /** A target of another year than the row's. */
  byYear: (year: number) => string;
  /** The reference has the measure, in another year than the row's. */
  referenceBy: (year: number) => string;
  /** The plan that the others are held against. */
  reference: string;
  done: string;
  /** A measure's row of look-alikes. */
  lookAlike: string;
  withoutGroup: string;
  /** The heading of measures that one plan alone has. */
  single: string;
  title: (plans: number, reference: string, isAligned: boolean) => string;
  /** `standIns` is how many of the missing ones the plan answers with a look-alike. */
  summary: (plan: string, rows: number, counts: RelationCounts, standIns: number) => string;
  alignment: (plan: string, rows: number, counts: RelationCounts, standIns: number) => string;
  lookAlikes: (rows: number, isShown: boolean) => string;
  years: (years: readonly number[]) => string;
  narrowed: (shown: number, all: number) => string;
  unasked: (measures: number, reference: string | null) => string;
  untimely: (measures: number) => string;
  unmeasured: (plans: readonly { plan: string; count: number; of: number }[]) => string;
  legend: (reference: string, isAligned: boolean) => string;
  nothing: string;
  hidden: (titles: readonly string[]) => string;
}
