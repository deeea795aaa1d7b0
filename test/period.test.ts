import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../src/calendar.ts';
import { hasTwoReadings, latestFirst, type Period, parsePeriod } from '../src/period.ts';
import { formatPeriod } from '../src/words/numbers.ts';

const read = (text: string) => {
  const period = parsePeriod(text);
  return typeof period === 'string' ? period : period.text;
};

describe('a period as people write it', () => {
  test.each([
    ['2023', '2023'],
    ['Năm 2023', '2023'],
    ['cả năm 2023', '2023'],
    ['2023-H1', '2023-H1'],
    ['6 tháng đầu năm 2023', '2023-H1'],
    ['Quí I/2024', '2024-Q1'],
    ['Q2.2024', '2024-Q2'],
    ['quý 1, năm 2024', '2024-Q1'],
    ['II/2024', '2024-Q2'],
    ['9T/2024', '2024-01..2024-09'],
    ['Lũy kế 9 tháng năm 2024', '2024-01..2024-09'],
    ['Đến 30/9/2024', '2024-09-30'],
    ['Tính đến hết ngày 30/9/2024', '2024-09-30'],
    ['đến hết quý III/2024', '2024-Q3'],
    ['6 tháng năm 2023', '2023-H1'],
    ['6 tháng cuối năm 2023', '2023-H2'],
    ['9 tháng năm 2023', '2023-01..2023-09'],
    ['9 tháng đầu năm 2023', '2023-01..2023-09'],
    ['3 tháng đầu năm 2023', '2023-Q1'],
    ['12 tháng năm 2023', '2023'],
    ['2023-01..2023-09', '2023-01..2023-09'],
    ['2023-01..2023-06', '2023-H1'],
    ['2023-04..2023-06', '2023-Q2'],
    ['2023-05..2023-07', '2023-05..2023-07'],
    ['2022-07..2023-06', '2022-07..2023-06'],
    ['2023-Q4', '2023-Q4'],
    ['2023q4', '2023-Q4'],
    ['Quý IV/2023', '2023-Q4'],
    ['Quý 4/2023', '2023-Q4'],
    ['quý III năm 2023', '2023-Q3'],
    ['Q4/2023', '2023-Q4'],
    ['Q4-2023', '2023-Q4'],
    ['Q4 2023', '2023-Q4'],
    ['2023-12', '2023-12'],
    ['12/2023', '2023-12'],
    ['12-2023', '2023-12'],
    ['T12/2023', '2023-12'],
    ['Tháng 12/2023', '2023-12'],
    ['tháng 12 năm 2023', '2023-12'],
    ['2023-12-15', '2023-12-15'],
    ['2023-12-15 00:00:00', '2023-12-15'],
    ['15/12/2023', '2023-12-15'],
    ['15-12-2023', '2023-12-15'],
    ['31.12.2023', '2023-12-31'],
    ['ngày 15/12/2023', '2023-12-15'],
    ['ngày 15 tháng 12 năm 2023', '2023-12-15'],
    ['December 2024', '2024-12'],
    ['May, 2024', '2024-05'],
    ['15 December 2024', '2024-12-15'],
    ['December 5, 2024', '2024-12-05'],
    ['H1 2024', '2024-H1'],
    ['H2/2024', '2024-H2'],
    ['2024 H2', '2024-H2'],
    ['2024 Q3', '2024-Q3'],
    ['Quarter 3 2024', '2024-Q3'],
  ])('%s is %s', (text, canonical) => {
    for (const written of [text, text.normalize('NFD'), text.toUpperCase(), ` ${text}\u00a0`])
      expect(read(written)).toBe(canonical);
  });

  test.each([
    ['', 'form'],
    ['sớm', 'form'],
    ['15/12/23', 'form'],
    ['15/12-2023', 'form'],
    ['2023-13', 'calendar'],
    ['2023-H3', 'calendar'],
    ['2023-Q5', 'calendar'],
    ['13 tháng năm 2023', 'calendar'],
    ['30/02/2023', 'calendar'],
    ['2023-09..2023-01', 'calendar'],
    ['Dec-23', 'excel-month'],
    ['T12-23', 'excel-month'],
    ['15-Dec-2023', 'excel-month'],
    ['45275', 'excel-serial'],
    ['Mar 24', 'excel-month'],
    ['30 February 2024', 'calendar'],
    ['H3 2024', 'calendar'],
    ['12/15/2023', 'month-first'],
  ])('%s is none: %s', (text, problem) => {
    expect(read(text)).toBe(problem);
  });
});

test.each([
  ['3/4/2024', true],
  ['12.11.2024', true],
  ['4/4/2024', false],
  ['13/4/2024', false],
  ['2024-03-04', false],
])('%s has two readings: %j', (text, has) => {
  expect(hasTwoReadings(text)).toBe(has);
});

describe('any period', () => {
  const year = fc.integer({ min: 1990, max: 2099 });
  const span = fc
    .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, a, b]) => {
      const [first, last] = [Math.min(a, b), Math.max(a, b)].map((m) => String(m).padStart(2, '0'));
      return `${y}-${first}..${y}-${last}`;
    });
  const date = fc
    .tuple(year, fc.integer({ min: 0, max: 364 }))
    .map(([y, days]) => addDays(day(y, 1, 1), days));
  const period = fc.oneof(span, date).map((text) => parsePeriod(text) as Period);

  test('is read again from its canonical text, and from what Vietnamese readers see of it', () => {
    fc.assert(
      fc.property(period, (one) => {
        expect(parsePeriod(one.text)).toEqual(one);
        const said = formatPeriod(one, 'vi');
        if (!said.startsWith('từ')) expect(parsePeriod(said)).toEqual(one);
      }),
    );
  });

  test('starts before it ends, and the order of two is total', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        expect(a.start <= a.end).toBe(true);
        expect(Math.sign(latestFirst(a, b))).toBe(-Math.sign(latestFirst(b, a)) + 0);
        if (latestFirst(a, b) === 0) expect(a).toEqual(b);
      }),
    );
  });

  test('of equal ends the longer counts first', () => {
    const texts = ['2023-12-31', '2023-12', '2023', '2023-Q4', '2023-H2', '2023-02..2023-12'];
    const periods = texts.map((text) => parsePeriod(text) as Period).sort(latestFirst);
    expect(periods.map(({ kind }) => kind)).toEqual([
      'year',
      'span',
      'half',
      'quarter',
      'month',
      'day',
    ]);
  });
});
