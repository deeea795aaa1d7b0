import { LIMITS } from '../limits.ts';
import type { Result } from '../result.ts';
import type { Needs } from '../result-keeper.ts';
import { openBytes, readStart } from './bytes.ts';
import { isDoubtful } from './evidence.ts';
import { absolute } from './files.ts';
import type { Engine, Group } from './groups.ts';
import { isColumn, isNameOf, knownAmong } from './header.ts';
import { isPlainText, linesAt, type Pieces, piecesOf } from './plain-lines.ts';
import type { ResultsOptions } from './result-book.ts';
import { RESULTS, type ResultColumn } from './result-columns.ts';
import type { ResultFrame } from './result-frame.ts';
import { type ResultSink, type ResultsReading, readResults } from './results.ts';
import { delimiterIn } from './sources/csv.ts';
import { spansOf } from './sources/csv-places.ts';
import { gunzipped } from './sources/gzip.ts';
import { type Line, someRows } from './sources/some-rows.ts';
import type { Delimiter } from './sources/source.ts';

/** So many of the rows are read here at most; where more must be, the file is read as any other. */
const MOST_SHARE = 0.25;
const MOST_LINES = 400_000;
const FEW_LINES = 1000;
/** What compressed files begin with. */
const GZIP = [0x1f, 0x8b];
/** The header is looked for among these, whatever the engine makes of them. */
const FIRST_LINES = 21;

/**
 * Reads a file of results with an engine that leaves out the rows which can decide nothing: rows that
 * tell an indicator, area, source and kind of figure of which a later row of the same is there. What is
 * left is read as every file is, so that nothing has another meaning; a group that any finding
 * is made of is read row by row.
 *
 * @returns `null` where the file is to be read whole
 */
export async function readReduced(
  file: string,
  frame: ResultFrame,
  options: ResultsOptions,
  { engine, needs }: { engine: Engine; needs: Needs },
  sink: ResultSink,
): Promise<ResultsReading | null> {
  const path = absolute(file, options.cwd ?? '.');
  const isPacked = GZIP.every((byte, at) => readStart(path, GZIP.length)[at] === byte);
  const bytes = await openBytes(path);
  const pieces = () => (isPacked ? gunzipped(bytes) : piecesOf(path));
  // A damaged file is told of by whoever reads it whole.
  const start = await startOf(pieces()).catch(() => Buffer.alloc(0));
  const head = headOf(start.toString('utf8'), options.delimiter);
  if (head === null) return null;
  const { columns, delimiter } = head;
  const named = columns.filter((column) => column !== null);
  const yearly = yearlyOf(frame, needs);
  const grouping = { columns: named, asOf: needs.asOf, yearly, isOfValues: needs.isOfValues };
  const begun = engine.groupCsv({ path, columns, delimiter, isPacked }, grouping);
  // The engine works in threads of its own.
  const isPlain = await isPlainText(pieces(), (options.limits ?? LIMITS)['row-bytes']).catch(
    () => false,
  );
  const grouped = await begun;
  if (grouped === null) return null;
  try {
    const { groups, odd } = grouped;
    const rows = rowsOf(groups) + odd.length;
    const most = Math.min(MOST_LINES, Math.max(rows * MOST_SHARE, FEW_LINES));
    const lines = rows + 1;
    if (!isPlain) return null;
    const wanted = new Set([...firstLines(lines), ...odd, ...firstOfClasses(groups)]);
    for (const { besides } of groups) for (const row of besides) wanted.add(row);
    let isInDoubt = false;
    let doubt: boolean | undefined;
    for (let open = groups, members: Group[] = []; ; ) {
      const ids = members.map(({ id }) => id);
      const more = ids.length === 0 ? [] : await grouped.members(ids);
      if (more === null) return null;
      for (const row of more) wanted.add(row);
      if (wanted.size > most) return null;
      const texts = await linesOf(pieces(), open, wanted);
      // Of rows that are all plain nothing is in doubt.
      isInDoubt ||= odd.length > 0 || members.length > 0;
      doubt ??= isInDoubt ? await isDoubtful(file, bytes) : undefined;
      const how = { ...options, isDoubtful: doubt ?? false };
      const { reading, results, told } = await readLines(file, frame, how, texts, delimiter);
      if (texts.some((text) => !results.has(text.line) && isTurn(text, delimiter))) return null;
      members = open.filter((group) => !isFit(group, results, told, needs));
      if (wanted.size + rowsOf(members) > most) return null;
      if (members.length === 0) {
        for (const result of results.values()) sink(result, placeless);
        return { ...reading, rows: reading.rows + rows + 1 - texts.length };
      }
      const unfit = new Set(members);
      open = open.filter((group) => !unfit.has(group));
    }
  } finally {
    grouped.close();
  }
}

