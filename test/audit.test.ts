import { describe, expect, test } from 'vitest';
import type { Area } from '../src/area.ts';
import type { Audited, AuditFinding, AuditQuestion } from '../src/audit/finding.ts';
import { auditKeeper } from '../src/audit/keeper.ts';
import { audit } from '../src/audit.ts';
import { parseDue } from '../src/deadline.ts';
import { exact } from '../src/exact.ts';
import { countAll } from '../src/finding.ts';
import type { Indicator } from '../src/indicator.ts';
import type { Claim, Plan } from '../src/plan.ts';
import type { ProgressRow } from '../src/progress.ts';
import type { Result } from '../src/result.ts';
import { parseTarget } from '../src/target.ts';
import { anIndicator, aPart, aPlan, aResult, baseline } from './build.ts';

const QUESTION: AuditQuestion = { asOf: '2026-01-01', tolerance: exact(0) };

function input(indicators: Indicator[], results: Result[] = [], over: Partial<Plan> = {}): Audited {
  return { plan: aPlan(indicators, over), results, progress: null, measures: new Map() };
}

function findings(inputs: Audited[], over: Partial<AuditQuestion> = {}): AuditFinding[] {
  return audit(inputs, { ...QUESTION, ...over }).findings;
}

const kinds = (found: AuditFinding[]) =>
  found.map(({ kind, isNote }) => (isNote ? `${kind} (note)` : kind));

test('plans whose area ended before their last year did are told from the day after', () => {
  const area = {
    code: 'danang',
    name: 'Đà Nẵng',
    nameEn: 'Da Nang',
    gso: null,
    was: null,
    type: 'city',
    validFrom: null,
    validTo: '2025-06-30',
    successor: null,
    parent: null,
  } satisfies Area;
  const areas = new Map([[area.code, area]]);
  const endedFor = (year: number, asOf: string) =>
    audit(
      [
        {
          ...input([anIndicator({ [year]: 80 })], [], {
            area: area.code,
            period: { first: 2023, last: year },
          }),
          areas,
        },
      ],
      {
        ...QUESTION,
        asOf,
      },
    ).ended.map(({ area: one }) => one.code);
  expect(endedFor(2025, '2025-07-01')).toEqual(['danang']);
  expect(endedFor(2025, '2025-06-30')).toEqual([]);
  expect(endedFor(2024, '2025-07-01')).toEqual([]);
});

describe('declared-mismatch', () => {
  const indicator = anIndicator({ 2023: 80 });
  const declared = (rows: Result[]) =>
    findings([input([indicator], rows)], { kinds: ['declared-mismatch'] });

  test('agreement is no finding', () => {
    expect(declared([aResult({ value: 80, status: 'met' })])).toEqual([]);
  });
  test('is as of the end of the row’s own period, not of today', () => {
    const row = aResult({ value: 70, status: 'in-progress', period: '2023-12-15' });
    expect(declared([row])).toEqual([]);
    const [found] = declared([aResult({ value: 70, status: 'met', period: '2023-12-15' })]);
    expect(found).toMatchObject({
      declared: 'met',
      asOf: '2023-12-15',
      judgement: { verdict: 'in-progress', reason: 'still-open' },
    });
  });
  test('a figure of a later month does not speak for an earlier status', () => {
    const rows = [
      aResult({ value: 60, period: '2023-06', source: '1/BC', line: 2 }),
      aResult({ status: 'in-progress', period: '2023-06-30', source: '2/BC', line: 3 }),
      aResult({ value: 90, period: '2023-12', source: '1/BC', line: 4 }),
    ];
    const keeper = auditKeeper('2026-01-01');
    rows.forEach(keeper.add);
    expect(declared(keeper.kept())).toEqual([]);
  });
  test('each area has its own word', () => {
    const rows = [
      aResult({ value: 80, status: 'met', area: 'danang' }),
      aResult({ value: 70, status: 'met', area: 'hoa-vang', line: 3 }),
    ];
    expect(declared(rows).map(({ area }) => area)).toEqual(['hoa-vang']);
  });
  test('a status for a part without a target is held against nothing', () => {
    const whole = anIndicator({ 2023: 80 }, { parts: [aPart('p', {})] });
    const rows = [aResult({ indicator: 'a/p', status: 'met' }), aResult({ value: 80 })];
    expect(findings([input([whole], rows)])).toEqual([]);
  });
});

