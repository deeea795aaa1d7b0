import { type Exact, ratio } from '../exact.ts';
import { finding } from '../finding.ts';
import { type Message, message } from '../message/message.ts';
import type { Result, ResultValue } from '../result.ts';
import type { DecimalMark, NumberReading } from './numeral.ts';
import type { ResultColumn as Column, Reading } from './result-book.ts';
import type { Measured } from './result-frame.ts';

type Figure = Pick<Result, 'value' | 'counts' | 'printed' | 'printedDecimals'>;
type NumberCell = Extract<NumberReading, { kind: 'number' }>;

const NO_FIGURE: Figure = { value: null, counts: null, printed: null };

export function readFigure(reading: Reading, measured: Measured): Figure {
  const milestone = readMilestone(reading.cell('value'));
  if (milestone) return readReached(reading, measured, milestone);
  const printed = readNumberCell(reading, 'value', measured.unit);
  const counts = readCounts(reading);
  if (!measured.takesNumbers && (printed || counts))
    complainOfNumber(reading, printed ? 'value' : 'numerator');
  if (counts) return { ...figureOf(counts, measured.unit), ...printedFigure(printed) };
  if (!printed) return NO_FIGURE;
  const { value, about, decimals } = printed;
  return { ...NO_FIGURE, value: { kind: 'number', value, about, decimals } };
}

function printedFigure(printed: NumberCell | null): Pick<Figure, 'printed' | 'printedDecimals'> {
  return printed
    ? { printed: printed.value, printedDecimals: printed.decimals }
    : { printed: null };
}

function readMilestone(text: string): ResultValue | null {
  const word = text.toLowerCase();
  if (word !== 'done' && word !== 'not-done') return null;
  return { kind: 'milestone', done: word === 'done' };
}

function readReached(reading: Reading, { takesMilestones }: Measured, value: ResultValue): Figure {
  const { cell, complain } = reading;
  const hasCounts = cell('numerator') !== '' || cell('denominator') !== '';
  if (!takesMilestones || hasCounts)
    complain('csv-number', 'value', message('csv-milestone-value', { found: cell('value') }));
  return { ...NO_FIGURE, value };
}

function complainOfNumber({ cell, complain }: Reading, column: Column): void {
  complain('csv-number', column, message('csv-number-value', { found: cell(column) }));
}

interface Counts {
  numerator: NumberCell;
  denominator: NumberCell;
}

function readCounts(reading: Reading): Counts | null {
  const { cell, complain } = reading;
  const [present, absent] =
    cell('denominator') === ''
      ? (['numerator', 'denominator'] as const)
      : (['denominator', 'numerator'] as const);
  if (cell(present) === '') return null;
  if (cell(absent) === '') {
    complain('csv-number', present, message('csv-lone-count', { present, absent }));
    return null;
  }
  const numerator = readNumberCell(reading, 'numerator', null);
  const denominator = readNumberCell(reading, 'denominator', null);
  if (!numerator || !denominator) return null;
  if (!denominator.value.equals(0)) return { numerator, denominator };
  complain('csv-number', 'denominator', message('csv-zero-denominator', {}));
  return null;
}

function figureOf(
  { numerator, denominator }: Counts,
  unit: string | null,
): Pick<Figure, 'value' | 'counts'> {
  const quotient = ratio(numerator.value, denominator.value)!;
  const value: Exact = unit === '%' ? quotient.mul(100) : quotient;
  return {
    value: { kind: 'number', value, about: numerator.about || denominator.about },
    counts: { numerator: numerator.value, denominator: denominator.value },
  };
}

function readNumberCell(reading: Reading, column: Column, unit: string | null): NumberCell | null {
  const { book, cell, complain } = reading;
  const found = cell(column);
  const number = unit === '%' ? book.readPercentage(found) : book.readOther(found);
  switch (number.kind) {
    case 'number':
      if (number.mark) noteMark(reading, column, number.mark);
      return number;
    case 'empty':
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
    case 'not-a-number': {
      const said = message('csv-not-a-number', { found, column, decimal: book.decimal });
      complain('csv-number', column, said);
      return null;
    }
  }
}

/** Counts have no unit: a `%` behind one is no matter of the indicator's. */
function percentMessage(found: string, column: Column, unit: string | null): Message {
  return column === 'value'
    ? message('csv-percent-unit', { found, unit: unit ?? '' })
    : message('csv-percent-count', { found });
}

/** With a declared mark the other one is not read at all; without one, a file should keep to one. */
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
