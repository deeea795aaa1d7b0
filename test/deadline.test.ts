import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addDays, type Day, day, daysInMonth, isRealDay, yearOf } from '../src/calendar.ts';
import {
  closingDays,
  type Due,
  dueDates,
  dueProblems,
  firstDayOf,
  isClosingDay,
  isRecurring,
  lastDayOf,
  nearestDueDate,
  nearestMonthDay,
  parseDue,
  type WrittenDue,
} from '../src/deadline.ts';

const YEAR_2024 = { issued: '2024-04-15', period: { first: 2024, last: 2024 } };
const TO_2025 = { issued: '2022-05-16', period: { first: 2022, last: 2025 } };

/** As YAML gives it; a literal `then` would look like a promise to the linter. */
function thenContinuous(by: string | number): WrittenDue {
  return parse(`{ by: ${by}, then: continuous }`);
}

function daysOf(written: WrittenDue, horizon = YEAR_2024): Day[] {
  const due = parseDue(written);
  if (!due) throw new Error(`not a due value: ${JSON.stringify(written)}`);
  return dueDates(due, horizon).map((occurrence) => occurrence.due);
}

describe('the day on which something is due', () => {
  it.each<[WrittenDue, Day]>([
    ['2024-07-15', '2024-07-15'],
    ['2024-07', '2024-07-31'],
    ['2024-02', '2024-02-29'],
    ['2023-02', '2023-02-28'],
    ['2000-02', '2000-02-29'],
    ['1900-02', '1900-02-28'],
    ['2024-Q1', '2024-03-31'],
    ['2024-Q2', '2024-06-30'],
    ['2024-Q3', '2024-09-30'],
    ['2024-Q4', '2024-12-31'],
    [2024, '2024-12-31'],
    ['2022', '2022-12-31'],
    [thenContinuous('2024-05'), '2024-05-31'],
    [thenContinuous(2024), '2024-12-31'],
  ])('of %j is %s', (written, due) => {
    expect(daysOf(written)).toEqual([due]);
  });

  it('of a window is its last day, and the window starts on its first', () => {
    const window = (written: string) => dueDates(parseDue(written)!, TO_2025);
    expect(window('2022..2025')).toEqual([{ start: '2022-01-01', due: '2025-12-31' }]);
    expect(window('2024-03..2024-09')).toEqual([{ start: '2024-03-01', due: '2024-09-30' }]);
    expect(window('2024-Q2..2024-Q4')).toEqual([{ start: '2024-04-01', due: '2024-12-31' }]);
    expect(window('2024-03-05..2024-03-05')).toEqual([{ start: '2024-03-05', due: '2024-03-05' }]);
  });

  it('has no start where the document gives only an end', () => {
    expect(dueDates(parseDue('2024-07')!, YEAR_2024)[0]?.start).toBeNull();
  });

  it.each<WrittenDue>(['continuous', 'none', { per: '53/KH-UBND' }])(
    'does not exist: %j',
    (due) => {
      expect(daysOf(due)).toEqual([]);
    },
  );

  it('keeps a one-off due before the issue, and one due after the period', () => {
    expect(daysOf('2024-03')).toEqual(['2024-03-31']);
    expect(daysOf('2024..2026')).toEqual(['2026-12-31']);
  });
});

