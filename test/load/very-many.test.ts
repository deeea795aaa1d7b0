import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Area } from '../../src/area.ts';
import { type AuditKeeping, auditKeeper } from '../../src/audit/keeper.ts';
import { groupableCsv } from '../../src/load/groupable-csv.ts';
import type { Groupable } from '../../src/load/groups.ts';
import { readPlan } from '../../src/load/plan.ts';
import { readReduced } from '../../src/load/reduced.ts';
import { frameOf } from '../../src/load/result-frame.ts';
import { readResults } from '../../src/load/results.ts';
import type { Result } from '../../src/result.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { often, PLAN } from './made-results.ts';

const FRAME = frameOf(readPlan('made.yaml', PLAN).plan!);
const COLUMNS = [
  ...['indicator', 'period', 'value', 'numerator', 'denominator'],
  ...['area', 'status', 'published', 'source', 'note'],
];
const area = (code: string, one: Partial<Area>): [string, Area] => [
  code,
  {
    ...{ code, name: code, nameEn: code, gso: null, type: 'province', parent: null },
    ...NEVER,
    ...one,
  },
];
const NEVER = { was: null, validFrom: null, validTo: null, successor: null } as const;
const AREAS = new Map([
  area('danang', { name: 'Đà Nẵng', validTo: '2024-06-30', successor: 'danang-2025' }),
  area('danang-2025', { name: 'Đà Nẵng', validFrom: '2024-07-01' }),
  area('hue', { name: 'Huế' }),
] as [string, Area][]);

/** Daily figures, some of which are written in two ways, and times that are no days. */
const PERIOD = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.constantFrom(2023, 2024),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(1, 15, 28),
      )
      .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('2024', '2024-Q2', '2024-06', '2023-12-31', '2025-01-15'),
  },
);
const ODD_PERIODS = ['15/06/2024', '6/2024', '2024-6', 'Năm 2024', '2024-06-15 ', 'x', ''];
const VALUE = often(
  ['50', '50', '50.5', '61', '50,5', '100.0', '0', '12.25'],
  ['~ 50', '150', '050', '50.50', '> 50', 'none', 'x', '', '1200.5', '100000000.5'],
);
const SOURCES = Array.from({ length: 70 }, (_, at) => `Báo cáo ${at}`);
const ROW = fc.record({
  indicator: often(['a', 'a', 'b', 'e/moi'], ['c', 'd', 'f']),
  period: PERIOD,
  value: VALUE,
  status: often(['', '', '', '', ''], ['met', 'đã hoàn thành', 'in-progress']),
  published: often(['', '', '', ''], ['2024-03-10', '2024-07-01', '2026-01-01', '4/2024']),
  note: often(['', 'ghi chú'], ['"a, b"', 'a\u200bb']),
  source: fc.constantFrom(...SOURCES.slice(0, 2)),
  area: fc.constantFrom('', ''),
  numerator: fc.constant(''),
  denominator: fc.constant(''),
});
type Row = Record<string, string>;

/** What few tables have. */
const SPICES: ((row: Row, at: number) => Row)[] = [
  (row) => row,
  (row) => row,
  (row, at) => ({ ...row, source: SOURCES[at % SOURCES.length]! }),
  (row, at) => ({
    ...row,
    ...{ indicator: 'a', status: '', published: '', source: SOURCES[at % SOURCES.length]! },
    period: row.period!.replace('2023-', '2024-'),
  }),
  (row) => ({ ...row, area: 'Đà Nẵng' }),
  (row, at) => (at % 29 === 7 ? { ...row, period: ODD_PERIODS[at % ODD_PERIODS.length]! } : row),
  (row, at) => (at % 41 === 7 ? { ...row, source: row.source!.normalize('NFD') } : row),
  (row, at) => (at % 41 === 7 ? { ...row, indicator: row.indicator!.toUpperCase() } : row),
  (row, at) => (at % 3 === 0 ? { ...row, area: 'Đà Nẵng' } : row),
  (row, at) => (at % 5 === 0 ? { ...row, area: ['danang', 'Huế', 'hue', 'x'][at % 4]! } : row),
  (row, at) => ({ ...row, source: `"${row.source}, mục ""${at % 2}"""` }),
  (row, at) =>
    at % 2
      ? {
          ...row,
          ...{ value: '', denominator: at % 4 === 1 ? '4' : '8' },
          numerator: String((1 + (at % 3)) * (at % 4 === 1 ? 1 : 2)),
        }
      : row,
  (row, at) =>
    at % 2
      ? {
          ...row,
          indicator: 'f',
          value: '',
          numerator: at % 4 === 1 ? '1' : '3',
          denominator: '20',
        }
      : row,
  (row, at) => (at % 31 === 9 ? { ...row, status: 'met' } : row),
];
const CUTS = [0, 0, 1, 2];

