import { isUtf8 } from 'node:buffer';
import { byteTexts } from './byte-texts.ts';
import { ASIDE, FIGURES, type Grouping } from './group-sql.ts';
import { type CutLine, type GroupTable, groupTable } from './group-table.ts';
import type { Groups, Most } from './groups.ts';
import { dayOf, kindOf } from './plain-figures.ts';
import { type LineIndex, lineIndex, type Pieces, wholeLines } from './plain-lines.ts';
import type { ResultColumn } from './result-columns.ts';
import { hashed, NO_BYTES } from './sources/cell-texts.ts';
import type { Delimiter } from './sources/source.ts';
import { MOST_STRETCHES, stretchesBetween } from './year-stretches.ts';

/** A text of CSV with its header on the first line. */
export interface PlainCsv {
  pieces(): Pieces;
  /** What stands in each column; `null` for what is not read. */
  columns: readonly (ResultColumn | null)[];
  delimiter: Delimiter;
  /** No line may have more. */
  mostBytes: number;
}

/** From so many rows on a table is given up most of whose rows would be needed. */
const JUDGED_FROM = 100_000;

/**
 * Groups the rows of a text in one pass over its bytes, in memory that grows with the groups alone.
 * A row whose figure is not plain, or that has more or fewer cells than the header, belongs to none.
 *
 * @returns `null` where the text is to be read whole: where another reading than the ordinary one could
 * take a line for something else than one row (it is no UTF-8, has NUL characters, lone returns, empty
 * lines, cells with line breaks, or quotes elsewhere than around cells), or where too many rows would be needed
 */
export async function groupLines(
  csv: PlainCsv,
  grouping: Grouping,
  most: Most,
): Promise<(Groups & { index: LineIndex }) | null> {
  const { columns } = csv;
  const table = groupTable(grouping.isOfValues ? columns.indexOf('value') : -1);
  const groupIn = grouper(columns, grouping, table);
  const mostNeeded = most(Number.POSITIVE_INFINITY);
  const odd: number[] = [];
  const index = lineIndex();
  const isPlain = await eachRow(csv, index, (bytes, row) => {
    const group = groupIn(bytes, row);
    if (group < 0) odd.push(row.line);
    else table.add(group, bytes, row);
    const needed = odd.length + table.count();
    return needed <= mostNeeded && (row.line < JUDGED_FROM || needed <= row.line / 2);
  });
  if (!isPlain) return null;
  return {
    ...{ index, odd, groups: table.groups() },
    async members(ids) {
      const wanted = new Set(ids);
      const members: number[] = [];
      await eachRow(csv, null, (bytes, row) => {
        if (wanted.has(groupIn(bytes, row))) members.push(row.line);
        return true;
      });
      return members;
    },
  };
}

/** Numbers for times: days as they are, then stretches of years, then what periods say that are no day. */
const YEARS = 1 << 23;
const PERIODS = YEARS + MOST_STRETCHES;
const KINDS = 16;

/** What finds the group of a row; -1 where it belongs to none. */
function grouper(
  columns: PlainCsv['columns'],
  { borders, yearly }: Grouping,
  table: GroupTable,
): (bytes: Buffer, row: CutLine) => number {
  const at = (column: ResultColumn) => columns.indexOf(column);
  const [value, numerator, denominator] = [at('value'), at('numerator'), at('denominator')];
  const [indicator, status, period] = [at('indicator'), at('status'), at('period')];
  const figure = { value, numerator, denominator, status, words: ASIDE.map(at).filter(isThere) };
  const own: readonly (ResultColumn | null)[] = [null, 'period', ...FIGURES, ...ASIDE];
  const shared = columns.flatMap((column, place) => (own.includes(column) ? [] : [place]));
  const stretchOf = stretchesBetween(borders);
  const ofYears = new Set(yearly === 'all' ? [] : yearly);
  const sharers = byteTexts();
  const periods = byteTexts();
  /** Of which every period is told, not only its year. */
  const isTold: boolean[] = [];
  const isToldIn = (bytes: Buffer, { from, to }: CutLine) =>
    (isThere(status) && from[status] !== to[status]) ||
    (yearly !== 'all' && !ofYears.has(bytes.toString('utf8', from[indicator], to[indicator])));
  return (bytes, row) => {
    if (row.count !== columns.length) return -1;
    const kind = kindOf(bytes, row, figure);
    if (kind < 0) return -1;
    const sharer = sharers.numberOf(bytes, row, shared);
    if (sharer === isTold.length) isTold.push(isToldIn(bytes, row));
    const day = dayOf(bytes, row.from[period]!, row.to[period]!);
    row.day = Math.max(day, 0);
    let time = day;
    if (day < 0) time = PERIODS + periods.numberOf(bytes, row, [period]);
    else if (!isTold[sharer]) time = YEARS + stretchOf(day);
    return table.numberOf(sharer, time * KINDS + kind);
  };
}

