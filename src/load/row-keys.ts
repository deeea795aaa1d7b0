import { hashOfBytes, hashOfText } from '../hash.ts';
import { legible } from '../look-alike.ts';
import { parsePeriod } from '../period.ts';
import { byteTexts, grown } from './byte-texts.ts';
import type { CutLine } from './group-table.ts';
import { dayOf } from './plain-figures.ts';
import type { ResultColumn } from './result-columns.ts';

/**
 * 64 bits of what a row is of, as two whole numbers with a sign. Two rows of one thing have the same, in whatever
 * thread they are met; very rarely others have it, too.
 */
export interface RowKey {
  high: number;
  low: number;
}

/** The columns that say of what a row is, but for its time. */
export const SUBJECT: readonly ResultColumn[] = ['indicator', 'area', 'source'];

/**
 * Tells of rows what they are of: an indicator, an area, a source and a time, each as it is written, but for
 * the time, which is the same however it is written. Of cells that a row does not have it is taken that
 * they are empty. The same object stands for the keys of all rows.
 *
 * @returns a function that is given the number of what the row shares with others, of which the subject is a
 * part; -1 where there is none
 */
export function rowKeys(
  columns: readonly (ResultColumn | null)[],
): (bytes: Buffer, row: CutLine, sharer: number) => RowKey {
  const subject = SUBJECT.map((column) => columns.indexOf(column)).filter((place) => place >= 0);
  const timeOf = timesIn(columns.indexOf('period'));
  const key: RowKey = { high: 0, low: 0 };
  const highs: number[] = [];
  const lows: number[] = [];
  const other: [high: number, low: number] = [0, 0];

  function findSubject(bytes: Buffer, row: CutLine): void {
    const cells = subject.map((place) =>
      place < row.count ? bytes.subarray(row.from[place], row.to[place]) : NOTHING,
    );
    const [high, low] = hashOfBytes(Buffer.concat(cells.flatMap((cell) => [cell, BETWEEN])));
    other[0] = high | 0;
    other[1] = low | 0;
  }

  return (bytes, row, sharer) => {
    if (sharer < 0) findSubject(bytes, row);
    else if (sharer >= highs.length || highs[sharer] === undefined) {
      findSubject(bytes, row);
      [highs[sharer], lows[sharer]] = other;
    }
    const time = timeOf(bytes, row);
    const high = Math.imul((sharer < 0 ? other[0] : highs[sharer]!) ^ time, 0x85ebca6b);
    const low = Math.imul((sharer < 0 ? other[1] : lows[sharer]!) + time, 0xc2b2ae35);
    key.high = Math.imul(high ^ (high >>> 15) ^ low, 0x27d4eb2f);
    key.low = Math.imul(low ^ (low >>> 13) ^ (high >>> 7), 0x165667b1);
    return key;
  };
}

const NOTHING = Buffer.alloc(0);
/** No cell has one. */
const BETWEEN = Buffer.from('\n');

/** What no day is, as a number. */
const NO_DAY = 0x4000_0000;

/** Tells the times of rows as numbers: days in their order, of all else a hash. */
function timesIn(place: number): (bytes: Buffer, row: CutLine) => number {
  const texts = byteTexts();
  const cells = [place];
  let known = new Int32Array(1 << 8);
  let count = 0;
  return (bytes, row) => {
    if (place >= row.count) return NO_DAY;
    const from = row.from[place]!;
    const to = row.to[place]!;
    const day = dayOf(bytes, from, to);
    if (day >= 0) return day;
    const text = texts.numberOf(bytes, row, cells);
    if (text < count) return known[text]!;
    if (text >= known.length) known = grown(known, 2 * known.length);
    known[text] = timeNumber(bytes.toString('utf8', from, to));
    count = text + 1;
    return known[text]!;
  };
}

function timeNumber(text: string): number {
  const time = timeIn(text);
  const day = dayOf(Buffer.from(time), 0, time.length);
  return day >= 0 ? day : NO_DAY | (hashOfText(time)[0] & (NO_DAY - 1));
}

/** A time as it is written everywhere, where the text is one; else the text. */
export function timeIn(text: string): string {
  const written = text.normalize('NFC').trim();
  const period = parsePeriod(legible(written));
  return typeof period === 'string' ? written : period.text;
}
