import { describe, expect, test } from 'vitest';
import type { Area, AreaCatalogue } from '../src/area.ts';
import { auditKeeper } from '../src/audit/keeper.ts';
import { audit } from '../src/audit.ts';
import { evaluate, type Question } from '../src/evaluation.ts';
import { exact, toFraction } from '../src/exact.ts';
import { explainIndicator } from '../src/explain.ts';
import type { Indicator } from '../src/indicator.ts';
import { observedText, parseObserved } from '../src/observation.ts';
import type { Result } from '../src/result.ts';
import { resultKeeper } from '../src/result-keeper.ts';
import { unmeasuredYear } from '../src/unmeasured-year.ts';
import { anIndicator, aPart, aPlan, aResult, baseline } from './build.ts';

const judge = (indicator: Indicator, rows: Result[], question: Question) => {
  const evaluation = evaluate(aPlan([indicator]), rows, new Map(), question);
  return { ...evaluation, one: evaluation.indicators[0]! };
};

const sided = (value: number | string, bound: '>' | '>=' | '<' | '<=') => {
  const row = aResult({ value });
  return row.value?.kind === 'number' ? { ...row, value: { ...row.value, bound } } : row;
};

const endedOn = (validTo: string): Area => ({
  ...{ code: 'danang', name: 'Đà Nẵng', nameEn: 'Da Nang', gso: null, type: 'city', was: null },
  ...{ validFrom: null, validTo, successor: null, parent: null },
});

const share = (target: number | string) => anIndicator({ 2024: target });
const revenue = anIndicator({ 2024: 10000 }, { unit: 'tỷ đồng' });

describe('a milestone that is so far', () => {
  const ending = anIndicator({ 2024: 'done' }, { unit: null });
  const at = (text: string, source = 'a') => ({
    ...aResult({ period: '2024-06', source }),
    value: parseObserved(text)!,
  });
  const on = { asOf: '2024-12-31', year: 2024 };

  test.each([
    ['60%', '3/5'],
    ['~ 60%', '3/5'],
    ['> 60%', null],
    ['< 60%', null],
  ])('%s attains %s', (text, attained) => {
    const { one } = judge(ending, [at(text)], on);
    expect(one.verdict).toBe('in-progress');
    expect(one.attainment && toFraction(one.attainment)).toBe(attained);
  });

  test.each([
    ['60%', '30%', 1],
    ['60%', '> 50%', 0],
    ['60%', '> 70%', 1],
    ['60%', 'not-done', 0],
    ['60%', 'done', 1],
    ['< 60%', 'done', 1],
    ['not-done', 'done', 1],
  ])('%s beside %s of another source: %i rivals', (one, other, rivals) => {
    for (const rows of [
      [at(one), at(other, 'b')],
      [at(other), at(one, 'b')],
    ])
      expect(judge(ending, rows, on).one.rivals).toHaveLength(rivals);
  });
});

describe('two figures for one period', () => {
  const on = { asOf: '2025-03-01', year: 2024 };
  const at = (value: number, source: string, line: number, more: Partial<Result> = {}) => ({
    ...aResult({ period: '2024', value, source, line }),
    ...more,
  });

  test('of one source the later line corrects', () => {
    const rows = [at(9250.75, 'BC', 2), at(10250.75, 'BC', 3)];
    const { one } = judge(revenue, rows, on);
    expect(one).toMatchObject({ verdict: 'exceeded', rivals: [] });
    expect(one.considered.map(({ standing }) => standing)).toEqual(['corrected', 'counts-of-year']);
  });

  test('of several sources the first decides, disputed, and the other would tip it', () => {
    const rows = [at(23.18, 'nhandan', 2), at(20.69, 'vneconomy', 3)];
    const { one } = judge(share(22), rows, on);
    expect(one.verdict).toBe('exceeded');
    expect(one.rivals).toMatchObject([{ verdict: 'missed', result: { source: 'vneconomy' } }]);
  });

  test('a correction stands in the place of what it corrects', () => {
    const rows = [at(70, 'a', 2), at(80, 'b', 3), at(75, 'a', 4)];
    expect(judge(share(90), rows, on).one.actual?.line).toBe(4);
  });

  test('the day of publication decides before the line', () => {
    const rows = [
      at(70, 'a', 2, { published: '2025-02-01' }),
      at(80, 'b', 3, { published: '2025-01-01' }),
    ];
    expect(judge(share(90), rows, on).one).toMatchObject({ actual: { line: 2 }, rivals: [{}] });
  });

  test('what agrees after rounding is no dispute', () => {
    const rows = [at(9.4, 'a', 2), at(9, 'b', 3)];
    expect(judge(share(22), rows, on).one.rivals).toEqual([]);
  });

  test('a one-sided figure is no rival of one within its side', () => {
    const rows = [at(92, 'a', 2), { ...sided(90, '>'), period: at(1, '', 1).period, source: 'b' }];
    expect(judge(share(95), rows, on).one.rivals).toEqual([]);
  });

  test('a row published after the day is not known yet', () => {
    const rows = [at(70, 'a', 2), at(99, 'b', 3, { published: '2025-06-01' })];
    const { one, notCounted } = judge(share(90), rows, on);
    expect(one).toMatchObject({ actual: { line: 2 }, rivals: [] });
    expect(notCounted).toMatchObject([{ reason: 'after-as-of', line: 3 }]);
  });
});

