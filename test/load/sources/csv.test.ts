import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/finding.ts';
import type { TableSpec } from '../../../src/load/header.ts';
import type { Delimiter } from '../../../src/load/sources/source.ts';
import { readTable, type TableOptions } from '../../../src/load/table.ts';
import { temporaryFile } from '../temporary.ts';

type Column = 'task' | 'status' | 'note';

const SPEC: TableSpec<Column> = { columns: ['task', 'status', 'note'], required: ['task'] };

async function read(
  content: string | Uint8Array,
  options: Partial<TableOptions> = {},
  spec: TableSpec<Column> = SPEC,
) {
  const rows: { cells: string[]; line: number; places: string[] }[] = [];
  const findings: Finding[] = [];
  const file = temporaryFile(content);
  const reading = await readTable(
    file,
    spec,
    { delimiter: null, encoding: null, ...options },
    {
      row: ({ cells, line, place }) => {
        const places = SPEC.columns.map((column) => spot(place(column)));
        rows.push({ cells: SPEC.columns.map((column) => cells[column]), line, places });
      },
      report: (found) => findings.push(found),
    },
  );
  expect(findings.every(({ place }) => place.file === file)).toBe(true);
  return {
    ...reading,
    lines: rows.map(({ line }) => line),
    cells: rows.map(({ cells }) => cells),
    places: rows.map(({ places }) => places),
    findings,
    said: findings.map(({ place, message }) => `${spot(place)} ${message.code}`),
  };
}

function spot(place: Finding['place']): string {
  const { line, column, endLine, endColumn } = place;
  return `${line}:${column}-${endLine === line ? '' : `${endLine}:`}${endColumn}`;
}

const NOTE = 'ghi chú dài hơn một chút';
const row = (...cells: string[]) => [...cells, '', '', ''].slice(0, 3);

describe('the header', () => {
  test.each([
    ['in any order', 'note,task,status\nx,a,done'],
    ['in capitals, with blanks', ' NOTE, Task ,\tstatus\nx,a,done'],
    ['with a byte order mark', '\ufeffnote,task,status\nx,a,done'],
    ['with two byte order marks', '\ufeff\ufeffnote,task,status\nx,a,done'],
    ['quoted', '"note","task","status"\nx,a,done'],
    ['with accents, decomposed', 'noté,tásk,státus\nx,a,done'.normalize('NFD')],
    ['after blank lines', '\n\n  \nnote,task,status\nx,a,done'],
    ['with unnamed columns behind', 'note,task,status,,\nx,a,done,,'],
  ])('%s', async (_, content) => {
    const { cells, said } = await read(content);
    expect(said).toEqual([]);
    expect(cells).toEqual([['a', 'done', 'x']]);
  });

  test('optional columns may be absent', async () => {
    const { cells, places } = await read('status,task\ndone,a');
    expect(cells).toEqual([['a', 'done', '']]);
    expect(places).toEqual([['2:6-7', '2:1-5', '2:1-1']]);
  });

  test('an unknown column is told with its place and what was meant; rows are read', async () => {
    const { cells, findings } = await read('task,"stat us",  ghi chú \na,done,x');
    expect(findings.map(({ place, suggestion, path }) => [spot(place), suggestion, path])).toEqual([
      ['1:6-15', 'status', ['stat us']],
      ['1:18-25', null, ['ghi chú']],
    ]);
    expect(cells).toEqual([['a', '', '']]);
  });

  test('a doubled column is told with both places; the first is read', async () => {
    const { cells, findings } = await read('task,note,Task\na,x,b');
    expect(findings).toMatchObject([
      {
        rule: 'csv-column',
        message: { code: 'csv-doubled-column', args: { found: 'Task', first: 1 } },
        place: { line: 1, column: 11 },
        related: [{ place: { line: 1, column: 1 } }],
      },
    ]);
    expect(cells).toEqual([['a', '', 'x']]);
  });

  test('without a required column rows are counted and not read', async () => {
    const { said, rows, unread, cells } = await read('status,note\ndone,x\ndone');
    expect(said).toEqual(['1:1-12 csv-missing-column']);
    expect([rows, unread, cells]).toEqual([2, 2, []]);
  });

  test('one of several sets of columns may be asked for', async () => {
    const spec = { ...SPEC, oneOf: [['status'], ['note', 'task']] } as TableSpec<Column>;
    expect((await read('task\na', {}, spec)).said).toEqual(['1:1-5 csv-missing-one-of']);
    expect((await read('task,note\na,b', {}, spec)).said).toEqual([]);
  });

  test.each([
    ['an empty file', '', '1:1-1'],
    ['blank lines alone', '\n \n', '1:1-1'],
    ['data without header', 'a,done,x\nb,done,y', '1:1-9'],
  ])('%s has none', async (_, content, place) => {
    expect((await read(content)).said).toEqual([`${place} csv-no-header`]);
  });

  test('with a faulty quote ends the reading', async () => {
    const { said, rows } = await read('task,"status\na,done\n');
    expect(said).toEqual(['1:6-7 csv-unclosed-quote']);
    expect(rows).toBe(0);
  });
});

