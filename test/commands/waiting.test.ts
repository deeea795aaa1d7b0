import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const BIN = path.resolve(import.meta.dirname, '../../bin/dti-eval.js');
const INDICATORS = Array.from(
  { length: 50 },
  (_, at) => `  - { id: i-${at}, name: N ${at}, unit: "%", targets: { 2024: 50 }, source: I }\n`,
);
const planOf = (id: string) =>
  `format: plan/1\nid: ${id}\ntitle: T\ndocument: 1/KH\nissued: 2024-01-01\narea: danang\nperiod: 2024\nindicators:\n${INDICATORS.join('')}`;
const tableOf = (rows: number) =>
  `indicator,period,value,source\n${Array.from({ length: rows }, (_, at) => `i-${at % 50},2024-06,${at % 90},BC ${at}\n`).join('')}`;

/** The same of one source, more than 4 MB of it. */
const tableOfOne = (rows: number) =>
  `indicator,period,value,source\n${Array.from({ length: rows }, (_, at) => `i-${at % 50},2024-0${1 + (at % 9)}-15,${at % 90},Báo cáo 1\n`).join('')}`;

const FILES = { 'a.yaml': planOf('a'), 'a.results.csv': tableOf(20_000), 'b.yaml': planOf('b') };

interface World {
  env?: Record<string, string>;
  isTTY?: boolean;
  columns?: number;
  files?: Record<string, string>;
}

/** What was written on stderr, and what of it is still to be seen when all is done. */
async function waitedFor(
  argv: readonly string[],
  { env = {}, isTTY = true, columns = 80, files = FILES }: World = {},
) {
  let time = 0;
  let written = '';
  const stream = (take: (text: string) => void) =>
    Object.assign(
      new Writable({
        write(chunk, _encoding, done) {
          take(String(chunk));
          done();
        },
      }),
      { isTTY, columns },
    );
  let printed = '';
  const code = await main({
    argv,
    stdin: Readable.from([]),
    stdout: Object.assign(
      stream((text) => {
        // Nothing stands on the line where the output begins.
        if (printed === '') expect(seen(written)).toBe('');
        printed += text;
      }),
      { isTTY: false },
    ),
    stderr: stream((text) => {
      written += text;
    }),
    env,
    cwd: temporaryFolder(files),
    now: new Date('2024-12-31T05:00:00Z'),
    clock: () => {
      time += 250;
      return time;
    },
  });
  return {
    code,
    written,
    printed,
    lines: written.split(/\r */).filter((line) => line.trim() !== ''),
  };
}

/** What a terminal shows of a line after what was written on it. */
function seen(text: string): string {
  let line: string[] = [];
  for (const part of text.split('\r')) line = [...part, ...line.slice([...part].length)];
  return line.join('').trim();
}

const STATUS = ['status', 'a.yaml', 'b.yaml', '-f', 'json'];

describe('who waits at a terminal', () => {
  test('is told what a long run is at, and sees nothing of it in the end', async () => {
    const { lines, written, printed } = await waitedFor(STATUS);
    expect(lines.slice(0, -1).every((line) => /^Reading a\.results\.csv: \d+%$/.test(line))).toBe(
      true,
    );
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.at(-1)).toBe('Evaluating …');
    expect(seen(written)).toBe('');
    expect(JSON.parse(printed).plans).toHaveLength(2);
  });

  test('of the files of a check, too, and in Vietnamese', async () => {
    const { written } = await waitedFor(['check', '.', '--lang', 'vi']);
    expect(written).toMatch(/Đang đọc a\.results\.csv: \d+%/);
    expect(written).toContain('Đang đọc: 1/2 tệp');
  });

  test('sees no line that is longer than the terminal is wide', async () => {
    const { lines } = await waitedFor(STATUS, { columns: 20 });
    expect(lines[0]).toBe('Reading a.results.c');
  });

  const GROUPED = { 'a.yaml': planOf('a'), 'a.results.csv': tableOfOne(150_000) };

  test.each(['status', 'audit', 'overdue', 'report'])(
    'is told of %s, too, how far a table has come whose rows are put into groups',
    async (command) => {
      const { lines } = await waitedFor([command, 'a.yaml', '-f', 'json'], { files: GROUPED });
      expect(lines.length).toBeGreaterThan(2);
      expect(lines[0]).toMatch(/^Reading a\.results\.csv: \d+%$/);
    },
  );

  test('is told of the sheets that are collected', async () => {
    const led = planOf('a')
      .replace('indicators:', 'agencies: { x: Sở X }\nindicators:')
      .replaceAll('source: I }', 'source: I, lead: [x] }');
    const header = 'indicator,period,value,source\n';
    const sheets = [1, 2, 3].map((at) => [`${at}.csv`, `${header}i-${at},2024-Q3,5,BC\n`]);
    const { written } = await waitedFor(
      ['collect', 'a.yaml', '1.csv', '2.csv', '3.csv', '--period', '2024-Q3', '--dry-run'],
      { files: { 'a.yaml': led, ...Object.fromEntries(sheets) } },
    );
    expect(written).toContain('Reading: 1 of 3 files');
  });

  test('is told of the plans that are compared', async () => {
    const plans = Array.from({ length: 9 }, (_, at) => [`${at}.yaml`, planOf(`p-${at}`)]);
    const { written } = await waitedFor(['diff', '.'], { files: Object.fromEntries(plans) });
    expect(written).toContain('Reading: 8 of 9 files');
  });

  test.each([
    [{ isTTY: false }, []],
    [{ env: { CI: 'true' } }, []],
    [{ env: { TERM: 'dumb' } }, []],
    [{}, ['--quiet']],
  ] as const)('is told nothing where nobody waits: %o %o', async (world, more) => {
    const { written } = await waitedFor([...STATUS, ...more], world);
    expect(written).not.toContain('Reading');
    expect(written).not.toContain('\r');
  });
});

const hasScript = spawnSync('script', ['--version']).status === 0;

test.skipIf(!hasScript)('on a true terminal', () => {
  const folder = temporaryFolder({ ...FILES, 'a.results.csv': tableOf(1_200_000) });
  const run = `stty cols 80; '${process.execPath}' '${BIN}' status a.yaml --engine node -f csv -o a.csv --as-of 2024-12-31`;
  const { stdout } = spawnSync('script', ['-qec', run, '/dev/null'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TERM: 'xterm' },
  });
  expect(stdout).toMatch(/Reading a\.results\.csv: \d+%/);
});
