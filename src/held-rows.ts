import type { OrderedRow as Row } from './bounded-rows.ts';
import { latestFirst } from './period.ts';
import { areCorrections, correctedBy, isCorrection, type Result } from './result.ts';
import { isOutOfRange } from './standing.ts';

/** So many sources of every figure are kept, the first ones; and of all figures so many besides. */
const MOST_SOURCES = 50;
const MOST_BESIDES = 20_000;

/** A number that no share can be is kept beside those that any can: whether it is one is not known here. */
export type Role = 'number' | 'beyond' | 'milestone' | 'status' | 'answered';

/**
 * The rows of one role for one calendar year, of the foremost period: what each source said first,
 * which gives it its place among the others, and what corrects that.
 */
interface Held {
  foremost: Row;
  /** In the order of the sources; absent while the foremost is the only row. */
  said: Said[] | null;
  /** The same by source; absent while there are few. */
  bySource: Map<string, Said> | null;
}

/** What one source says. */
interface Said {
  first: Row;
  corrected: Row;
}

/** Up to so many sources each is asked: that takes less than a text to look them up by. */
const FEW_SOURCES = 6;

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

/** Is the row's number one that no share can be? */
export function isBeyondShare(result: Result): boolean {
  return roleOfValue(result) === 'beyond';
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
export function heldRows() {
  const all = new Map<string, { last: Line; lines: Map<string, Line> }>();
  const room = { left: MOST_BESIDES };

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
      if (before === undefined) times.set(each, { foremost: row, said: null, bySource: null });
      else hold(before, row, room);
    },
    /** Each once for each of the things that it can be asked for. */
    rows(): Row[] {
      const rows: Row[] = [];
      for (const { lines } of all.values())
        for (const { times } of lines.values())
          for (const held of times.values()) putRows(held, rows);
      return rows;
    },
  };
}

/** The foremost period wins; of one period every source is heard, its later row in place of its earlier. */
function hold(held: Held, row: Row, room: { left: number }): void {
  const { result } = row;
  const order = latestFirst(result.period, held.foremost.result.period);
  if (order > 0) return;
  if (order < 0) {
    room.left += Math.max(0, (held.said?.length ?? 0) - MOST_SOURCES);
    held.foremost = row;
    held.said = null;
    held.bySource = null;
    return;
  }
  held.said ??= [{ first: held.foremost, corrected: held.foremost }];
  const own = saidBy(result, held.said, held.bySource);
  if (own !== undefined) {
    if (isCorrection(result, own.corrected.result)) own.corrected = row;
    return;
  }
  if (held.said.length >= MOST_SOURCES) {
    if (room.left === 0) return;
    room.left -= 1;
  }
  putSaid(held, held.said, { first: row, corrected: row });
}

function saidBy(result: Result, said: readonly Said[], bySource: Held['bySource']) {
  if (bySource !== null) return bySource.get(correctedBy(result));
  return said.find(({ first }) => areCorrections(first.result, result));
}

function putSaid(held: Held, said: Said[], one: Said): void {
  // What is added to a list leaves room in it for many more.
  if (said.length < FEW_SOURCES) held.said = [...said, one];
  else said.push(one);
  if (held.bySource !== null) held.bySource.set(correctedBy(one.first.result), one);
  else if (said.length > FEW_SOURCES)
    held.bySource = new Map(said.map((own) => [correctedBy(own.first.result), own]));
}

function putRows({ foremost, said }: Held, rows: Row[]): void {
  if (said === null) rows.push(foremost);
  else
    for (const { first, corrected } of said) {
      rows.push(first);
      if (corrected !== first) rows.push(corrected);
    }
}