describe('what was not counted', () => {
  test('a figure dated after the as-of day', () => {
    const rows = [aResult({ period: '2024', value: 90, line: 9 })];
    const { notCounted } = judge(share(80), rows, { asOf: '2024-12-15', year: 2024 });
    expect(notCounted).toMatchObject([{ reason: 'after-as-of', line: 9, text: '90' }]);
  });

  test.each([150, -5])('%s%% of a share is never judged', (value) => {
    const { one, notCounted } = judge(share(80), [aResult({ period: '2024', value })], {
      asOf: '2025-01-05',
      year: 2024,
    });
    expect(one.verdict).toBe('no-data');
    expect(notCounted).toMatchObject([{ reason: 'out-of-range', text: String(value) }]);
  });

  test('a share known only to be beyond the whole is never judged', () => {
    const row = { ...sided(100, '>'), period: aResult({ period: '2024' }).period };
    const { one, notCounted } = judge(share(80), [row], { asOf: '2025-01-05', year: 2024 });
    expect(one.verdict).toBe('no-data');
    expect(notCounted).toMatchObject([{ reason: 'out-of-range', text: '> 100' }]);
  });

  test('a figure for the whole where the targets stand on parts', () => {
    const whole = anIndicator({}, { parts: [aPart('x', { 2024: 80 })] });
    const { notCounted } = judge(whole, [aResult({ period: '2024', value: 81 })], {
      asOf: '2025-01-05',
      year: 2024,
    });
    expect(notCounted).toMatchObject([{ reason: 'on-parts', indicator: 'a' }]);
  });

  test('another area’s row and an answer without a figure', () => {
    const rows = [
      aResult({ period: '2024', value: 81, area: 'hue' }),
      { ...aResult({ period: '2024', line: 3 }), isAnswered: true },
    ];
    const { notCounted } = judge(share(80), rows, { asOf: '2025-01-05', year: 2024 });
    expect(notCounted.map(({ reason }) => reason)).toEqual(['other-area', 'answered-none']);
  });

  test.each([resultKeeper, auditKeeper])('a keeper keeps all that is not known yet', (keeperOf) => {
    const keeper = keeperOf('2024-01-01');
    for (let line = 1; line <= 1500; line += 1)
      keeper.add(aResult({ period: '2024', value: 1, line }));
    expect(keeper.kept()).toHaveLength(1500);
  });
});

describe('estimates, provisional years, one-sided figures', () => {
  test('a figure published before its period ends counts, as about', () => {
    const row = { ...aResult({ period: '2024', value: 95 }), published: '2024-12-10' };
    const { one } = judge(share(80), [row], { asOf: '2024-12-15', year: 2024 });
    expect(one).toMatchObject({ verdict: 'met', reason: 'about', isEstimate: true });
  });

  test.each([
    ['2024-01-31', true],
    ['2024-Q3', true],
    ['2024-10', false],
    ['2024', false],
  ])('after the year a figure of %s is provisional: %s', (period, isProvisional) => {
    const { one } = judge(share(80), [aResult({ period, value: 70 })], {
      asOf: '2025-01-05',
      year: 2024,
    });
    expect(one).toMatchObject({ verdict: 'missed', isProvisional });
  });

  test.each([
    ['>= 90', 90, '>', 'exceeded'],
    ['> 90', 90, '>', 'exceeded'],
    ['>= 95', 90, '>', 'no-data'],
    ['>= 90', 90, '>=', 'met'],
    ['>= 50', 50, '<', 'missed'],
    ['> 50', 50, '<=', 'missed'],
    ['>= 50', 50, '<=', 'no-data'],
    ['<= 5', 5, '<', 'exceeded'],
    ['<= 5', 5, '<=', 'met'],
    ['<= 5', 5, '>', 'missed'],
  ] as const)('%s against %s known only to be %s: %s', (target, value, bound, verdict) => {
    const row = { ...sided(value, bound), period: aResult({ period: '2024' }).period };
    const { one } = judge(share(target), [row], { asOf: '2025-01-05', year: 2024 });
    expect(one).toMatchObject({ verdict, attainment: null, gap: null });
  });

  test('a milestone is so far on its way', () => {
    const row = aResult({ period: '2024', value: false });
    const value = { kind: 'milestone' as const, done: false, share: baseline(1, '0.6').value };
    const { one } = judge(anIndicator({ 2024: 'done' }), [{ ...row, value }], {
      asOf: '2024-12-31',
      year: 2024,
    });
    expect(one.verdict).toBe('in-progress');
    expect(one.attainment?.equals('0.6')).toBe(true);
  });
});

