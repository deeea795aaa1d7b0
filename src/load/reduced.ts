import type { AreaCatalogue } from '../area.ts';
import { addDays, type Day } from '../calendar.ts';
import { periodYear } from '../period.ts';
import type { Result } from '../result.ts';
import type { Needs, NeedsOfVeryMany } from '../result-keeper.ts';
import type { Grouping } from './group-sql.ts';
import type { Group, Groupable, Keyed, Most } from './groups.ts';
import type { ResultsOptions } from './result-book.ts';
import type { ResultFrame } from './result-frame.ts';
import { type ResultSink, type ResultsReading, readResults } from './results.ts';
import type { Line } from './sources/some-rows.ts';

/** So many of the rows are read here at most; where more must be, the table is read as any other. */
const MOST_SHARE = 0.25;
const MOST_ROWS = 400_000;
const FEW_ROWS = 1000;
const MANY_GROUPS = 40_000;

/** A table in groups, who it is for and what its rows are read with. */
interface Asked {
  file: string;
  frame: ResultFrame;
  options: ResultsOptions;
  table: Groupable;
  needs: Needs;
  /** From so many groups on fewer are tried, where fewer may be enough. */
  manyGroups?: number;
}

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
  how: Pick<Asked, 'table' | 'needs' | 'manyGroups'>,
  sink: ResultSink,
): Promise<ResultsReading | null> {
  const reduced = await reducedOf({ file, frame, options, ...how });
  return typeof reduced === 'string' ? null : handedOver(reduced, how.needs, sink);
}

/** Why a table is read whole: its groups are too many, or too many of them would have to be read row by row. */
type Whole = 'too-many' | 'row-by-row';

async function reducedOf(asked: Asked): Promise<Reduced | Whole> {
  const { table, needs, manyGroups = MANY_GROUPS } = asked;
  const each = groupingOf(asked, needs.isEach);
  const fewer = table.isKeyed === true ? needs.ofVeryMany : undefined;
  if (fewer === undefined) return readGroups(asked, each, mostOf);
  const few = (rows: number) => Math.min(mostOf(rows), manyGroups);
  const reduced = await readGroups(asked, each, few);
  return reduced === 'too-many' ? ofVeryMany(asked, fewer) : reduced;
}

function groupingOf(
  { frame, options, table: { columns, numbers = [] }, needs: { asOf, isOfValues } }: Asked,
  isEach: Needs['isEach'],
): Grouping {
  const borders = [asOf, ...bordersOf(options.areas)];
  return { columns, numbers, borders, yearly: yearlyOf(frame, isEach), isOfValues };
}

/** Reads a table in groups by years; what is needed besides is found by what its rows are of. */
async function ofVeryMany(asked: Asked, fewer: NeedsOfVeryMany): Promise<Reduced | Whole> {
  const { isEach, first, isFilledBy, daysAskedBy } = fewer;
  const grouping = { ...groupingOf(asked, isEach), isOfValues: false, firstKeys: first };
  const days = new Set(daysAskedBy([]));
  for (;;) {
    const borders = [...grouping.borders, ...days];
    const reduced = await readGroups(asked, { ...grouping, borders }, mostOf);
    if (typeof reduced === 'string') return reduced;
    if (!isTelling(reduced, isFilledBy)) return 'row-by-row';
    const known = days.size;
    for (const day of daysAskedBy(reduced.results.values())) days.add(day);
    if (days.size === known) return reduced;
  }
}

/** Do the first rows leave no room for others, and is nothing told in two ways that could hide a repeat? */
function isTelling(
  { lines, results, keyed }: Reduced,
  isFilledBy: NeedsOfVeryMany['isFilledBy'],
): boolean {
  const { behind, subjectOf } = keyed!;
  const before = [...results.values()].filter(({ line }) => line < behind);
  if (!isFilledBy(before)) return false;
  const subjects = new Map<string, string>();
  const times = new Map<string, string>();
  return lines.every((line) => {
    const result = results.get(line.line);
    if (result === undefined) return true;
    const { indicator, area, source, period } = result;
    const { subject, time } = subjectOf(line);
    return (
      isAlone(subjects, [indicator, area, source].join('\n'), subject) &&
      isAlone(times, period.text, time)
    );
  });
}

/** Is it the only one that stands for that? */
function isAlone(known: Map<string, string>, meant: string, written: string): boolean {
  const before = known.get(meant);
  if (before === undefined) known.set(meant, written);
  return before === undefined || before === written;
}

