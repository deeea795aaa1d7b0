import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PLAN = path.join(ROOT, 'plans/danang-2024.yaml');

describe('a new plan', () => {
  test.each(['en', 'vi'])('passes the strictest check, with comments in %s', async (lang) => {
    const cwd = temporaryFolder();
    const made = await run(['init', 'plans/my-plan', '--lang', lang], { cwd });
    expect(made).toMatchObject({ stderr: '', code: 0 });
    expect(readdirSync(path.join(cwd, 'plans')).sort()).toEqual([
      'my-plan.progress.csv',
      'my-plan.results.csv',
      'my-plan.yaml',
      'plan.schema.json',
    ]);
    const checked = await run(['check', '--fail-on', 'info', '-f', 'json'], { cwd });
    expect(JSON.parse(checked.stdout)).toMatchObject({ findings: [], counts: { files: 3 } });
    const status = await run(['status', 'plans/my-plan.yaml', '-f', 'json'], { cwd });
    expect(JSON.parse(status.stdout).plans[0].indicators).toHaveLength(1);
  });

  test('takes its year from --year, else from its name, else from today', async () => {
    const cwd = temporaryFolder();
    const periodOf = async (name: string, ...options: string[]) => {
      await run(['init', name, '--as-of', '2024-06-30', ...options], { cwd });
      const text = readFileSync(path.join(cwd, `${name}.yaml`), 'utf8');
      return [/^period: (\d+)/m.exec(text)?.[1], /^issued: (\S+)/m.exec(text)?.[1]];
    };
    expect(await periodOf('a')).toEqual(['2024', '2024-06-30']);
    expect(await periodOf('a-2027')).toEqual(['2027', '2027-01-15']);
    expect(await periodOf('b-2027', '--year', '2030')).toEqual(['2030', '2030-01-15']);
  });

  test('finds the schema that lies in the project', async () => {
    const folder = path.join(ROOT, 'plans');
    const { stderr, code } = await run(['init', 'plans/danang-2024'], { cwd: ROOT });
    expect(code).toBe(2);
    expect(stderr).toContain(
      'plans/danang-2024.yaml and plans/danang-2024.results.csv: already there',
    );
    expect(readdirSync(folder)).not.toContain('plan.schema.json');
  });

  test('overwrites nothing, and writes nothing where one file is there', async () => {
    const cwd = temporaryFolder({ 'x.results.csv': 'mine' });
    expect(await run(['init', 'x'], { cwd })).toMatchObject({ stdout: '', code: 2 });
    expect(readdirSync(cwd)).toEqual(['x.results.csv']);
    expect(readFileSync(path.join(cwd, 'x.results.csv'), 'utf8')).toBe('mine');
  });

  test.each([
    ['Kế hoạch', '“ke-hoach”'],
    ['a b', '“a-b”'],
  ])('%s is no name', async (name, suggestion) => {
    const { stderr, code } = await run(['init', name], { cwd: temporaryFolder() });
    expect([code, stderr]).toEqual([2, expect.stringContaining(suggestion)]);
  });

  test('needs a name', async () => {
    expect((await run(['init'], { cwd: temporaryFolder() })).code).toBe(2);
  });
});