describe('totals of the year', () => {
  test('three quarters of a year expect three quarters of its target', () => {
    const indicator = anIndicator({ 2024: 10000 }, { unit: 'tỷ đồng', accumulates: 'to-date' });
    const rows = [aResult({ period: '2024-Q3', value: 7015 })];
    const { one } = judge(indicator, rows, { asOf: '2024-10-05', year: 2024 });
    expect(one.pace).toMatchObject({ verdict: 'at-risk', expected: 7500 });
    expect(one.pace?.verdict !== 'not-computable' && one.pace?.progress).toBeCloseTo(0.9353, 4);
    expect(one.pace).toMatchObject({ left: { amount: 2985, months: 3 } });
  });
});

describe('figures of single periods', () => {
  const indicator = anIndicator({ 2024: 100 }, { unit: 'lớp', accumulates: 'sum' });
  const on = { asOf: '2024-12-31', year: 2024 };
  const at = (period: string, value: number, line: number) => aResult({ period, value, line });

  test('are added over a complete tiling, nothing twice', () => {
    const rows = [
      at('2024-01', 1, 2),
      at('2024-Q1', 10, 3),
      at('2024-Q2', 20, 4),
      at('2024-04', 5, 5),
    ];
    const { one } = judge(indicator, rows, on);
    expect(one.actual?.value).toMatchObject({ value: baseline(1, 30).value });
    expect(one.actual?.period.text).toBe('2024-H1');
  });

  test('are told to go into the total, which is more where one of them is', () => {
    const more = { ...sided(60, '>'), period: aResult({ period: '2024-02' }).period };
    const { one } = judge(indicator, [at('2024-01', 50, 2), more], on);
    expect(one).toMatchObject({
      verdict: 'exceeded',
      attainment: null,
      actual: { value: { bound: '>' } },
    });
    expect(one.considered.map(({ standing }) => standing)).toEqual([
      'counts',
      'of-total',
      'of-total',
    ]);
  });

  test('but not more with less, of which nothing is known', () => {
    const beside = (value: number, bound: '>' | '<', period: string) => ({
      ...sided(value, bound),
      period: aResult({ period }).period,
    });
    const rows = [beside(60, '>', '2024-01'), beside(70, '<', '2024-02')];
    const { one, notCounted } = judge(indicator, rows, on);
    expect(one.verdict).toBe('no-data');
    expect(notCounted).toMatchObject([{ reason: 'not-addable', text: '< 70' }]);
  });

  test('and no further than the first month without one, which is told', () => {
    const rows = [at('2024-Q1', 10, 2), at('2024-Q3', 30, 3)];
    const { one, notCounted } = judge(indicator, rows, on);
    expect(one.actual?.value).toMatchObject({ value: baseline(1, 10).value });
    expect(notCounted).toMatchObject([{ reason: 'not-addable', line: 3 }]);
  });
});

