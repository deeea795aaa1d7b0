import { type AreaCatalogue, hasEnded } from '../area.ts';
import { type Exact, ratio } from '../exact.ts';
import { type Finding, finding, type Place, type RuleId } from '../finding.ts';
import type { Indicator, Measurable } from '../indicator.ts';
import { type Message, message } from '../messages/message.ts';
import { type Period, type PeriodProblem, parsePeriod } from '../period.ts';
import { addresses, type Plan } from '../plan.ts';
import {
  type DeclaredStatus,
  type Result,
  type ResultValue,
  readStatus,
  STATUS_WORDS,
} from '../result.ts';
import { suggest, suggester } from '../suggest.ts';
import { type Row, readTable, type TableOptions, type TableSpec } from './csv.ts';
import { type DecimalMark, type NumberReading, readNumber } from './numeral.ts';

export interface ResultsOptions extends TableOptions {
  /** The declared decimal mark; `null`: the plan's, and both where the plan declares none. */
  decimal: DecimalMark | null;
  /** The areas that rows may name; `null`: any. */
  areas: AreaCatalogue | null;
}

/** What became of a results file. */
export interface ResultsReading {
  /** As the user named it. */
  file: string;
  findings: Finding[];
  /** Rows of data seen, blank ones left out. */
  rows: number;
  /** Those that gave no result: each has a finding, but where a column is missing for all of them. */
  unread: number;
  /** Sound ones that report nothing yet, as in a collection sheet; not among the unread. */
  empty: number;
}

/** The columns of a results file, in their usual order. */
export const RESULT_COLUMNS = [
  'indicator',
  'name',
  'period',
  'value',
  'numerator',
  'denominator',
  'area',
  'status',
  'source',
  'note',
] as const;

export type ResultColumn = (typeof RESULT_COLUMNS)[number];
type Column = ResultColumn;

const SPEC: TableSpec<Column> = {
  columns: RESULT_COLUMNS,
  required: ['indicator', 'period'],
  oneOf: [['value'], ['numerator', 'denominator'], ['status']],
};

const FIGURES = ['value', 'numerator', 'denominator', 'status'] as const;

/**
 * Reads a results file and hands each result to the sink, so that memory does not grow with the
 * rows. A row with anything that cannot be read gives a finding for each such cell and no result,
 * as does one of an area that had ended by then. The sink may ask for the places of the row's
 * cells while it has the row, not later.
 *
 * @param file the file as the user named it
 * @throws the system's error when the file cannot be opened or read, and whatever the sink throws
 */
export async function readResults(
  file: string,
  plan: Plan,
  options: ResultsOptions,
  sink: (result: Result, at: (column: ResultColumn) => Place) => void,
): Promise<ResultsReading> {
  const findings: Finding[] = [];
  let about: string | null = null;
  const report = (found: Finding) => findings.push({ ...found, about });
  const book = openBook(file, plan, options, report);
  let read = 0;
  const row = (cells: Row<Column>) => {
    about = cells.cells.indicator.trim();
    const result = readRow(cells, book);
    about = null;
    if (!result) return;
    read += 1;
    sink(result, cells.place);
  };
  const { rows } = await readTable(file, SPEC, options, { row, report });
  if (book.empty) findings.push(emptiness(book.empty));
  const empty = book.empty?.rows ?? 0;
  return { file, findings, rows, empty, unread: rows - read - empty };
}

/** What the rows of one file are read with. */
interface Book {
  file: string;
  plan: Plan;
  areas: AreaCatalogue | null;
  decimal: DecimalMark | null;
  measured: ReadonlyMap<string, Measured>;
  /** The first cell with each decimal mark, to tell where a file mixes them. */
  marks: Map<DecimalMark, { text: string; place: Place }>;
  /** The sound rows without any figure or status, and the first of them. */
  empty: { rows: number; place: Place } | null;
  readPeriod(text: string): Period | PeriodProblem;
  readStatus(text: string): DeclaredStatus | undefined;
  readPercentage(text: string): NumberReading;
  readOther(text: string): NumberReading;
  nearIndicator(text: string): string | null;
  nearArea(text: string): string | null;
  report(found: Finding): void;
}

/** What a result of one address can be. */
interface Measured {
  unit: string | null;
  takesNumbers: boolean;
  takesMilestones: boolean;
}

function openBook(file: string, plan: Plan, options: ResultsOptions, report: Book['report']): Book {
  const decimal = options.decimal ?? plan.decimal;
  const measured = new Map(
    addresses(plan).map((item) => [item.address, measuredOf(item.measurable)] as const),
  );
  const areas = options.areas;
  return {
    file,
    plan,
    areas,
    decimal,
    measured,
    marks: new Map(),
    empty: null,
    readPeriod: remembering(parsePeriod),
    readStatus: remembering(readStatus),
    readPercentage: remembering((text) => readNumber(text, { decimal, unit: '%' })),
    readOther: remembering((text) => readNumber(text, { decimal, unit: null })),
    nearIndicator: remembering(suggester(measured.keys())),
    nearArea: remembering(suggester(areas?.keys() ?? [])),
    report,
  };
}

/** What an unknown indicator could be: its row's other cells are read without prejudice. */
const ANYTHING: Measured = { unit: '%', takesNumbers: true, takesMilestones: true };

/** Without a target of its own a measurable takes both. */
function measuredOf({ unit, targets }: Measurable): Measured {
  const ops = [...targets.values()].map((target) => target.op);
  return {
    unit,
    takesNumbers: ops.length === 0 || ops.some((op) => op !== 'done'),
    takesMilestones: ops.length === 0 || ops.includes('done'),
  };
}

