import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { run } from '../../run.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const inPlans = (name: string) => readFileSync(path.join(ROOT, 'plans', name), 'utf8');
const PLAN = { 'danang-2024.yaml': inPlans('danang-2024.yaml') };
const RESULTS = inPlans('danang-2024.results.csv');

async function duckdb() {
  const library = await import('@duckdb/node-api').catch(() => null);
  const instance = await library?.DuckDBInstance.create(':memory:');
  return instance?.connect() ?? null;
}

const status = (cwd: string, results: string) =>
  run(
    [
      'status',
      'danang-2024.yaml',
      '--as-of',
      '2025-06-30',
      '-f',
      'json',
      '--lang',
      'en',
      '--results',
      results,
    ],
    { cwd },
  );

/** What is said but for where it stands. */
const said = ({ stdout, code }: Awaited<ReturnType<typeof run>>) => ({
  code,
  text: stdout.replace(/"(?:file|line)": .*/g, ''),
});

describe('results in a compressed file', () => {
  test('are those of the file that was compressed, lines too', async () => {
    const folder = temporaryFolder({ ...PLAN, 'r.csv': RESULTS });
    writeFileSync(path.join(folder, 'r.csv.gz'), gzipSync(RESULTS));
    const [packed, plain] = [await status(folder, 'r.csv.gz'), await status(folder, 'r.csv')];
    expect(packed.stdout.replaceAll('r.csv.gz', 'r.csv')).toBe(plain.stdout);
  });

  test('are told to be damaged where they are cut off', async () => {
    const folder = temporaryFolder(PLAN);
    writeFileSync(path.join(folder, 'r.csv.gz'), gzipSync(RESULTS).subarray(0, 300));
    const { stderr, code } = await status(folder, 'r.csv.gz');
    expect(code).toBe(0);
    expect(stderr).toContain('r.csv.gz:1:1: error csv-encoding the compressed file is damaged');
  });
});

describe('results in Parquet', () => {
  test('are those of the table, in one file or in folders', async ({ skip }) => {
    const connection = await duckdb();
    if (connection === null) return skip('@duckdb/node-api is not installed');
    const folder = temporaryFolder({ ...PLAN, 'r.csv': RESULTS });
    const table = `read_csv('${folder}/r.csv', all_varchar=true)`;
    await connection.run(`COPY (FROM ${table}) TO '${folder}/r.parquet'`);
    await connection.run(
      `COPY (SELECT *, period[1:4] AS year FROM ${table}) TO '${folder}/all' (FORMAT parquet, PARTITION_BY (year))`,
    );
    const plain = said(await status(folder, 'r.csv'));
    expect(said(await status(folder, 'r.parquet'))).toEqual(plain);
    expect(said(await status(folder, 'all/year=*/*.parquet'))).toEqual(plain);
  });

  test('have typed cells, and columns that only folders name', async ({ skip }) => {
    const connection = await duckdb();
    if (connection === null) return skip('@duckdb/node-api is not installed');
    const folder = temporaryFolder(PLAN);
    const rows = `SELECT 'cqs-2' AS indicator, DATE '2024-06-30' AS period, v::FLOAT AS value, 'x' AS source, 'danang' AS area FROM (VALUES (97.3), (1e-7)) t(v)`;
    await connection.run(`COPY (${rows}) TO '${folder}/in' (FORMAT parquet, PARTITION_BY (area))`);
    const { stdout } = await status(folder, 'in/area=danang/*.parquet');
    const [plan] = JSON.parse(stdout).plans;
    const { actual } = plan.indicators.find(({ id }: { id: string }) => id === 'cqs-2');
    expect(actual).toMatchObject({ value: 1e-7, period: '2024-06-30', line: 2 });
  });

  test('are told to lack a column where they do', async ({ skip }) => {
    const connection = await duckdb();
    if (connection === null) return skip('@duckdb/node-api is not installed');
    const folder = temporaryFolder(PLAN);
    await connection.run(
      `COPY (SELECT 'cqs-2' AS indicator, 97.3 AS value) TO '${folder}/r.parquet'`,
    );
    const { stderr, code } = await status(folder, 'r.parquet');
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^r\.parquet:1:1: error csv-/)]);
  });

  test('are told to be damaged where they are', async ({ skip }) => {
    if ((await duckdb()) === null) return skip('@duckdb/node-api is not installed');
    const folder = temporaryFolder({ ...PLAN, 'r.parquet': 'PAR1 and nothing else' });
    const { stderr, code } = await status(folder, 'r.parquet');
    expect(code).toBe(0);
    expect(stderr).toContain('r.parquet:1:1: error csv-encoding the file is damaged');
  });

  test('are refused where they have too many columns, none of which is read', async ({ skip }) => {
    const connection = await duckdb();
    if (connection === null) return skip('@duckdb/node-api is not installed');
    const folder = temporaryFolder(PLAN);
    const more = Array.from({ length: 1000 }, (_, at) => `${at} AS c${at}`).join(', ');
    const rows = `SELECT 'cqs-2' AS indicator, '2024' AS period, '9' AS value, 'x' AS source, ${more}`;
    await connection.run(`COPY (${rows}) TO '${folder}/r.parquet'`);
    const { stderr, code } = await status(folder, 'r.parquet');
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^r\.parquet:1:1001: error over-/)]);
  });

  test('show nothing that steers a terminal', async ({ skip }) => {
    const connection = await duckdb();
    if (connection === null) return skip('@duckdb/node-api is not installed');
    const folder = temporaryFolder(PLAN);
    const steering = '\u001b[31m\u009b\u202e\u2028\n::error::x';
    const row = (indicator: string, text: string) =>
      `('${indicator}', '${text}', '9${text}', 'x${text}', '${text}')`;
    await connection.run(
      `COPY (SELECT *, 1 AS "c${steering}" FROM (VALUES ${row('cqs-2', '')}, ${row(`x${steering}`, '2024')}, ${row('cqs-2', steering)}) t(indicator, period, value, source, note)) TO '${folder}/r.parquet'`,
    );
    const argv = ['check', 'danang-2024.yaml', '--results', 'r.parquet', '--lang', 'en'];
    const { code, stdout, stderr } = await run(argv, { cwd: folder });
    expect([code, stdout.match(/r\.parquet:\d+:\d+: error/g)?.length]).toEqual([1, 5]);
    const raw = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]|^::error::/mu;
    expect(stdout + stderr).not.toMatch(raw);
  });
});
