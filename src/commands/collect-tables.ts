import type { CollectOptions } from '../cli/flags/collect.ts';
import { type TableForm, tableForm } from '../load/append.ts';
import { tablesBeside } from '../load/beside.ts';
import { kindOf } from '../load/files.ts';
import type { TableSpec } from '../load/header.ts';
import { readProgress } from '../load/progress.ts';
import { PROGRESS } from '../load/progress-columns.ts';
import { RESULTS } from '../load/result-columns.ts';
import { frameOf } from '../load/result-frame.ts';
import { NUMBERS, readResults } from '../load/results.ts';
import { bytesOfFile, type Replacement } from '../load/write.ts';
import { addresses, fullName, type Plan } from '../plan.ts';
import type { ProgressRow } from '../progress.ts';
import { bare, isTaken, type Merged } from '../received.ts';
import type { Result } from '../result.ts';
import { type Cells, csvRow, progressCells, resultCells } from '../views/collect/rows.ts';
import type { PlanInput } from './read.ts';
import { type Session, usageError } from './session.ts';

/** A table with the rows that are added to it. */
export interface TableChange extends Replacement {
  content: Buffer;
  rows: readonly string[];
}

type Where = Pick<Session, 'cwd' | 'limits'>;

type Kind = 'results' | 'progress';
type Named = Partial<Record<Kind, string | undefined>>;

/** The tables that rows are added to: those named, else those beside the plan, there or not. */
export function tableFiles(plan: Plan, named: Named, cwd: string): Record<Kind, string> {
  const fileOf = (kind: Kind) => {
    const beside = `${plan.file.replace(/\.ya?ml$/, '')}.${kind}.csv`;
    return named[kind] ?? tablesBeside(plan.file, kind, cwd)[0] ?? beside;
  };
  return { results: fileOf('results'), progress: fileOf('progress') };
}

/** The tables that are named as they are read: one that is not there yet holds nothing. */
export function tablesThere(named: Named, cwd: string): Partial<Record<Kind, string[]>> {
  const read: Partial<Record<Kind, string[]>> = {};
  for (const kind of ['results', 'progress'] as const) {
    const file = named[kind];
    if (file !== undefined) read[kind] = kindOf(file, cwd) === 'missing' ? [] : [file];
  }
  return read;
}

/**
 * The tables with the rows that are taken over, each as it will be written. What is added is read
 * again: what would not be read as it was meant is not written.
 * @throws UsageError for a table that rows cannot be added to
 */
export async function changedTables(
  merged: { results: readonly Merged<Result>[]; progress: readonly Merged<ProgressRow>[] },
  input: PlanInput,
  options: CollectOptions,
  where: Where,
): Promise<TableChange[]> {
  const { plan } = input;
  const files = tableFiles(plan, options, where.cwd);
  const results = await resultsChange(merged.results.filter(isTaken), files.results, input, where);
  const reported = merged.progress.filter(isTaken);
  const progress = await progressChange(reported, files.progress, plan, where);
  return [results, progress];
}

const ALWAYS_RESULTS = new Set(['name', 'area']);

async function resultsChange(
  taken: readonly Merged<Result>[],
  file: string,
  { plan, areas }: PlanInput,
  { cwd, limits }: Where,
): Promise<TableChange> {
  const before = bytesOfFile(file, cwd);
  if (taken.length === 0) return { file, before, content: before ?? Buffer.alloc(0), rows: [] };
  const form = await tableForm(file, before, RESULTS, { numbers: NUMBERS, limits });
  const decimal = plan.decimal ?? form.decimal ?? '.';
  const isKnown = (plan.decimal ?? form.decimal) !== null;
  const style = { delimiter: form.delimiter, decimal, isKnown };
  const names = new Map(addresses(plan).map((one) => [one.address, fullName(one)]));
  const cells = taken.map((one) => resultCells(one, names.get(one.row.indicator) ?? '', style));
  const isElsewhere = taken.some(({ row }) => row.area !== plan.area);
  const optional = isElsewhere ? new Set(['name']) : ALWAYS_RESULTS;
  const change = changeOf({ file, before, form, spec: RESULTS, cells, optional });
  const read: Result[] = [];
  const known = { cwd, limits, bytes: () => [change.content], delimiter: null, encoding: null };
  const how = { ...known, decimal: null, areas: areas.size > 0 ? areas : null };
  await readResults(file, frameOf(plan), how, (row) => read.push(row));
  const last = read.slice(-taken.length);
  if (!taken.every(({ row }, at) => isSameFigure(row, last[at])))
    throw usageError('table-not-appendable', { file });
  return change;
}

function isSameFigure(row: Result, read: Result | undefined): boolean {
  if (read === undefined || bare(read.note) !== bare(row.note)) return false;
  const [a, b] = [row.value, read.value];
  const isSame =
    a === null || b === null
      ? a === b
      : a.kind === 'number'
        ? b.kind === 'number' && a.value.equals(b.value)
        : b.kind === 'milestone' && a.done === b.done;
  return isSame && row.indicator === read.indicator && row.period.text === read.period.text;
}

async function progressChange(
  taken: readonly Merged<ProgressRow>[],
  file: string,
  plan: Plan,
  { cwd, limits }: Where,
): Promise<TableChange> {
  const before = bytesOfFile(file, cwd);
  if (taken.length === 0) return { file, before, content: before ?? Buffer.alloc(0), rows: [] };
  const form = await tableForm(file, before, PROGRESS, { numbers: [], limits });
  const cells = taken.map(progressCells);
  const change = changeOf({ file, before, form, spec: PROGRESS, cells, optional: new Set() });
  const known = { cwd, limits, bytes: () => [change.content], delimiter: null, encoding: null };
  const { progress } = await readProgress(file, plan, known);
  const last = progress.slice(-taken.length);
  if (!taken.every(({ row }, at) => isSameWord(row, last[at])))
    throw usageError('table-not-appendable', { file });
  return change;
}

function isSameWord(row: ProgressRow, read: ProgressRow | undefined): boolean {
  return (
    read !== undefined &&
    bare(row.source) === bare(read.source) &&
    (['task', 'occurrence', 'agency', 'status', 'date', 'due'] as const).every(
      (key) => row[key] === read[key],
    )
  );
}

interface Addition<Column extends string> {
  file: string;
  before: Buffer | null;
  form: TableForm<Column>;
  spec: TableSpec<Column>;
  cells: readonly Cells[];
  /** The columns that a table may do without. */
  optional: ReadonlySet<string>;
}

function changeOf<Column extends string>(addition: Addition<Column>): TableChange {
  const { file, before, form, spec, cells, optional } = addition;
  const { listed = spec.columns } = spec;
  const added = listed.filter(
    (column) =>
      !form.columns.includes(column) && !optional.has(column) && cells.some((row) => row[column]),
  );
  const columns = [...form.columns, ...added];
  const rows = cells.map((row) => csvRow(row, columns, form));
  return { file, before, rows, content: form.with(rows, added) };
}