describe('recurring items', () => {
  it('fall on the last day of each year, quarter or month', () => {
    expect(daysOf('yearly', TO_2025)).toEqual([
      '2022-12-31',
      '2023-12-31',
      '2024-12-31',
      '2025-12-31',
    ]);
    expect(daysOf('quarterly')).toEqual(['2024-06-30', '2024-09-30', '2024-12-31']);
    expect(daysOf('monthly').slice(0, 3)).toEqual(['2024-04-30', '2024-05-31', '2024-06-30']);
    expect(daysOf('monthly', { ...YEAR_2024, issued: '2023-12-01' })[1]).toBe('2024-02-29');
  });

  it('on given days come in the order of the calendar, none before the issue', () => {
    const written = { yearly: ['12-30', '03-30', '12-15', '06-30', '09-30'] };
    expect(daysOf(written)).toEqual(['2024-06-30', '2024-09-30', '2024-12-15', '2024-12-30']);
  });

  it('of the years that the document names are of no other year of the plan', () => {
    const written = { yearly: ['12-31'], years: '2023..2024' };
    expect(daysOf(written, TO_2025)).toEqual(['2023-12-31', '2024-12-31']);
    expect(daysOf({ yearly: ['12-31'], years: 2023 }, TO_2025)).toEqual(['2023-12-31']);
    expect(closingDays(parseDue(written)!, 2024)).toEqual(['2024-12-31']);
    expect(closingDays(parseDue(written)!, 2025)).toEqual([]);
  });

  it('of years that end before they start are none', () => {
    const written = { yearly: ['12-31'], years: '2025..2021' };
    expect(parseDue(written)).toBeUndefined();
    expect(dueProblems(written)).toEqual([
      { kind: 'inverted-window', from: '2025', to: '2021', path: ['years'] },
    ]);
  });

  it('exist on the day of issue itself', () => {
    expect(daysOf({ yearly: ['04-15'] })).toEqual(['2024-04-15']);
    expect(daysOf({ yearly: ['04-14'] })).toEqual([]);
  });

  it('have one occurrence on a day that is written twice', () => {
    expect(daysOf({ yearly: ['12-01', '12-01'] })).toEqual(['2024-12-01']);
  });
});

const monthDay = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 1, max: 31 }) })
  .map(({ month, date }) => day(2023, month, Math.min(date, daysInMonth(2023, month))).slice(5));

const recurring = fc.oneof(
  fc.constantFrom<Due>(
    { kind: 'recurring', every: 'year' },
    { kind: 'recurring', every: 'quarter' },
    { kind: 'recurring', every: 'month' },
  ),
  fc.array(monthDay, { minLength: 1, maxLength: 6 }).map((days): Due => ({ kind: 'dated', days })),
);

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));

const horizon = fc
  .record({ issued: anyDay, lead: fc.integer({ min: 0, max: 1 }), years: fc.nat({ max: 9 }) })
  .map(({ issued, lead, years }) => {
    const first = yearOf(issued) + lead;
    return { issued, period: { first, last: first + years } };
  });

describe('every recurrence', () => {
  it('lies within the period, not before the issue, ascending, on real days', () => {
    fc.assert(
      fc.property(recurring, horizon, (due, bounds) => {
        const days = dueDates(due, bounds).map((occurrence) => occurrence.due);
        expect(days).toEqual([...new Set(days)].sort());
        for (const each of days) {
          expect(isRealDay(each)).toBe(true);
          expect(each >= bounds.issued).toBe(true);
          expect(yearOf(each)).toBeGreaterThanOrEqual(bounds.period.first);
          expect(yearOf(each)).toBeLessThanOrEqual(bounds.period.last);
        }
      }),
    );
  });

  it('by month has one day for each month from the issue to the end of the period', () => {
    fc.assert(
      fc.property(horizon, ({ issued, period }) => {
        const years = period.last - period.first + 1;
        const gone = period.first === yearOf(issued) ? Number(issued.slice(5, 7)) - 1 : 0;
        const months = dueDates({ kind: 'recurring', every: 'month' }, { issued, period });
        expect(months).toHaveLength(years * 12 - gone);
        for (const { due } of months) expect(addDays(due, 1).slice(8)).toBe('01');
      }),
    );
  });

  it('by quarter and by year are among the months', () => {
    fc.assert(
      fc.property(horizon, (bounds) => {
        const ends = (every: 'year' | 'quarter' | 'month') =>
          dueDates({ kind: 'recurring', every }, bounds).map((occurrence) => occurrence.due);
        expect(ends('month')).toEqual(expect.arrayContaining(ends('quarter')));
        expect(ends('quarter')).toEqual(expect.arrayContaining(ends('year')));
      }),
    );
  });
});

