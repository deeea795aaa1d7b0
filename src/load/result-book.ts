import type { AreaCatalogue } from '../area.ts';
import type { Day } from '../calendar.ts';
import type { Finding, Place, RaisedRule } from '../finding.ts';
import { grouped } from '../grouped.ts';
import { legible } from '../look-alike.ts';
import type { Message } from '../message/message.ts';
import { areaByName } from '../names.ts';
import { numberValue, type Wording, wordingOf } from '../observation.ts';
import { type Period, type PeriodProblem, parsePeriod } from '../period.ts';
import { type NumberValue, readStatus } from '../result.ts';
import { type FixClass, type Sureness, suggester, surenessAmong } from '../suggest.ts';
import type { DeclaredStatus } from '../verdict.ts';
import type { ReadingSink } from './cell-reading.ts';
import type { Evidence } from './evidence.ts';
import {
  type DecimalMark,
  isTooLong,
  type NumberReading,
  type NumberStyle,
  qualified,
  readNumber,
} from './numeral.ts';
import { remembering } from './remembering.ts';
import type { ResultColumn as Column } from './result-columns.ts';
import type { Measured, ResultFrame } from './result-frame.ts';
import type { Row, TableOptions } from './table.ts';

export interface ResultsOptions extends TableOptions {
  /** The declared decimal mark; `null`: the plan's, and both where the plan declares none. */
  decimal: DecimalMark | null;
  /** The areas that rows may name; `null`: any. */
  areas: AreaCatalogue | null;
  /** Takes the cells that were read tolerantly. */
  reading?: ReadingSink | undefined;
  /** Is there anything in the file that its numbers and days could decide? Looked for where absent. */
  isDoubtful?: boolean | undefined;
  /** Hears every finding, those that are only counted too. */
  hear?: ((found: Finding) => void) | undefined;
  /** What the rows of a filled sheet are of where they do not say it. */
  given?: { period: Period; area: string } | undefined;
}

/** A text as words and the number in it. */
export interface ValueReading {
  wording: Wording;
  /** What the figure is, where the wording has one: a number with what its words say of it. */
  number: NumberReading;
  /** The same as a value, where it is a number. */
  value: NumberValue | null;
}

/** The parts of an indicator, by their addresses and by their own codes. */
interface Parts {
  ids: readonly string[];
  near(text: string): string | null;
  sureness: Sureness;
}

/** What the rows of one file are read with. */
export interface Book {
  file: string;
  /** Of rows that name none: the plan's own, or the sheet's. */
  area: string;
  /** Of rows that name none; `null` where each must. */
  period: Period | null;
  areas: AreaCatalogue | null;
  /** The mark that is declared, else that which the table shows. */
  decimal: DecimalMark | null;
  /** The mark that is declared; for words, since whether a table is looked through depends on how it is stored. */
  declared: DecimalMark | null;
  measured: ReadonlyMap<string, Measured>;
  /** The first cell with each decimal mark, to tell where a file mixes them. */
  marks: Map<DecimalMark, { text: string; place: Place }>;
  /** Does the file have days with the month before them? Then others may be read wrongly. */
  hasMonthFirst: boolean;
  /** The sound rows without any figure or status, and the first of them. */
  empty: { rows: number; place: Place } | null;
  /** The address behind a code, an indicator's place in the document or its whole name. */
  addressOf(text: string): string | null;
  readPeriod(text: string): Period | PeriodProblem;
  readStatus(text: string): DeclaredStatus | undefined;
  readPercentage(text: string): ValueReading;
  readOther(text: string): ValueReading;
  areaNamed(name: string, on: Day | null): string | null;
  nearIndicator(text: string): string | null;
  indicatorSureness: Sureness;
  /** The parts of an indicator; another one's part of that name is not what was meant. */
  partsOf(indicator: string): Parts;
  nearArea(text: string): string | null;
  areaSureness: Sureness;
  report(found: Finding): void;
  /** Absent where nobody wants to see how cells were read. */
  reading?: ReadingSink | undefined;
}

/**
 * A row being read; a complaint about one of its cells takes the whole row out. What was probably
 * meant there may be written into the cell where somebody is sure enough of it.
 */
