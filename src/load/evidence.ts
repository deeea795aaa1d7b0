import { wordingOf } from '../observation.ts';
import { parsePeriod } from '../period.ts';
import { type Bytes, beginning } from './bytes.ts';
import type { TableSpec } from './header.ts';
import { type DecimalMark, readNumber } from './numeral.ts';
import { SOURCES, sourceOf } from './sources/sources.ts';
import { readTable, type TableOptions } from './table.ts';

/** What a table shows of how its numbers and days are written. */
export interface Evidence {
  /** The decimal mark of every number that has one only; `null` where there is none, or both. */
  decimal: DecimalMark | null;
  /** Has it a day with the month before it, as `12/15/2023`? */
  hasMonthFirst: boolean;
}

/** The columns in which it is looked for. */
export interface EvidenceColumns<Column extends string> {
  numbers: readonly Column[];
  days: readonly Column[];
}

/**
 * Looks through a table for how it writes numbers and days. Only one with a cell that this could
 * decide is read: most are not.
 *
 * @throws the system's error when the file cannot be read
 */
export async function findEvidence<Column extends string>(
  file: string,
  spec: TableSpec<Column>,
  options: TableOptions & { bytes: Bytes; isDoubtful?: boolean | undefined },
  { numbers, days }: EvidenceColumns<Column>,
): Promise<Evidence> {
  const marks = new Set<DecimalMark>();
  let hasMonthFirst = false;
  if (!(options.isDoubtful ?? (await isDoubtful(file, options.bytes))))
    return { decimal: null, hasMonthFirst };
  await readTable(file, spec, options, {
    row({ cells, value }) {
      for (const column of numbers) {
        const mark = value(column) === undefined ? markIn(cells[column]) : null;
        if (mark !== null) marks.add(mark);
      }
      hasMonthFirst ||= days.some((column) => isMonthFirst(cells[column]));
    },
    report() {},
  });
  return { decimal: marks.size === 1 ? [...marks][0]! : null, hasMonthFirst };
}

/** One mark before three digits (the comma beside them may part cells), or a day with another number than a month in its middle. */
const DOUBTFUL =
  /(?<=[^\d.])[1-9]\d{0,2}[.,]\d{3}(?=\D)|(?<=\D)(?:0?[1-9]|1[0-2])[/.-](?:1[3-9]|2\d|3[01])[/.-]\d{4}/;
/** No doubtful cell is longer, what stands before and behind it included, so that none is missed between two chunks. */
const OVERLAP = 16;

/** Is there anything in the file that evidence could decide? Of what is no text that is not seen. */
export async function isDoubtful(file: string, bytes: Bytes): Promise<boolean> {
  if (sourceOf(file, await beginning(bytes), SOURCES) !== SOURCES[0].read) return true;
  // What a chunk begins or ends in may be part of a longer number: something must stand beside it.
  let rest = '\n';
  for await (const chunk of bytes()) {
    const text = rest + chunk.toString('latin1').replaceAll('\0', '');
    if (hasDoubtful(text)) return true;
    rest = text.slice(-OVERLAP);
  }
  return hasDoubtful(`${rest}\n`);
}

/** Is there anything {@link DOUBTFUL}? Only what stands around a mark can be: the expression is asked of that. */
function hasDoubtful(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (!isMark(text, at) || !isDigit(text, at + 1) || !isDigit(text, at + 2)) continue;
    const isFigure = isDigit(text, at + 3) && !isDigit(text, at + 4);
    const isDay = isMark(text, at + 3) && isDigit(text, at + 6) && isDigit(text, at + 7);
    if ((isFigure || isDay) && DOUBTFUL.test(text.slice(Math.max(at - 4, 0), at + 8))) return true;
  }
  return false;
}

/** `,`, `-`, `.` or `/`. */
function isMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x2c && code <= 0x2f;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** Nothing else than a number, whose mark no three digits follow. */
const PLAIN = /^(?:0|[1-9]\d{0,2})([.,])\d{1,2}$/;

/** The decimal mark that a cell of numbers proves; `null` where it proves none. */
export function markIn(cell: string): DecimalMark | null {
  if (!/[.,]/.test(cell)) return null;
  const plain = PLAIN.exec(cell);
  if (plain) return plain[1] as DecimalMark;
  const wording = wordingOf(cell);
  if (wording.kind !== 'figure') return null;
  const number = numberIn(wording.figure);
  const reading = readNumber(number, { decimal: null, unit: '%' });
  return reading.kind === 'number' ? reading.mark : null;
}

/** The number of a figure, without the unit behind it. */
export function numberIn(figure: string): string {
  return figure.replace(/(?<=\d)\s*[^\d\s.,].*$/s, '');
}

function isMonthFirst(cell: string): boolean {
  return /^\D*\d{1,2}[/.-]\d{1,2}[/.-]/.test(cell) && parsePeriod(cell) === 'month-first';
}
