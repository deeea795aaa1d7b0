import fc from 'fast-check';
import { run } from '../run.ts';

/** A plan with every kind of indicator. */
export const PLAN = `format: plan/1
id: made
title: Kế hoạch
document: 1/KH-UBND
issued: 2023-01-15
area: danang
period: 2023..2025
indicators:
  - { id: a, name: Tỷ lệ, unit: "%", baseline: { 2022: 40 }, targets: { 2023: 60, 2025: 80 }, source: I.1 }
  - { id: b, name: Số doanh nghiệp, unit: doanh nghiệp, targets: { 2023: 500, 2025: 900 }, source: I.2 }
  - { id: c, name: Doanh thu, unit: tỷ đồng, accumulates: sum, targets: { 2023: 100, 2024: 200 }, source: I.3 }
  - { id: d, name: Ban hành, targets: { 2024: done }, source: I.4 }
  - id: e
    name: Hồ sơ
    source: I.5
    parts:
      - { id: moi, name: Mới, unit: "%", targets: { 2024: 90 } }
      - { id: cu, name: Cũ, unit: "%", targets: { 2024: 50 } }
  - { id: f, name: Doanh nghiệp trên 1000 dân, unit: doanh nghiệp/1000 dân, per: 1000, targets: { 2024: 90 }, source: I.6 }
`;

/** Mostly usual ones, and now and then an odd one. */
export const often = <One>(usual: readonly One[], odd: readonly One[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );

/** What may stand in a table of results, column by column. */
export const CELLS = {
  indicator: often(
    ['a', 'b', 'c', 'd', 'e/moi', 'e/cu', 'f'],
    ['e', 'A', 'I.1', 'x', '', 'Tỷ lệ', 'a '],
  ),
  period: often(
    ['2023', '2023-12', '2024-03-31', '2024-03-30', '2024-12-31', '2023-12-31', '2023-Q4', '2024'],
    [
      '2023-13',
      '2023-02-30',
      '12/2023',
      '2023-1-5',
      '2023/01/05',
      '2027',
      '2026-01-01',
      '',
      '2024-01-01',
      '2025-06-15',
      '2025-07-15',
    ],
  ),
  value: often(
    ['50', '70', '12.5', '61', '80.25', '100', '0', '450', '950', '1200'],
    [
      '12,5',
      '1.919',
      '10.250,75',
      'x',
      '',
      '> 90',
      '~ 45',
      '-5',
      '150',
      'done',
      'none',
      '55%',
      '1e3',
      '007',
      '100.0',
      '100,00',
      '150.5',
    ],
  ),
  numerator: often([''], ['12', '2', 'x', '0']),
  denominator: often([''], ['20', '0', '5']),
  area: often(['', 'danang'], ['hai-chau', 'danang-2025', 'Đà Nẵng', 'x']),
  status: often(['', '', '', 'met'], ['exceeded', 'đã hoàn thành', 'x']),
  published: often(['', '', '2024-04-15', '2024-05-01'], ['2026-01-01', '4/2024', 'x']),
  source: often(['Báo cáo 1', 'Báo cáo 2'], ['', 'Báo cáo "3"', 'Báo cáo 1, mục 2', 'cаo', 'x"y']),
  note: often(['', 'ghi chú'], ['nhiều\ndòng', 'cÃ¡o', 'a\u200bb', '<<<<<<< HEAD', '"']),
};
export type Column = keyof typeof CELLS;
const ROW = fc.record(CELLS);
/** Few rows that come again and again with other days and figures, so that groups have many of them. */
export const ROWS = fc
  .tuple(
    fc.array(ROW, { minLength: 1, maxLength: 8 }),
    fc.array(fc.tuple(fc.nat(7), fc.option(CELLS.period), fc.option(CELLS.value)), {
      minLength: 1,
      maxLength: 200,
      size: 'max',
    }),
  )
  .map(([kinds, rows]) =>
    rows.map(([kind, period, value]) => {
      const row = kinds[kind % kinds.length]!;
      return { ...row, period: period ?? row.period, value: value ?? row.value };
    }),
  );

/** What a command tells of the plan `made.yaml` with results from one table. */
export function told(
  command: string,
  { folder, asOf, table }: { folder: string; asOf: string; table: string },
  ...more: string[]
) {
  const how = ['--as-of', asOf, '-f', 'json', '--no-cache', ...more, '--results', table];
  return run([command, 'made.yaml', ...how], { cwd: folder });
}