/** Not to be outgrown by a file in which every row is different. */
const MOST_REMEMBERED = 1000;

/** The same few texts fill a column of a million rows. */
function remembering<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const held = known.get(text);
    if (held !== undefined) return held;
    const answer = read(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, answer);
    return answer;
  };
}

/** A row being read; a complaint about one of its cells takes the whole row out. */
interface Reading {
  book: Book;
  row: Row<Column>;
  cell(column: Column): string;
  complain(rule: RuleId, column: Column, said: Message, suggestion?: string | null): void;
}

function readRow(row: Row<Column>, book: Book): Result | null {
  let isSound = true;
  const reading: Reading = {
    book,
    row,
    cell: (column) => row.cells[column].trim(),
    complain(rule, column, said, suggestion = null) {
      isSound = false;
      const place = row.place(column);
      book.report(finding({ rule, place, path: [column], message: said, suggestion }));
    },
  };
  const result = resultOf(reading);
  if (!isSound || !result) return null;
  if (FIGURES.every((column) => reading.cell(column) === '')) {
    book.empty = { place: row.place('value'), ...book.empty, rows: (book.empty?.rows ?? 0) + 1 };
    return null;
  }
  if (result.value !== null && result.source === '') warnOfSource(reading);
  return result;
}

function resultOf(reading: Reading): Result | null {
  const { book, row, cell } = reading;
  const measured = readIndicator(reading);
  const period = readRowPeriod(reading);
  const figure = readFigure(reading, measured ?? ANYTHING);
  const status = readRowStatus(reading);
  const area = readArea(reading);
  if (period) checkAreaAt(reading, area, period);
  if (!measured || !period) return null;
  return {
    indicator: cell('indicator'),
    period,
    ...figure,
    status,
    area,
    source: cell('source'),
    note: cell('note'),
    basis: 'result',
    file: book.file,
    line: row.line,
  };
}

function warnOfSource({ book, row }: Reading): void {
  const said = message('csv-no-source', {});
  const place = row.place('source');
  book.report(finding({ rule: 'csv-source', place, path: ['source'], message: said }));
}

/** A collection sheet comes back half filled in: that is told once, not row by row. */
function emptiness({ rows, place }: NonNullable<Book['empty']>): Finding {
  const needed = ['value', 'numerator + denominator', 'status'];
  const said = message('csv-empty-row', { rows, needed });
  return finding({ rule: 'csv-empty-row', place, path: ['value'], message: said });
}

function readIndicator({ book, cell, complain }: Reading): Measured | null {
  const found = cell('indicator');
  const measured = book.measured.get(found);
  if (measured) return measured;
  const slash = found.indexOf('/');
  const owner = book.plan.indicators.find(({ id }) => id === found.slice(0, Math.max(slash, 0)));
  const suggestion = owner ? nearPart(owner, found) : book.nearIndicator(found);
  const said = owner
    ? message('csv-unknown-part', {
        found: found.slice(slash + 1),
        indicator: owner.id,
        valid: owner.parts.map(({ id }) => id),
        suggestion,
      })
    : message('csv-unknown-indicator', { found, suggestion });
  complain('csv-indicator', 'indicator', said, suggestion);
  return null;
}

/** Another indicator's part of that name is not what was meant. */
function nearPart({ id, parts }: Indicator, found: string): string | null {
  return suggest(
    found,
    parts.map((part) => `${id}/${part.id}`),
  );
}

const PERIOD_WORDS = {
  form: 'csv-bad-period',
  calendar: 'csv-impossible-period',
  'excel-month': 'csv-excel-month',
} as const satisfies Record<PeriodProblem, string>;

function readRowPeriod({ book, cell, complain }: Reading): Period | null {
  const found = cell('period');
  const period = book.readPeriod(found);
  if (typeof period !== 'string') return period;
  complain('csv-period', 'period', message(PERIOD_WORDS[period], { found }));
  return null;
}

function readRowStatus({ book, cell, complain }: Reading): DeclaredStatus | null {
  const found = cell('status');
  if (found === '') return null;
  const status = book.readStatus(found);
  if (status) return status;
  const suggestion = suggest(found, STATUS_WORDS);
  const said = message('csv-unknown-status', { found, valid: STATUS_WORDS, suggestion });
  complain('csv-status', 'status', said, suggestion);
  return null;
}

function readArea({ book, cell, complain }: Reading): string {
  const found = cell('area');
  if (found === '') return book.plan.area;
  if (book.areas === null || book.areas.has(found)) return found;
  const suggestion = book.nearArea(found);
  complain('csv-area', 'area', message('csv-unknown-area', { found, suggestion }), suggestion);
  return found;
}

/** A province that became part of another has no results of its own any more. */
function checkAreaAt({ book, cell, complain }: Reading, code: string, period: Period): void {
  const area = book.areas?.get(code);
  if (!area || !hasEnded(area, period.end)) return;
  const { validTo, successor } = area;
  const column = cell('area') === '' ? 'period' : 'area';
  const said = message('csv-ended-area', {
    area: code,
    ended: validTo!,
    period: cell('period'),
    successor,
  });
  complain('csv-ended-area', column, said, column === 'area' ? successor : null);
}

type Figure = Pick<Result, 'value' | 'counts' | 'printed' | 'printedDecimals'>;
type NumberCell = Extract<NumberReading, { kind: 'number' }>;

const NO_FIGURE: Figure = { value: null, counts: null, printed: null };

function readFigure(reading: Reading, measured: Measured): Figure {
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