describe('a year’s total of which another source gives a part otherwise', () => {
  const indicator = anIndicator({ 2024: 100 }, { unit: 'lớp', accumulates: 'sum' });
  const on = { asOf: '2024-12-31', year: 2024 };
  const at = (period: string, value: number, source: string, more: Partial<Result> = {}) => ({
    ...aResult({ period, value, source }),
    ...more,
  });
  const rivalsOf = (...rows: Result[]) =>
    judge(indicator, rows, on).one.rivals.map(({ result, total, verdict }) => [
      `${result.period.text} ${observedText(result.value)}`,
      total && observedText(total.value),
      verdict,
    ]);

  test('is disputed, and told what it would be with all that the source says', () => {
    const own = [at('2024-01', 40, 'a'), at('2024-02', 40, 'a'), at('2024-03', 30, 'a')];
    expect(rivalsOf(...own, at('2024-01', 35, 'b'), at('2024-02', 34, 'b'))).toEqual([
      ['2024-01 35', '99', 'in-progress'],
      ['2024-02 34', '99', 'in-progress'],
    ]);
    expect(rivalsOf(...own, at('2024-01', 35, 'a'))).toEqual([]);
    expect(rivalsOf(...own, at('2024-01', 41, 'b'))).toEqual([['2024-01 41', '111', 'exceeded']]);
  });

  test('is made of what was published last, and a single figure has its rival too', () => {
    const rows = [
      at('2024-Q1', 90, 'a', { published: '2024-04-01' }),
      at('2024-Q1', 101, 'b', { published: '2024-05-01' }),
    ];
    const { one } = judge(indicator, rows, on);
    expect(one).toMatchObject({ verdict: 'exceeded', actual: { source: 'b' } });
    expect(one.rivals).toMatchObject([{ verdict: 'in-progress', total: null }]);
    expect(one.considered.map(({ standing }) => standing)).toEqual(['counts', 'published-before']);
  });

  test('is held against the shorter figures that add up to its longer ones, rounding apart', () => {
    const months = [at('2024-01', 40, 'a'), at('2024-02', 40, 'a'), at('2024-03', 19, 'a')];
    expect(rivalsOf(at('2024-Q1', 101, 'b'), ...months)).toEqual([
      ['2024-Q1 99', null, 'in-progress'],
    ]);
    expect(rivalsOf(at('2024-Q1', 101, 'a'), ...months)).toEqual([]);
    const halves = [at('2024-01', 40.4, 'a'), at('2024-02', 40.4, 'a'), at('2024-03', 19, 'a')];
    expect(rivalsOf(at('2024-Q1', 99.9, 'b'), ...halves)).toEqual([]);
    const [month] = judge(indicator, [at('2024-Q1', 101, 'b'), ...months], on).one.considered.slice(
      1,
    );
    expect(month!.standing).toBe('in-total');
  });

  test('is told for each period by the audit, with the totals', () => {
    const rows = [at('2024-Q1', 60, 'a'), at('2024-Q2', 50, 'a'), at('2024-Q1', 45, 'b')];
    const input = { plan: aPlan([indicator]), results: rows, progress: null, measures: new Map() };
    const found = audit([input], { asOf: '2024-12-31', tolerance: exact(0) });
    expect(found.otherTimes).toBe(0);
    expect(found.findings).toMatchObject([
      {
        kind: 'source-conflict',
        verdicts: ['exceeded', 'in-progress'],
        message: { args: { tipped: { totals: [{ value: '110' }, { value: '95' }] } } },
      },
    ]);
  });

  test('and a source that contradicts its own sum is asked by the audit', () => {
    const rows = [at('2024-Q1', 60, 'a'), at('2024-Q2', 50, 'a'), at('2024-H1', 111, 'a')];
    const input = { plan: aPlan([indicator]), results: rows, progress: null, measures: new Map() };
    const { findings } = audit([input], { asOf: '2024-12-31', tolerance: exact(0) });
    expect(findings).toMatchObject([{ kind: 'source-conflict', agreement: 'different' }]);
  });

  test('what begins in another year is not added up', () => {
    const { notCounted } = judge(indicator, [at('2023-10..2024-01', 5, 'a')], on);
    expect(notCounted).toMatchObject([{ reason: 'not-addable' }]);
  });
});

describe('the whole of its areas', () => {
  const of = (whole: 'sum' | 'ratio' | 'mean' | 'lowest') => {
    const indicator = anIndicator({ 2024: 90 }, { whole });
    const plan = aPlan([indicator], { areas: ['a', 'b', 'c'] });
    const row = (area: string, numerator: number, denominator: number, line: number) => ({
      ...aResult({ period: '2024', value: (numerator / denominator) * 100, area, line }),
      counts: {
        numerator: baseline(1, numerator).value,
        denominator: baseline(1, denominator).value,
      },
    });
    const rows = [row('a', 90, 100, 2), row('b', 10, 20, 3)];
    return evaluate(plan, rows, new Map(), { asOf: '2025-01-05', year: 2024 });
  };

  test.each([
    ['sum', '140'],
    ['ratio', '83.(3)'],
    ['mean', '70'],
    ['lowest', '50'],
  ] as const)('%s: %s', (whole, value) => {
    const [one] = of(whole).indicators;
    const isWithin = whole !== 'sum';
    expect(one?.actual?.value.kind === 'number' && one.actual.value.value.toString()).toBe(
      isWithin && value,
    );
  });

  test('who sent nothing is named, and what goes in is counted', () => {
    const { indicators, notCounted } = of('ratio');
    expect(indicators[0]?.actual?.coverage).toEqual({ areas: ['a', 'b'], missing: ['c'] });
    expect(notCounted).toEqual([]);
  });
});

