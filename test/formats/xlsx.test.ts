import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Column, Row, TableBlock } from '../../src/formats/document.ts';
import { write } from '../../src/formats/xlsx.ts';
import { numberCell } from '../../src/views/cells.ts';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { attribute, elements, partsOf } from './office.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const LOOK = { width: null, color: false, bom: false, lang: 'vi' } as const;
const columns: Column[] = [
  { key: 'code', title: 'Mã', importance: 1 },
  { key: 'value', title: 'Kết quả', importance: 1 },
];

function tableOf(rows: readonly Row[], more: Partial<TableBlock> = {}): TableBlock {
  const sections = [{ heading: null, rows, subtotal: null }];
  return {
    kind: 'table',
    title: 'Bảng',
    columns,
    sections,
    closing: [],
    hiddenNote: () => '',
    ...more,
  };
}

const written = (...tables: TableBlock[]) => write({ document: () => tables }, LOOK);
const sheetXml = async (...tables: TableBlock[]) =>
  partsOf(await written(...tables))['xl/worksheets/sheet1.xml']!;

/** The rows of every sheet, as a reader of Excel files gives them. */
async function rowsOf(file: Uint8Array) {
  const { sheets } = await readXlsx(file, { readStyles: true });
  return sheets.map(({ name, rows, cells }) => ({ name, rows, cells }));
}

describe('a workbook', () => {
  it('has a sheet a table, with a frozen heading, filters, and a sheet for the rest', async () => {
    const table = tableOf([{ code: { text: 'a' }, value: { text: 'b' } }], {
      opening: ['Trước bảng.'],
      closing: ['Nguồn: 1/KH-UBND.'],
    });
    const file = await written(table, { ...table, title: 'Bảng' });
    const sheets = await rowsOf(file);
    expect(sheets.map(({ name }) => name)).toEqual(['Bảng', 'Bảng (2)', 'Nguồn và phương pháp']);
    expect(sheets[0]!.rows).toEqual([
      ['Mã', 'Kết quả'],
      ['a', 'b'],
    ]);
    const told = ['Bảng', 'Trước bảng.', 'Nguồn: 1/KH-UBND.'];
    expect(sheets[2]!.rows.flat()).toEqual([...told, ...told]);
    const xml = partsOf(file)['xl/worksheets/sheet1.xml']!;
    expect(attribute(elements(xml, 'pane')[0], 'state')).toBe('frozen');
    expect(attribute(elements(xml, 'autoFilter')[0], 'ref')).toBe('A1:B2');
  });

  it('repeats the heading on each printed page, whatever the sheet is called', async () => {
    const parts = partsOf(await written(tableOf([{ code: { text: 'a' } }], { title: "1/KH '24" })));
    expect(parts['xl/workbook.xml']).toMatch(/Print_Titles[^>]*>'1-KH ''24'!\$1:\$1</);
  });

  it('prints a number as the text does', async () => {
    const parts = partsOf(
      await written(
        tableOf([
          { value: numberCell('≥ 19,67%', 19.67, 'vi') },
          { value: numberCell('1.919', 1919, 'vi') },
          { value: numberCell('+4,9 điểm "%"', 4.9, 'vi') },
        ]),
      ),
    );
    const formats = elements(parts['xl/styles.xml']!, 'numFmt').map((one) =>
      attribute(one, 'formatCode')?.replaceAll('&quot;', '"'),
    );
    expect(formats).toEqual(
      expect.arrayContaining(['"≥ "#,##0.00%', '#,##0', '"+"#,##0.0" điểm "\\""%"\\"']),
    );
  });

  it('holds days as days', async () => {
    const [sheet] = await rowsOf(
      await written(tableOf([{ value: { text: '31/12/2024', value: { day: '2024-12-31' } } }])),
    );
    expect(sheet!.rows[1]![1]).toEqual(new Date('2024-12-31T00:00:00Z'));
  });

  it('says in a column what group a row is of, so that filters part them', async () => {
    const group = { code: { text: 'I', isGroup: true }, value: { text: 'Xã hội', isGroup: true } };
    const [sheet] = await rowsOf(
      await written(tableOf([group, { code: { text: '1' } }, { code: { text: '2' } }])),
    );
    expect(sheet!.rows).toEqual([
      ['Nhóm', 'Mã', 'Kết quả'],
      ['I. Xã hội', '1', null],
      ['I. Xã hội', '2', null],
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '#N/A', '#REF!', '2024', '1E5', 'TRUE'])(
    'keeps the text %j a text',
    async (text) => {
      const xml = await sheetXml(tableOf([{ code: { text } }]));
      const [cell] = elements(xml, 'c').filter((one) => attribute(one, 'r') === 'A2');
      expect(elements(xml, 'f')).toEqual([]);
      expect(attribute(cell, 't')).toMatch(/^(s|inlineStr)$/);
      const [sheet] = await rowsOf(await written(tableOf([{ code: { text } }])));
      expect(sheet!.rows[1]![0]).toBe(text.replace('\t', ' '));
    },
  );

  it('writes characters that XML cannot hold as marks', async () => {
    const [sheet] = await rowsOf(await written(tableOf([{ code: { text: 'a\u0000b\ufffe<&>' } }])));
    expect(sheet!.rows[1]![0]).toBe('a b\ufffd<&>');
  });

  it('cuts what Excel has no room for, and says so', async () => {
    const [sheet] = await rowsOf(await written(tableOf([{ code: { text: 'a'.repeat(40_000) } }])));
    expect(String(sheet!.rows[1]![0])).toMatch(/^a{32766}…$/);
  });

  it('writes more number formats than Excel takes as texts', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => ({
      value: numberCell(`1 đơn vị ${'x'.repeat(at)}`, 1, 'vi'),
    }));
    const parts = partsOf(await written(tableOf(rows)));
    expect(elements(parts['xl/styles.xml']!, 'numFmt').length).toBeLessThan(200);
  });

  it('gives sheets names that Excel takes', async () => {
    const names = ['a/b\\c:d*e?f[g]', "'q'", 'x'.repeat(40), '', 'A/B-C:D*E?F[G]'];
    const sheets = await rowsOf(
      await written(...names.map((title) => tableOf([{ code: { text: 'a' } }], { title }))),
    );
    const given = sheets.slice(0, names.length).map(({ name }) => name);
    expect(given).toEqual(['a-b-c-d-e-f-g-', 'q', `${'x'.repeat(30)}…`, '1', 'A-B-C-D-E-F-G- (2)']);
  });
});