describe('a collection sheet', () => {
  const sheet = async (cwd: string, ...options: string[]) =>
    run(['init', '--results', PLAN, '--year', '2024', ...options], { cwd });

  test('has a row for each indicator and part with a target in that year', async () => {
    const cwd = temporaryFolder();
    expect((await sheet(cwd)).stdout).toContain('Wrote danang-2024.2024.csv with 50 rows.');
    const text = readFileSync(path.join(cwd, 'danang-2024.2024.csv'), 'utf8');
    expect(text.startsWith('\ufeffIndicator,Name,Unit,Target (2024),')).toBe(true);
    const rows = text.trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(50);
    expect(rows).toContain(
      'cqs-11/moi,Tỷ lệ số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực – Kết quả mới,%,≥ 100%,100%,2023,2024,,,,,,,sheet/1 danang-2024 2024 all',
    );
    // Its two parts have targets for 2024, it has one itself for 2025 only.
    expect(rows.filter((row) => row.startsWith('cqs-11,'))).toEqual([]);
  });

  test.each([',', ';', 'tab'])('comes back filled in, with %s between the cells', async (mark) => {
    const cwd = temporaryFolder();
    await sheet(cwd, '--delimiter', mark, '-o', 'sheet.csv');
    const file = path.join(cwd, 'sheet.csv');
    const delimiter = mark === 'tab' ? '\t' : mark;
    const filled = readFileSync(file, 'utf8').replace(
      new RegExp(`^(cqs-2${delimiter}.*${delimiter}2024${delimiter})(${delimiter}{5})`, 'm'),
      `$199$2Báo cáo 1`,
    );
    expect(filled).toContain('Báo cáo 1');
    writeFileSync(file, filled);
    const asOf = ['--as-of', '2024-12-31', '-f', 'json'];
    const status = await run(['status', PLAN, '--results', 'sheet.csv', ...asOf], { cwd });
    expect(status).toMatchObject({ stderr: '', code: 0 });
    const { indicators } = JSON.parse(status.stdout).plans[0];
    const found = indicators.find(({ id }: { id: string }) => id === 'cqs-2');
    expect(found).toMatchObject({ verdict: 'exceeded', actual: { value: 99, basis: 'result' } });
    const checked = await run(['check', PLAN, '--results', 'sheet.csv', '-f', 'concise'], { cwd });
    const own = checked.stdout.split('\n').filter((line) => line.startsWith('sheet.csv'));
    expect(own).toEqual([expect.stringMatching(/info csv-empty-row 49 rows, this one the first,/)]);
  });

  test('asks for a period that can count on the day, where no year is named', async () => {
    const made = await run(
      ['init', '--results', PLAN, '-o', '-', '--as-of', '2024-12-10', '--lang', 'vi'],
      { cwd: temporaryFolder() },
    );
    const rows = made.stdout.trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(50);
    expect(rows.every((row) => row.includes(',2024-Q3,'))).toBe(true);
  });

  test('for one agency, to standard output', async () => {
    const cwd = temporaryFolder();
    const { stdout } = await sheet(cwd, '--lead', 'so-y-te', '-o', '-');
    const rows = stdout.trim().split('\r\n').slice(1);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(10);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test.each([
    [['--year', '2030'], 'no indicator has a target for 2030; the plan’s target years: 2024, 2025'],
    [['--lead', 'so-y-t'], 'did you mean “so-y-te”?'],
  ])('%j cannot be', async (options, said) => {
    const { stderr, code } = await sheet(temporaryFolder(), ...options);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  test('overwrites nothing', async () => {
    const cwd = temporaryFolder({ 'danang-2024.2024.csv': 'mine' });
    expect((await sheet(cwd)).code).toBe(2);
    expect(readFileSync(path.join(cwd, 'danang-2024.2024.csv'), 'utf8')).toBe('mine');
  });
});

describe('schema', () => {
  test.each(['plan', 'measures', 'areas', 'check'])('%s prints the packaged file', async (name) => {
    const { stdout, code } = await run(['schema', name]);
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(path.join(ROOT, `schemas/${name}.schema.json`), 'utf8'));
  });

  test('without a name lists what there is', async () => {
    const { stdout } = await run(['schema']);
    const files = readdirSync(path.join(ROOT, 'schemas'));
    const names = files.flatMap((file) => /^(.+)\.schema\.json$/.exec(file)?.[1] ?? []);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(names.sort());
  });

  test('of another name is refused, with the one most probably meant', async () => {
    const { stderr, code } = await run(['schema', 'measure']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('“measures”')]);
  });
});
