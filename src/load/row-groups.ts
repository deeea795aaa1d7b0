import { byteTexts, cutTexts, type HandedTexts } from './byte-texts.ts';
import { ASIDE, FIGURES, type Grouping } from './group-sql.ts';
import { type CutLine, emptyLine, groupTable, type HandedTable, KINDS } from './group-table.ts';
import type { Group, Keyed } from './groups.ts';
import type { HandedLog } from './key-log.ts';
import { type FirstKeys, keyedRows } from './keyed-rows.ts';
import { dayOf, kindOf } from './plain-figures.ts';
import type { PlainForm } from './plain-rows.ts';
import type { ResultColumn } from './result-columns.ts';
import { saidIn } from './said-figures.ts';
import { MOST_STRETCHES, stretchesBetween } from './year-stretches.ts';

/**
 * Groups of rows that are taken in one by one. Where several threads take the rows of one text, each makes
 * its own, and one takes over those of the others.
 */
export interface RowGroups {
  /** Takes a row in; the rows come in their order. */
  take(bytes: Buffer, row: CutLine): void;
  /** How many rows will be looked at one by one at least. */
  needed(): number;
  /** The group of a row that was taken in; less than none for one that belongs to none. */
  groupOf(bytes: Buffer, row: CutLine): number;
  /** What another thread may take over; nothing more is taken in then. */
  handOver(): HandedGroups;
  takeOver(handed: HandedGroups): void;
  /**
   * What has become of the rows, in their order.
   * @param lineOf the number of a line in the whole text, by that which it was taken in with
   */
  end(lineOf: (line: number) => number): { groups: Group[]; odd: number[] };
  /** What became of the rows by what they are of; `null` where more than so many would have to be read. */
  endKeyed(lineOf: (line: number) => number, most: number): KeyedLines | null;
}

/** Rows that are wanted for what they are of. */
export type KeyedLines = Pick<Keyed, 'singly' | 'differing'>;

/** Groups, as one thread gives them to another. */
export interface HandedGroups {
  sharers: HandedTexts;
  periods: HandedTexts;
  table: HandedTable;
  odd: number[];
  singly: number[];
  keyed: HandedLog | null;
}

/** Belongs to no group, though its figure is plain. */
const SINGLE = -2;

/** Numbers for times: days as they are, then stretches of years, then what periods say that are no day. */
const YEARS = 1 << 23;
const PERIODS = YEARS + MOST_STRETCHES;

/**
 * A row whose figure is not plain, or that has more or fewer cells than the header, belongs to no group, nor does
 * one of those things that the table names first.
 *
 * @param first these, where they are asked for
 */
export function rowGroups(
  columns: PlainForm['columns'],
  grouping: Grouping,
  first: FirstKeys | null,
): RowGroups {
  const at = (column: ResultColumn) => columns.indexOf(column);
  const [value, numerator, denominator] = [at('value'), at('numerator'), at('denominator')];
  const [status, period] = [at('status'), at('period')];
  const figure = { value, numerator, denominator, status, words: ASIDE.map(at).filter(isThere) };
  const own: readonly (ResultColumn | null)[] = [null, 'period', ...FIGURES, ...ASIDE];
  const periodAlone = [period];
  const shared = columns.flatMap((column, place) => (own.includes(column) ? [] : [place]));
  const stretchOf = stretchesBetween(grouping.borders);
  const isToldIn = toldEach(columns, grouping);
  const table = groupTable();
  const [sharers, periods] = [byteTexts(), byteTexts()];
  /** Of which every period is told, not only its year. */
  const isTold: boolean[] = [];
  const isSaid = grouping.isOfValues || first !== null;
  const odd: number[] = [];
  const singly: number[] = [];
  const keyed = first && keyedRows(columns, first);

  function sharerOf(bytes: Buffer, row: CutLine): number {
    const sharer = sharers.numberOf(bytes, row, shared);
    if (sharer === isTold.length) isTold.push(isToldIn(bytes, row));
    return sharer;
  }

  function periodOf(bytes: Buffer, row: CutLine): number {
    return periods.numberOf(bytes, row, periodAlone);
  }

  function groupOf(bytes: Buffer, row: CutLine): number {
    if (row.count !== columns.length) return -1;
    const kind = kindOf(bytes, row, figure);
    if (kind < 0) return -1;
    const sharer = sharerOf(bytes, row);
    if (keyed?.isFirst(bytes, row, sharer)) return SINGLE;
    const day = dayOf(bytes, row.from[period]!, row.to[period]!);
    row.day = Math.max(day, 0);
    let time = day;
    if (day < 0) time = PERIODS + periodOf(bytes, row);
    else if (!isTold[sharer]) time = YEARS + stretchOf(day);
    return table.numberOf(sharer, time * KINDS + kind);
  }

  return {
    groupOf,
    take(bytes, row) {
      const group = groupOf(bytes, row);
      if (group >= 0) {
        const said = isSaid ? saidIn(bytes, row, figure) : -1;
        table.add(group, row, said);
        keyed?.note(row, said);
      } else if (group === SINGLE) singly.push(row.line);
      else {
        odd.push(row.line);
        keyed?.noteOdd(bytes, row);
      }
    },
    needed: () => odd.length + singly.length + table.count(),
    handOver: () => ({
      ...{ sharers: sharers.handOver(), periods: periods.handOver() },
      ...{ table: table.handOver(), odd, singly },
      keyed: keyed?.handOver() ?? null,
    }),
    takeOver(handed) {
      const row = emptyLine(columns.length);
      const numbersOf = (texts: HandedTexts, places: readonly number[], find: typeof sharerOf) =>
        cutTexts(texts, row, places, (bytes) => find(bytes, row));
      const sharerBy = numbersOf(handed.sharers, shared, sharerOf);
      const periodBy = numbersOf(handed.periods, periodAlone, periodOf);
      const { table: theirs } = handed;
      for (let group = 0; group < theirs.marks.length; group += 1) {
        const mark = theirs.marks[group]!;
        const theirPeriod = Math.floor(mark / KINDS) - PERIODS;
        const moved = theirPeriod < 0 ? 0 : periodBy[theirPeriod]! - theirPeriod;
        const sharer = sharerBy[theirs.sharers[group]!]!;
        table.takeOver(table.numberOf(sharer, mark + KINDS * moved), theirs, group);
      }
      for (const line of handed.odd) odd.push(line);
      for (const line of handed.singly) singly.push(line);
      if (handed.keyed !== null) keyed?.takeOver(handed.keyed);
    },
    end: (lineOf) => ({
      groups: table.groups(lineOf).sort((a, b) => a.start - b.start),
      odd: odd.map(lineOf).sort((a, b) => a - b),
    }),
    endKeyed(lineOf, most) {
      const differing = keyed?.differing(most) ?? null;
      if (differing === null) return null;
      const [single, several] = [singly, differing].map((lines) =>
        lines.map(lineOf).sort((a, b) => a - b),
      );
      return { singly: single!, differing: several! };
    },
  };
}

/** Tells of a row whether every period is told of what it is a row of. */
function toldEach(columns: PlainForm['columns'], { yearly }: Grouping) {
  const [indicator, status] = [columns.indexOf('indicator'), columns.indexOf('status')];
  const ofYears = new Set(yearly === 'all' ? [] : yearly);
  return (bytes: Buffer, { from, to }: CutLine): boolean =>
    (isThere(status) && from[status] !== to[status]) ||
    (yearly !== 'all' && !ofYears.has(bytes.toString('utf8', from[indicator], to[indicator])));
}

function isThere(place: number): boolean {
  return place >= 0;
}