describe('areas', () => {
  const ended = {
    code: 'danang',
    name: 'Đà Nẵng',
    nameEn: 'Da Nang',
    gso: null,
    was: null,
    type: 'city',
    validFrom: null,
    validTo: '2025-06-30',
    successor: 'danang-2025',
    parent: 'vn',
  } satisfies Area;
  const areas = new Map([['danang', ended]]);
  const rows = [aResult({ period: '2025-03', value: 70 })];
  const indicator = anIndicator({ 2025: 80 });

  test('targets of a year that the area did not live to see are not judged on its figures', () => {
    const { one } = judge(indicator, rows, { asOf: '2025-12-31', year: 2025, areas });
    expect(one).toMatchObject({ verdict: 'no-data', reason: 'area-ended', latest: {} });
  });

  test('no figure is said to count, nor that one could help without a successor', () => {
    const question = { asOf: '2025-12-31', year: 2025, areas };
    const { main } = explainIndicator(aPlan([indicator]), 'a', rows, new Map(), question)!;
    expect(main.results.map(({ standing }) => standing)).toEqual(['area-ended']);
    expect(main.next).toEqual({ kind: 'successor' });
  });

  test('they are on its successor’s, where the plan names it', () => {
    const own = [...rows, aResult({ period: '2025-12', value: 90, area: 'danang-2025' })];
    const plan = aPlan([indicator], { succeededBy: 'danang-2025' });
    const { indicators } = evaluate(plan, own, new Map(), {
      asOf: '2025-12-31',
      year: 2025,
      areas,
    });
    expect(indicators[0]).toMatchObject({ verdict: 'exceeded', actual: { area: 'danang-2025' } });
  });

  test('an area with its own target is judged by it', () => {
    const byArea = new Map([['hue', new Map([[2024, share(60).targets.get(2024)!]])]]);
    const { one } = judge(
      anIndicator({ 2024: 90 }, { byArea }),
      [aResult({ period: '2024', value: 65, area: 'hue' })],
      { asOf: '2025-01-05', year: 2024, area: 'hue' },
    );
    expect(one.verdict).toBe('exceeded');
  });
});

describe('the official word', () => {
  const word = (status: Result['status'], line: number, value: number | null = null) =>
    aResult({ period: '2024-12-15', status, value, line });
  const on = { asOf: '2024-12-20', year: 2024 };

  test.each([
    ['exceeded', 100, 'contradicted'],
    ['met', 80, 'unsupported'],
    ['in-progress', 80, 'note'],
  ] as const)('%s of a target of %s without a figure: %s', (status, target, standing) => {
    expect(judge(share(target), [word(status, 2)], on).one.declared?.standing).toBe(standing);
  });

  test.each([
    ['met', '2024-12-15', 'another', true],
    ['met', '2024-12-15', '1/BC', false],
    ['met', '2024-11-30', 'another', false],
    ['in-progress', '2024-12-15', 'another', false],
  ] as const)('“exceeded” of the year against “%s” of %s from %s', (status, period, source, is) => {
    const rows = [
      { ...word(status, 2), period: aResult({ period }).period, source },
      aResult({ period: '2024', status: 'exceeded', value: 90, source: '1/BC', line: 3 }),
    ];
    const { declared } = judge(share(80), rows, { asOf: '2025-01-05', year: 2024 }).one;
    expect(declared).toMatchObject({ status: 'exceeded', agrees: !is });
    expect(declared?.rival?.line).toBe(is ? 2 : undefined);
  });

  test('two words of one day that differ contradict each other', () => {
    const rows = [word('met', 2), { ...word('in-progress', 3), source: 'another' }];
    expect(judge(share(80), rows, on).one.declared).toMatchObject({
      standing: 'contradicted',
      rival: { line: 3 },
    });
  });
});

