import { type BoundedRows, boundedRows, type OrderedRow as Row } from './bounded-rows.ts';
import type { Day } from './calendar.ts';
import { latestFirst, periodYear } from './period.ts';
import { correctedBy, isCorrection, isKnown, type Result } from './result.ts';
import { isOutOfRange } from './standing.ts';

/** So many sources of one figure are kept; the first ones. */
const MOST_SOURCES = 50;

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
}

/**
 * The rows of one role for one calendar year, of the foremost period: what each source said first,
 * which gives it its place among the others, and what corrects that.
 */
interface Held {
  foremost: Row;
  /** Absent while that is the only row. */
  bySource: Map<string, { first: Row; corrected: Row }> | null;
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
 */
export function resultKeeper(
  asOf: Day,
  isEach: (address: string) => boolean = () => false,
  isShare: (address: string) => boolean = () => true,
): ResultKeeper {
  const held = heldRows();
  const later = laterRows();
  const beyond = beyondRows();
  let order = 0;
  return {
    add(result) {
      order += 1;
      if (!isKnown(result, asOf)) {
        later.add({ result, order });
        return;
      }
      for (const role of rolesOf(result)) {
        if (role === 'beyond' && isShare(result.indicator)) beyond.add({ result, order });
        const isOfPeriod = EACH_PERIOD.has(role) || isEach(result.indicator);
        const each = isOfPeriod ? result.period.text : periodYear(result.period);
        held.add({ result, order }, role, each);
      }
    },
    needs: {
      asOf,
      isEach,
      isOfValues: false,
      standsForOthers: (result) =>
        isKnown(result, asOf) && !(isShare(result.indicator) && rolesOf(result).includes('beyond')),
    },
    kept() {
      const told = [...beyond.rows(), ...later.rows()];
      const unique = new Map([...held.rows(), ...told].map(({ result, order }) => [order, result]));
      return [...unique].sort(([a], [b]) => a - b).map(([, result]) => result);
    },
  };
}

/** A number that no share can be is kept beside those that any can: whether it is one is not known here. */
export type Role = 'number' | 'beyond' | 'milestone' | 'status' | 'answered';

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

/** What the row can be asked for. */
export function rolesOf(result: Result): readonly Role[] {
  const { status, isAnswered } = result;
  const ofValue = roleOfValue(result);
  if (status === null && !isAnswered) return ofValue === null ? NO_ROLE : ONLY[ofValue];
  const roles: Role[] = ofValue === null ? [] : [ofValue];
  if (status !== null) roles.push('status');
  if (isAnswered) roles.push('answered');
  return roles;
}

function roleOfValue(result: Result): Role | null {
  if (result.value === null) return null;
  if (result.value.kind === 'milestone') return 'milestone';
  return isOutOfRange(result, SHARE) ? 'beyond' : 'number';
}

const SHARE = { isShare: true };
const NO_ROLE: readonly Role[] = [];
const ONLY = {
  number: ['number'],
  beyond: ['beyond'],
  milestone: ['milestone'],
  status: ['status'],
  answered: ['answered'],
} as const satisfies Record<Role, readonly Role[]>;

/** The rows of an indicator in an area that can be asked for the same, by their times. */
interface Line {
  role: Role;
  area: string;
  /** Have they a day of publication? */
  isPublished: boolean;
  times: Map<string | number, Held>;
}

/**
 * Holds rows by indicator, area, role and time, those with a day of publication apart. No text is made
 * of each row to look them up by.
 */
function heldRows() {
  const all = new Map<string, { last: Line; lines: Map<string, Line> }>();

  function lineOf({ indicator, area, published }: Result, role: Role): Line {
    const isPublished = published !== null;
    const known = all.get(indicator);
    if (known !== undefined) {
      const { last } = known;
      if (last.role === role && last.area === area && last.isPublished === isPublished) return last;
    }
    const key = `${role}\n${area}\n${isPublished}`;
    const line = known?.lines.get(key) ?? { role, area, isPublished, times: new Map() };
    if (known === undefined) all.set(indicator, { last: line, lines: new Map([[key, line]]) });
    else {
      known.lines.set(key, line);
      known.last = line;
    }
    return line;
  }

  return {
    add(row: Row, role: Role, each: string | number): void {
      const { times } = lineOf(row.result, role);
      const before = times.get(each);
      if (before === undefined) times.set(each, { foremost: row, bySource: null });
      else hold(before, row);
    },
    *rows(): Generator<Row> {
      for (const { lines } of all.values())
        for (const { times } of lines.values()) yield* [...times.values()].flatMap(rowsOf);
    },
  };
}

/** The foremost period wins; of one period every source is heard, its later row in place of its earlier. */
function hold(held: Held, row: Row): void {
  const { result } = row;
  const order = latestFirst(result.period, held.foremost.result.period);
  if (order > 0) return;
  if (order < 0) {
    held.foremost = row;
    held.bySource = null;
    return;
  }
  held.bySource ??= new Map([ownOf(held.foremost)]);
  const source = correctedBy(result);
  const own = held.bySource.get(source);
  if (own !== undefined) {
    if (isCorrection(result, own.corrected.result)) own.corrected = row;
  } else if (held.bySource.size < MOST_SOURCES) held.bySource.set(...ownOf(row));
}

function ownOf(row: Row): [string, { first: Row; corrected: Row }] {
  return [correctedBy(row.result), { first: row, corrected: row }];
}

function rowsOf({ foremost, bySource }: Held): Row[] {
  if (bySource === null) return [foremost];
  return [...bySource.values()].flatMap(({ first, corrected }) => [first, corrected]);
}