describe('stale-result', () => {
  const stale = (rows: Result[]) =>
    findings([input([anIndicator({ 2023: 20 })], rows)], { kinds: ['stale-result'] });
  const status = aResult({ status: 'met', period: '2023-12-15', source: 'PL1.III.1' });

  test('an earlier year’s figure from the place that declares', () => {
    const [found] = stale([status, aResult({ value: 19, period: '2022', source: 'PL1.III.1-1' })]);
    expect(found).toMatchObject({ why: 'earlier-year', declared: 'met', year: 2023 });
  });
  test('a result dated after the report', () => {
    const after = aResult({ value: 21, period: '2024-01-11', source: 'PL1.III.1' });
    expect(stale([status, after])).toMatchObject([{ why: 'after-report' }]);
  });
  test.each([
    ['of another place', aResult({ value: 19, period: '2022', source: 'PL1.III.10' })],
    ['of this year', aResult({ value: 19, period: '2023-11', source: 'PL1.III.1' })],
    ['of another area', aResult({ value: 19, period: '2022', source: 'PL1.III.1', area: 'x' })],
  ])('not a figure %s', (_, row) => {
    expect(stale([status, row])).toEqual([]);
  });
  test('nor an earlier one beside the year’s own', () => {
    const own = aResult({ value: 21, status: 'met', period: '2023-12-15', source: 'PL1.III.1' });
    expect(stale([own, aResult({ value: 19, period: '2022', source: 'PL1.III.1' })])).toEqual([]);
  });
  test('an office without a number is no place: its next report is another', () => {
    const word = aResult({ status: 'met', period: '2023-12-15', source: 'Sở TT&TT' });
    const next = aResult({ value: 21, period: '2024-06', source: 'Sở TT&TT' });
    expect(stale([word, next])).toEqual([]);
  });
});