async function readGroups(
  { file, frame, options, table, needs }: Asked,
  grouping: Grouping,
  mostGroups: Most,
): Promise<Reduced | Whole> {
  const grouped = await table.group(grouping, mostGroups);
  if (grouped === null) return 'too-many';
  const { groups, odd, keyed } = grouped;
  const single = [...odd, ...(keyed?.singly ?? [])];
  const rows = rowsOf(groups) + single.length;
  const most = mostOf(rows);
  const wanted = new Set([...table.shown(rows), ...single, ...(keyed?.differing ?? [])]);
  for (const row of firstOfClasses(groups)) wanted.add(row);
  for (const { besides, first, last } of groups) {
    wanted.add(first).add(last);
    for (const row of besides) wanted.add(row);
  }
  const alone = new Set(single);
  let doubt: boolean | undefined;
  for (let open = groups, members: readonly Group[] = []; ; ) {
    const more = members.length === 0 ? [] : await grouped.members(members.map(({ id }) => id));
    for (const row of more) {
      wanted.add(row);
      alone.add(row);
    }
    if (wanted.size > most) return 'too-many';
    const lines = await table.rowsAt([...Float64Array.from(wanted).sort()]);
    // Of rows that are all plain nothing is in doubt.
    if (odd.length + more.length > 0) doubt ??= await table.isDoubtful();
    const how = { ...options, isDoubtful: doubt ?? false, source: table.source(lines) };
    const { reading, results, told } = await readLines(file, frame, how);
    if (lines.some((line) => !results.has(line.line) && table.isTurn(line))) return 'row-by-row';
    const judging = { results, told, needs, measured: frame.measured };
    members = open.filter((group) => !isFit(group, judging));
    if (wanted.size + rowsOf(members) > most) return 'row-by-row';
    const before = wanted.size;
    if (keyed !== undefined) for (const row of startsIn(open, results, needs)) wanted.add(row);
    if (members.length === 0 && wanted.size === before) {
      const left = rows - (lines.length - table.headers);
      const whole = { ...reading, rows: reading.rows + left };
      return { groups: open, reading: whole, lines, results, alone, keyed };
    }
    const unfit = new Set(members);
    open = open.filter((group) => !unfit.has(group));
  }
}

/** What was read of a table in groups. */
interface Reduced {
  /** Those of which not all rows were read. */
  groups: readonly Group[];
  reading: ResultsReading;
  lines: readonly Line[];
  results: ReadonlyMap<number, Result>;
  /** The rows that belong to none of the groups. */
  alone: ReadonlySet<number>;
  keyed: Keyed | undefined;
}

function handedOver(reduced: Reduced, needs: Needs, sink: ResultSink): ResultsReading {
  for (const result of reduced.results.values()) sink(result, placeless);
  countOthers(reduced, needs);
  return reduced.reading;
}

/** Of all rows of the groups those count that are not handed over: one of each is, and some are besides. */
function countOthers({ groups, results, alone }: Reduced, needs: Needs): void {
  const known = new Set(alone);
  for (const { first, rows } of groups) {
    known.add(first);
    if (rows > 1) needs.count(results.get(first)!, rows - 1);
  }
  for (const [line, result] of results) if (!known.has(line)) needs.count(result, -1);
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

/**
 * The first rows of the groups of figures that have more sources than are kept: the first ones are, in the order of
 * the table.
 */
function startsIn(
  groups: readonly Group[],
  results: ReadonlyMap<number, Result>,
  { ofVeryMany }: Needs,
): number[] {
  const sources = new Map<string, Set<string>>();
  for (const result of results.values()) {
    const known = sources.get(figureOf(result));
    if (known === undefined) sources.set(figureOf(result), new Set([result.source]));
    else known.add(result.source);
  }
  const most = ofVeryMany?.sources ?? Number.POSITIVE_INFINITY;
  const crowded = new Set(
    [...sources].flatMap(([figure, { size }]) => (size > most ? figure : [])),
  );
  if (crowded.size === 0) return [];
  return groups.flatMap(({ first, start }) => {
    const result = results.get(first);
    return result && !crowded.has(figureOf(result)) ? [] : start;
  });
}

function figureOf({ indicator, area, period }: Result): string {
  return `${indicator}\n${area}\n${periodYear(period)}`;
}

interface Judging {
  results: ReadonlyMap<number, Result>;
  told: ReadonlySet<number>;
  needs: Needs;
  measured: ResultFrame['measured'];
}

/** May the rows of the group stand for the others, for nothing is told of them? */
function isFit({ first, last }: Group, { results, told, needs, measured }: Judging): boolean {
  return [first, last].every((line) => {
    const result = results.get(line);
    if (result === undefined || told.has(line)) return false;
    return !isOfManyRoles(result, measured) && needs.standsForOthers(result);
  });
}

/** What a part is of a whole, in percent, tells whether it can be a share; what it makes of another number does not. */
function isOfManyRoles({ indicator, counts }: Result, measured: ResultFrame['measured']): boolean {
  return counts !== null && measured.get(indicator)?.factor !== 100;
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
function yearlyOf({ measured }: ResultFrame, isEach: Needs['isEach']): 'all' | string[] {
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