describe('first and last day', () => {
  it('enclose the date: the day after the last starts the next one', () => {
    expect(firstDayOf('2024')).toBe('2024-01-01');
    expect(firstDayOf('2024-Q3')).toBe('2024-07-01');
    expect(firstDayOf('2024-02')).toBe('2024-02-01');
    expect(firstDayOf('2024-02-29')).toBe('2024-02-29');
    expect(addDays(lastDayOf('2024-Q3'), 1)).toBe(firstDayOf('2024-Q4'));
    expect(addDays(lastDayOf('2024-02'), 1)).toBe(firstDayOf('2024-03'));
    expect(addDays(lastDayOf('2024'), 1)).toBe(firstDayOf('2025'));
  });
});

describe('impossible due values', () => {
  it.each<[string, string]>([
    ['2024-02-30', '2024-02-29'],
    ['2023-02-29', '2023-02-28'],
    ['2024-04-31', '2024-04-30'],
    ['2024-13', '2024-12'],
    ['2024-00', '2024-01'],
    ['2024-13-45', '2024-12-31'],
    ['2024-31-12', '2024-12-31'],
    ['2024-00-05', '2024-01-05'],
    ['2024-06-00', '2024-06-01'],
    ['2024-Q5', '2024-Q4'],
    ['2024-Q0', '2024-Q1'],
  ])('%s is not read, and the nearest real date is %s', (found, nearest) => {
    expect(parseDue(found)).toBeUndefined();
    expect(dueProblems(found)).toEqual([{ kind: 'impossible-date', found, nearest, path: [] }]);
    expect(parseDue(thenContinuous(found))).toBeUndefined();
    expect(dueProblems(thenContinuous(found)).map((p) => p.path)).toEqual([['by']]);
  });

  it('in a list are all named, each with its place', () => {
    const written = { yearly: ['06-01', '02-30', '13-01', '02-29'] };
    expect(parseDue(written)).toBeUndefined();
    expect(dueProblems(written)).toEqual([
      { kind: 'impossible-date', found: '02-30', nearest: '02-28', path: ['yearly', 1] },
      { kind: 'impossible-date', found: '13-01', nearest: '01-13', path: ['yearly', 2] },
      { kind: 'impossible-date', found: '02-29', nearest: '02-28', path: ['yearly', 3] },
    ]);
  });

  it('a window must not end before it starts', () => {
    expect(parseDue('2025..2022')).toBeUndefined();
    expect(dueProblems('2024-09..2024-03')).toEqual([
      { kind: 'inverted-window', from: '2024-09', to: '2024-03', path: [] },
    ]);
    expect(dueProblems('2024-02-29..2024-02')).toEqual([]);
    expect(parseDue('2024-02-29..2024-02')).toMatchObject({ kind: 'window' });
  });

  it('both ends of a window are named before their order is judged', () => {
    expect(dueProblems('2024-13..2024-02-30').map((p) => 'found' in p && p.found)).toEqual([
      '2024-13',
      '2024-02-30',
    ]);
  });

  it.each<WrittenDue>(['soon', '2024-7', '1/2024', '2024..2025..2026', '', { yearly: ['6-1'] }])(
    '%j has another fault: it has none of the forms',
    (written) => {
      expect(parseDue(written)).toBeUndefined();
      expect(dueProblems(written)).toEqual([]);
    },
  );

  it('a nearest date is always one that can be read', () => {
    const two = fc.nat({ max: 99 }).map((n) => String(n).padStart(2, '0'));
    fc.assert(
      fc.property(two, two, (month, date) => {
        const text = `2024-${month}-${date}`;
        const nearest = nearestDueDate(text);
        expect(nearest === undefined).toBe(isRealDay(text));
        if (nearest !== undefined) expect(isRealDay(nearest)).toBe(true);
        const yearly = nearestMonthDay(`${month}-${date}`) ?? `${month}-${date}`;
        expect(parseDue({ yearly: [yearly] })).toBeDefined();
      }),
    );
  });
});