describe('status -f xlsx', () => {
  const args = ['status', 'plans/danang-2023.yaml', '--as-of', '2024-12-31', '--year', '2023'];
  const made = async (...more: string[]) =>
    (await run([...args, '-f', 'xlsx', ...more], { cwd: ROOT })).bytes;

  it('reads back as the values of its JSON', async () => {
    const { stdout } = await run([...args, '-f', 'json'], { cwd: ROOT });
    const [sheet] = await rowsOf(await made('--lang', 'en'));
    const [header, ...rows] = sheet!.rows;
    const at = (title: string) => header!.indexOf(title);
    type Judged = {
      id: string;
      unit: string | null;
      target: { op: string; value: number } | null;
      actual: { value: number | boolean; period: string } | null;
      attainment: number | null;
      gap: number | null;
      parts: Judged[];
    };
    const { indicators } = JSON.parse(stdout).plans[0] as { indicators: Judged[] };
    const codes = new Map(rows.map((row) => [row[at('Code')], row]));
    expect(codes.size).toBeGreaterThanOrEqual(indicators.length);
    for (const one of indicators) {
      const row = codes.get(one.id)!;
      const scale = one.unit === '%' ? 100 : 1;
      if (typeof one.actual?.value === 'number')
        expect(row[at('Result')]).toBeCloseTo(one.actual.value / scale, 12);
      if (one.target && typeof one.target.value === 'number')
        expect(row[at('Target 2023')]).toBeCloseTo(one.target.value / scale, 12);
      if (one.attainment !== null) expect(row[at('Attained')]).toBeCloseTo(one.attainment, 12);
      if (one.gap !== null) expect(row[at('Gap')]).toBeCloseTo(one.gap, 12);
      if (one.actual && /^\d{4}-\d\d-\d\d$/.test(one.actual.period))
        expect(row[at('Period')]).toEqual(new Date(`${one.actual.period}T00:00:00Z`));
    }
  });

  it('has the headings of the language', async () => {
    const [sheet, notes] = await rowsOf(await made('--lang', 'vi'));
    expect(sheet!.rows[0]!.slice(0, 4)).toEqual(['Nhóm', 'Mã', 'Chỉ tiêu', 'Mục tiêu 2023']);
    expect(notes!.name).toBe('Nguồn và phương pháp');
  });

  it('colours verdicts, whose words say the same', async () => {
    const [sheet] = await rowsOf(await made('--lang', 'en'));
    const at = sheet!.rows[0]!.indexOf('Verdict');
    const missed = sheet!.rows.findIndex((row) => String(row[at]).endsWith('missed'));
    expect(sheet!.cells!.get(`${missed},${at}`)!.style?.fill).toMatchObject({ pattern: 'solid' });
  });

  it('is the same bytes for the same inputs', async () => {
    expect((await made()).equals(await made())).toBe(true);
  });
});

describe('a format of bytes', () => {
  const args = ['status', 'plans/danang-2023.yaml', '-f', 'xlsx'];

  it('is not printed on a terminal', async () => {
    const { stdout, stderr, code } = await run(args, { cwd: ROOT, isTerminal: true });
    expect({ stdout, stderr, code }).toEqual({
      stdout: '',
      stderr: 'dti-eval: xlsx is not for a terminal; write it to a file, -o FILE.xlsx\n',
      code: 2,
    });
  });

  it('goes from a terminal into a file', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a.xlsx');
    const { stdout, code } = await run([...args.slice(0, 2), '-o', file], {
      cwd: ROOT,
      isTerminal: true,
    });
    expect({ stdout, code }).toEqual({ stdout: '', code: 0 });
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  });
});
