import { boundedRows, type OrderedRow } from '../bounded-rows.ts';
import { byParts } from '../by-parts.ts';
import type { Day } from '../calendar.ts';
import { MOST_FINDINGS } from '../finding-log.ts';
import { isBeyondShare, type Role, rolesOf } from '../held-rows.ts';
import { leftOut } from '../left-out.ts';
import { latestFirst, periodYear } from '../period.ts';
import { memorySpill, type Repeating, repeatLog, type Spill, shortHash } from '../repeat-log.ts';
import { correctedBy, isCorrection, isKnown, type Result } from '../result.ts';
import { beyondRows, EACH_PERIOD, laterRows, type ResultKeeper } from '../result-keeper.ts';
import { rowsOverTime } from '../rows-over-time.ts';
import { isRatioWrong } from './ratios.ts';
import { valueText } from './sources.ts';

/** What an audit's keeper is told of the plan and of the question. */
export interface AuditKeeping {
  /** Addresses of which every period may be needed: what accumulates, and wholes made of areas. */
  isEach?: (address: string) => boolean;
  /** Can the figures of the address be no more than 100? */
  isShare?: (address: string) => boolean;
  /** Earlier days as of which the results are judged too. */
  days?: readonly Day[];
  /** The days on which periods end of which the figures are wanted too. */
  ends?: readonly Day[];
  /** Makes room for what is remembered of very many rows; in memory where absent. */
  spill?: () => Spill;
  /** So many rows of known figures and statuses are kept, whatever their period. */
  most?: number;
  /** So many figures that their source corrects are told one by one, of those that are not kept. */
  mostCorrected?: number;
}

/** Of so many rows every period of every source is kept. */
const MOST_HELD = 5000;
/** So many sources of one figure are kept; the first ones. */
const MOST_SOURCES = 50;

/**
 * A sink that keeps of a stream of results what an audit as of one day can need: what each source
 * says of an indicator and area for a period, the rows whose value is not their ratio, and what is
 * not known yet. Of rows that one source gives several times for the same time the first is kept and
 * what corrects it.
 *
 * From very many rows on, only the foremost period of a calendar year is kept of each source; what
 * else is needed, figures that their source corrects and those known on the day of an official word,
 * is taken when the rows are shown again. So memory grows with indicators, areas, years and sources,
 * not with rows.
 */