describe('source-conflict', () => {
  test('names another area by the names that the catalogue has', () => {
    const area = { code: 'hai-chau', name: 'Hải Châu', nameEn: 'Hai Chau' } as Area;
    const rows = [
      aResult({ value: 1, source: 'a', area: 'hai-chau' }),
      aResult({ value: 9, source: 'b', area: 'hai-chau' }),
    ];
    const areaOf = (areas: Map<string, Area>) =>
      findings([{ ...input([anIndicator({ 2023: 80 })], rows), areas }])[0]!.message.args.area;
    expect(areaOf(new Map([['hai-chau', area]]))).toEqual({
      code: 'hai-chau',
      named: { name: 'Hải Châu', nameEn: 'Hai Chau' },
    });
    expect(areaOf(new Map())).toEqual({ code: 'hai-chau', named: null });
  });
  const one = (rows: Result[], over: Partial<AuditQuestion> = {}) =>
    findings([input([anIndicator({})], rows)], over);

  test('the last figures that two sources give for a year', () => {
    const rows = [
      aResult({ value: 50, period: '2023-10', source: 'A', line: 2 }),
      aResult({ value: 60, period: '2023-12', source: 'A', line: 3 }),
      aResult({ value: 60, period: '2023', source: 'B', line: 4 }),
    ];
    expect(one(rows)).toEqual([]);
    expect(kinds(one([...rows, aResult({ value: 61, source: 'C', line: 5 })]))).toEqual([
      'source-conflict',
    ]);
  });
  test('a figure of an earlier month is older, not another', () => {
    const rows = [
      aResult({ value: 50, period: '2023-11', source: 'A' }),
      aResult({ value: 60, period: '2023', source: 'B', line: 3 }),
    ];
    const done = audit([input([anIndicator({})], rows)], QUESTION);
    expect(done.findings).toEqual([]);
    expect(done.otherTimes).toBe(1);
  });
  test('equal after rounding, or within the tolerance, is a note', () => {
    const rows = [
      aResult({ value: '9.4', source: 'A' }),
      aResult({ value: 9, source: 'B', line: 3 }),
    ];
    expect(one(rows)).toMatchObject([{ isNote: true, agreement: 'rounding' }]);
    const apart = [
      aResult({ value: 94, source: 'A' }),
      aResult({ value: 93, source: 'B', line: 3 }),
    ];
    expect(kinds(one(apart))).toEqual(['source-conflict']);
    expect(one(apart, { tolerance: exact(1) })).toMatchObject([{ agreement: 'tolerance' }]);
  });
  test('figures that would give different verdicts say which', () => {
    const rows = [
      aResult({ value: 94, source: 'A' }),
      aResult({ value: 50, source: 'B', line: 3 }),
    ];
    const tipped = (target: number) =>
      findings([input([anIndicator({ 2023: target })], rows)], {})[0];
    expect(tipped(80)).toMatchObject({ verdicts: ['exceeded', 'missed'] });
    expect(tipped(99)).toMatchObject({ verdicts: null });
  });
  test('are judged by the target that any of the plans sets for their year', () => {
    const rows = [
      aResult({ value: 94, source: 'A' }),
      aResult({ value: 50, source: 'B', line: 3 }),
    ];
    const plan = (id: string, target: Record<number, number>) =>
      input([anIndicator(target, { measure: 'm' })], rows, {
        id,
        file: `${id}.yaml`,
        document: id,
      });
    const [found] = findings([plan('a', {}), plan('b', { 2023: 80 })]);
    expect(found).toMatchObject({ verdicts: ['exceeded', 'missed'] });
  });
  test('a place in a document is one source, whether the plan is that document or names it', () => {
    const plan = (id: string, source: string, other: Result[] = []) =>
      input([anIndicator({}, { measure: 'm' })], [aResult({ value: 94, source }), ...other], {
        id,
        file: `${id}.yaml`,
        document: id,
      });
    const rival = aResult({ value: 50, source: 'B', line: 3 });
    const [found] = findings([plan('1/KH', 'I.4'), plan('2/KH', '1/KH I.4', [rival])]);
    expect(found).toMatchObject({ accounts: [{ places: [{}, {}] }, { places: [{}] }] });
    const [own] = findings([plan('1/KH', '1/KH I.4', [rival])]);
    expect(own).toMatchObject({
      accounts: [{ places: [{ document: '1/KH', source: '1/KH I.4' }] }, {}],
    });
  });
  test('what no share can be corrects nothing and contradicts nothing', () => {
    const beyond = aResult({ value: 150, source: 'A', line: 4 });
    expect(one([aResult({ value: 94, source: 'A' }), beyond])).toEqual([]);
    expect(one([aResult({ value: 94, source: 'B' }), beyond])).toEqual([]);
  });
  test('a milestone that one source calls done and another not', () => {
    const rows = [
      aResult({ value: true, source: 'A' }),
      aResult({ value: false, source: 'B', line: 3 }),
    ];
    expect(kinds(one(rows))).toEqual(['source-conflict']);
  });
  test('later than the as-of day is not known yet', () => {
    const rows = [aResult({ value: 9, source: 'A' }), aResult({ value: 5, source: 'B', line: 3 })];
    expect(one(rows, { asOf: '2023-12-30' })).toEqual([]);
  });

  const first = (measure: string | null, over: Partial<Plan> = {}) =>
    input(
      [anIndicator({}, { measure })],
      [aResult({ value: 100, period: '2023-12-15', file: '1.csv' })],
      { id: 'one', file: '1.yaml', issued: '2023-01-01', ...over },
    );
  const second = (measure: string | null, over: Partial<Plan> = {}, unit = '%') =>
    input(
      [anIndicator({}, { id: 'b', measure, unit, baseline: baseline(2023, 50), lead: ['x'] })],
      [],
      {
        id: 'two',
        file: '2.yaml',
        issued: '2024-01-01',
        ...over,
      },
    );

  test('one plan’s baseline against another’s results, by measure', () => {
    const found = findings([second('m'), first('m')]);
    expect(kinds(found)).toEqual(['source-conflict']);
    expect(found[0]).toMatchObject({ plan: { id: 'two' }, address: 'b', lead: ['x'], year: 2023 });
    expect(findings([first('m'), second('m')])).toEqual(found);
  });
  test.each([
    ['measures', first('m'), second('n')],
    ['no measures', first(null), second(null)],
    ['units', first('m'), second('m', {}, 'bộ')],
    ['areas', first('m'), second('m', { area: 'haiphong' })],
  ])('different %s are never held against each other', (_, a, b) => {
    expect(findings([a, b])).toEqual([]);
  });
  test('a published figure in two plans’ files is one account', () => {
    const rows = (file: string) => [aResult({ value: 20.7, source: 'Báo 1', file })];
    const plan = (id: string, issued: string) =>
      input([anIndicator({}, { measure: 'm' })], rows(`${id}.csv`), {
        id,
        file: `${id}.yaml`,
        issued,
      });
    const both = [plan('one', '2022-01-01'), plan('two', '2023-01-01')];
    expect(findings(both)).toEqual([]);
    const [found] = findings([...both, second('m')]);
    expect(
      found?.kind === 'source-conflict' && found.accounts.map(({ places }) => places.length),
    ).toEqual([2, 1]);
  });
});

