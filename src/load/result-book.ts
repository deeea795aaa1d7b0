import type { AreaCatalogue } from '../area.ts';
import type { Finding, Place, RaisedRule } from '../finding.ts';
import type { Message } from '../message/message.ts';
import { type Period, type PeriodProblem, parsePeriod } from '../period.ts';
import { readStatus } from '../result.ts';
import { suggester } from '../suggest.ts';
import type { DeclaredStatus } from '../verdict.ts';
import { type DecimalMark, type NumberReading, readNumber } from './numeral.ts';
import type { Measured, ResultFrame } from './result-frame.ts';
import type { Row, TableOptions } from './table.ts';

export interface ResultsOptions extends TableOptions {
  /** The declared decimal mark; `null`: the plan's, and both where the plan declares none. */
  decimal: DecimalMark | null;
  /** The areas that rows may name; `null`: any. */
  areas: AreaCatalogue | null;
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

/** What the rows of one file are read with. */
export interface Book {
  file: string;
  /** The plan's own area. */
  area: string;
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

/** A row being read; a complaint about one of its cells takes the whole row out. */
export interface Reading {
  book: Book;
  row: Row<Column>;
  cell(column: Column): string;
  complain(rule: RaisedRule, column: Column, said: Message, suggestion?: string | null): void;
}

export function openBook(
  file: string,
  { area, measured, decimal: declared }: ResultFrame,
  options: ResultsOptions,
  report: Book['report'],
): Book {
  const decimal = options.decimal ?? declared;
  const areas = options.areas;
  return {
    file,
    area,
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