/** The first bytes of a text, the line of its header among them. */
async function startOf(pieces: Pieces): Promise<Buffer> {
  for await (const piece of pieces) return Buffer.from(piece);
  return Buffer.alloc(0);
}

function rowsOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { rows }) => sum + rows, 0);
}

function placeless(): never {
  throw new Error('the places of a row that was left out are not known');
}

/** The rows that are wanted as they stand in the file, and the others by what the groups say. */
async function linesOf(
  pieces: Pieces,
  groups: readonly Group[],
  wanted: ReadonlySet<number>,
): Promise<Line[]> {
  const lines = await linesAt(
    pieces,
    [...wanted].sort((a, b) => a - b),
  );
  const others = new Map(groups.flatMap(({ ends }) => ends.map((end) => [end.line, end])));
  for (const { line } of lines) others.delete(line);
  return [...lines, ...others.values()].sort((a, b) => a.line - b.line);
}

/**
 * May the rows of the group stand for the others? Nothing is told of them, neither of their figure
 * nor of the marks around it.
 */
function isFit(
  { ends }: Group,
  results: ReadonlyMap<number, Result>,
  told: ReadonlySet<number>,
  { standsForOthers }: Needs,
): boolean {
  return ends.every(({ line, text }) => {
    const result = results.get(line);
    const isQuoted = typeof text !== 'string' && text.some((cell) => cell.includes('"'));
    return result !== undefined && !told.has(line) && !isQuoted && standsForOthers(result);
  });
}

interface Head {
  columns: (ResultColumn | null)[];
  delimiter: Delimiter;
}

/** The header, where the first line is a whole one and nothing else; `null` where it has to be looked for. */
function headOf(start: string, asked: Delimiter | null): Head | null {
  const [first = ''] = start.split(/\r?\n/, 1);
  const delimiter = asked ?? delimiterIn(start, (cell) => isColumn(cell, RESULTS));
  const cells = spansOf(first.replace(/^\ufeff/, ''), delimiter).map(({ text }) => text);
  if (!cells.every((cell) => isColumn(cell, RESULTS))) return null;
  const columns = cells.map(
    (cell) => RESULTS.columns.find((column) => isNameOf(column, cell, RESULTS)) ?? null,
  );
  const named = columns.filter((column) => column !== null);
  const isWhole = RESULTS.required.every((column) => named.includes(column));
  return isWhole && new Set(named).size === named.length ? { columns, delimiter } : null;
}

/** The indicators of which the foremost day of a year is enough. */
function yearlyOf({ measured }: ResultFrame, { isEach }: Needs): 'all' | string[] {
  const yearly = [...measured.keys()].filter((address) => !isEach(address));
  return yearly.length === measured.size ? 'all' : yearly;
}

function firstLines(lines: number): number[] {
  return Array.from({ length: Math.min(lines, FIRST_LINES) }, (_, at) => at + 1);
}

/** The first row with each kind of figure: it shows how the file writes them. */
function firstOfClasses(groups: readonly Group[]): number[] {
  const first = new Map<number, number>();
  for (const { class: kind, start } of groups)
    first.set(kind, Math.min(first.get(kind) ?? start, start));
  return [...first.values()];
}

/** What changes the meaning of the rows below it: another header, or what git leaves of two versions. */
function isTurn({ line, text }: Line, delimiter: Delimiter): boolean {
  if (line === 1) return false;
  const raw = typeof text === 'string' ? text : text.join(delimiter);
  const cells = spansOf(raw, delimiter).map((span) => span.text.replaceAll('"', ''));
  const isHeader = cells.some((cell) => isNameOf('indicator', cell, RESULTS));
  return isHeader || knownAmong(cells, RESULTS) > 1 || /^"?(?:<{7}|={7}|>{7}|\|{7})/.test(raw);
}

/** Reads those lines, with the results by their lines and the lines of which something is told. */
async function readLines(
  file: string,
  frame: ResultFrame,
  options: ResultsOptions,
  lines: readonly Line[],
  delimiter: Delimiter,
) {
  const results = new Map<number, Result>();
  const told = new Set<number>();
  const source = someRows(lines, delimiter);
  const hear = ({ place }: { place: { line: number } }) => told.add(place.line);
  const reading = await readResults(file, frame, { ...options, source, hear }, (result) =>
    results.set(result.line, result),
  );
  return { reading, results, told };
}
