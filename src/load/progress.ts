import type { Finding } from '../finding.ts';
import { findingLog } from '../finding-log.ts';
import type { NotCounted } from '../not-counted.ts';
import type { Plan } from '../plan.ts';
import type { ProgressRow } from '../progress.ts';
import { progressKeeper } from '../progress-keeper.ts';
import { tableReadings } from './cell-reading.ts';
import { findEvidence } from './evidence.ts';
import { dataRows, openBook, type ProgressOptions } from './progress-book.ts';
import { type ProgressColumn as Column, DAYS, PROGRESS } from './progress-columns.ts';
import { readRow } from './progress-row.ts';
import { type Row, readTable, tableBytes } from './table.ts';
import { unreadLog } from './unread.ts';

/** What became of a progress file. */
export interface ProgressReading {
  /** As the user named it. */
  file: string;
  /** Of very many those behind the first are counted: `more` of a finding. */
  findings: Finding[];
  /** The rows that cannot be used for an error in them. */
  notCounted: NotCounted[];
  /** The rows that can be used, in the order of the file; of very many those that can count. */
  progress: ProgressRow[];
  /** Rows of data seen, blank ones left out. */
  rows: number;
  /** Those that cannot be used: each has a finding, but where a column is missing for all of them. */
  unread: number;
}

/**
 * Reads a progress file and holds every row against the plan. A row with anything that cannot be
 * read, or that the plan has no task or occurrence for, gives a finding and does not count.
 *
 * @param file the file as the user named it
 * @throws the system's error when the file cannot be opened or read
 */
export async function readProgress(
  file: string,
  plan: Plan,
  options: ProgressOptions,
): Promise<ProgressReading> {
  const log = findingLog(options.mostFindings);
  const unreadRows = unreadLog();
  const keeper = progressKeeper(plan, options.days ?? null);
  let read = 0;
  let about: string | null = null;
  const report = (found: Finding) => {
    const own = { ...found, about };
    log.add(own);
    unreadRows.add(own);
  };
  const how = { ...options, bytes: await tableBytes(file, options) };
  const { hasMonthFirst } = await findEvidence(file, PROGRESS, how, { numbers: [], days: DAYS });
  const book = openBook(file, plan, hasMonthFirst, options, report);
  const { given } = options;
  const row = (cells: Row<Column>) => {
    if (given && SAYING.every((column) => cells.cells[column].trim() === '')) return true;
    about = cells.cells.task.trim();
    const result = readRow(cells, book);
    about = null;
    if (!result) return false;
    read += 1;
    keeper.add(result);
    options.sink?.(result, cells.place);
    return true;
  };
  const reader = { row, report, data: dataRows(book), ...tableReadings(options.reading) };
  const { rows } = await readTable(file, PROGRESS, how, reader);
  return {
    file,
    findings: log.findings(),
    notCounted: unreadRows.entries(),
    progress: keeper.kept(),
    rows,
    unread: rows - read,
  };
}

/** The columns in which a row of a sheet says something. */
const SAYING = ['status', 'date', 'due', 'note'] as const;