export function auditKeeper(
  asOf: Day,
  {
    isEach = () => false,
    isShare = () => true,
    days = [],
    ends = [],
    spill = memorySpill,
    most = MOST_HELD,
    mostCorrected = MOST_FINDINGS,
  }: AuditKeeping = {},
): ResultKeeper {
  // What no share can be is counted already, and of periods that are all needed none is left out.
  const isCounted = (role: Role, { indicator }: Result) =>
    !(role === 'beyond' && isShare(indicator)) && !isEach(indicator);
  const isBeyond = (result: Result) => isShare(result.indicator) && isBeyondShare(result);
  const overTime = rowsOverTime({ ends });
  const left = leftOut(asOf, isCounted);
  const held = correctedRows();
  const later = laterRows();
  const beyond = beyondRows();
  const ratios = boundedRows('ratios', ({ indicator, area }) => `${indicator}\n${area}`);
  const foremost = foremostRows(isEach);
  const repeated = correctedRows();
  const kinds = new Map<string, number>();
  let log: ReturnType<typeof repeatLog> | null = null;
  let seen = 0;

  function reduce(role: Role, row: OrderedRow, key: string): void {
    const { result } = row;
    for (const day of [asOf, ...days]) if (isKnown(result, day)) foremost.hold(day, role, row);
    if (result.value === null || role === 'status') return;
    log ??= repeatLog(isOtherValue, spill(), mostCorrected);
    const kind = kindOf(result);
    if (!kinds.has(kind)) kinds.set(kind, kinds.size);
    const said = shortHash(valueText(result.value));
    log.add({ key, kind: kinds.get(kind)!, said });
  }

  return {
    add(result) {
      seen += 1;
      const row = { result, order: seen };
      if (!isKnown(result, asOf)) {
        later.add(row);
        return;
      }
      if (isRatioWrong(result)) ratios.add(row);
      if (isBeyond(result)) beyond.add(row);
      const roles = rolesOf(result);
      left.add(result, 1, roles);
      const key = correctedBy(result);
      for (const role of roles) {
        overTime.add(row, role);
        if (held.size() < most || held.has(role, key)) held.add(role, key, row);
        else reduce(role, row, key);
      }
    },
    again() {
      const repeats = log?.repeats() ?? null;
      const others = new Map(repeats?.others);
      const asked = askedDays([...held.rows(), ...foremost.rows()]);
      if (foremost.rows().length === 0 || (repeats === null && asked.size === 0)) return null;
      let order = 0;
      return (result) => {
        order += 1;
        if (!isKnown(result, asOf) || result.value === null) return;
        const key = correctedBy(result);
        for (const role of rolesOf(result)) {
          if (role === 'status' || held.has(role, key)) continue;
          const row = { result, order };
          for (const day of asked.get(subjectOf(result)) ?? [])
            if (isKnown(result, day)) foremost.hold(day, role, row);
          if (!repeats?.isWanted(key)) continue;
          const kind = kinds.get(kindOf(result))!;
          const corrections = others.get(kind) ?? 0;
          others.delete(kind);
          const told = corrections === 0 ? result : { ...result, more: { corrections } };
          repeated.add(role, key, { result: told, order });
        }
      };
    },
    ...(ends.length === 0 && {
      needs: {
        asOf,
        isEach: () => true,
        isOfValues: true,
        standsForOthers: (result) => isKnown(result, asOf) && !isBeyond(result),
        count: left.add,
        ofVeryMany: {
          isEach,
          // Of a figure beside an official word and of one with other words there may be two.
          first: 2 * most,
          sources: MOST_SOURCES,
          isFilledBy: (results) => isFilled(results, asOf, most),
          daysAskedBy: (results) => new Set([...days, ...askedDaysIn(results)]),
        },
      },
    }),
    kept() {
      const unique = new Map<number, Result>();
      const known = [...held.rows(), ...foremost.rows(), ...repeated.rows(), ...overTime.rows()];
      for (const { result, order } of [
        ...known,
        ...beyond.rows(known.filter(({ result }) => isBeyond(result))),
        ...later.rows(),
        ...ratios.rows(known.filter(({ result }) => isRatioWrong(result))),
      ]) {
        const before = unique.get(order);
        if (before === undefined) unique.set(order, result);
        else if (result.more !== undefined)
          unique.set(order, { ...result, more: { ...before.more, ...result.more } });
      }
      return left.counted([...unique].sort(([a], [b]) => a - b).map(([, result]) => result));
    },
  };
}

/** Are there so many things of which rows are held? */
function isFilled(results: Iterable<Result>, asOf: Day, most: number): boolean {
  const held = new Set<string>();
  for (const result of results) {
    if (!isKnown(result, asOf)) continue;
    for (const role of rolesOf(result)) held.add(`${role}\n${correctedBy(result)}`);
    if (held.size >= most) return true;
  }
  return false;
}

const OF_VALUES: readonly Role[] = ['number', 'beyond', 'milestone'];

function isOfValue(role: Role): boolean {
  return OF_VALUES.includes(role);
}

/** What one source says first for a time, and what corrects that. */
interface Corrected {
  first: OrderedRow;
  last: OrderedRow;
}

/**
 * Of rows that one source gives several times for the same time the first, and what corrects it; by what they correct,
 * and by what they can be asked for.
 */
