import { BYTE_ORDER_MARK, csvField } from '../../formats/csv.ts';
import { targetFor } from '../../indicator.ts';
import { type Addressed, addresses, type Plan } from '../../plan.ts';

/** Which rows a sheet has. */
export interface SheetChoice {
  year: number;
  /** Codes of leading agencies; empty for all. */
  lead: readonly string[];
}

/** Every indicator and part that has a target in the year and one of these leading agencies. */
export function sheetRows(plan: Plan, { year, lead }: SheetChoice): Addressed[] {
  return addresses(plan).filter(({ indicator, measurable }) => {
    const isLed = lead.length === 0 || indicator.lead.some((code) => lead.includes(code));
    return isLed && targetFor(measurable, year, indicator.every, plan.period.first) !== undefined;
  });
}

/**
 * A results file to be filled in: a row per indicator with its name and unit, the figures empty.
 * It begins with a byte order mark, by which Excel knows UTF-8.
 */
export function collectionSheet(
  rows: readonly Addressed[],
  year: number,
  columns: readonly string[],
  delimiter: ',' | ';' | '\t',
): string {
  const records = [columns, ...rows.map((row) => cellsOf(row, year, columns))];
  const lines = records.map((cells) =>
    cells.map((cell) => csvField(cell, delimiter)).join(delimiter),
  );
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function cellsOf(row: Addressed, year: number, columns: readonly string[]): string[] {
  const known: Record<string, string> = {
    indicator: row.address,
    name: nameOf(row),
    period: String(year),
  };
  return columns.map((column) => known[column] ?? '');
}

function nameOf({ indicator, measurable }: Addressed): string {
  const name = measurable === indicator ? indicator.name : `${indicator.name} – ${measurable.name}`;
  return measurable.unit === null ? name : `${name} (${measurable.unit})`;
}