describe('target-conflict', () => {
  const planOf = (id: string, year: number, indicators: Indicator[], claims: Claim[] = []) =>
    input(indicators, [], { id, file: `${id}.yaml`, issued: `${year}-01-01`, claims });
  const measured = (targets: Record<number, number | string>) => [
    anIndicator(targets, { measure: 'm' }),
  ];
  const claim = (target: number | string): Claim => ({
    kind: 'target',
    text: 'phấn đấu',
    indicator: 'a',
    year: 2025,
    target: parseTarget(target)!,
    reference: null,
    source: 'IV.2.b',
    path: ['claims', 0],
  });

  test.each([
    ['the same number', 20, 20, []],
    ['another number', 20, 25, ['target-conflict']],
    ['the same number in other words', 50, '> 50', ['target-conflict (note)']],
    ['a milestone against a number', 50, 'done', ['target-conflict']],
    ['a range', '2..3', 2, []],
  ])('two plans: %s', (_, a, b, expected) => {
    const plans = [
      planOf('one', 2022, measured({ 2025: a })),
      planOf('two', 2023, measured({ 2025: b })),
    ];
    expect(kinds(findings(plans))).toEqual(expected);
  });
  test('a sentence against the plan’s own table', () => {
    const own = anIndicator({ 2025: 20 });
    expect(kinds(findings([planOf('p', 2024, [own], [claim(25)])]))).toEqual(['target-conflict']);
    expect(findings([planOf('p', 2024, [own], [claim(20)])])).toEqual([]);
    expect(findings([planOf('p', 2024, [anIndicator({ 2024: 20 })], [claim(25)])])).toEqual([]);
  });
  test('a sentence on the national target against the one that the indicator quotes', () => {
    const targets = new Map([[2025, parseTarget(50)!]]);
    const reference = new Map([['national', { targets, results: new Map() }]]);
    const own = anIndicator({ 2025: 80 }, { reference });
    const national = (target: number): Claim[] => [
      { ...claim(target), reference: 'national' } as Claim,
    ];
    const found = findings([planOf('p', 2024, [own], national(60))]);
    expect(found).toMatchObject([{ kind: 'target-conflict', why: 'different', area: 'vn' }]);
    expect(findings([planOf('p', 2024, [own], national(50))])).toEqual([]);
  });
  test('a target for every year holds in the years before', () => {
    const yearly = [anIndicator({ 2025: 7 }, { measure: 'm', every: 'year' })];
    const plans = [planOf('one', 2022, yearly), planOf('two', 2023, measured({ 2024: 8 }))];
    expect(findings(plans)).toMatchObject([{ kind: 'target-conflict', why: 'different' }]);
  });
  test('a later plan that asks less of a later year is noted', () => {
    const plans = (later: Record<number, number>) => [
      planOf('one', 2022, measured({ 2023: 8.5 })),
      planOf('two', 2023, measured(later)),
    ];
    expect(findings(plans({ 2024: 8 }))).toMatchObject([
      { isNote: true, why: 'later-looser', plan: { id: 'two' } },
    ]);
    expect(findings(plans({ 2024: 9 }))).toEqual([]);
  });
  test('the earlier plan’s own course is its own', () => {
    const plans = [
      planOf('one', 2022, measured({ 2023: 14, 2025: 10 })),
      planOf('two', 2023, measured({ 2025: 10 })),
    ];
    expect(findings(plans)).toEqual([]);
  });
});

