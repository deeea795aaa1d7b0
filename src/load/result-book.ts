import type { AreaCatalogue } from '../area.ts';
import type { Finding, Place, RuleId } from '../finding.ts';
import type { Measurable } from '../indicator.ts';
import type { Message } from '../message/message.ts';
import { type Period, type PeriodProblem, parsePeriod } from '../period.ts';
import { addresses, type Plan } from '../plan.ts';
import { type DeclaredStatus, readStatus } from '../result.ts';
import { suggester } from '../suggest.ts';
import { type DecimalMark, type NumberReading, readNumber } from './numeral.ts';
import type { Row, TextLook } from './table.ts';

/** The columns of a results file, in their usual order. */
export interface ResultsOptions extends TextLook {
  /** The declared decimal mark; `null`: the plan's, and both where the plan declares none. */
  decimal: DecimalMark | null;
  /** The areas that rows may name; `null`: any. */
  areas: AreaCatalogue | null;
}

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
export interface Measured {
  unit: string | null;
  takesNumbers: boolean;
  takesMilestones: boolean;
}

/** A row being read; a complaint about one of its cells takes the whole row out. */
export interface Reading {
  book: Book;
  row: Row<Column>;
  cell(column: Column): string;
  complain(rule: RuleId, column: Column, said: Message, suggestion?: string | null): void;
}

export function openBook(
  file: string,
  plan: Plan,
  options: ResultsOptions,
  report: Book['report'],
): Book {
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