function isThere(place: number): boolean {
  return place >= 0;
}

/** Hands over every line but the first until one is not plain or no more are wanted; answers whether none of that was so. */
async function eachRow(
  { pieces, columns, delimiter, mostBytes }: PlainCsv,
  index: LineIndex | null,
  take: (bytes: Buffer, row: CutLine) => boolean,
): Promise<boolean> {
  const cutLine = lineCutter(delimiter, columns.length);
  const numbers = () => new Int32Array(columns.length);
  const cells = { from: numbers(), to: numbers(), hashes: numbers() };
  const row: CutLine = { ...cells, line: 0, count: 0, day: 0 };
  let offset = 0;
  const takeAll = (lines: Buffer): boolean => {
    for (let at = 0; at < lines.length; ) {
      row.line += 1;
      index?.begin(row.line, offset + at);
      const next = cutLine(lines, at, row);
      if (next < 0 || next - at > mostBytes) return false;
      if (row.line > 1 && !take(lines, row)) return false;
      at = next;
    }
    offset += lines.length;
    return true;
  };
  for await (const lines of wholeLines(pieces(), mostBytes))
    if (lines === null || !isUtf8(lines) || !takeAll(lines)) return false;
  return true;
}

const NUL = 0x00;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;

/** What cuts a line into its cells and answers where the next one begins; -1 where it is not plain. */
function lineCutter(delimiter: Delimiter, width: number) {
  const mark = delimiter.charCodeAt(0);
  /** What may end a cell. */
  const ends = new Uint8Array(256);
  for (const byte of [NUL, NEWLINE, RETURN, QUOTE, mark]) ends[byte] = 1;
  return (bytes: Buffer, start: number, row: CutLine): number => {
    const { from, to, hashes } = row;
    let count = 0;
    let at = start;
    for (;;) {
      let first = at;
      let last: number;
      if (bytes[at] === QUOTE) {
        first += 1;
        last = closingQuote(bytes, first);
        if (last < 0) return -1;
        at = last + 1;
        if (count < width) hashes[count] = hashOf(bytes, first, last);
      } else {
        let hash = NO_BYTES;
        for (let byte = bytes[at]!; ends[byte] === 0; byte = bytes[at]!) {
          hash = hashed(hash, byte);
          at += 1;
        }
        last = at;
        if (count < width) hashes[count] = hash;
      }
      if (count < width) {
        from[count] = first;
        to[count] = last;
      }
      count += 1;
      if (bytes[at] === mark) {
        at += 1;
        continue;
      }
      if (bytes[at] === RETURN) at += 1;
      row.count = count;
      return bytes[at] === NEWLINE && last > start ? at + 1 : -1;
    }
  };
}

/** The quote that closes a cell in this line, two in a row standing for one; -1 where there is none. */
function closingQuote(bytes: Buffer, first: number): number {
  for (let at = first; ; at += 1) {
    const byte = bytes[at]!;
    if (byte === NEWLINE || byte === RETURN || byte === NUL) return -1;
    if (byte !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) return at;
    at += 1;
  }
}

function hashOf(bytes: Buffer, from: number, to: number): number {
  let hash = NO_BYTES;
  for (let at = from; at < to; at += 1) hash = hashed(hash, bytes[at]!);
  return hash;
}
