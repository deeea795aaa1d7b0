import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute, elements, partsOf } from '../formats/office.ts';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PLAN = path.join(ROOT, 'docs/rounds/thu-2024.yaml');

async function sheets(cwd: string, ...options: string[]) {
  const made = await run(['sheet', PLAN, '--as-of', '2024-10-02', ...options], { cwd });
  return { ...made, files: made.code === 0 ? readdirSync(path.join(cwd, 'sheets')).sort() : [] };
}

function csvOf(cwd: string, name: string): string[][] {
  const text = readFileSync(path.join(cwd, 'sheets', name), 'utf8').replace('\ufeff', '');
  return text
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
}

describe('sheets for a round', () => {
  test('one a leading agency, of a period that counts on the day', async () => {
    const { files, stdout } = await sheets(temporaryFolder());
    expect(files).toEqual([
      'thu-2024.2024-Q3.so-gddt.xlsx',
      'thu-2024.2024-Q3.so-tttt.xlsx',
      'thu-2024.2024-Q3.so-y-te.xlsx',
    ]);
    expect(stdout).toContain('so-tttt.xlsx: 2 figures, 4 tasks and duties');
  });

  test.each([
    ['2024-09-29', '2024-Q2'],
    ['2024-09-30', '2024-Q3'],
    ['2024-12-10', '2024-Q3'],
    ['2024-01-20', '2023-Q4'],
    ['2026-05-01', '2024-Q4'],
  ])('on %s it asks for %s', async (day, period) => {
    const { files } = await sheets(temporaryFolder(), '--as-of', day);
    expect(files[0]).toBe(`thu-2024.${period}.so-gddt.xlsx`);
  });

  test('after the area has ended it asks for the last quarter that counts', async () => {
    const later = readFileSync(PLAN, 'utf8').replaceAll('2024: ', '2025: ');
    const cwd = temporaryFolder({
      'p.yaml': later,
      'q.yaml': `${later}succeeded-by: danang-2025\n`,
    });
    const made = (...words: string[]) =>
      run(['sheet', ...words, '--as-of', '2026-02-01', '--for', 'so-y-te', '-f', 'csv'], { cwd });
    const quarters = [await made('p.yaml'), await made('q.yaml')];
    expect(quarters.map(({ stdout }) => /2025-Q\d/.exec(stdout)?.[0])).toEqual([
      '2025-Q2',
      '2025-Q4',
    ]);
    const { stdout } = await made('p.yaml', '--period', '2025-Q3');
    expect(stdout).toContain('was no more from the day after 30 Jun 2025');
    // What is collected of the area that follows counts for the plan that names it.
    writeFileSync(path.join(cwd, 'a.csv'), 'Mã,Giá trị,Nguồn\nxh-1,95,BC\n');
    const words = ['q.yaml', 'a.csv', '--period', '2025-Q4', '--as-of', '2026-02-01'];
    await run(['collect', ...words], { cwd });
    const status = await run(['status', 'q.yaml', '--as-of', '2026-02-01', '-f', 'json'], { cwd });
    const { indicators } = JSON.parse(status.stdout).plans[0];
    const counted = indicators.find(({ id }: { id: string }) => id === 'xh-1');
    expect([counted.verdict, counted.actual.value]).toEqual(['exceeded', 95]);
  });

  test('an indicator without a target for the year is asked for by its next one', async () => {
    const plan = (targets: string) =>
      readFileSync(PLAN, 'utf8').replace(
        /indicators:[\s\S]*?(?=\ntasks:)/,
        `indicators:\n${targets}`,
      );
    const cwd = temporaryFolder({
      'p.yaml': plan(
        [
          '{ id: a, name: A, unit: "%", targets: { 2024: 10 }, lead: [so-y-te], source: I.1 }',
          '{ id: b, name: B, unit: "%", targets: { 2025: 20, 2030: 30 }, lead: [so-y-te], source: I.2 }',
          '{ id: c, name: C, unit: "%", targets: { 2023: 5 }, lead: [so-y-te], source: I.3 }',
          '{ id: d, name: D, unit: "%", targets: { 2025: 7 }, lead: [so-y-te], source: I.4, parts: [{ id: x, name: X, unit: "%", targets: { 2024: 6 } }] }',
        ]
          .map((one) => `  - ${one}\n`)
          .join(''),
      ),
    });
    const words = ['sheet', 'p.yaml', '--as-of', '2024-10-02', '-f', 'csv'];
    await run(words, { cwd });
    const figures = csvOf(cwd, 'thu-2024.2024-Q3.so-y-te.csv');
    expect(figures.map((row) => [row[0], row[3]])).toEqual([
      ['Indicator', 'Target (2024)'],
      ['a', '≥ 10%'],
      ['b', '≥ 20% (2025)'],
      ['d/x', '≥ 6%'],
    ]);
  });

  test('a running period is told', async () => {
    const { stdout } = await sheets(temporaryFolder(), '--period', 'năm 2024');
    expect(stdout).toContain('2024 ends on 31 Dec 2024');
  });

  test('for agencies by code or name', async () => {
    const { files } = await sheets(temporaryFolder(), '--for', 'sở y tế');
    expect(files).toEqual(['thu-2024.2024-Q3.so-y-te.xlsx']);
    const { code, stderr } = await sheets(temporaryFolder(), '--for', 'so-y-t');
    expect([code, stderr]).toEqual([2, expect.stringContaining('did you mean “so-y-te”?')]);
  });

  test('as CSV says whose it is, what is known, and asks for the rest', async () => {
    const cwd = temporaryFolder();
    const { files } = await sheets(cwd, '-f', 'csv', '--for', 'so-y-te', '--lang', 'vi');
    expect(files).toEqual(['thu-2024.2024-Q3.so-y-te.csv', 'thu-2024.2024-Q3.so-y-te.tasks.csv']);
    const [header, first, second] = csvOf(cwd, files[0]!);
    expect(header!.slice(0, 8)).toEqual([
      ...['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Mục tiêu (2024)', 'Số gần nhất', 'Kỳ gần nhất'],
      ...['Kỳ báo cáo', 'Giá trị'],
    ]);
    expect(first!.slice(3, 8)).toEqual(['≥ 90%', '"82', '5%"', '2023', '2024-Q3']);
    expect(second!.slice(3, 8)).toEqual(['≥ 50%', '', '', '2024-Q3', '']);
    expect(second!.at(-1)).toBe('sheet/1 thu-2024 2024-Q3 lead so-y-te');
    const tasks = csvOf(cwd, files[1]!);
    expect(tasks.map(([code, , day, state]) => [code, day, state]).slice(1)).toEqual([
      ['nv-b', '2024-12-31', 'chưa đến hạn'],
      ['bc-quy', '2024-03-31', 'đã qua thời hạn'],
      ['bc-quy', '2024-06-30', 'đã qua thời hạn'],
      ['bc-quy', '2024-10-05', 'sắp đến hạn'],
    ]);
  });

  test('never writes over a sheet that may be filled in; the same bytes are no loss', async () => {
    const cwd = temporaryFolder();
    const { files } = await sheets(cwd);
    expect((await sheets(cwd)).code).toBe(0);
    writeFileSync(path.join(cwd, 'sheets', files[1]!), 'filled in');
    const again = await sheets(cwd);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining(files[1]!)]);
    expect(readFileSync(path.join(cwd, 'sheets', files[1]!), 'utf8')).toBe('filled in');
  });

  test('a plan to which no area reports has no sheets of areas', async () => {
    const plan = readFileSync(PLAN, 'utf8').replace('area: danang', 'area: hai-chau');
    const cwd = temporaryFolder({ 'p.yaml': plan });
    const { code, stderr } = await run(['sheet', 'p.yaml', '--split', 'area'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('no area reports')]);
  });

  test('one an area, of the figures that make the whole', async () => {
    const plan = readFileSync(PLAN, 'utf8')
      .replace('area: danang', 'area: danang\nareas: [hai-chau, lien-chieu]')
      .replace('unit: bộ', 'unit: bộ\n    whole: sum');
    const cwd = temporaryFolder({ 'p.yaml': plan });
    const how = ['--split', 'area', '-f', 'csv', '--as-of', '2024-10-02'];
    expect((await run(['sheet', 'p.yaml', ...how], { cwd })).stderr).toBe('');
    expect(readdirSync(path.join(cwd, 'sheets')).sort()).toEqual([
      'thu-2024.2024-Q3.hai-chau.csv',
      'thu-2024.2024-Q3.lien-chieu.csv',
    ]);
    const rows = csvOf(cwd, 'thu-2024.2024-Q3.hai-chau.csv').slice(1);
    expect(rows.map(([code]) => code)).toEqual(['cq-2']);
    expect(rows[0]!.at(-1)).toBe('sheet/1 thu-2024 2024-Q3 area hai-chau');
  });
});

