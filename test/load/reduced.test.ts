import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupableCsv } from '../../src/load/groupable-csv.ts';
import { readPlan } from '../../src/load/plan.ts';
import { readReduced } from '../../src/load/reduced.ts';
import { frameOf } from '../../src/load/result-frame.ts';
import { resultKeeper } from '../../src/result-keeper.ts';
import type { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { CELLS, type Column, often, PLAN, ROWS, told } from './made-results.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const pad = (number: number) => String(number).padStart(2, '0');

const hasDuckdb = await import('@duckdb/node-api').then(
  () => true,
  () => false,
);

const TABLE = fc.record({
  columns: fc
    .shuffledSubarray(Object.keys(CELLS) as Column[], { minLength: 3 })
    .filter((columns) =>
      ['indicator', 'period', 'value'].every((one) => columns.includes(one as Column)),
    ),
  rows: ROWS,
  isQuoting: fc.boolean(),
  delimiter: fc.constantFrom(',', ',', ';', '\t'),
  isPacked: fc.constantFrom(false, false, true),
  end: fc.constantFrom('\n', '\n', '\r\n'),
  mark: often(['', ''], ['\ufeff']),
  /** Lines put in somewhere, as they are. */
  between: fc.array(
    fc.tuple(
      fc.nat(60),
      fc.constantFrom(
        '',
        ',,,',
        'Tổng cộng',
        'indicator,period,value',
        '<<<<<<< HEAD',
        '=======',
        'a,2023',
        '"a,2023,50',
      ),
    ),
    { maxLength: 1 },
  ),
});

function csvOf({
  columns,
  rows,
  isQuoting,
  delimiter,
  end,
  mark,
  between,
}: typeof TABLE extends fc.Arbitrary<infer Made> ? Made : never): string {
  const cellOf = (text: string) =>
    isQuoting && (/["\r\n]/.test(text) || text.includes(delimiter))
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  const lines = rows.map((row) => columns.map((column) => cellOf(row[column])).join(delimiter));
  for (const [at, line] of between) lines.splice(Math.min(at, lines.length), 0, line);
  return mark + [columns.join(delimiter), ...lines].map((line) => line + end).join('');
}

const said = ({ code, stdout, stderr }: Awaited<ReturnType<typeof run>>) => ({
  code,
  stdout,
  stderr,
});

describe('an engine', () => {
  test('gives what the program itself reads, told in JSON and on stderr', async ({ skip }) => {
    if (!hasDuckdb) skip('@duckdb/node-api is not installed');
    const folder = temporaryFolder({ 'made.yaml': PLAN });
    const days = fc.constantFrom('2024-06-30', '2023-12-31', '2025-12-31');
    const commands = fc.constantFrom('status', 'status', 'audit', 'report', 'overdue');
    const asked = fc.tuple(TABLE, days, commands);
    await fc.assert(
      fc.asyncProperty(asked, async ([table, asOf, command]) => {
        const text = csvOf(table);
        const file = table.isPacked ? 'made.csv.gz' : 'made.csv';
        writeFileSync(path.join(folder, file), table.isPacked ? gzipSync(text) : text);
        const of = (name: string) => told(command, { folder, asOf, table: file }, '--engine', name);
        expect(said(await of('duckdb'))).toEqual(said(await of('node')));
      }),
      { numRuns: Number(process.env.ENGINE_RUNS ?? 60), endOnFailure: true },
    );
  }, 120_000);

  const eachDay = (year: number, rowOf: (day: string, at: number) => string) =>
    Array.from({ length: 336 }, (_, at) =>
      rowOf(`${year}-${pad(1 + Math.floor(at / 28))}-${pad(1 + (at % 28))}`, at),
    );
  test.skipIf(!hasDuckdb).each([
    [
      'a hundred with zeros behind its mark beside what no share can be',
      eachDay(2024, (day, at) => `a,${day},${at > 100 && at < 110 ? '150.5' : '100.0'},,,,Báo cáo`),
    ],
    [
      'the name of an area that another one has later in the year',
      eachDay(2025, (day, at) => `a,${day},${at % 90}.5,,,Đà Nẵng,Báo cáo`),
    ],
  ])('gives it of %s', async (_, rows) => {
    const head = 'indicator,period,value,numerator,denominator,area,source';
    const folder = temporaryFolder({
      'made.yaml': PLAN,
      'x.csv': `${[head, ...rows].join('\n')}\n`,
    });
    for (const command of ['status', 'audit', 'report'])
      for (const asOf of ['2024-12-31', '2025-12-31']) {
        const of = (name: string) =>
          told(command, { folder, asOf, table: 'x.csv' }, '--engine', name);
        expect(said(await of('duckdb'))).toEqual(said(await of('node')));
      }
  });

  test.skipIf(!hasDuckdb)('gives of more rows than an audit holds what all rows give', async () => {
    const first = Array.from({ length: 200 }, (_, at) =>
      eachDay(2014 + (at % 10), (day, date) =>
        ['a', day, `${date % 90}.5`, '', '', date % 2 ? 'hue' : '', `Báo cáo ${at}`].join(','),
      ),
    ).flat();
    const again = first.filter((_, at) => at % 131 === 0).map((row) => row.replace('.5,', '.75,'));
    const head = 'indicator,period,value,numerator,denominator,area,source';
    const text = [head, ...first, ...again, 'a,2023-06-30,50.5,,,,Báo cáo 3'].join('\n');
    const folder = temporaryFolder({ 'made.yaml': PLAN, 'x.csv': `${text}\n` });
    for (const command of ['audit', 'report']) {
      const of = (name: string) =>
        told(command, { folder, asOf: '2024-12-31', table: 'x.csv' }, '--engine', name);
      expect(said(await of('duckdb'))).toEqual(said(await of('node')));
    }
  });

  test('gives of a Parquet file what is read of it row by row', async ({ skip }) => {
    if (!hasDuckdb) skip('@duckdb/node-api is not installed');
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const folder = temporaryFolder({ 'made.yaml': PLAN });
    const types = fc.record({
      period: fc.constantFrom('VARCHAR', 'DATE', 'TIMESTAMP'),
      value: fc.constantFrom('VARCHAR', 'DOUBLE', 'DECIMAL(12,3)', 'FLOAT'),
      published: fc.constantFrom('VARCHAR', 'DATE'),
    });
    const commands = fc.constantFrom('status', 'status', 'audit', 'report', 'overdue');
    await fc.assert(
      fc.asyncProperty(ROWS, types, commands, async (rows, typed, command) => {
        const columns = Object.keys(CELLS) as Column[];
        const made = columns.map((one) => {
          const type = one in typed ? typed[one as keyof typeof typed] : 'VARCHAR';
          return `try_cast(nullif(${one}, '') AS ${type}) AS ${one}`;
        });
        writeFileSync(path.join(folder, 'rows.json'), JSON.stringify(rows));
        const read = `read_json('${folder}/rows.json', columns={${columns.map((one) => `${one}: 'VARCHAR'`).join(', ')}})`;
        await connection.run(
          `COPY (SELECT ${made.join(', ')} FROM ${read}) TO '${folder}/made.parquet' (FORMAT parquet)`,
        );
        const asked = { folder, asOf: '2024-12-31', table: 'made.parquet' };
        const of = (...more: string[]) => told(command, asked, ...more);
        expect(said(await of())).toEqual(said(await of('--engine', 'node')));
      }),
      { numRuns: Number(process.env.ENGINE_RUNS ?? 60), endOnFailure: true },
    );
  }, 120_000);

  test('is not asked where another encoding is', async ({ skip }) => {
    if (!hasDuckdb) skip('@duckdb/node-api is not installed');
    const folder = temporaryFolder({
      'made.yaml': PLAN,
      'x.csv': 'indicator,period,value,source\na,2023,70,Báo cáo\na,2023,61,Báo cáo khác\n',
    });
    const of = (name: string) =>
      told(
        'status',
        { folder, asOf: '2024-12-31', table: 'x.csv' },
        '--encoding',
        'windows-1252',
        '--engine',
        name,
      );
    expect(said(await of('duckdb'))).toEqual(said(await of('node')));
  });
});

describe('a table of CSV', () => {
  const days = Array.from(
    { length: 300 },
    (_, at) => `2024-${pad(1 + (at % 12))}-${pad(1 + (at % 28))}`,
  );
  // The first twenty lines show how the file is written.
  const decide = [days.indexOf('2024-12-28'), days.lastIndexOf('2024-12-28')].map((at) => at + 2);

  test.each([
    ['plain', (row: string) => row, '\n'],
    ['of Excel’s', (row: string) => row, '\r\n'],
    ['in quotes', (row: string) => row.replace(/[^,]+$/, '"$&, mục ""2"""'), '\n'],
    ['with a decimal comma in quotes', (row: string) => row.replace(/(\d+)\.5/, '"$1,5"'), '\n'],
  ])('%s hands over only the rows that decide, and counts the others', async (_, written, end) => {
    const rows = days.map((day, at) => written(`a,${day},${at % 90}.5,Báo cáo 1`));
    const { reading, lines } = await reducedOf(['indicator,period,value,source', ...rows], end);
    expect(reading).toMatchObject({ rows: 300, unread: 0, findings: [] });
    expect(lines.filter((line) => line > 21)).toEqual(decide);
  });

  test('hands over what belongs to no group beside it', async () => {
    const rows = days.map((day, at) => `a,${day},${at % 90}.5,Báo cáo 1`);
    rows[100] = 'a,2023,x,Báo cáo 1';
    rows[101] = 'a,2023,12,5,Báo cáo 1';
    rows[102] = 'a,2023,~ 12,Báo cáo 1';
    const { reading, lines } = await reducedOf(['indicator,period,value,source', ...rows], '\n');
    expect(reading).toMatchObject({ rows: 300, unread: 2 });
    expect(reading?.findings.map(({ place }) => place.line)).toEqual([102, 103]);
    expect(lines.filter((line) => line > 21)).toEqual([...decide, 104].sort((a, b) => a - b));
  });

  test('is put into groups where it is packed and large, too', async () => {
    const random = (at: number) =>
      Math.imul(at + 1, 0x9e3779b1)
        .toString(36)
        .slice(1);
    const rows = Array.from(
      { length: 60_000 },
      (_, at) =>
        `a,${days[at % 300]},${at % 90}.5,Báo cáo 1,${[1, 2, 3, 4].map((one) => random(at * one * 7919)).join(' ')}\n`,
    );
    const folder = temporaryFolder();
    const packed = gzipSync(`indicator,period,value,source,note\n${rows.join('')}`);
    // Larger than what is read at a time.
    expect(packed.length).toBeGreaterThan(1 << 20);
    writeFileSync(path.join(folder, 'x.csv.gz'), packed);
    const shares: number[] = [];
    const tell = (share: number) => shares.push(share);
    const how = { cwd: folder, delimiter: null, encoding: null, decimal: null, areas: null, tell };
    const table = (await groupableCsv('x.csv.gz', how))!;
    const grouping = { columns: table.columns, numbers: [], borders: [], yearly: 'all' as const };
    const found = await table.group({ ...grouping, isOfValues: false }, () => 1000);
    expect(found?.odd).toEqual([]);
    expect(found?.groups).toMatchObject([{ rows: 60_000, start: 2 }]);
    expect(shares.at(-1)).toBe(1);
  });

  async function reducedOf(rows: readonly string[], end: string) {
    const folder = temporaryFolder({ 'x.csv': rows.map((row) => row + end).join('') });
    const needs = resultKeeper('2024-12-31').needs!;
    const lines: number[] = [];
    const how = { cwd: folder, delimiter: null, encoding: null, decimal: null, areas: null };
    const table = (await groupableCsv('x.csv', how))!;
    const frame = frameOf(readPlan('made.yaml', PLAN).plan!);
    const reading = await readReduced('x.csv', frame, how, { table, needs }, ({ line }) =>
      lines.push(line),
    );
    return { reading, lines };
  }
});

describe('where DuckDB is not installed', () => {
  test('asking for it is refused with the command that installs it', () => {
    const folder = temporaryFolder({ 'made.yaml': PLAN });
    for (const part of ['bin', 'dist', 'plans', 'package.json'])
      cpSync(path.join(ROOT, part), path.join(folder, 'program', part), { recursive: true });
    const of = (...more: string[]) =>
      spawnSync(
        process.execPath,
        ['program/bin/dti-eval.js', 'status', 'made.yaml', '--lang', 'en', ...more],
        {
          cwd: folder,
          encoding: 'utf8',
        },
      );
    expect(of('--engine', 'duckdb')).toMatchObject({ status: 2, stdout: '' });
    expect(of('--engine', 'duckdb').stderr).toContain('npm install @duckdb/node-api');
    expect(of('--engine', 'node').status).toBe(0);
  });
});