describe('the delimiter', () => {
  test.each([
    [';', 'task;status;note\na;done;1,5'],
    ['\t', 'task\tstatus\tnote\na\tdone\t1,5'],
    [',', 'task,status,note\na,done,"1,5"'],
    [';', '"task";"sta,tus,x,y";note\na;;"1,5"'],
    [';', 'task;a,b,c,d\na;'],
  ])('%j is found in the header', async (delimiter, content) => {
    const { cells } = await read(content);
    const declared = await read(content, { delimiter: delimiter as Delimiter });
    expect(cells).toEqual(declared.cells);
    expect(cells[0]![0]).toBe('a');
  });

  test('is the declared one against all looks', async () => {
    const { findings } = await read('task;note\na;b', { delimiter: ',' });
    expect(findings[0]!.message).toMatchObject({ code: 'csv-no-header' });
  });

  test('a table of one column has none', async () => {
    expect((await read('task\na\nb')).cells).toEqual([row('a'), row('b')]);
  });
});

describe('rows', () => {
  test('as Excel writes them: mark, semicolons, CRLF, emptied rows', async () => {
    const { cells, lines, said, rows } = await read(
      '\ufefftask;status;note\r\na;done;"x\r\ny"\r\n;;\r\n\r\nb;done;19,7\r\n',
    );
    expect(said).toEqual([]);
    expect(cells).toEqual([row('a', 'done', 'x\ny'), row('b', 'done', '19,7')]);
    expect(lines).toEqual([2, 6]);
    expect(rows).toBe(2);
  });

  test('as Excel writes "Unicode text": UTF-16, tabs', async () => {
    const text = '\ufefftask\tstatus\tnote\r\na\tđã xong\t"x, ""y"""\r\n';
    expect((await read(Buffer.from(text, 'utf16le'))).cells).toEqual([
      row('a', 'đã xong', 'x, "y"'),
    ]);
  });

  test('cells are NFC', async () => {
    expect((await read('task,note\na,Tỷ lệ'.normalize('NFD'))).cells).toEqual([
      row('a', '', 'Tỷ lệ'.normalize('NFC')),
    ]);
  });

  test('the last row needs no line break', async () => {
    expect((await read('task\na\nb')).lines).toEqual([2, 3]);
    expect((await read('task\na\n"b"')).lines).toEqual([2, 3]);
    expect((await read('task,note\na,')).lines).toEqual([2]);
  });

  test('places count UTF-16 units from 1, blanks left out, quotes included', async () => {
    const { places } = await read('task,status,note\n𝒳é, done ,"a ""b"", c"\n,,x');
    expect(places).toEqual([
      ['2:1-4', '2:6-10', '2:12-24'],
      ['3:1-1', '3:2-2', '3:3-4'],
    ]);
  });

  test('places behind a quoted line break are on their own lines', async () => {
    const { places, lines } = await read('note,task,status\n"x\ny",a,"b\n"\nz,c,d\n');
    expect(lines).toEqual([2, 5]);
    expect(places).toEqual([
      ['3:4-5', '3:6-4:2', '2:1-3:3'],
      ['5:3-4', '5:5-6', '5:1-2'],
    ]);
  });

  test('places hold beyond the first chunk and in CRLF', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `đ${i},done,"ghi chú\r\n${i}"`);
    const { places, lines, cells } = await read(`task,status,note\r\n${rows.join('\r\n')}`);
    expect(lines).toEqual(rows.map((_, i) => 2 + 2 * i));
    expect(cells.at(-1)).toEqual(['đ4999', 'done', 'ghi chú\n4999']);
    const wrong = places.findIndex(([, status], i) => {
      const start = `đ${i},`.length + 1;
      return status !== `${2 + 2 * i}:${start}-${start + 4}`;
    });
    expect(wrong).toBe(-1);
  });
});

