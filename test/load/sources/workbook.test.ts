import { strToU8, unzipSync, zipSync } from 'fflate';
import type { WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/finding.ts';
import { RESULTS } from '../../../src/load/result-columns.ts';
import { SOURCES } from '../../../src/load/sources/sources.ts';
import { readTable } from '../../../src/load/table.ts';
import { placeText } from '../../../src/place.ts';
import { temporaryFile } from '../temporary.ts';

const HEADER = ['Mã', 'Kỳ', 'Giá trị', 'Nguồn'];
const XLSX = { delimiter: null, encoding: null };

async function readBook(content: Uint8Array) {
  const rows: unknown[] = [];
  const findings: Finding[] = [];
  const file = temporaryFile(content);
  const reading = await readTable(file, RESULTS, XLSX, {
    row: ({ cells, value, place }) =>
      rows.push([
        placeText(place('value')).replace(/^.*: /, ''),
        cells.indicator,
        value('period') ?? cells.period,
        value('value') ?? cells.value,
      ]),
    report: (found) => findings.push(found),
  });
  const said = findings.map(({ message: { code, args }, place }) => [
    code,
    place.sheet === undefined ? place.line : placeText(place).replace(/^.*: /, ''),
    args,
  ]);
  return { ...reading, table: rows, said };
}

const readSheets = async (...sheets: WriteSheet[]) => readBook(await writeXlsx({ sheets }));

/** A sheet with the header and rows of data. */
const sheet = (name: string, rows: WriteSheet['rows'], more: Partial<WriteSheet> = {}) => ({
  name,
  rows: [HEADER, ...rows!],
  ...more,
});

const format = (row: number, column: number, numFmt: string) =>
  [`${row},${column}`, { style: { numFmt } }] as const;

test('both ends of a list of sources are found', () => {
  expect(SOURCES.map(({ ending }) => ending)).toEqual(['.csv', '.csv.gz', '.parquet', '.xlsx']);
});

describe('the cells of a workbook', () => {
  test.each([
    [0.967, '0.0%', { kind: 'percent', value: '96.7' }],
    [0.29, '0%', { kind: 'percent', value: '29' }],
    [0.57, '0.00%', { kind: 'percent', value: '57' }],
    [96.7, '0.0"%"', { kind: 'percent', value: '96.7' }],
    [96.7, '0.0\\%', { kind: 'percent', value: '96.7' }],
    [0.1 + 0.2, '0.0', { kind: 'number', value: '0.3' }],
    [9250.75, '#,##0.00', { kind: 'number', value: '9250.75' }],
    [1e-7, '0.0E+00', { kind: 'number', value: '0.0000001' }],
    [1.5e21, '0', { kind: 'number', value: '1500000000000000000000' }],
    [-0.005, '0.0%', { kind: 'percent', value: '-0.5' }],
    [1.5e-9, '0.0%', { kind: 'percent', value: '0.00000015' }],
    [12, '0%', { kind: 'percent', value: '1200' }],
    [0, '0%', { kind: 'percent', value: '0' }],
    [9250750, '#,##0', { kind: 'number', value: '9250750' }],
    [
      9250.75,
      '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
      { kind: 'number', value: '9250.75' },
    ],
    [123456789012345, '0', { kind: 'number', value: '123456789012345' }],
    ['khoảng 45%', '@', 'khoảng 45%'],
    [true, 'General', 'TRUE'],
  ])('%s as %s', async (value, numFmt, read) => {
    const { table } = await readSheets(
      sheet('S', [['a', '2024', value, 'BC']], { cells: new Map([format(1, 2, numFmt)]) }),
    );
    expect(table).toEqual([['S!C2', 'a', '2024', read]]);
  });

  test.each([
    ['dd/mm/yyyy', { kind: 'date', value: '2024-09-01' }],
    ['d-mmm', { kind: 'date', value: '2024-09-01' }],
    ['mm/yyyy', { kind: 'date', value: '2024-09' }],
    ['"Tháng "m"/"yyyy', { kind: 'date', value: '2024-09' }],
    ['mmm-yy', { kind: 'date', value: '2024-09' }],
    ['yyyy', { kind: 'date', value: '2024' }],
    ['h:mm', '0:00'],
  ])('a date as %s', async (numFmt, read) => {
    const { table } = await readSheets(
      sheet('S', [['a', new Date(Date.UTC(2024, 8, 1)), 1, 'BC']], {
        cells: new Map([format(1, 1, numFmt)]),
      }),
    );
    expect(table).toEqual([['S!C2', 'a', read, { kind: 'number', value: '1' }]]);
  });

  test('a number that people see as another one is refused', async () => {
    const cells = new Map([format(1, 2, '#,##0.00,'), format(2, 2, '0,," tỷ"')]);
    const rows = [
      ['a', '2024', 9250750, 'BC'],
      ['a', '2023', 7e9, 'BC'],
    ];
    const { table, said } = await readSheets(sheet('S', rows, { cells }));
    expect(table).toEqual([]);
    expect(said.map((one) => one[0])).toEqual(['xlsx-scaled', 'xlsx-scaled']);
  });

  test('a formula gives its stored value, and is named where it has none', async () => {
    const { table, said, unread } = await readSheets(
      sheet(
        'S',
        [
          ['a', '2024', 81, 'BC'],
          ['b', '2024'],
          ['c', '2024', '#DIV/0!'],
        ],
        {
          cells: new Map([
            ['1,2', { formula: 'B9/C9', formulaResult: 81 }],
            ['2,2', { formula: 'B9/C9' }],
          ]),
        },
      ),
    );
    expect(table).toEqual([['S!C2', 'a', '2024', { kind: 'number', value: '81' }]]);
    expect(unread).toBe(2);
    expect(said).toEqual([
      ['xlsx-no-value', 'S!C3', { formula: '=B9/C9', error: null }],
      ['xlsx-no-value', 'S!C4', { formula: null, error: '#DIV/0!' }],
    ]);
  });

  test('cells merged downwards have the value of the first, which is told once', async () => {
    const { table, said } = await readSheets(
      sheet('S', [['a', '2024-Q1', 1], ['b'], ['c']], {
        merges: [{ startRow: 1, endRow: 3, startCol: 1, endCol: 1 }],
      }),
    );
    expect(table).toMatchObject([
      ['S!C2', 'a', '2024-Q1', {}],
      ['S!C3', 'b', '2024-Q1', ''],
      ['S!C4', 'c', '2024-Q1', ''],
    ]);
    expect(said).toEqual([['xlsx-merged', 'S!B3', { cells: 2 }]]);
  });

  test('a cell behind the last heading does no harm', async () => {
    const { table, said } = await readSheets(sheet('S', [['a', '2024', 1, 'BC', null, 'xem lại']]));
    expect(table).toHaveLength(1);
    expect(said).toEqual([['csv-unnamed-column', 'S!F2', { column: 6 }]]);
  });
});

describe('the sheets of a workbook', () => {
  test('titles, a header of two rows and its numbering stand above the data', async () => {
    const { table, said } = await readSheets({
      name: 'Quý III',
      rows: [
        ['BÁO CÁO KẾT QUẢ'],
        [],
        ['STT', 'Mã', 'Kỳ', 'Kết quả', null, null],
        [null, null, null, 'Giá trị', 'Tử số', 'Mẫu số'],
        ['(1)', '(2)', '(3)', '(4)=(5)/(6)', '(5)', '(6)'],
        [1, 'a', '2024-Q3', 81],
      ],
      merges: [
        { startRow: 2, endRow: 3, startCol: 1, endCol: 1 },
        { startRow: 2, endRow: 2, startCol: 3, endCol: 5 },
      ],
    });
    expect(table).toEqual([['Quý III!D6', 'a', '2024-Q3', { kind: 'number', value: '81' }]]);
    expect(said).toEqual([]);
  });

  test('the one with the header is found among others', async () => {
    const { table, said } = await readSheets(
      { name: 'Hướng dẫn', rows: [['Ghi chú', 'cách điền']] },
      sheet('Số liệu', [['a', '2024', 1]]),
    );
    expect(table).toMatchObject([['Số liệu!C2', 'a', '2024', {}]]);
    expect(said).toEqual([]);
  });

  test('each that has a table is read, and that is told', async () => {
    const { table, said, rows } = await readSheets(sheet('Quý I', [['a', '2024-Q1', 1]]), {
      name: 'Quý II',
      rows: [
        ['Kỳ', 'Mã', 'Giá trị'],
        ['2024-Q2', 'a', 2],
      ],
    });
    expect(table).toMatchObject([
      ['Quý I!C2', 'a', '2024-Q1', {}],
      ['Quý II!C2', 'a', '2024-Q2', {}],
    ]);
    expect(rows).toBe(2);
    expect(said).toEqual([['xlsx-several-sheets', 1, { sheets: ['Quý I', 'Quý II'] }]]);
  });

  test('hidden sheets are told and not read, hidden rows and columns are told and read', async () => {
    const { table, said } = await readSheets(
      sheet(
        'Mới',
        [
          ['a', '2024', 1],
          ['b', '2024', 2],
        ],
        {
          rowDefs: new Map([[2, { hidden: true }]]),
          columns: [{}, {}, { hidden: true }],
        },
      ),
      sheet('Cũ', [['a', '2023', 3]], { hidden: true }),
    );
    expect(table).toHaveLength(2);
    expect(said).toEqual([
      ['xlsx-hidden-sheets', 1, { sheets: ['Cũ'] }],
      ['xlsx-hidden-rows', 'Mới!A3', { rows: 1 }],
      ['xlsx-hidden-columns', 'Mới!C1', { columns: 1 }],
    ]);
  });

  test('a table on a hidden sheet alone is not read', async () => {
    const { table, said } = await readSheets(
      { name: 'Bìa', rows: [['Báo cáo']] },
      sheet('Cũ', [['a', '2023', 3]], { hidden: true }),
    );
    expect(table).toEqual([]);
    expect(said).toEqual([['xlsx-all-hidden', 1, { sheets: ['Cũ'] }]]);
  });

  test('without a header the sheet that comes nearest tells what it lacks', async () => {
    const { said } = await readSheets(
      { name: 'Bìa', rows: [['Báo cáo']] },
      {
        name: 'Số liệu',
        rows: [
          ['Mã', 'Giá trị'],
          ['a', 1],
        ],
      },
    );
    expect(said).toMatchObject([['csv-missing-column', 'Số liệu!A1', { missing: 'period' }]]);
  });
});

test('a number that no program of Excel’s writes is an error there', async () => {
  const sound = unzipSync(await writeXlsx({ sheets: [sheet('S', [['a', '2024', 7, 'BC']])] }));
  const xml = Buffer.from(sound['xl/worksheets/sheet1.xml']!).toString();
  const large = strToU8(xml.replace('<v>7</v>', '<v>1e400</v>'));
  expect(xml).toContain('<v>7</v>');
  const { table, said } = await readBook(zipSync({ ...sound, 'xl/worksheets/sheet1.xml': large }));
  expect(table).toEqual([]);
  expect(said).toEqual([['xlsx-no-value', 'S!C2', { formula: null, error: '#NUM!' }]]);
});

describe('a file that is no workbook', async () => {
  const sound = await writeXlsx({ sheets: [sheet('S', [['a', '2024', 1]])] });
  const parts = unzipSync(sound);
  const withSheet = (xml: string | Uint8Array) =>
    zipSync({
      ...parts,
      'xl/worksheets/sheet1.xml': typeof xml === 'string' ? strToU8(xml) : xml,
    });
  const cell = (at: string) =>
    `<worksheet><sheetData><row r="${/\d+/.exec(at)![0]}"><c r="${at}"><v>1</v></c></row></sheetData></worksheet>`;
  const blanks = new Uint8Array(40 << 20).fill(0x20);
  const locked = await writeXlsx({
    sheets: [sheet('S', [])],
    encryption: { password: 'x', spinCount: 1 },
  });
  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);

  test.each([
    ['cut off', sound.slice(0, sound.length / 2), 'damaged'],
    ['without an end of its XML', withSheet('<worksheet><sheetData><row'), 'damaged'],
    ['cut off behind a row', withSheet(cell('A1').slice(0, -12)), 'damaged'],
    [
      'cut off in its texts',
      zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8('<sst><si><t>a</t></si>') }),
      'damaged',
    ],
    [
      'two cells in one place',
      withSheet(cell('A1').replace('</row>', '<c r="A1"><v>2</v></c></row>')),
      'damaged',
    ],
    ['rows out of order', withSheet(cell('A2').replace('</row>', '</row><row r="1"/>')), 'damaged'],
    ['of another packing', zipSync({ 'a.txt': strToU8('x') }), 'not-a-workbook'],
    ['of Word', zipSync({ 'word/document.xml': strToU8('<x/>') }), 'word'],
    ['of LibreOffice', zipSync({ 'content.xml': strToU8('<x/>') }), 'open-document'],
    ['binary', zipSync({ 'xl/workbook.bin': strToU8('x') }), 'binary-excel'],
    ['a bomb in its sheet', withSheet(blanks), 'too-large'],
    ['a bomb in its texts', zipSync({ ...parts, 'xl/sharedStrings.xml': blanks }), 'too-large'],
    ['a cell far down', withSheet(cell('A1048576')), 'too-large'],
    ['a cell far out', withSheet(cell('XFD900')), 'too-large'],
  ])('%s', async (_, content, problem) => {
    const { said, rows } = await readBook(content);
    expect(rows).toBe(0);
    expect(said).toEqual([['xlsx-unread', 1, { problem }]]);
  });

  test.each([
    ['old Excel', old, 'old-excel'],
    ['one with a password', Buffer.from(locked), 'encrypted'],
    ['text', Buffer.from('indicator,period,value\n'), 'text'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0, 1]), 'not-a-workbook'],
  ])('%s named as one', async (_, content, problem) => {
    const findings: Finding[] = [];
    const reader = { row() {}, report: (found: Finding) => findings.push(found) };
    const bytes = () => (content.length === 0 ? [] : [content]);
    await readTable('x.xlsx', RESULTS, { ...XLSX, bytes }, reader);
    expect(findings.map(({ message }) => message.args)).toEqual([{ problem }]);
  });

  test('pictures in it are not unpacked', async () => {
    const { table } = await readBook(zipSync({ ...parts, 'xl/media/image1.png': blanks }));
    expect(table).toHaveLength(1);
  });

  test('blank cells far out that have a format only are nothing', async () => {
    const { table } = await readBook(
      withSheet(
        Buffer.from(parts['xl/worksheets/sheet1.xml']!)
          .toString()
          .replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'),
      ),
    );
    expect(table).toHaveLength(1);
  });
});
