import type { Exact } from '../../exact.ts';
import { csvField } from '../../formats/csv.ts';
import { observedText } from '../../observation.ts';
import type { ProgressRow } from '../../progress.ts';
import type { Merged } from '../../received.ts';
import type { Result } from '../../result.ts';

/** How a table writes its cells. */
export interface RowStyle {
  delimiter: ',' | ';' | '\t';
  decimal: ',' | '.';
  /** Does everybody know the mark, so that three digits behind it are no thousands? */
  isKnown: boolean;
}

export type Cells = Readonly<Record<string, string>>;

/** A row's cells in the order of the columns of its table. */
export function csvRow(
  cells: Cells,
  columns: readonly (string | null)[],
  { delimiter }: Pick<RowStyle, 'delimiter'>,
): string {
  return columns
    .map((column) => csvField((column === null ? undefined : cells[column]) ?? '', delimiter))
    .join(delimiter);
}

/** What a result says, by the columns of a results file. */
export function resultCells({ row }: Merged<Result>, name: string, style: RowStyle): Cells {
  const { counts } = row;
  const figure =
    counts !== null
      ? row.printed === null
        ? ''
        : written(observedNumber(row.printed, row.printedDecimals), style)
      : row.value !== null
        ? written(observedText(row.value), style)
        : row.isAnswered
          ? 'none'
          : '';
  return {
    indicator: row.indicator,
    name,
    period: row.period.text,
    value: figure,
    numerator: counts === null ? '' : written(observedNumber(counts.numerator), style),
    denominator: counts === null ? '' : written(observedNumber(counts.denominator), style),
    area: row.area,
    status: row.status ?? '',
    published: row.published ?? '',
    source: row.source,
    note: row.note,
  };
}

function observedNumber(value: Exact, decimals?: number): string {
  const digits = decimals === undefined ? {} : { decimals };
  return observedText({ kind: 'number', value, about: false, ...digits });
}

/** `9.375` alone could be nine thousand: a zero more says that it is not. */
function written(text: string, { decimal, isKnown }: RowStyle): string {
  const clear = isKnown
    ? text
    : text.replace(/(?<![\d.])(\d{1,3}\.\d{3})(?!\d)/, (number) => `${number}0`);
  return clear.replace('.', decimal);
}

/** What is said of a task, by the columns of a progress file. */
export function progressCells({ row }: Merged<ProgressRow>): Cells {
  return {
    task: row.task,
    occurrence: row.occurrence ?? '',
    agency: row.agency ?? '',
    status: row.status,
    date: row.date ?? '',
    due: row.due ?? '',
    source: row.source,
    note: row.note,
  };
}
