import { type Exact, exact, ratio } from '../exact.ts';
import { finding } from '../finding.ts';
import { foldText } from '../fold.ts';
import { LIMITS } from '../limits.ts';
import { type Message, message } from '../message/message.ts';
import { milestoneAt, numberValue, observedText, type Wording } from '../observation.ts';
import type { MilestoneValue, NumberValue, Result } from '../result.ts';
import { isSameUnit } from '../unit.ts';
import type { DecimalMark, NumberReading } from './numeral.ts';
import { qualified, readNumber } from './numeral.ts';
import { limitMessage } from './over-limit.ts';
import { type Reading, type ValueReading, valueReading } from './result-book.ts';
import type { ResultColumn as Column } from './result-columns.ts';
import type { Measured } from './result-frame.ts';
import type { CellValue } from './sources/source.ts';

type Figure = Pick<Result, 'value' | 'counts' | 'printed' | 'printedDecimals' | 'isAnswered'>;

type NumberCell = Extract<NumberReading, { kind: 'number' }>;

/** Counts have no unit. */
const COUNT = { isPercent: false };
const NO_FIGURE: Figure = { value: null, counts: null, printed: null };

/** What a row says: a value, counts, that a milestone is reached, or that there is no figure. */
export function readFigure(reading: Reading, measured: Measured): Figure {
  const said = valueIn(reading, 'value', measured);
  if (said.value !== null && measured.takesNumbers && !hasCounts(reading))
    return plainFigure(reading, said, said.value);
  if (said.wording.kind === 'milestone')
    return reached(reading, measured, { kind: 'milestone', done: said.wording.done });
  if (isShare(said, measured)) return shareOf(reading, measured, said);
  if (!measured.takesNumbers && said.wording.kind === 'figure' && isWords(said.number)) {
    const found = reading.cell('value');
    reading.complain('csv-number', 'value', message('csv-no-milestone', { found }));
    return NO_FIGURE;
  }
  const printed =
    said.wording.kind === 'none' ? null : numberCell(reading, 'value', said, measured.unit);
  const counts = readCounts(reading);
  if (!measured.takesNumbers && (printed || counts))
    complainOfNumber(reading, printed ? 'value' : 'numerator');
  if (counts) return quotientOf(reading, counts, measured, printed);
  if (said.wording.kind === 'none') {
    reading.readAs?.('value', () => 'none');
    return { ...NO_FIGURE, isAnswered: true };
  }
  if (!printed) return NO_FIGURE;
  const value = numberValue(printed.value, printed.decimals, printed);
  reading.readAs?.('value', () => observedText(value));
  return { ...NO_FIGURE, value };
}

function hasCounts({ cells }: Reading): boolean {
  return cells.numerator !== '' || cells.denominator !== '';
}

/** What most rows say: a number, and nothing else. */
function plainFigure(reading: Reading, { number }: ValueReading, value: NumberValue): Figure {
  if (number.kind === 'number' && number.mark) noteMark(reading, 'value', number.mark);
  reading.readAs?.('value', () => observedText(value));
  return { value, counts: null, printed: null };
}

function isWords({ kind }: NumberReading): boolean {
  return kind === 'not-a-number';
}

/** The text of a cell in words and number; what a typed cell holds goes before its text. */
function valueIn(
  { book, cells, row }: Reading,
  column: Column,
  { isPercent }: Pick<Measured, 'isPercent'>,
): ValueReading {
  const typed = row.value(column);
  const text = cells[column];
  if (typed?.kind === 'number' || typed?.kind === 'percent') {
    const wording = { kind: 'figure', figure: text, about: false, bound: null } as const;
    return valueReading(wording, typedNumber(typed, isPercent));
  }
  return isPercent ? book.readPercentage(text) : book.readOther(text);
}

function typedNumber(
  { kind, value }: Extract<CellValue, { kind: 'number' | 'percent' }>,
  isPercent: boolean,
): NumberReading {
  if (kind === 'percent' && !isPercent) return { kind: 'percent-unit' };
  const decimals = value.split('.')[1]?.length ?? 0;
  return { kind: 'number', value: exact(value), about: false, bound: null, mark: null, decimals };
}

/** "hoàn thành 60%", or `60%` where only milestones are asked for. */
function isShare(
  { wording, number }: ValueReading,
  { takesNumbers, isPercent }: Measured,
): boolean {
  if (wording.kind === 'share') return true;
  return !takesNumbers && !isPercent && number.kind === 'percent-unit';
}