function correctedRows() {
  const all = new Map<string, Partial<Record<Role, Corrected>>>();
  let size = 0;
  return {
    size: () => size,
    /** A figure is corrected by what a share can be and by what none can. */
    has(role: Role, key: string): boolean {
      const own = all.get(key);
      if (own === undefined) return false;
      return isOfValue(role) ? OF_VALUES.some((one) => own[one]) : own[role] !== undefined;
    },
    add(role: Role, key: string, row: OrderedRow): void {
      const own = all.get(key) ?? {};
      const before = own[role];
      if (before === undefined) {
        own[role] = { first: row, last: row };
        all.set(key, own);
        size += 1;
      } else if (isCorrection(row.result, before.last.result)) before.last = row;
    },
    rows: (): OrderedRow[] =>
      [...all.values()].flatMap((own) => Object.values(own).flatMap(rowsOf)),
  };
}

/** What one source says of a figure, for its foremost period. */
interface Said extends Corrected {
  source: string;
}

/** By indicator; most figures have one source only, of which no map is made. */
type Figures = Map<string, Said | Map<string, Said>>;

/** What each source says for its foremost period of a year, as of days. */
function foremostRows(isEach: (address: string) => boolean) {
  const all: Figures[] = [];
  const figuresOf = byParts<string | number, Figures>(() => {
    const made: Figures = new Map();
    all.push(made);
    return made;
  });

  function holdFirst(held: Figures, row: OrderedRow): void {
    const { indicator, source } = row.result;
    const said = { source, first: row, last: row };
    const known = held.get(indicator);
    if (known === undefined) held.set(indicator, said);
    else if (!(known instanceof Map))
      held.set(indicator, new Map([known, said].map((one) => [one.source, one])));
    else if (known.size < MOST_SOURCES) known.set(source, said);
  }

  return {
    hold(day: Day, role: Role, row: OrderedRow): void {
      const { indicator, area, period, source, value } = row.result;
      const isOfPeriod = isEach(indicator) || EACH_PERIOD.has(role);
      // A word beside a figure and one without do not correct each other.
      const each = isOfPeriod ? `${period.text} ${value?.kind}` : periodYear(period);
      const held = figuresOf([day, role, area, each]);
      const before = saidBy(source, held.get(indicator));
      if (before === undefined) {
        holdFirst(held, row);
        return;
      }
      const order = latestFirst(period, before.first.result.period);
      if (order < 0) {
        before.first = row;
        before.last = row;
      } else if (order === 0 && isCorrection(row.result, before.last.result)) before.last = row;
    },
    rows: (): OrderedRow[] =>
      all.flatMap((held) =>
        [...held.values()].flatMap((said) =>
          said instanceof Map ? [...said.values()].flatMap(rowsOf) : rowsOf(said),
        ),
      ),
  };
}

function saidBy(source: string, said: Said | Map<string, Said> | undefined): Said | undefined {
  if (said instanceof Map) return said.get(source);
  return said?.source === source ? said : undefined;
}

function rowsOf({ first, last }: Corrected): OrderedRow[] {
  return first === last ? [first] : [first, last];
}

/** The days of the official words, by indicator and area. */
function askedDays(rows: readonly OrderedRow[]): Map<string, Set<Day>> {
  const days = new Map<string, Set<Day>>();
  for (const { result } of rows) {
    if (result.status === null) continue;
    const subject = subjectOf(result);
    days.set(subject, (days.get(subject) ?? new Set()).add(result.period.end));
  }
  return days;
}

/** The days of the official words among some rows. */
function askedDaysIn(results: Iterable<Result>): Set<Day> {
  const days = new Set<Day>();
  for (const { status, period } of results) if (status !== null) days.add(period.end);
  return days;
}

/** An indicator with its parts, in an area. */
function subjectOf({ indicator, area }: Result): string {
  return `${indicator.split('/')[0]}\n${area}`;
}

function kindOf({ indicator, area }: Result): string {
  return `${indicator}\n${area}`;
}

/** Told once of a key whose rows do not all say the same. */
const isOtherValue: Repeating = (before, said) => {
  const isRepeat = before !== 0 && before !== TOLD && before !== said;
  return { isRepeat, said: isRepeat ? TOLD : before || said };
};

/** No hash of a value is this one. */
const TOLD = 0xffff_ffff;