describe('declared statuses in three kinds', () => {
  const standings = (indicator: Indicator, rows: Result[]) =>
    findings([input([indicator], rows)], { kinds: ['declared-mismatch'] }).map(
      (one) => one.kind === 'declared-mismatch' && [one.address, one.standing, one.isNote],
    );

  test('without a figure a reached target is unsupported, progress a note', () => {
    const one = anIndicator({ 2023: 80 });
    expect(standings(one, [aResult({ status: 'met' })])).toEqual([['a', 'unsupported', false]]);
    expect(standings(one, [aResult({ status: 'in-progress', period: '2023-11' })])).toEqual([
      ['a', 'note', true],
    ]);
  });
  test('nothing exceeds a milestone, with or without a figure', () => {
    const one = anIndicator({ 2023: 'done' }, { unit: null });
    expect(standings(one, [aResult({ status: 'exceeded' })])).toEqual([
      ['a', 'contradicted', false],
    ]);
  });
  test('two statuses of one day contradict each other', () => {
    const rows = [
      aResult({ status: 'met', value: 80, source: 'A' }),
      aResult({ status: 'missed', source: 'B', line: 3 }),
    ];
    expect(standings(anIndicator({ 2023: 80 }), rows)).toEqual([['a', 'contradicted', false]]);
  });
  test('one indicator counts once, whatever is said of its parts', () => {
    const parts = anIndicator({}, { parts: [aPart('x', { 2023: 80 }), aPart('y', { 2023: 80 })] });
    const rows = ['a', 'a/x', 'a/y'].map((indicator) => aResult({ indicator, status: 'met' }));
    expect(standings(parts, rows)).toEqual([
      ['a', 'unsupported', false],
      ['a/x', 'unsupported', true],
      ['a/y', 'unsupported', true],
    ]);
  });
});

describe('a source against itself', () => {
  test('corrects what it said before: both figures are a note, the later one counts', () => {
    const rows = [
      aResult({ value: 70 }),
      aResult({ value: 90, line: 3 }),
      aResult({ value: 90, source: 'B', line: 4 }),
    ];
    const found = findings([input([anIndicator({ 2023: 80 })], rows)]);
    expect(kinds(found)).toEqual(['source-conflict (note)']);
    const [one] = found;
    expect(one?.kind === 'source-conflict' && [one.agreement, one.accounts.length]).toEqual([
      'corrected',
      2,
    ]);
  });
  test('or another paper gives the old figure for a new year', () => {
    const rows = (value: number) => [
      aResult({ value, source: 'viettimes.vn post1' }),
      aResult({ value, period: '2024', source: 'vneconomy.vn', line: 3 }),
    ];
    const on = (value: number) => findings([input([anIndicator({ 2024: 80 })], rows(value))]);
    expect(on(20.69).map((one) => one.kind === 'stale-result' && one.why)).toEqual(['repeated']);
    expect(on(20)).toEqual([]);
  });

  test.each([
    ['en.nhandan.vn post156205', 'digitalcoalition.gov.cy/?p=39825', 1],
    ['digital-strategy.ec.europa.eu/en/factpages', 'vneconomy.vn, sggp.org.vn', 1],
    ['PL1.III.1', 'vneconomy.vn', 0],
    ['12/BC-STTTT', 'Art. 4(1)(a)', 0],
  ])('%s and %s are of the web in any country, a document is not', (one, other, count) => {
    const rows = [
      aResult({ value: 20.69, source: one }),
      aResult({ value: 20.69, period: '2024', source: other, line: 3 }),
    ];
    const found = findings([input([anIndicator({ 2024: 80 })], rows)]);
    expect(found.filter(({ kind }) => kind === 'stale-result')).toHaveLength(count);
  });
});