function shareOf(reading: Reading, measured: Measured, { wording, number }: ValueReading): Figure {
  const found = reading.cell('value');
  const figure = 'figure' in wording ? wording.figure : found;
  const percentage =
    number.kind === 'number'
      ? number
      : readNumber(figure, { decimal: reading.book.decimal, unit: '%' });
  const qualifier = 'about' in wording ? wording : undefined;
  const value = percentage.kind === 'number' ? milestoneAt(percentage.value, qualifier) : undefined;
  if (value !== undefined) return reached(reading, measured, value);
  reading.complain('csv-number', 'value', message('csv-bad-share', { found }));
  return NO_FIGURE;
}

function reached(reading: Reading, { takesMilestones }: Measured, value: MilestoneValue): Figure {
  const { cell, complain, readAs } = reading;
  if (!takesMilestones || hasCounts(reading))
    complain('csv-number', 'value', message('csv-milestone-value', { found: cell('value') }));
  else readAs?.('value', () => observedText(value));
  return { ...NO_FIGURE, value };
}

function complainOfNumber({ cell, complain }: Reading, column: Column): void {
  complain('csv-number', column, message('csv-number-value', { found: cell(column) }));
}

type CountColumn = 'numerator' | 'denominator';

interface Counts {
  numerator: NumberCell;
  denominator: NumberCell;
}

function readCounts(reading: Reading): Counts | null {
  const { cell, complain } = reading;
  if (!hasCounts(reading)) return null;
  const said = {
    numerator: valueIn(reading, 'numerator', COUNT),
    denominator: valueIn(reading, 'denominator', COUNT),
  };
  const isEmpty = (column: CountColumn) => {
    const { wording, number } = said[column];
    return wording.kind === 'none' || (number.kind === 'empty' && cell(column) === '');
  };
  const [present, absent] = isEmpty('denominator')
    ? (['numerator', 'denominator'] as const)
    : (['denominator', 'numerator'] as const);
  if (isEmpty(present)) return null;
  if (isEmpty(absent)) {
    complain('csv-number', present, message('csv-lone-count', { present, absent }));
    return null;
  }
  const numerator = countCell(reading, 'numerator', said.numerator);
  const denominator = countCell(reading, 'denominator', said.denominator);
  if (!numerator || !denominator) return null;
  if (denominator.value.n !== 0n) return { numerator, denominator };
  complain('csv-number', 'denominator', message('csv-zero-denominator', {}));
  return null;
}

/** A count that is known only to be more, or less, gives no quotient. */
function countCell(reading: Reading, column: CountColumn, said: ValueReading): NumberCell | null {
  const count = numberCell(reading, column, said, null);
  if (count === null || count.bound === null) {
    if (count)
      reading.readAs?.(column, () => observedText(numberValue(count.value, count.decimals, count)));
    return count;
  }
  const found = reading.cell(column);
  reading.complain('csv-number', column, message('csv-one-sided-count', { found }));
  return null;
}

function quotientOf(
  { complain }: Reading,
  { numerator, denominator }: Counts,
  { unit, factor }: Measured,
  printed: NumberCell | null,
): Figure {
  if (factor === null)
    complain('csv-number', 'numerator', message('csv-count-factor', { unit: unit ?? '' }));
  const value: Exact = ratio(numerator.value.mul(factor ?? 1), denominator.value)!;
  const figure: Figure = {
    value: { kind: 'number', value, about: numerator.about || denominator.about },
    counts: { numerator: numerator.value, denominator: denominator.value },
    printed: printed?.value ?? null,
  };
  if (printed) figure.printedDecimals = printed.decimals;
  return figure;
}

