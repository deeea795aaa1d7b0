import type { Finding } from '../finding.ts';
import type { NotCounted } from '../not-counted.ts';
import { placeText } from '../place.ts';

/** So many rows of one table are listed one by one. */
const MOST_ROWS = 10_000;
/** So many reasons and subjects more may have an entry of their own behind these. */
const MOST_SUBJECTS = 1000;

/** Takes the findings of one table, in the order of its rows, for the rows that they take out. */
export interface UnreadLog {
  add(found: Finding): void;
  entries(): NotCounted[];
}

/**
 * Lists the rows that cannot be read, each once, by the last error in it. The list does not grow
 * with a table in which every row is wrong: what comes behind the first rows is counted with the
 * last listed one of the same reason and indicator.
 */
export function unreadLog(): UnreadLog {
  const rows = new Map<string, NotCounted>();
  const more = new Map<NotCounted, number>();
  let lastOf: Map<string, NotCounted> | null = null;
  let counted: { row: string; with: NotCounted } | null = null;

  function list(row: string, entry: NotCounted): void {
    rows.set(row, entry);
    lastOf?.set(kindOf(entry), entry);
  }

  function count(row: string, entry: NotCounted): void {
    lastOf ??= new Map([...rows.values()].map((one) => [kindOf(one), one]));
    const fits = lastOf.has(kindOf(entry)) || rows.size < MOST_ROWS + MOST_SUBJECTS;
    const kind = fits ? entry : { ...entry, indicator: null };
    const known = lastOf.get(kindOf(kind));
    if (known === undefined) {
      list(row, kind);
      return;
    }
    more.set(known, (more.get(known) ?? 0) + 1);
    counted = { row, with: known };
  }

  return {
    add(found) {
      if (found.level !== 'error') return;
      const { file, sheet, line } = found.place;
      const row = placeText({ file, sheet, line });
      if (counted?.row === row) more.set(counted.with, more.get(counted.with)! - 1);
      counted = null;
      if (rows.size < MOST_ROWS || rows.has(row)) list(row, entryOf(found));
      else count(row, entryOf(found));
    },
    entries: () =>
      [...rows.values()].map((one) => {
        const others = more.get(one) ?? 0;
        return others === 0 ? one : { ...one, more: others };
      }),
  };
}

function kindOf({ reason, indicator }: NotCounted): string {
  return `${reason}\n${indicator ?? '\n'}`;
}

function entryOf({ rule, place, about, message: { args } }: Finding): NotCounted {
  const { file, sheet, line } = place;
  return {
    reason: rule === 'csv-ended-area' ? 'ended-area' : 'unreadable',
    file,
    sheet,
    line,
    indicator: about,
    text: 'found' in args ? String(args.found) : '',
  };
}
