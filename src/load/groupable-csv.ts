import { LIMITS } from '../limits.ts';
import { readStart, sizeOf, told } from './bytes.ts';
import { isDoubtful } from './evidence.ts';
import { absolute } from './files.ts';
import type { Groupable } from './groups.ts';
import { columnNamed, isColumn } from './header.ts';
import { groupFile, groupText } from './line-groups.ts';
import { type LineIndex, linesAt, type Pieces, piecesOf } from './plain-lines.ts';
import type { ResultsOptions } from './result-book.ts';
import { RESULTS, type ResultColumn } from './result-columns.ts';
import { delimiterIn } from './sources/csv.ts';
import { spansOf } from './sources/csv-places.ts';
import { gunzipped } from './sources/gzip.ts';
import { type Line, someRows } from './sources/some-rows.ts';
import type { Delimiter } from './sources/source.ts';
import { isTurning } from './turning-row.ts';

/** The encoding in which lines are looked for. */
const UTF8 = /^utf-?8$/i;
/** What compressed files begin with. */
const GZIP = [0x1f, 0x8b];
/** The header is looked for among these, whatever the engine makes of them. */
const FIRST_LINES = 21;

/** A file of CSV, compressed or not, whose rows can be grouped; `null` where it has to be read whole. */
export async function groupableCsv(
  file: string,
  options: ResultsOptions,
): Promise<Groupable | null> {
  if (options.encoding !== null && !UTF8.test(options.encoding)) return null;
  const path = absolute(file, options.cwd ?? '.');
  const isPacked = GZIP.every((byte, at) => readStart(path, GZIP.length)[at] === byte);
  const { tell } = options;
  // What unpacks reads ahead, and would find the next piece in the place of one that it has not yet read.
  const read = () => (isPacked ? copiesOf(piecesOf(path)) : piecesOf(path));
  const bytes = tell === undefined ? read : told(read, sizeOf(path), tell);
  const pieces = () => (isPacked ? gunzipped(bytes) : read());
  const start = (await startOf(pieces()).catch(orNull)) ?? Buffer.alloc(0);
  const head = headOf(start.toString('utf8'), options.delimiter);
  if (head === null) return null;
  const { columns, delimiter } = head;
  const mostBytes = (options.limits ?? LIMITS)['row-bytes'];
  let index: LineIndex | null = null;
  return {
    columns: columns.filter((column) => column !== null),
    headers: 1,
    isKeyed: true,
    async group(grouping, most) {
      const form = { columns, delimiter, mostBytes };
      const wanted = { grouping, most, tell };
      if (isPacked) return groupText(pieces, form, wanted).catch(orNull);
      const groups = await groupFile(path, form, wanted).catch(orNull);
      index = groups?.index ?? null;
      return groups;
    },
    shown: (rows) => Array.from({ length: Math.min(rows + 1, FIRST_LINES) }, (_, at) => at + 1),
    rowsAt: async (numbers) => index?.linesAt(path, numbers) ?? linesAt(pieces(), numbers),
    source: (lines) => someRows(lines, delimiter),
    isDoubtful: () => isDoubtful(file, bytes),
    isTurn: (line) => isTurn(line, delimiter),
  };
}

/** What the system or the decompressor refuses is told of by whoever reads the file whole. */
function orNull(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  return null;
}

function* copiesOf(pieces: Iterable<Buffer>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece);
}

/** The first bytes of a text, the line of its header among them. */
async function startOf(pieces: Pieces): Promise<Buffer> {
  for await (const piece of pieces) return Buffer.from(piece);
  return Buffer.alloc(0);
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
  const columns = cells.map((cell) => columnNamed(cell, RESULTS));
  const named = columns.filter((column) => column !== null);
  const isWhole = RESULTS.required.every((column) => named.includes(column));
  return isWhole && new Set(named).size === named.length ? { columns, delimiter } : null;
}

/** What changes the meaning of the rows below it: another header, or what git leaves of two versions. */
function isTurn({ line, text }: Line, delimiter: Delimiter): boolean {
  if (line === 1) return false;
  const raw = typeof text === 'string' ? text : text.join(delimiter);
  return isTurning(
    spansOf(raw, delimiter).map((span) => span.text.replaceAll('"', '')),
    raw,
  );
}