describe('a row that cannot be read costs no other', () => {
  test('too many cells; what is missing at the end is empty', async () => {
    const { cells, findings, said, rows, unread } = await read(
      'task,status,note\na,done,19,7\nb\nc,done,x\n,,,,\nd,done,\n',
    );
    expect(said).toEqual(['2:1-12 csv-field-count']);
    expect(findings[0]!.message.args).toEqual({ found: 4, expected: 3, delimiter: ',' });
    expect(cells).toEqual([row('b'), row('c', 'done', 'x'), row('d', 'done')]);
    expect([rows, unread]).toEqual([4, 1]);
  });

  test('text in a column without name', async () => {
    const { findings, cells } = await read('task,note,,\na,x,,\nb,x,y,\n');
    expect(findings.map(({ message }) => message.args)).toEqual([
      { found: 3, expected: 2, delimiter: ',' },
    ]);
    expect(cells).toEqual([row('a', '', 'x')]);
  });

  test('a quote that is never closed', async () => {
    const { said, cells, lines, rows, unread } = await read(
      'task,status,note\na,done,x\nb,"done,x\nc,done,x\nd,done,y',
    );
    expect(said).toEqual(['3:3-4 csv-unclosed-quote']);
    expect(cells.map(([task]) => task)).toEqual(['a', 'c', 'd']);
    expect(lines).toEqual([2, 4, 5]);
    expect([rows, unread]).toEqual([4, 1]);
  });

  test('a quote that the next quoted cell seems to close', async () => {
    const { said, cells } = await read('task,status,note\nb,"done,x\nc,"done",x\nd,done,y');
    expect(said).toEqual(['2:3-4 csv-unclosed-quote']);
    expect(cells.map(([task]) => task)).toEqual(['c', 'd']);
  });

  test('text behind a closing quote, a quote within plain text', async () => {
    const { said, cells, rows, unread } = await read(
      'task,status,note\na,"x"y,\nb,5" nhựa,\nc,done,z\n',
    );
    expect(said).toEqual(['2:3-4 csv-stray-quote', '3:3-4 csv-stray-quote']);
    expect(cells.map(([task]) => task)).toEqual(['c']);
    expect([rows, unread]).toEqual([3, 2]);
  });

  test('a faulty quote behind a quoted line break is told on its own line', async () => {
    const { said, cells, lines } = await read('note,task\n"x\ny","a\nz,b\n');
    expect(said).toEqual(['3:4-5 csv-unclosed-quote']);
    expect(cells.map(([task]) => task)).toEqual(['b']);
    expect(lines).toEqual([4]);
  });

  test('a quote not closed in a long file is not read to its end', async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `t${i},done,${NOTE}`);
    rows[10] = 't10,"done,x';
    const { said, lines, unread } = await read(`task,status,note\n${rows.join('\n')}\n`);
    expect(said).toEqual(['12:5-6 csv-unclosed-quote']);
    expect(unread).toBe(1);
    expect(lines).toEqual(rows.map((_, i) => i + 2).filter((line) => line !== 12));
  });

  test('many faulty quotes, each its own', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => (i % 2 ? `t${i},"done,x` : `t${i},done,x`));
    const { said, cells } = await read(`task,status,note\n${rows.join('\n')}\n`);
    expect(said).toHaveLength(500);
    expect(cells.map(([task]) => task)).toEqual(rows.flatMap((_, i) => (i % 2 ? [] : [`t${i}`])));
  });

  test('a row without end', async () => {
    const { said, cells } = await read(`task,note\na,${'x'.repeat(3_000_000)}\nb,y\n`);
    expect(said).toEqual(['2:3-4 csv-row-too-long']);
    expect(cells.map(([task]) => task)).toEqual(['b']);
  });
});