describe('a figure that is another indicator’s', () => {
  const of = (indicator: string, value: number, source: string, over = {}) =>
    aResult({ indicator, value, source, ...over });
  const plan = [anIndicator({ 2024: 80 }, { id: 'a' }), anIndicator({ 2024: 80 }, { id: 'b' })];
  const mistaken = (...rows: ReturnType<typeof of>[]) =>
    findings([
      input(
        plan,
        rows.map((row, at) => ({ ...row, line: at + 2 })),
      ),
    ]).flatMap((one) => (one.kind === 'source-conflict' ? [one.message.args.mistaken] : []));
  const conflict = [of('a', 55.6, 'x'), of('a', 69, 'y')];

  test('is told as such', () => {
    expect(mistaken(...conflict, of('b', 69, 'x', { period: '2022' }))).toMatchObject([
      { figure: { value: '69' }, of: 'b', year: 2022 },
    ]);
  });

  test.each([
    ['of a year long past', of('b', 69, 'x', { period: '2020' })],
    ['of the same source', of('b', 69, 'y')],
    ['of another area', of('b', 69, 'x', { area: 'hai-chau' })],
    ['about so much', of('b', 68.9, 'x')],
  ])('is not told of one %s', (_, other) => {
    expect(mistaken(...conflict, other)).toEqual([null]);
  });

  test('is not told of round shares, nor where both figures are others’', () => {
    const round = [of('a', 55.6, 'x'), of('a', 70, 'y'), of('b', 70, 'x')];
    expect(mistaken(...round)).toEqual([null]);
    const both = [...conflict, of('b', 69, 'z', { period: '2022' }), of('b', 55.6, 'z')];
    expect(mistaken(...both)).toEqual([null]);
  });
});

describe('a target that a result had reached already', () => {
  const on = (target: number, row: Result, issued = '2024-04-15') =>
    findings([input([anIndicator({ 2024: target })], [row], { issued })]).map(
      (one) => one.kind === 'target-conflict' && [one.why, one.isNote],
    );

  test('is a note, where the result is of a time before the plan', () => {
    expect(on(60, aResult({ value: 100 }))).toEqual([['already-reached', true]]);
    expect(on(60, aResult({ value: 50 }))).toEqual([]);
    expect(on(60, aResult({ value: 100 }), '2023-04-15')).toEqual([]);
    expect(on(60, aResult({ value: 100, published: '2024-10-01' }))).toEqual([]);
  });
  test('is none at the end of the scale, which is there to be held', () => {
    expect(on(100, aResult({ value: 100 }))).toEqual([]);
  });
});

describe('claim-mismatch', () => {
  const counted = (over: Partial<Extract<Claim, { kind: 'count' }>>, rows: Result[] = []) => {
    const claim: Claim = {
      kind: 'count',
      text: '',
      count: 'indicators',
      status: null,
      group: null,
      origin: null,
      equals: 1,
      of: null,
      source: 'I',
      path: ['claims', 0],
      ...over,
    };
    const indicators = [
      anIndicator({ 2023: 80 }, { id: 'a', group: 'g', origin: 'local' }),
      anIndicator({ 2023: 80 }, { id: 'b', origin: 'national' }),
    ];
    const plan = { claims: [claim], period: { first: 2023, last: 2023 } };
    const found = findings([input(indicators, rows, plan)], { kinds: ['claim-mismatch'] });
    return found.map((one) => one.kind === 'claim-mismatch' && one.found);
  };

  test('indicators, by group and origin', () => {
    expect(counted({ equals: 2 })).toEqual([]);
    expect(counted({ equals: 3 })).toEqual([2]);
    expect(counted({ group: 'g', equals: 2 })).toEqual([1]);
    expect(counted({ origin: 'local', equals: 1 })).toEqual([]);
    expect(counted({ count: 'tasks', equals: 4 })).toEqual([0]);
  });
  test('declared statuses, by the last word on each', () => {
    const rows = [
      aResult({ indicator: 'a', status: 'in-progress', period: '2023-06' }),
      aResult({ indicator: 'a', status: 'met', period: '2023-12' }),
      aResult({ indicator: 'b', status: 'met', period: '2023-12' }),
    ];
    const claim = { count: 'met', status: 'declared' } as const;
    expect(counted({ ...claim, equals: 2 }, rows)).toEqual([]);
    expect(counted({ ...claim, equals: 1 }, rows)).toEqual([2]);
  });
  test('of the words of one source for one time the last', () => {
    const rows = (['missed', 'met'] as const).map((status) => aResult({ indicator: 'a', status }));
    const claim = { count: 'met', status: 'declared', equals: 0 } as const;
    expect(counted(claim, rows)).toEqual([1]);
  });
  test('the stated total of which some are counted', () => {
    expect(counted({ equals: 2, of: 3 })).toEqual([2]);
    expect(counted({ equals: 2, of: 2 })).toEqual([]);
  });
  test('tasks done and overdue, where there is a progress file', () => {
    const task = (id: string) => ({
      ...{ id, title: id, group: null, lead: [], partners: [], each: null, funding: [] },
      ...{ note: null, source: 'x', path: [], due: parseDue('2023-06')! },
    });
    const claim = (count: 'tasks-done' | 'tasks-overdue', equals: number): Claim => ({
      ...{ kind: 'count', text: '', count, status: null, group: null, origin: null, equals },
      ...{ of: null, source: 'I', path: ['claims', 0] },
    });
    const done: ProgressRow = {
      ...{ task: 'x', occurrence: null, agency: null, status: 'done', date: '2023-06-01' },
      ...{ due: null, source: '', note: '', file: 'p.progress.csv', line: 2 },
    };
    const given = (progress: ProgressRow[] | null) => {
      const claims = [claim('tasks-done', 2), claim('tasks-overdue', 2)];
      const of = input([], [], { tasks: [task('x'), task('y')], claims });
      return findings([{ ...of, progress }]).map(
        (one) => one.kind === 'claim-mismatch' && one.found,
      );
    };
    expect(given(null)).toEqual([]);
    expect(given([done])).toEqual([1, 1]);
  });
  test('nothing declared yet contradicts nothing', () => {
    expect(counted({ count: 'met', status: 'declared', equals: 5 })).toEqual([]);
  });
  test('computed verdicts, where figures are known', () => {
    const rows = [aResult({ indicator: 'a', value: 81 }), aResult({ indicator: 'b', value: 80 })];
    expect(counted({ count: 'exceeded', equals: 2 }, rows)).toEqual([1]);
    expect(counted({ count: 'exceeded', equals: 2 })).toEqual([]);
  });
});