const TABLE = fc
  .tuple(
    fc.array(ROW, { minLength: 30, maxLength: 400, size: 'max' }),
    fc.array(fc.constantFrom(...SPICES), { maxLength: 2 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom(...CUTS),
  )
  .map(([rows, spices, end, cut]) => {
    const lines = rows.map((row, at) => {
      const spiced = spices.reduce<Row>((one, spice) => spice(one, at), row);
      const cells = COLUMNS.map((column) => quoted(spiced[column]!));
      // A line may leave out what is empty at its end, or have more of that.
      if (cut === 1 && at % 17 === 3 && cells.at(-1) === '') cells.pop();
      if (cut === 2 && at % 17 === 3) cells.push('');
      return cells.join(',');
    });
    return [COLUMNS.join(','), ...lines].map((line) => line + end).join('');
  });

function quoted(cell: string): string {
  return cell.includes(',') && !cell.startsWith('"') ? `"${cell}"` : cell;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const KEEPING = fc.record({
  most: fc.integer({ min: 1, max: 5 }),
  mostCorrected: fc.constantFrom(1, 2, 100),
  days: fc.constantFrom([], [], ['2024-03-20'], ['2023-06-15', '2024-05-01']),
});

/** What is kept of the rows where all are read, and where those are left out that decide nothing. */
async function keptOf(folder: string, asOf: string, keeping: AuditKeeping, manyGroups: number) {
  const how = {
    ...{ cwd: folder, delimiter: null, encoding: null, decimal: null, areas: AREAS },
  };
  const isEach = (address: string) => address === 'c';
  const isShare = (address: string) => address !== 'b' && address !== 'f';
  const keeperOf = () => auditKeeper(asOf, { ...keeping, isEach, isShare });
  const whole = keeperOf();
  await readResults('x.csv', FRAME, how, whole.add);
  const again = whole.again?.() ?? null;
  if (again !== null) await readResults('x.csv', FRAME, how, again);
  const few = keeperOf();
  const handed: Result[] = [];
  const groupable = (await groupableCsv('x.csv', how))!;
  let isKeyed = false;
  const table: Groupable = {
    ...groupable,
    group(grouping, most) {
      isKeyed = grouping.firstKeys !== undefined;
      return groupable.group(grouping, most);
    },
  };
  const reading = await readReduced(
    'x.csv',
    FRAME,
    how,
    { table, needs: few.needs!, manyGroups },
    (result) => {
      handed.push(result);
      few.add(result);
    },
  );
  const fewAgain = few.again?.() ?? null;
  if (fewAgain !== null) handed.forEach(fewAgain);
  return { whole: whole.kept(), few: few.kept(), handed, reading, isKeyed };
}

const brief = ({ line, more }: Result) => `${line} ${JSON.stringify(more ?? {})}`;

test('of very many rows those that are handed over leave what all leave', async () => {
  const folder = temporaryFolder({});
  const asOf = fc.constantFrom('2024-12-31', '2024-06-30', '2023-12-31');
  const many = fc.constantFrom(0, 0, 1000);
  let saved = 0;
  await fc.assert(
    fc.asyncProperty(TABLE, asOf, KEEPING, many, async (text, day, keeping, manyGroups) => {
      writeFileSync(path.join(folder, 'x.csv'), text);
      const { whole, few, handed, reading, isKeyed } = await keptOf(
        folder,
        day,
        keeping,
        manyGroups,
      );
      if (reading === null) return;
      if (isKeyed && handed.length < reading.rows - reading.unread) saved += 1;
      expect(few.map(brief)).toEqual(whole.map(brief));
      expect(few).toEqual(whole);
    }),
    {
      numRuns: Number(process.env.ENGINE_RUNS ?? 150),
      endOnFailure: true,
    },
  );
  expect(saved).toBeGreaterThan(20);
}, 600_000);