describe('a file that is no text', () => {
  test('is one finding', async () => {
    const { findings, rows } = await read(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff]));
    expect(findings).toMatchObject([{ rule: 'csv-encoding', message: { code: 'csv-not-text' } }]);
    expect(rows).toBe(0);
  });

  test('neither is one in an unknown encoding', async () => {
    const { said } = await read('task\na', { encoding: 'vni' });
    expect(said).toEqual(['1:1-1 csv-bad-encoding']);
  });
});

test('what the reader throws is thrown', async () => {
  const file = temporaryFile('task\na\nb\n');
  const rows: string[] = [];
  const reading = readTable(
    file,
    SPEC,
    { delimiter: null, encoding: null },
    {
      row({ cells }) {
        rows.push(cells.task);
        throw new Error('full');
      },
      report() {},
    },
  );
  await expect(reading).rejects.toThrow('full');
  expect(rows).toEqual(['a']);
});

test('the file is found from the folder that is given', async () => {
  const file = temporaryFile('task\na\n');
  const at = file.lastIndexOf('/');
  const options = { delimiter: null, encoding: null, cwd: file.slice(0, at) };
  const silent = { row() {}, report() {} };
  expect(await readTable(file.slice(at + 1), SPEC, options, silent)).toEqual({
    rows: 1,
    unread: 0,
    passed: 0,
  });
});

describe('any text', () => {
  const text = fc
    .string({ unit: 'binary', maxLength: 20 })
    .map((cell) => cell.replaceAll('\0', ''));
  const nasty = fc.constantFrom(
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    '\r',
    ' ',
    'ế',
    'e\u0302\u0301',
    '\ufeff',
  );
  const cell = fc.oneof(
    text,
    fc.array(nasty, { maxLength: 6 }).map((parts) => parts.join('')),
  );
  const table = fc.array(fc.tuple(cell, cell), { maxLength: 8 });

  /** Odd letters are told of, and take no row away. */
  const isOfRows = ({ rule }: { rule: string }) =>
    rule !== 'look-alike-letter' && rule !== 'stray-character';

  test('in quotes comes back as it was but for blanks around it, with LF and NFC, on its own line', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom<Delimiter>(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        async (cells, delimiter, eol) => {
          const quoted = cells.map(([status, note], i) =>
            [`t${i}`, status, note].map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter),
          );
          const content = ['task', 'status', 'note'].join(delimiter) + eol + quoted.join(eol);
          const result = await read(content);
          const plain = (one: string) => one.replace(/\r\n?/g, '\n').normalize('NFC').trim();
          expect(result.findings.filter(isOfRows)).toEqual([]);
          expect(result.cells).toEqual(
            cells.map(([status, note], i) => [`t${i}`, plain(status), plain(note)]),
          );
          const before = quoted.map((_, i) =>
            [content.split(eol)[0], ...quoted.slice(0, i)].join('\n'),
          );
          expect(result.lines).toEqual(
            before.map((one) => one.replace(/\r\n?/g, '\n').split('\n').length + 1),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  test('in any order of characters ends with rows or findings', async () => {
    const anything = fc.array(fc.oneof(nasty, fc.constantFrom('a', '1', 'task', 'note')), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(anything, async (parts) => {
        const { rows, unread, cells, findings } = await read(`task,note\n${parts.join('')}`);
        expect(rows).toBe(unread + cells.length);
        expect(findings.filter(isOfRows).length).toBe(unread);
      }),
      { numRuns: 300 },
    );
  });
});