describe('ratio-mismatch', () => {
  const row = (printed: string, numerator: number, denominator: number) => ({
    ...aResult({ value: null }),
    value: {
      kind: 'number' as const,
      value: exact(numerator).div(denominator).mul(100),
      about: false,
    },
    counts: { numerator: exact(numerator), denominator: exact(denominator) },
    printed: exact(printed),
    printedDecimals: printed.split('.')[1]?.length ?? 0,
  });
  const ratio = (one: Result, over: Partial<AuditQuestion> = {}) =>
    kinds(findings([input([anIndicator({})], [one])], over));

  test.each([
    ['9.9', 190, 1919, []],
    ['9.4', 180, 1919, []],
    ['89.3', 638311, 714797, []],
    ['9.3', 180, 1919, ['ratio-mismatch']],
    ['50', 503, 1000, []],
    ['50.0', 503, 1000, ['ratio-mismatch']],
  ])('%s beside %d/%d', (printed, numerator, denominator, expected) => {
    expect(ratio(row(printed, numerator, denominator))).toEqual(expected);
  });
  test('the tolerance makes it a note', () => {
    expect(ratio(row('9.3', 180, 1919), { tolerance: exact('0.1') })).toEqual([
      'ratio-mismatch (note)',
    ]);
  });
  test('each wrong row is kept, also one of two from one source', () => {
    const keeper = auditKeeper('2026-01-01');
    keeper.add(row('9.4', 180, 1919));
    keeper.add({ ...row('8', 180, 1919), line: 3 });
    expect(ratio(keeper.kept()[0]!)).toEqual([]);
    expect(kinds(findings([input([anIndicator({})], keeper.kept())]))).toContain('ratio-mismatch');
  });
});

describe('what plans quote of the nation', () => {
  const quoting = (id: string, target: string, result: number) =>
    input(
      [
        anIndicator(
          { 2025: 100 },
          {
            measure: 'm',
            reference: new Map([
              [
                'national',
                {
                  targets: new Map([[2025, parseTarget(target)!]]),
                  results: new Map([
                    [2023, { kind: 'number' as const, value: exact(result), about: false }],
                  ]),
                },
              ],
            ]),
          },
        ),
      ],
      [],
      { id, file: `${id}.yaml`, document: id },
    );

  test('is held against what other plans quote, and says of which area', () => {
    const found = findings([quoting('p', '20', 80), quoting('q', '25', 90)]);
    expect(kinds(found)).toEqual(['source-conflict', 'target-conflict']);
    expect(found.map(({ area }) => area)).toEqual(['vn', 'vn']);
    expect(kinds(findings([quoting('p', '20', 80), quoting('q', '20', 80)]))).toEqual([]);
  });

  test('is held against the national plan’s own targets', () => {
    const national = input([anIndicator({ 2025: 30 }, { measure: 'm' })], [], {
      id: 'n',
      file: 'n.yaml',
      area: 'vn',
    });
    const found = findings([national, quoting('p', '20', 80)]);
    expect(kinds(found)).toEqual(['target-conflict']);
  });
});

