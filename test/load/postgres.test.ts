import { chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { databaseTable } from '../../src/load/database-url.ts';
import { readPlan } from '../../src/load/plan.ts';
import { readReduced } from '../../src/load/reduced.ts';
import { frameOf } from '../../src/load/result-frame.ts';
import { openPostgres } from '../../src/load/sources/postgres.ts';
import { resultKeeper } from '../../src/result-keeper.ts';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { CELLS, type Column, PLAN, ROWS, told } from './made-results.ts';
import { HAS_POSTGRES, type PostgresServer, startPostgres } from './postgres-server.ts';

let server: PostgresServer;
beforeAll(async () => {
  if (HAS_POSTGRES) server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());
beforeEach(() => {
  if (HAS_POSTGRES) vi.stubEnv('PGPASSWORD', server.password);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const address = (query: string, user = server.user) =>
  `postgresql://${user}@127.0.0.1:${server.port}/postgres?${query}`;

const COLUMNS = Object.keys(CELLS) as Column[];
type Row = Record<Column, string>;

/** Rows as a table whose key counts as the lines of their CSV do. */
async function store(name: string, rows: readonly Row[], types: Partial<Row> = {}): Promise<void> {
  const columns = COLUMNS.map((column) => `${column} ${types[column] ?? 'text'}`);
  await server.query(`DROP TABLE IF EXISTS ${name}`);
  await server.query(`CREATE TABLE ${name} (dong integer PRIMARY KEY, ${columns.join(', ')})`);
  const casts = COLUMNS.map((column) => `nullif(${column}, '')::${types[column] ?? 'text'}`);
  let line = 2;
  const numbered = rows.map((row) => {
    const dong = line;
    line += Object.values(row).join('').split('\n').length;
    return { dong, ...row };
  });
  await server.query(
    `INSERT INTO ${name} SELECT dong, ${casts.join(', ')} FROM json_to_recordset($1) AS r(dong integer, ${COLUMNS.map((one) => `${one} text`).join(', ')})`,
    [JSON.stringify(numbered)],
  );
}

function csvOf(rows: readonly Row[]): string {
  const cellOf = (text: string) =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = rows.map((row) => COLUMNS.map((column) => cellOf(row[column])).join(','));
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}

/** What is said, whatever the table is called and wherever in its line a cell stands. */
const said = ({ code, stdout, stderr }: Awaited<ReturnType<typeof run>>, name: string) => ({
  code,
  stdout: stdout.replaceAll(name, 'T'),
  stderr: stderr.replaceAll(name, 'T').replace(/^(T:\d+):\d+/gm, '$1'),
});

describe.skipIf(!HAS_POSTGRES)('a table in PostgreSQL', () => {
  const asked = fc.tuple(
    ROWS,
    fc.constantFrom('2024-06-30', '2023-12-31', '2025-12-31'),
    fc.constantFrom('status', 'status', 'audit', 'overdue', 'report'),
  );
  const runs = { numRuns: Number(process.env.ENGINE_RUNS ?? 60), endOnFailure: true };

  test('tells what the same rows tell as CSV, put together in the server or read one by one', async () => {
    const folder = temporaryFolder({ 'made.yaml': PLAN });
    await fc.assert(
      fc.asyncProperty(asked, async ([rows, asOf, command]) => {
        writeFileSync(path.join(folder, 'made.csv'), csvOf(rows));
        await store('made', rows);
        const of = async (table: string, ...more: string[]) =>
          said(await told(command, { folder, asOf, table }, ...more), table);
        const csv = await of('made.csv');
        expect(await of(address('table=made'))).toEqual(csv);
        expect(await of(address('table=made'), '--engine', 'node')).toEqual(csv);
      }),
      runs,
    );
  }, 240_000);

  const status = (table: string, ...more: string[]) =>
    run(
      [
        'status',
        'made.yaml',
        '--as-of',
        '2025-06-30',
        '--lang',
        'en',
        '-f',
        'json',
        ...more,
        '--results',
        table,
      ],
      { cwd: temporaryFolder({ 'made.yaml': PLAN }) },
    );
  const actualOf = async (table: string, indicator: string, ...more: string[]) => {
    const { stdout, stderr } = await status(table, ...more);
    const [plan] = JSON.parse(stdout).plans;
    return { stderr, ...plan.indicators.find(({ id }: { id: string }) => id === indicator).actual };
  };

  test('with types tells what it tells read one by one, and its texts as CSV', async () => {
    const folder = temporaryFolder({ 'made.yaml': PLAN });
    const types = {
      period: 'date',
      value: 'numeric',
      published: 'timestamptz',
      status: 'varchar(20)',
    };
    const typed = fc.array(
      fc.record({
        indicator: fc.constantFrom('a', 'b', 'c', 'e/moi'),
        period: fc.constantFrom('2023-12-31', '2024-02-29', '2024-12-31', '2024-03-31'),
        value: fc.constantFrom('50', '61.5', '80.25', '150', '0', '-3', '99.99', '1200', '', '100'),
        area: fc.constantFrom('', 'danang'),
        status: fc.constantFrom('', '', 'met'),
        published: fc.constantFrom('', '2024-04-15', '2026-01-01'),
        source: fc.constantFrom('Báo cáo 1', 'Báo cáo 2', ''),
      }),
      { minLength: 1, maxLength: 60, size: 'max' },
    );
    const whole = typed.map((rows) =>
      rows.map((row) => ({ ...row, name: '', numerator: '', denominator: '', note: '' })),
    );
    await fc.assert(
      fc.asyncProperty(whole, fc.constantFrom('status', 'audit'), async (rows, command) => {
        writeFileSync(path.join(folder, 'made.csv'), csvOf(rows));
        await store('typed', rows, types);
        const of = async (table: string, ...more: string[]) =>
          said(await told(command, { folder, asOf: '2025-12-31', table }, ...more), table);
        const csv = await of('made.csv');
        expect(await of(address('table=typed'))).toEqual(csv);
        expect(await of(address('table=typed'), '--engine', 'node')).toEqual(csv);
      }),
      { ...runs, numRuns: Math.ceil(runs.numRuns / 3) },
    );
  }, 240_000);

  test('gives numbers and days exactly as they are stored', async () => {
    await server.query(`DROP TABLE IF EXISTS exact`);
    await server.query(
      `CREATE TABLE exact (id int PRIMARY KEY, indicator text, period timestamptz, value numeric, source text)`,
    );
    // In London it is still the day before.
    await server.query(
      `INSERT INTO exact VALUES (7, 'b', '2024-12-30 18:30+00', 12345678901234567890.123, 'x'), (8, 'a', '2024-06-30', 1.234, 'x')`,
    );
    for (const more of [[], ['--engine', 'node']]) {
      expect(await actualOf(address('table=exact'), 'b', ...more)).toMatchObject({
        stderr: '',
        period: '2024-12-31',
        line: 7,
      });
      const { stdout } = await run(
        [
          'status',
          'made.yaml',
          '--as-of',
          '2025-06-30',
          '-f',
          'markdown',
          '--results',
          address('table=exact'),
          ...more,
        ],
        { cwd: temporaryFolder({ 'made.yaml': PLAN }) },
      );
      expect(stdout).toContain('12,345,678,901,234,567,890.123');
      expect(await actualOf(address('table=exact'), 'a', ...more)).toMatchObject({
        value: 1.234,
        line: 8,
      });
    }
    await server.query('ALTER TABLE exact ALTER COLUMN value TYPE double precision');
    expect(await actualOf(address('table=exact'), 'a')).toMatchObject({ value: 1.234 });
  });

  test('has its rows in the order of its key, or in the order that is asked for', async () => {
    await server.query(`DROP TABLE IF EXISTS "Kết quả" CASCADE`);
    await server.query(
      `CREATE TABLE "Kết quả" (đợt text, stt int, indicator text, period date, value numeric, source text, PRIMARY KEY (đợt, stt))`,
    );
    await server.query(
      `INSERT INTO "Kết quả" VALUES ('b', 1, 'a', '2025-03-31', 70, 'x'), ('a', 2, 'a', '2025-03-31', 50, 'x'), ('a', 1, 'a', '2025-03-31', 40, 'x')`,
    );
    const table = `table=${encodeURIComponent('"Kết quả"')}`;
    for (const more of [[], ['--engine', 'node']]) {
      expect(await actualOf(address(table), 'a', ...more)).toMatchObject({ value: 70, line: 3 });
      const asked = await actualOf(address(`${table}&order=stt`), 'a', ...more);
      expect(asked).toMatchObject({ value: 50, line: 3 });
    }
    await server.query(`CREATE OR REPLACE VIEW khong_khoa AS SELECT * FROM "Kết quả"`);
    const { code, stderr } = await status(address('table=public.khong_khoa'));
    expect([code, stderr]).toEqual([2, expect.stringContaining('has no primary key')]);
    expect(await actualOf(address('table=public.khong_khoa&order=value'), 'a')).toMatchObject({
      value: 70,
    });
  });

  test('hands over only the rows that decide', async () => {
    await server.query('DROP TABLE IF EXISTS many');
    await server.query(
      `CREATE TABLE many AS SELECT i AS id, 'a' AS indicator, DATE '2023-01-01' + i % 300 AS period, (i % 90) + 0.5 AS value, 'x' AS source FROM generate_series(1, 3000) AS i`,
    );
    await server.query('ALTER TABLE many ADD PRIMARY KEY (id)');
    const table = await openPostgres(databaseTable(address('table=many')));
    const lines: number[] = [];
    const how = { delimiter: null, encoding: null, decimal: null, areas: null, bytes: () => [] };
    const reading = await readReduced(
      'many',
      frameOf(readPlan('made.yaml', PLAN).plan!),
      how,
      { table: table.groupable!, needs: resultKeeper('2023-12-31').needs! },
      ({ line }) => lines.push(line),
    );
    await table.close();
    expect(reading).toMatchObject({ rows: 3000, unread: 0, findings: [] });
    expect(lines).toEqual([1, 299, 2999]);
  });

  test('is refused in one line where it cannot be read', async () => {
    await server.query('DROP TABLE IF EXISTS made, typed, other, held');
    await server.query('CREATE TABLE other (id int PRIMARY KEY, indicator text, valeu numeric)');
    await server.query(
      'CREATE TABLE held (id int PRIMARY KEY, indicator text, period date, value jsonb)',
    );
    await server.query('DROP ROLE IF EXISTS khach');
    await server.query("CREATE ROLE khach LOGIN PASSWORD 'k'");
    const refusals = async (table: string) => {
      const { code, stdout, stderr } = await status(table);
      expect([code, stdout, stderr.split('\n').length]).toEqual([2, '', 2]);
      return stderr;
    };
    const at = `127.0.0.1:${server.port}`;
    expect(await refusals(address('table=othre'))).toContain(
      'no table “othre” in the database; did you mean “other”?',
    );
    expect(await refusals(address('table=other'))).toContain(
      'it lacks period and value, numerator + denominator or status. It has: id, indicator, valeu',
    );
    expect(await refusals(address('table=held'))).toContain(
      'column “value” of table “held” is of type jsonb',
    );
    expect(await refusals(address('table=exact&order=stt'))).toContain('no column “stt”');
    expect(await refusals(address('tabel=held'))).toContain('did you mean “table”?');
    expect(await refusals(address('table=held&sslmode=require'))).toContain(
      'sslmode=require: The server does not support SSL',
    );
    expect(await refusals(address('table=held&sslmode=no'))).toContain(
      'There are: disable, prefer',
    );
    expect(await refusals(address('table=held"; DROP TABLE held; --'))).toContain(
      'names no table in a database',
    );
    expect(
      await refusals(address(`table=${encodeURIComponent('held; DROP TABLE held')}`)),
    ).toContain('no table “held; DROP TABLE held”');
    expect(await refusals(`postgresql://${server.user}@${at}/khong?table=held`)).toContain(
      `${at} has no database “khong”`,
    );
    expect(await refusals(address('table=held', 'nobody_here'))).toContain(
      'does not accept the password of “nobody_here”',
    );
    vi.stubEnv('PGPASSWORD', 'k');
    expect(await refusals(address('table=exact', 'khach'))).toContain(
      '“khach” may not read it: permission denied for table exact',
    );
    expect(await server.query('SELECT count(*)::int FROM held')).toEqual([[0]]);
  });

  test('shows nothing of its names, texts and errors that steers a terminal', async () => {
    const steering = '\u001b[31m\u009b\u202e\u2028\n::error::x';
    const quoted = `"n${steering}"`;
    await server.query('DROP VIEW IF EXISTS raising');
    await server.query(`DROP TABLE IF EXISTS ${quoted}, named, typed, texts`);
    await server.query(`DROP TYPE IF EXISTS ${quoted}`);
    await server.query(`CREATE TYPE ${quoted} AS (a int)`);
    const rest = 'indicator text, period text, source text, note text';
    await server.query(`CREATE TABLE named (id int PRIMARY KEY, indicator text, ${quoted} text)`);
    await server.query(`CREATE TABLE typed (id int PRIMARY KEY, value ${quoted}, ${rest})`);
    await server.query(`CREATE TABLE texts (id int PRIMARY KEY, value text, ${rest})`);
    await server.query(
      "INSERT INTO texts VALUES (1, '50', 'a', '2023', $1, $1), (2, $1, $1, $1, $1, $1)",
      [`x${steering}`],
    );
    await server.query(
      `CREATE OR REPLACE FUNCTION raised() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '%', '${steering}'; END $$`,
    );
    await server.query(
      "CREATE VIEW raising AS SELECT 1 AS id, 'a'::text AS indicator, '2023'::text AS period, raised() AS value, 'x'::text AS source",
    );
    const raw = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]|^::error::/mu;
    for (const query of ['table=named', 'table=typed', 'table=raising&order=id', 'table=gone~']) {
      const table = address(query.replace('~', encodeURIComponent(steering)));
      const { code, stderr } = await status(table);
      expect([query, code, stderr.split('\n').length]).toEqual([query, 2, 2]);
      expect(stderr).not.toMatch(raw);
    }
    const { stdout, stderr } = await status(address('table=texts'));
    expect(stderr).toContain('texts:2:');
    expect(`${stdout}\n${stderr}`).not.toMatch(raw);
  });

  test('takes the password of the password file that others may not read', async () => {
    await server.query('DROP TABLE IF EXISTS made');
    await store('made', []);
    const folder = temporaryFolder();
    const file = path.join(folder, '.pgpass');
    const secret = server.password.replace(':', '\\:');
    writeFileSync(
      file,
      `# ai\nother:*:*:*:no\n127.0.0.1:${server.port}:*:${server.user}:${secret}\n`,
      { mode: 0o600 },
    );
    vi.stubEnv('PGPASSWORD', '');
    vi.stubEnv('PGPASSFILE', file);
    expect(await status(address('table=made'))).toMatchObject({ code: 0, stderr: '' });
    const socket = `postgresql://${server.user}@:${server.port}/postgres?table=made&host=${server.folder}`;
    expect((await status(socket)).stderr).toContain('asks for the password');
    chmodSync(file, 0o644);
    expect((await status(address('table=made'))).stderr).toContain(
      `${file} is not used, since others may read it: chmod 600`,
    );
  });

  test('is read row by row where the database has other letters', async () => {
    await server.query('DROP DATABASE IF EXISTS latin');
    await server.query("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0");
    const { port, user, password } = server;
    const client = new pg.Client({ host: '127.0.0.1', port, user, password, database: 'latin' });
    await client.connect();
    await client.query(
      "CREATE TABLE t AS SELECT 1 AS id, 'a'::text AS indicator, '2024-12-31'::text AS period, 66 AS value, 'Sở à'::text AS source".replace(
        'ở',
        'ò',
      ),
    );
    await client.end();
    const table = `postgresql://${user}@127.0.0.1:${port}/latin?table=t&order=id`;
    expect(await actualOf(table, 'a')).toMatchObject({ value: 66, source: 'Sò à' });
  });
});

describe('the address of a table in a database', () => {
  const refused = async (...argv: string[]) => {
    const { code, stdout, stderr } = await run(['status', 'made.yaml', '--lang', 'en', ...argv], {
      cwd: temporaryFolder({ 'made.yaml': PLAN }),
    });
    expect([code, stdout]).toEqual([2, '']);
    return stderr;
  };

  test.each([
    'postgresql://me:hush@h/d?table=t',
    'postgres://me:hu/sh@h/d?table=t',
    'postgresql://me:hu@hush#?@h:5432/d?table=t',
    'postgresql://:hush@h/d?table=t',
    'postgresql://me@h/d?table=t&password=hush',
    'postgresql://me:hush@h:5432',
  ])('may hold no password, and none is said again: %s', async (address) => {
    for (const argv of [
      ['--results', address],
      [`--results=${address}`],
      [address],
      ['--no-such', address],
    ]) {
      const said = await refused(...argv);
      expect(said).toContain('***');
      expect(said).toContain('PGPASSWORD');
      expect(said).not.toMatch(/hush|hu\/sh/);
    }
  });

  test('says what it wants', async () => {
    const table = 'postgresql://h/d?table=t';
    expect(await refused('--results', 'mysql://me:hush@h/d')).toBe(
      'dti-eval: mysql:// cannot be read; there are files and tables of PostgreSQL, postgresql://HOST/DATABASE?table=NAME\n',
    );
    expect(await refused('--results', 'postgresql://h/d')).toContain(
      'names no table in a database',
    );
    expect(await refused('--results', `${table}&order=`)).toContain(
      'order cannot be “”. There are: COLUMN',
    );
    expect(await refused('--progress', table)).toContain('only results are read');
    expect(await refused('--results', table, '--engine', 'duckdb')).toContain('--engine node');
    expect(await refused('--results', table, '--watch')).toContain('--watch and');
  });

  test('is said not to answer, and for how long it was waited', async () => {
    const server = createServer((socket) => socket.resume());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const at = `127.0.0.1:${port}`;
    const table = `postgresql://me@${at}/d?table=t&connect_timeout=1`;
    expect(await refused('--results', table)).toContain(`${at} has not answered in 1 s`);
    await new Promise((resolve) => server.close(resolve));
    expect(await refused('--results', table)).toContain(`no PostgreSQL server answers at ${at}`);
  });
});