describe('isRecurring', () => {
  it('is true of what has a due day again and again', () => {
    const recurs = (written: WrittenDue) => isRecurring(parseDue(written)!);
    expect(['yearly', 'quarterly', 'monthly', { yearly: ['06-01'] }].map((w) => recurs(w))).toEqual(
      [true, true, true, true],
    );
    expect(['2024', '2022..2025', 'continuous', 'none'].map(recurs)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(recurs(thenContinuous('2024-05'))).toBe(false);
  });
});

describe('the days of one year', () => {
  it('are none of what is due once', () => {
    expect(closingDays(parseDue('2024')!, 2024)).toEqual([]);
    expect(closingDays(parseDue('continuous')!, 2024)).toEqual([]);
  });

  it('are those of the years that the document names, whatever the plan’s', () => {
    const written = { yearly: ['06-01'], years: '2024..2026' };
    const due = parseDue(written)!;
    expect([2023, 2024, 2026, 2027].map((year) => closingDays(due, year).length)).toEqual([
      0, 1, 1, 0,
    ]);
    expect(daysOf(written)).toEqual(['2024-06-01', '2025-06-01', '2026-06-01']);
  });

  it.each<[WrittenDue, Day, boolean]>([
    ['2024', '2024-12-31', false],
    ['quarterly', '2024-03-31', true],
    ['quarterly', '2024-03-30', false],
    ['monthly', '2024-02-29', true],
    [{ yearly: ['06-01', '12-15'] }, '2024-12-15', true],
    [{ yearly: ['06-01'] }, '2024-06-02', false],
    [{ yearly: ['06-01'], years: '2024..2026' }, '2026-06-01', true],
    [{ yearly: ['06-01'], years: '2024..2026' }, '2023-06-01', false],
    [{ yearly: ['06-01'] }, '0900-06-01', true],
  ])('of what is due %j: is %s one of them? %s', (written, asked, is) => {
    const due = parseDue(written)!;
    expect(isClosingDay(due, asked)).toBe(is);
    expect(closingDays(due, yearOf(asked)).includes(asked)).toBe(is);
  });

  it('have years of four digits', () => {
    expect(closingDays(parseDue({ yearly: ['06-01'] })!, 900)).toEqual(['0900-06-01']);
  });
});

describe('what no day can be read from', () => {
  it('is a list without days', () => {
    expect(parseDue({ yearly: [] })).toBeUndefined();
  });

  it.each<WrittenDue>([
    2024,
    { per: '53/KH-UBND' },
    { yearly: ['06-01'], years: 2025 },
    { yearly: ['06-01'], years: '2025..2025' },
    { yearly: ['06-01'], years: '2024..2025' },
    '2024-13..2025..2026',
  ])('but nothing in %j is impossible', (written) => {
    expect(dueProblems(written)).toEqual([]);
  });

  it.each([
    ['2024-09..2024-13', '2024-13', '2024-12'],
    ['2024-13..2024-12', '2024-13', '2024-12'],
  ])('of %s one end is impossible, and nothing is said of their order', (text, found, nearest) => {
    expect(dueProblems(text)).toEqual([{ kind: 'impossible-date', found, nearest, path: [] }]);
  });

  it.each(['x2024-13', '2024-13x', '2024-13-01x', 'ngày 2024-13'])(
    'has no nearest date: %s',
    (text) => {
      expect(nearestDueDate(text)).toBeUndefined();
    },
  );

  it.each(['13', 'Q5', '2-30', '06-30', '06-31-01', 'x06-31'])(
    'has no nearest day of the year: %s',
    (text) => {
      expect(nearestMonthDay(text)).toBeUndefined();
    },
  );
});
