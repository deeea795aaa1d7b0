import type { Day } from './calendar.ts';
import { latestFirst, periodYear } from './period.ts';
import { correctedBy, isKnown, type Result } from './result.ts';
import { isOutOfRange } from './standing.ts';

/** Rows that count for nothing yet are kept up to this many; beyond it they are only counted. */
const MOST_LATER = 1000;
/** So many sources of one figure are kept; the first ones. */
const MOST_SOURCES = 50;

/** A sink that keeps of a stream of results what a command needs. */
export interface ResultKeeper {
  add(result: Result): void;
  /** In the order of the files. */
  kept(): Result[];
  /** How many rows dated after the as-of day were counted and not kept. */
  uncounted(): number;
}

/** The rows of one role for one calendar year: those of the foremost period, by source. */
interface Held {
  foremost: Result;
  bySource: Map<string, { result: Result; order: number }>;
}

/**
 * A sink that keeps of a stream of results only what an evaluation as of one day can need, so that
 * memory grows with indicators, areas and years but not with rows: per indicator, area and calendar
 * year what each source says for the foremost period of numbers and of statuses; every period of
 * milestones and of figures that accumulate; and of what is dated after the day a bounded number.
 */
export function resultKeeper(
  asOf: Day,
  accumulates: (address: string) => boolean = () => false,
): ResultKeeper {
  const held = new Map<string, Held>();
  const later: { result: Result; order: number }[] = [];
  let order = 0;
  let uncounted = 0;
  return {
    add(result) {
      order += 1;
      if (!isKnown(result, asOf)) {
        if (later.length < MOST_LATER) later.push({ result, order });
        else uncounted += 1;
        return;
      }
      for (const role of rolesOf(result)) {
        const isEach = role === 'milestone' || accumulates(result.indicator);
        const each = isEach ? result.period.text : periodYear(result.period);
        hold(held, [role, result.indicator, result.area, each].join('\n'), { result, order });
      }
    },
    kept() {
      const rows = [...held.values()].flatMap(({ bySource }) => [...bySource.values()]);
      const places = new Map([...rows, ...later].map(({ result, order }) => [result, order]));
      return [...places].sort(([, a], [, b]) => a - b).map(([result]) => result);
    },
    uncounted: () => uncounted,
  };
}

/** A number that no share can be is kept beside those that any can: whether it is one is not known here. */
type Role = 'number' | 'beyond' | 'milestone' | 'status' | 'answered';

function rolesOf(result: Result): Role[] {
  const roles: Role[] = [];
  if (result.value?.kind === 'number')
    roles.push(isOutOfRange(result, { isShare: true }) ? 'beyond' : 'number');
  if (result.value?.kind === 'milestone') roles.push('milestone');
  if (result.status !== null) roles.push('status');
  if (result.isAnswered) roles.push('answered');
  return roles;
}

/** The foremost period wins; of one period every source is heard, its later row in place of its earlier. */
function hold(all: Map<string, Held>, key: string, row: { result: Result; order: number }): void {
  const { result } = row;
  const before = all.get(key);
  const order = before === undefined ? -1 : latestFirst(result.period, before.foremost.period);
  if (before === undefined || order < 0) {
    all.set(key, { foremost: result, bySource: new Map([[correctedBy(result), row]]) });
    return;
  }
  if (order > 0) return;
  const source = correctedBy(result);
  const own = before.bySource.get(source);
  if (own === undefined) {
    if (before.bySource.size < MOST_SOURCES) before.bySource.set(source, row);
  } else if ((result.published ?? '') >= (own.result.published ?? ''))
    before.bySource.set(source, { result, order: own.order });
}