function numberCell(
  reading: Reading,
  column: Column,
  { wording, number: read }: ValueReading,
  unit: string | null,
): NumberCell | null {
  const { cell, complain } = reading;
  const found = cell(column);
  if (wording.kind !== 'figure') {
    complain('csv-number', column, notANumber(reading, column));
    return null;
  }
  const isWithUnit = read.kind === 'not-a-number' && unit !== null && !isOdd(found);
  const number = isWithUnit ? inItsUnit(reading, wording, unit) : read;
  switch (number.kind) {
    case 'number':
      if (number.mark) noteMark(reading, column, number.mark);
      return number;
    case 'empty':
      if (found !== '') complain('csv-number', column, notANumber(reading, column));
      return null;
    case 'ambiguous': {
      const { asThousands, asDecimal } = number;
      const said = message('csv-ambiguous-number', { found, asThousands, asDecimal });
      complain('csv-ambiguous-number', column, said);
      return null;
    }
    case 'percent-unit':
      complain('csv-number', column, percentMessage(found, column, unit));
      return null;
    case 'other-unit': {
      const said = message('csv-other-unit', {
        found,
        other: unitIn(found, number.other),
        unit: unit ?? '',
      });
      complain('csv-number', column, said);
      return null;
    }
    case 'too-long':
      complain('csv-number', column, limitMessage('digits', LIMITS));
      return null;
    case 'not-a-number':
      complain('csv-number', column, notANumber(reading, column));
      return null;
  }
}

/** Is it what no unit could explain? */
function isOdd(found: string): boolean {
  return EXPONENT.test(found) || RANGE.test(foldText(found)) || areCounts(found);
}

function notANumber({ book, cell }: Reading, column: Column): Message {
  const found = cell(column);
  if (EXPONENT.test(found)) return message('csv-exponent', { found });
  const words = foldText(found);
  if (ZERO_OR_NONE.test(words)) return message('csv-zero-or-none', { found });
  if (RANGE.test(words)) return message('csv-range-value', { found });
  if (areCounts(found)) return message('csv-two-counts', { found });
  return message('csv-not-a-number', { found, column, decimal: book.declared });
}

/** "190/1.919", "9,9% (190/1.919)": the counts of a ratio in the place of its value. */
function areCounts(cell: string): boolean {
  return /\d ?\/ ?\d/.test(cell) && /^[\d.,%=()/\s]+$/.test(cell);
}

/** "Không có", "chưa phát sinh": as well zero as no figure. */
const ZERO_OR_NONE = /^(?:khong|chua)(?: co| phat sinh)*$/;
/** "75-80%", "từ 12 đến 15": two figures, of which none is the result. */
const RANGE = /^(?:tu )?\d[\d.,]{0,20} ?%? ?(?:[-–—~]|den) ?\d[\d.,]{0,20}(?:[^\d.,][^\d]*)?$/;

/** A spreadsheet's short form of a number that is too long for its cell. */
const EXPONENT = /^[^\d]*\d+(?:[.,]\d+)?e[-+]?\d+\s*%?$/i;

/** The number before its unit, `1.450 doanh nghiệp`, where the unit is the indicator's own. */
function inItsUnit(
  { book }: Reading,
  wording: Extract<Wording, { kind: 'figure' }>,
  unit: string,
): NumberReading | { kind: 'other-unit'; other: string } {
  const [, before, other] = /^([-+−]?[\d.,\s]*\d)\s*([^\d\s.,].*)$/s.exec(wording.figure) ?? [];
  if (before === undefined || other === undefined) return { kind: 'not-a-number' };
  const number = readNumber(before, { decimal: book.decimal, unit: null });
  if (number.kind === 'not-a-number' || isSameUnit(other, unit)) return qualified(number, wording);
  return { kind: 'other-unit', other };
}

/** The unit as it is written, where it can be found in the cell again. */
function unitIn(found: string, folded: string): string {
  const written = /\d\s*([^\d\s.,][^\d]*)$/.exec(found)?.[1];
  return written !== undefined && foldText(written) === folded ? written : folded;
}

/** Counts have no unit: a `%` behind one is no matter of the indicator's. */
function percentMessage(found: string, column: Column, unit: string | null): Message {
  return column === 'value'
    ? message('csv-percent-unit', { found, unit: unit ?? '' })
    : message('csv-percent-count', { found });
}

/** With a known mark the other one is not read at all; without one, a file should keep to one. */
function noteMark({ book, row, cell }: Reading, column: Column, mark: DecimalMark): void {
  if (book.decimal !== null || book.marks.has(mark)) return;
  const cellOf = { text: cell(column), place: row.place(column) };
  const first = [...book.marks.values()][0];
  book.marks.set(mark, cellOf);
  if (!first) return;
  const { text: found, place } = cellOf;
  const args = { first: first.text, firstLine: first.place.line, found };
  const said = message('csv-mixed-decimals', args);
  const related = [{ message: message('first-here', {}), place: first.place }];
  book.report(
    finding({ rule: 'csv-mixed-decimals', place, path: [column], message: said, related }),
  );
}
