import type { Day } from './calendar.ts';
import type { Plan } from './plan.ts';
import { occurrenceKeys, type ProgressRow } from './progress.ts';

/** Keeps of a stream of progress rows what can count on the days that are asked for. */
export interface ProgressKeeper {
  /** Takes a row that can be used, as the reader hands it over. */
  add(row: ProgressRow): void;
  /** In the order of the files; how many more there are of an occurrence and agency stands in `more`. */
  kept(): ProgressRow[];
}

/** So many rows are kept whatever they say. */
const MOST_ROWS = 20_000;

/** A row with its place among all, from 0. */
interface Placed {
  row: ProgressRow;
  order: number;
  /** The day that it is as late as; empty where no dated row stands above it. */
  at: string;
  /** Of a row without date the one that says how late it is. */
  anchor: Placed | null;
}

/** What counts of the rows that are known on one day. */
interface OnDay {
  latest: Placed | null;
  /** The last word, the last extension and the last note. */
  lasts: Map<'word' | 'extension' | 'note', Placed>;
}

/** The rows of one occurrence and agency. */
interface Group {
  onDays: readonly OnDay[];
  /** The first row of a day after all that are asked for. */
  later: Placed | null;
  /** Rows behind those that are kept whatever they say. */
  behind: { known: number; later: number };
}

/**
 * Keeps all rows of a usual file. Behind the first ones it keeps those that count on one of the days,
 * so that memory grows with occurrences and agencies, not with rows.
 *
 * @param days the days as of which deadlines are judged; `null` for all rows
 */
export function progressKeeper(
  plan: Plan,
  days: readonly Day[] | null,
  most: number = MOST_ROWS,
): ProgressKeeper {
  const keyOf = occurrenceKeys(plan);
  const first: ProgressRow[] = [];
  const groups = new Map<string, Group>();
  let seen = 0;

  function place(row: ProgressRow, asked: readonly Day[]): void {
    const key = keyOf(row);
    const group = groups.get(key) ?? newGroup(asked);
    groups.set(key, group);
    const isLater = row.date !== null && asked.every((day) => row.date! > day);
    if (seen >= most) group.behind[isLater ? 'later' : 'known'] += 1;
    if (isLater) group.later ??= { row, order: seen, at: row.date!, anchor: null };
    else placeOnDays(group, row, seen, asked);
    seen += 1;
  }

  return {
    add(row) {
      if (days === null || first.length < most) {
        first.push(row);
        return;
      }
      if (seen === 0) for (const one of first) place(one, days);
      place(row, days);
    },
    kept() {
      const kept = new Map(first.entries());
      for (const group of groups.values()) keep(group, kept, most);
      return [...kept].sort(([a], [b]) => a - b).map(([, row]) => row);
    },
  };
}

function newGroup(days: readonly Day[]): Group {
  const onDays = days.map((): OnDay => ({ latest: null, lasts: new Map() }));
  return { onDays, later: null, behind: { known: 0, later: 0 } };
}

function placeOnDays({ onDays }: Group, row: ProgressRow, order: number, days: readonly Day[]) {
  const { date, status, note } = row;
  for (const [index, onDay] of onDays.entries()) {
    if (date !== null && date > days[index]!) continue;
    const anchor = date === null ? onDay.latest : null;
    const placed = { row, order, at: date ?? anchor?.at ?? '', anchor };
    if (date !== null && date > (onDay.latest?.at ?? '')) onDay.latest = placed;
    hold(onDay, 'word', placed);
    if (status === 'extended') hold(onDay, 'extension', placed);
    if (note !== '') hold(onDay, 'note', placed);
  }
}

function hold({ lasts }: OnDay, what: 'word' | 'extension' | 'note', placed: Placed): void {
  const before = lasts.get(what);
  if (before === undefined || placed.at >= before.at) lasts.set(what, placed);
}

/** Adds what is kept of a group, and tells the number of the others with the first of them. */
function keep({ onDays, later, behind }: Group, kept: Map<number, ProgressRow>, most: number) {
  const lasts = onDays.flatMap((onDay) => [...onDay.lasts.values()]);
  const known = lasts.flatMap(({ anchor, ...one }) => (anchor === null ? [one] : [one, anchor]));
  tell(known, behind.known, kept, most);
  if (later !== null) tell([later], behind.later, kept, most);
}

function tell(
  own: readonly Pick<Placed, 'row' | 'order'>[],
  behind: number,
  kept: Map<number, ProgressRow>,
  most: number,
): void {
  const rows = [...new Map(own.map(({ row, order }) => [order, row]))].sort(([a], [b]) => a - b);
  const others = behind - rows.filter(([order]) => order >= most).length;
  for (const [at, [order, row]] of rows.entries())
    kept.set(order, at === 0 && others > 0 ? { ...row, more: others } : row);
}
