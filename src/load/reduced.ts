import type { AreaCatalogue } from '../area.ts';
import { addDays, type Day } from '../calendar.ts';
import type { Result } from '../result.ts';
import type { Needs } from '../result-keeper.ts';
import type { Group, Groupable } from './groups.ts';
import type { ResultsOptions } from './result-book.ts';
import type { ResultFrame } from './result-frame.ts';
import { type ResultSink, type ResultsReading, readResults } from './results.ts';

/** So many of the rows are read here at most; where more must be, the table is read as any other. */
const MOST_SHARE = 0.25;
const MOST_ROWS = 400_000;
const FEW_ROWS = 1000;

/**
 * Reads a table of results put into groups, and leaves out the rows which can decide nothing: rows that
 * tell an indicator, area, source and kind of figure of which a later row of the same is there. What is
 * left is read as every table is, so that nothing has another meaning; a group that any finding
 * is made of is read row by row.
 *
 * @returns `null` where the table is to be read whole
 */
export async function readReduced(
  file: string,
  frame: ResultFrame,
  options: ResultsOptions,
  { table, needs }: { table: Groupable; needs: Needs },
  sink: ResultSink,
): Promise<ResultsReading | null> {
  const yearly = yearlyOf(frame, needs);
  const { columns, numbers = [] } = table;
  const { asOf, isOfValues } = needs;
  const borders = [asOf, ...bordersOf(options.areas)];
  const grouped = await table.group({ columns, numbers, borders, yearly, isOfValues }, mostOf);
  if (grouped === null) return null;
  const { groups, odd } = grouped;
  const rows = rowsOf(groups) + odd.length;
  const most = mostOf(rows);
  const wanted = new Set([...table.shown(rows), ...odd, ...firstOfClasses(groups)]);
  for (const { besides, ends } of groups) for (const row of [...besides, ...ends]) wanted.add(row);
  const alone = new Set(odd);
  let doubt: boolean | undefined;
  for (let open = groups, members: readonly Group[] = []; ; ) {
    const more = members.length === 0 ? [] : await grouped.members(members.map(({ id }) => id));
    for (const row of more) {
      wanted.add(row);
      alone.add(row);
    }
    if (wanted.size > most) return null;
    const lines = await table.rowsAt([...wanted].sort((a, b) => a - b));
    // Of rows that are all plain nothing is in doubt.
    if (alone.size > 0) doubt ??= await table.isDoubtful();
    const how = { ...options, isDoubtful: doubt ?? false, source: table.source(lines) };
    const { reading, results, told } = await readLines(file, frame, how);
    if (lines.some((line) => !results.has(line.line) && table.isTurn(line))) return null;
    members = open.filter((group) => !isFit(group, { results, told, needs }));
    if (wanted.size + rowsOf(members) > most) return null;
    if (members.length === 0) {
      for (const result of results.values()) sink(result, placeless);
      countOthers({ groups: open, results, alone }, needs);
      return { ...reading, rows: reading.rows + rows - (lines.length - table.headers) };
    }
    const unfit = new Set(members);
    open = open.filter((group) => !unfit.has(group));
  }
}

interface Reduced {
  groups: readonly Group[];
  results: ReadonlyMap<number, Result>;
  /** The rows that belong to none of the groups. */
  alone: ReadonlySet<number>;
}

/** Of all rows of the groups those count that are not handed over. */
function countOthers({ groups, results, alone }: Reduced, needs: Needs): void {
  for (const { ends, rows } of groups) needs.count(results.get(ends[0]!)!, rows);
  for (const [line, result] of results) if (!alone.has(line)) needs.count(result, -1);
}

function mostOf(rows: number): number {
  return Math.min(MOST_ROWS, Math.max(rows * MOST_SHARE, FEW_ROWS));
}

function rowsOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { rows }) => sum + rows, 0);
}

function placeless(): never {
  throw new Error('the places of a row that was left out are not known');
}

interface Judging {
  results: ReadonlyMap<number, Result>;
  told: ReadonlySet<number>;
  needs: Needs;
}

/** May the rows of the group stand for the others, for nothing is told of them? */
function isFit({ ends }: Group, { results, told, needs }: Judging): boolean {
  return ends.every((line) => {
    const result = results.get(line);
    return result !== undefined && !told.has(line) && needs.standsForOthers(result);
  });
}

/** The days between which the same name stands for the same area. */
function bordersOf(areas: AreaCatalogue | null): Day[] {
  const days = new Set<Day>();
  for (const { validFrom, validTo } of areas?.values() ?? []) {
    if (validTo !== null) days.add(validTo);
    if (validFrom !== null) days.add(addDays(validFrom, -1));
  }
  return [...days];
}

/** The indicators of which the foremost day of a year is enough. */
function yearlyOf({ measured }: ResultFrame, { isEach }: Needs): 'all' | string[] {
  const yearly = [...measured.keys()].filter((address) => !isEach(address));
  return yearly.length === measured.size ? 'all' : yearly;
}

/** The first row with each kind of figure: it shows how the table writes them. */
function firstOfClasses(groups: readonly Group[]): number[] {
  const first = new Map<number, number>();
  for (const { class: kind, start } of groups)
    first.set(kind, Math.min(first.get(kind) ?? start, start));
  return [...first.values()];
}

/** Reads some rows, with the results by their lines and the lines of which something is told. */
async function readLines(file: string, frame: ResultFrame, options: ResultsOptions) {
  const results = new Map<number, Result>();
  const told = new Set<number>();
  const hear = ({ place }: { place: { line: number } }) => told.add(place.line);
  const reading = await readResults(file, frame, { ...options, hear }, (result) =>
    results.set(result.line, result),
  );
  return { reading, results, told };
}