export interface Reading {
  book: Book;
  readonly row: Row<Column>;
  /** The row's own; to be asked for one column of many, {@link cell}. */
  readonly cells: Row<Column>['cells'];
  cell(column: Column): string;
  complain(
    rule: RaisedRule,
    column: Column,
    said: Message,
    meant?: string | null,
    sure?: FixClass | null,
  ): void;
  /** Says something of a cell that leaves the row in. */
  doubt(rule: RaisedRule, column: Column, said: Message, suggestion?: string | null): void;
  /** Tells what a cell was read as; absent where nobody wants to know. */
  readAs: ((column: Column, read: () => string) => void) | undefined;
}

export function openBook(
  file: string,
  frame: ResultFrame,
  { areas, reading, given }: ResultsOptions,
  { decimal, declared, hasMonthFirst }: Evidence & Pick<Book, 'declared'>,
  report: Book['report'],
): Book {
  const { measured } = frame;
  return {
    file,
    area: given?.area ?? frame.area,
    period: given?.period ?? null,
    areas,
    decimal,
    declared,
    measured,
    marks: new Map(),
    hasMonthFirst,
    empty: null,
    addressOf: remembering((text) => addressIn(text, frame)),
    readPeriod: remembering((text) => parsePeriod(legible(text))),
    readStatus: remembering(readStatus),
    readPercentage: remembering((text) => readValue(text, { decimal, unit: '%' })),
    readOther: remembering((text) => readValue(text, { decimal, unit: null })),
    areaNamed: areas ? areaByName(areas) : () => null,
    nearIndicator: remembering(suggester(measured.keys())),
    indicatorSureness: surenessAmong(measured.keys()),
    partsOf: partsIn(measured),
    nearArea: remembering(suggester(areas?.keys() ?? [])),
    areaSureness: surenessAmong(areas?.keys() ?? []),
    report,
    reading,
  };
}

/** The parts of each indicator, found when they are first asked for. */
function partsIn(measured: Book['measured']): Book['partsOf'] {
  let byIndicator: Map<string, string[]> | undefined;
  return remembering((indicator) => {
    byIndicator ??= grouped(measured.keys(), (address) => address.split('/', 1)[0]!);
    const start = `${indicator}/`;
    const own = byIndicator.get(indicator) ?? [];
    const addresses = own.filter((address) => address.startsWith(start));
    return {
      ids: addresses.map((address) => address.slice(start.length)),
      near: suggester(addresses),
      sureness: surenessAmong(addresses),
    };
  });
}

/** The address behind a text: an address, a place in the document or a whole name, look-alikes or not. */
export function addressIn(
  text: string,
  { measured, places, named }: Pick<ResultFrame, 'measured' | 'places' | 'named'>,
): string | null {
  if (measured.has(text)) return text;
  const seen = legible(text).trim();
  const [place = '', part] = seen.split('/');
  const id = places.get(place.replace(/(?<![.)])[.)]+$/, ''));
  const known = [seen.toLowerCase(), id && (part === undefined ? id : `${id}/${part}`)];
  return known.find((one) => one !== undefined && measured.has(one)) ?? named(seen);
}

/** A text's words and number, with the value that they make. */
export function valueReading(wording: Wording, number: NumberReading): ValueReading {
  const isNumber = wording.kind === 'figure' && number.kind === 'number';
  const value = isNumber ? numberValue(number.value, number.decimals, number) : null;
  return { wording, number, value };
}

function readValue(text: string, style: NumberStyle): ValueReading {
  if (isTooLong(text))
    return {
      wording: { kind: 'figure', figure: text, about: false, bound: null },
      number: { kind: 'too-long' },
      value: null,
    };
  const wording = wordingOf(legible(text));
  const figure = wording.kind === 'figure' || wording.kind === 'share' ? wording.figure : '';
  const number = readNumber(figure, wording.kind === 'share' ? { ...style, unit: '%' } : style);
  const isPlain = wording.kind !== 'figure' || (!wording.about && wording.bound === null);
  return valueReading(wording, isPlain ? number : qualified(number, wording));
}
