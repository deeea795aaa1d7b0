import { describe, expect, test } from 'vitest';
import { type Finding, finding, lineOf } from '../../../src/finding.ts';
import type { Source, SourceRow } from '../../../src/load/sources/source.ts';
import { SOURCES, type SourceKinds, sourceOf } from '../../../src/load/sources/sources.ts';
import { type Row, readTable } from '../../../src/load/table.ts';
import { message } from '../../../src/message/message.ts';
import { temporaryFile } from '../temporary.ts';

const COUNT = message('csv-not-text', { file: 'a book' });

/** A book of one sheet, whose cells have types. */
function book(...rows: Partial<SourceRow>[]): Source {
  return async ({ name, bytes }, { isColumn }, sink) => {
    const [start] = bytes() as Buffer[];
    if (start!.length < 3)
      return finding({ rule: 'csv-encoding', place: lineOf(name, 1), message: COUNT });
    for (const [index, row] of rows.entries()) {
      const at = (cell: number) => ({ ...lineOf(name, index + 1), column: cell + 1 });
      sink.row({
        cells: [],
        line: index + 1,
        place: at,
        whole: () => lineOf(name, index + 1),
        miscounted: () => COUNT,
        ...row,
      });
    }
    if (!isColumn('TASK')) throw new Error('a name is compared without its case');
    return null;
  };
}

const [CSV] = SOURCES;
const kinds = (read: Source): SourceKinds => [
  CSV,
  { ending: '.book', begins: Buffer.from('PK'), read },
];

async function read(content: string, source: Source) {
  const rows: {
    cells: Row<'task' | 'value'>['cells'];
    line: number;
    value: unknown;
    column: number;
  }[] = [];
  const findings: Finding[] = [];
  const reading = await readTable(
    temporaryFile(content),
    { columns: ['task', 'value'], required: ['task'] },
    { delimiter: null, encoding: null },
    {
      row({ cells, line, value, place }) {
        rows.push({
          cells: { ...cells },
          line,
          value: value('value'),
          column: place('value').column,
        });
      },
      report: (found) => findings.push(found),
    },
    kinds(source),
  );
  return { ...reading, rows, findings };
}

describe('what reads a file', () => {
  const one = book();
  const known = kinds(one);
  test.each([
    ['x.csv', 'a,b', CSV.read],
    ['x.book', '', one],
    ['X.BOOK', 'a,b', one],
    ['x.csv', 'PK\x03\x04', one],
    ['x.tsv', 'a\tb', CSV.read],
    ['/dev/fd/63', '', CSV.read],
  ])('%s that begins with %j', (name, start, source) => {
    expect(sourceOf(name, Buffer.from(start), known)).toBe(source);
  });
});

describe('a table of another kind of file', () => {
  test('has its columns in any order and its cells with their types', async () => {
    const date = { kind: 'date', value: '2024-06-30' } as const;
    const { rows, findings } = await read(
      'PK!',
      book(
        { cells: ['Value', 'Task'] },
        { cells: ['30/06/2024', 'a'], values: [date, undefined] },
        { cells: ['', ' '] },
        { cells: ['1', 'b'] },
      ),
    );
    expect(findings).toEqual([]);
    expect(rows.map(({ cells, line, value, column }) => [cells, line, value, column])).toEqual([
      [{ task: 'a', value: '30/06/2024' }, 2, date, 1],
      [{ task: 'b', value: '1' }, 4, undefined, 1],
    ]);
  });

  test('says in its own words that a row has too many cells', async () => {
    const { rows, unread, findings } = await read(
      'PK!',
      book({ cells: ['task'] }, { cells: ['a', 'b'] }),
    );
    expect([rows, unread]).toEqual([[], 1]);
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([['csv-syntax', COUNT]]);
  });

  test('that cannot be read is one finding', async () => {
    const { rows, unread, findings } = await read('PK', book());
    expect([rows, unread]).toEqual([[], 0]);
    expect(findings.map(({ message }) => message)).toEqual([COUNT]);
  });
});
