import type { Finding, Place } from '../finding.ts';
import type { Limit } from '../limits.ts';
import type { NotCounted } from '../not-counted.ts';
import { isSamePlace } from '../place.ts';

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
  const listed: Unread[] = [];
  /** How many rows are counted with each entry. */
  const more: number[] = [];
  let lasts: Lasts | null = null;
  /** The latest row, and the entry that it is or is counted with. */
  let latest: { place: Place; at: number; isListed: boolean } | null = null;

  function list(place: Place, entry: Unread): void {
    const at = listed.push(entry) - 1;
    more.push(0);
    lasts?.[entry.reason].set(entry.indicator, at);
    latest = { place, at, isListed: true };
  }

  /** Whose row it is stays: it may be counted with those of others. */
  function replace(at: number, by: Unread): void {
    const before = listed[at]!;
    const entry = { ...by, indicator: before.indicator };
    listed[at] = entry;
    if (entry.reason === before.reason || lasts === null) return;
    const { indicator } = entry;
    if (lasts[before.reason].get(indicator) === at) lasts[before.reason].delete(indicator);
    lasts[entry.reason].set(indicator, at);
  }

  function count(place: Place, entry: Unread): void {
    lasts ??= lastsOf(listed);
    const lastOf = lasts[entry.reason];
    const own = lastOf.get(entry.indicator);
    const isAlone = own === undefined && listed.length < MOST_ROWS + MOST_SUBJECTS;
    const at = own ?? (isAlone ? undefined : lastOf.get(null));
    if (at === undefined) {
      list(place, isAlone ? entry : { ...entry, indicator: null });
      return;
    }
    more[at]! += 1;
    latest = { place, at, isListed: false };
  }

  return {
    add(found) {
      if (found.level !== 'error' || endsReading(found)) return;
      const { place } = found;
      const entry = entryOf(found);
      const again = latest !== null && isSamePlace(latest.place, place) ? latest : null;
      if (again?.isListed) {
        replace(again.at, entry);
        return;
      }
      if (again) more[again.at]! -= 1;
      if (listed.length < MOST_ROWS) list(place, entry);
      else count(place, entry);
    },
    entries: () => listed.map((one, at) => (more[at] === 0 ? one : { ...one, more: more[at]! })),
  };
}

/** Is it told that what comes behind this place of a table is not read at all? */
export function endsReading({ message: said }: Pick<Finding, 'message'>): boolean {
  return said.code === 'over-limit' && ENDING.has(said.args.limit);
}

const ENDING: ReadonlySet<Limit> = new Set(['broken-rows', 'headings']);

/** The last listed rows of each reason, by their indicators. */
type Lasts = Record<Unread['reason'], Map<string | null, number>>;

interface Unread extends NotCounted {
  reason: 'ended-area' | 'unreadable';
}

function lastsOf(listed: readonly Unread[]): Lasts {
  const lasts: Lasts = { 'ended-area': new Map(), unreadable: new Map() };
  for (const [at, { reason, indicator }] of listed.entries()) lasts[reason].set(indicator, at);
  return lasts;
}

function entryOf({ rule, place, about, message: { args } }: Finding): Unread {
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