describe('a workbook to fill in', () => {
  const made = async () => {
    const cwd = temporaryFolder();
    await sheets(cwd, '--for', 'so-tttt');
    return partsOf(readFileSync(path.join(cwd, 'sheets/thu-2024.2024-Q3.so-tttt.xlsx')));
  };

  test('has the same bytes each time', async () => {
    expect(await made()).toEqual(await made());
  });

  test('is locked but for the cells to fill in, frozen below its header, and fits A4', async () => {
    const parts = await made();
    const xml = parts['xl/worksheets/sheet1.xml']!;
    expect(attribute(elements(xml, 'sheetProtection')[0], 'sheet')).toBe('1');
    expect(attribute(elements(xml, 'pane')[0], 'ySplit')).toBe('3');
    expect(attribute(elements(xml, 'pageSetup')[0], 'orientation')).toBe('landscape');
    expect(attribute(elements(xml, 'pageSetup')[0], 'paperSize')).toBe('9');
    const styles = parts['xl/styles.xml']!.split('<cellXfs')[1]!.split('<xf ').slice(1);
    const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*? s="(\d+)"/g)];
    const open = cells
      .filter(([, , style]) => styles[Number(style)]!.includes('locked="0"'))
      .map(([, cell]) => cell);
    const columns = ['H', 'I', 'J', 'K', 'L', 'M'];
    expect(open).toEqual(['4', '5'].flatMap((row) => columns.map((column) => column + row)));
  });

  test('offers lists, and shows shares as percent', async () => {
    const parts = await made();
    const lists = elements(parts['xl/worksheets/sheet1.xml']!, 'dataValidation').filter(
      (one) => attribute(one, 'type') === 'list',
    );
    expect(lists.map((one) => attribute(one, 'sqref'))).toEqual(['K4:K5']);
    expect(lists[0]).toContain('exceeded,met,in-progress,missed,no-data');
    expect(parts['xl/styles.xml']).toContain('formatCode="0.0#%"');
  });
});