describe('the keeper', () => {
  test('keeps the first value and status of a source, indicator, area and period, and what corrects it', () => {
    const keeper = auditKeeper('2023-12-31');
    for (let line = 2; line < 1000; line += 1) keeper.add(aResult({ value: line % 100, line }));
    keeper.add(aResult({ value: 1, area: 'hoa-vang' }));
    expect(keeper.kept().map(({ line, area }) => `${area} ${line}`)).toEqual([
      'danang 2',
      'danang 999',
      'hoa-vang 2',
    ]);
  });
  test('keeps what is not known yet, and no audit reads it', () => {
    const rows = [
      { ...aResult({ value: 60 }), source: 'A' },
      { ...aResult({ value: 85, line: 3 }), source: 'B', published: '2024-02-01' },
    ];
    const keeper = auditKeeper('2024-01-15');
    rows.forEach(keeper.add);
    const found = audit([input([anIndicator({ 2023: 80 })], keeper.kept())], {
      ...QUESTION,
      asOf: '2024-01-15',
    });
    expect(found.findings).toEqual([]);
    expect(found.notCounted).toMatchObject([{ reason: 'after-as-of', line: 3 }]);
  });
});

describe('the audit as a whole', () => {
  const rows = [
    aResult({ value: 9, status: 'exceeded', source: 'A', area: 'danang' }),
    aResult({ value: 5, source: 'B', line: 3 }),
    aResult({ value: 7, status: 'met', source: 'C', line: 4, area: 'hoa-vang' }),
  ];
  const all = input([anIndicator({ 2023: 9 }, { lead: ['x'] })], rows);

  test('is narrowed by kind, area and lead', () => {
    expect(kinds(findings([all])).length).toBe(3);
    expect(kinds(findings([all], { kinds: ['source-conflict'] }))).toEqual(['source-conflict']);
    expect(findings([all], { areas: ['hoa-vang'] }).map(({ area }) => area)).toEqual(['hoa-vang']);
    expect(findings([all], { leads: ['y'] })).toEqual([]);
    expect(findings([all], { leads: ['x'] }).length).toBe(3);
  });
  test('counts notes apart', () => {
    const { counts } = audit([all], { ...QUESTION, tolerance: exact(10) });
    expect(counts).toMatchObject({ 'source-conflict': 0, notes: 1, 'declared-mismatch': 2 });
  });
});

describe('very many findings', () => {
  const MANY = 7000;
  const rows = Array.from({ length: 2 * MANY }, (_, at) =>
    aResult({
      value: 10 + at,

      area: `z-${at >> 1}`,
      source: `S${at % 2}`,
      line: at + 2,
    }),
  );
  const all = (over: Partial<Plan> = {}) =>
    input([anIndicator({ 2023: 80 }, { unit: 'bộ' })], rows, over);

  test('are counted exactly behind the first ones', () => {
    const { findings: told, counts } = audit([all()], QUESTION);
    expect(counts['source-conflict']).toBe(MANY);
    expect(countAll(told)).toBe(MANY);
    expect(told.length).toBeLessThanOrEqual(5001);
  });

  test('are narrowed before they are counted', () => {
    const last = `z-${MANY - 1}`;
    const isOfLast = ({ area }: Pick<AuditFinding, 'area'>) => area === last;
    for (const over of [{ areas: [last] }, { isWanted: isOfLast }])
      expect(findings([all()], over)).toMatchObject([{ area: last, at: { line: 2 * MANY } }]);
  });

  test('that the plan leaves out are counted apart', () => {
    const entry = { rule: 'source-conflict', where: 'a', reason: 'khác kỳ', path: [] };
    const { findings: told, ignored, counts } = audit([all({ ignore: [entry] })], QUESTION);
    expect(told).toEqual([]);
    expect(counts.ignored).toBe(MANY);
    expect(ignored.length).toBeLessThanOrEqual(5001);
  });
});