describe('a share that looks like a ratio is doubted', () => {
  const on = { asOf: '2025-03-01', year: 2024 };
  const doubtOf = (indicator: Indicator, value: number) => {
    const { one } = judge(indicator, [aResult({ period: '2024', value })], on);
    return one.shareDoubt && { of: one.shareDoubt.of, meant: one.shareDoubt.meant.toFraction() };
  };

  test.each([
    ['0.98 beside a target of 80', share(80), 0.98, { of: 'result', meant: '98' }],
    ['0.95 as a target beside a result of 92', share(0.95), 92, { of: 'target', meant: '95' }],
    ['a target of 0.95 alone', share(0.95), 0.98, { of: 'target', meant: '95' }],
    ['2% beside a target of 80', share(80), 2, null],
    ['0.9 beside a target of 3', share(3), 0.9, null],
    ['no share', revenue, 0.98, null],
  ] as const)('%s', (_, indicator, value, doubt) => {
    expect(doubtOf(indicator, value)).toEqual(doubt);
  });

  test('what counts make is exact', () => {
    const { one } = judge(
      share(80),
      [
        {
          ...aResult({ period: '2024', value: 0.5 }),
          counts: { numerator: exact(1), denominator: exact(200) },
        },
      ],
      on,
    );
    expect(one).toMatchObject({ verdict: 'missed', shareDoubt: null });
  });
});

describe('a year that has ended without most of its figures', () => {
  const on = { asOf: '2025-03-01', year: 2024 };
  const two = [
    anIndicator({ 2024: 80, 2025: 90 }, { id: 'a' }),
    anIndicator({ 2024: 80 }, { id: 'b' }),
    anIndicator({ 2024: 80 }, { id: 'c' }),
  ];
  const stand = (rows: Result[]) => unmeasuredYear(evaluate(aPlan(two), rows, new Map(), on));
  const row = (indicator: string, value: number, period = '2023') =>
    aResult({ indicator, value, period });

  test('counts how the last known values stand', () => {
    expect(stand([row('a', 85), row('b', 70)])).toMatchObject({
      targeted: 3,
      without: 3,
      atTarget: 1,
      below: 1,
      otherYears: [{ year: 2025, targets: 1 }],
    });
    expect(stand([row('a', 85, '2024'), row('b', 70)])).toMatchObject({ without: 2, below: 1 });
  });

  test('is nothing to tell where most have one', () => {
    expect(stand([row('a', 85, '2024'), row('b', 70, '2024')])).toBeNull();
  });

  test('of an area that ended before the year no figure decides, and the last ones are told', () => {
    const areas: AreaCatalogue = new Map([['danang', endedOn('2024-06-30')]]);
    const rows = [row('a', 85, '2024-05'), row('b', 70, '2024-05'), row('c', 79, '2023')];
    const ended = (asOf: string) =>
      unmeasuredYear(evaluate(aPlan(two), rows, new Map(), { asOf, year: 2024, areas }));
    const told = { targeted: 3, without: 3, atTarget: 1, below: 2 };
    expect(ended('2024-07-01')).toMatchObject(told);
    expect(ended('2025-02-01')).toMatchObject(told);
    expect(ended('2024-06-30')).toBeNull();
  });

  test('a figure of one part is a figure', () => {
    const parts = [aPart('x', { 2024: 80 }), aPart('y', { 2024: 80 })];
    const plan = aPlan([anIndicator({}, { id: 'a', parts })]);
    const rows = [aResult({ indicator: 'a/x', value: 85, period: '2024' })];
    expect(unmeasuredYear(evaluate(plan, rows, new Map(), on))).toBeNull();
  });
});

describe('a later publication', () => {
  test('takes no figure from the official word of an earlier day, with the keeper as without', () => {
    const rows = [
      aResult({ value: 96, status: 'exceeded', period: '2023-12-15', source: 'I', line: 2 }),
      aResult({ value: 96, period: '2023', published: '2024-04-15', source: 'II', line: 3 }),
    ];
    const keeper = resultKeeper('2024-04-15');
    rows.forEach(keeper.add);
    const on = { asOf: '2024-04-15', year: 2023 };
    const verdictThen = (kept: Result[]) =>
      judge(anIndicator({ 2023: 95 }), kept, on).one.declared?.judgement.verdict;
    expect(verdictThen(keeper.kept())).toBe('exceeded');
    expect(verdictThen(rows)).toBe('exceeded');
  });
});
