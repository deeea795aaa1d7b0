import { type BoundedRows, boundedRows, type OrderedRow } from './bounded-rows.ts';
import type { Day } from './calendar.ts';
import { heldRows, isBeyondShare, type Role, rolesOf } from './held-rows.ts';
import { leftOut } from './left-out.ts';
import { periodYear } from './period.ts';
import { isKnown, type Result } from './result.ts';
import { type OverTime, rowsOverTime } from './rows-over-time.ts';

/** A sink that keeps of a stream of results what a command needs. */
export interface ResultKeeper {
  add(result: Result): void;
  /**
   * Asked for behind the last one: takes all of them once more, in the same order; `null` where that
   * is not needed.
   */
  again?(): ((result: Result) => void) | null;
  /** In the order of the files. */
  kept(): Result[];
  /** What it cannot do without; absent where that is every row. */
  needs?: Needs;
}

/**
 * What of the rows of one source, indicator, area, kind of figure and year a keeper needs: the first
 * and last of the foremost day are enough, unless this says more.
 */
export interface Needs {
  asOf: Day;
  /** Is it every day? */
  isEach(address: string): boolean;
  /** Is it whether figures of one time differ? */
  isOfValues: boolean;
  /** May rows like this one be left out? Those that are told or counted one by one may not. */
  standsForOthers(result: Result): boolean;
  /** Takes so many rows like this one that are not handed over; fewer than none where they were. */
  count(result: Result, rows: number): void;
  /** What is enough where not every day can be handed over, of the rows of one table; absent where nothing less is. */
  ofVeryMany?: NeedsOfVeryMany;
}

/**
 * What a keeper needs of more rows than it holds: every row of what it holds first, rows of one source for one time
 * that do not all say the same, and of each source besides what {@link Needs} says of a year.
 */
export interface NeedsOfVeryMany {
  /** Is every day needed of the address? */
  isEach(address: string): boolean;
  /** Of so many sources and times all rows are to be handed over, the first ones. */
  first: number;
  /** Of so many sources of a figure in a year rows are kept: those that the table names first. */
  sources: number;
  /** Has the keeper no room for others, if it takes these? */
  isFilledBy(results: Iterable<Result>): boolean;
  /** Earlier days of which it is asked what was known on them, of these rows besides others. */
  daysAskedBy(results: Iterable<Result>): ReadonlySet<Day>;
}

/**
 * A sink that keeps of a stream of results only what an evaluation as of one day can need, so that
 * memory grows with indicators, areas and years but not with rows: per indicator, area and calendar
 * year what each source says for the foremost period of numbers, of those with a day of publication apart, for an official
 * word is held against what was known on its day; and every period of statuses, milestones and
 * addresses that are asked for each. Of what is only told of, numbers that no share can be and what
 * is not known yet, the first rows are kept and the others counted.
 *
 * @param isEach is every period of the address needed: what accumulates, a whole made of areas?
 * @param wanted the days on which periods end of which the figures are wanted too
 */
export function resultKeeper(
  asOf: Day,
  isEach: (address: string) => boolean = () => false,
  isShare: (address: string) => boolean = () => true,
  wanted: OverTime = { ends: [] },
): ResultKeeper {
  const held = heldRows();
  const overTime = rowsOverTime(wanted);
  const left = leftOut(asOf, isCounted);
  const later = laterRows();
  const beyond = beyondRows();
  let order = 0;

  const isBeyond = (result: Result) => isShare(result.indicator) && isBeyondShare(result);

  /** Of periods that are all kept none is left out, and what no share can be is counted already. */
  function isCounted(role: Role, { indicator }: Result): boolean {
    return !isEach(indicator) && !(role === 'beyond' && isShare(indicator));
  }

  function* beyondIn(rows: readonly OrderedRow[]): Generator<OrderedRow> {
    for (const row of rows) if (isBeyond(row.result)) yield row;
  }

  return {
    add(result) {
      order += 1;
      const row = { result, order };
      if (!isKnown(result, asOf)) {
        later.add(row);
        return;
      }
      const roles = rolesOf(result);
      left.add(result, 1, roles);
      if (isBeyond(result)) beyond.add(row);
      for (const role of roles) {
        const isOfPeriod = EACH_PERIOD.has(role) || isEach(result.indicator);
        const each = isOfPeriod ? result.period.text : periodYear(result.period);
        held.add(row, role, each);
        overTime.add(row, role);
      }
    },
    ...(wanted.ends.length === 0 && {
      needs: {
        asOf,
        isEach,
        isOfValues: false,
        standsForOthers: (result) => isKnown(result, asOf) && !isBeyond(result),
        count: left.add,
      },
    }),
    kept() {
      const needed = [...held.rows(), ...overTime.rows()];
      const told = [...beyond.rows(beyondIn(needed)), ...later.rows()];
      return left.counted(eachOnce([...needed, ...told]));
    },
  };
}

/** In their order; of those with the same place the last one stands for all. */
function eachOnce(rows: OrderedRow[]): Result[] {
  rows.sort((a, b) => a.order - b.order);
  return rows.filter(({ order }, at) => rows[at + 1]?.order !== order).map(({ result }) => result);
}

export const EACH_PERIOD: ReadonlySet<Role> = new Set(['milestone', 'status']);

/** Rows that are not known yet. */
export function laterRows(): BoundedRows {
  return boundedRows('rows', ({ indicator, area, period, value, isAnswered }) =>
    [indicator, area, periodYear(period), value?.kind, isAnswered].join('\n'),
  );
}

/** Rows with numbers that no share can be. */
export function beyondRows(): BoundedRows {
  return boundedRows('rows', ({ indicator, area, period }) =>
    [indicator, area, periodYear(period)].join('\n'),
  );
}
