import { describe, expect, test } from 'vitest';
import { type Area, type AreaCatalogue, successionOf } from '../src/area.ts';
import { rankAreas } from '../src/area-ranking.ts';
import { exact } from '../src/exact.ts';
import { rankByIndicator } from '../src/indicator-ranking.ts';
import { areaNotices } from '../src/views/status/area-notice.ts';
import { anIndicator, aPlan, aResult, baseline } from './build.ts';
import { SPEECH } from './speech.ts';

function anArea(code: string, over: Partial<Area> = {}): Area {
  return {
    code,
    name: code.toUpperCase(),
    nameEn: code,
    gso: null,
    was: null,
    type: 'district',
    validFrom: null,
    validTo: null,
    successor: null,
    parent: 'danang',
    ...over,
  };
}

const catalogue = (...areas: Area[]): AreaCatalogue =>
  new Map(areas.map((area) => [area.code, area]));

const IDS = ['a', 'b', 'c', 'd', 'e'];
const FIVE = aPlan(IDS.map((id) => anIndicator({ 2023: 100 }, { id })));

/** Results of one area, one figure for each indicator; `null` for none. */
const of = (area: string, ...values: (number | null)[]) =>
  values.flatMap((value, i) =>
    value === null ? [] : [aResult({ indicator: IDS[i]!, area, value })],
  );

const rank = (results: ReturnType<typeof of>, areas = catalogue(), plan = FIVE) =>
  rankAreas(plan, results, { measures: new Map(), areas }, { asOf: '2023-12-31', year: 2023 });

const ranksOf = (results: ReturnType<typeof of>) =>
  Object.fromEntries(rank(results)[0]!.standings.map(({ code, rank: place }) => [code, place]));

describe('areas of one plan, ranked by attainment', () => {
  test('cities of the country and provinces are one level, and who sent nothing is named', () => {
    const areas = catalogue(
      anArea('vn', { type: 'country', parent: null }),
      anArea('c', { type: 'city', parent: 'vn' }),
      anArea('p', { type: 'province', parent: 'vn' }),
      anArea('q', { type: 'province', parent: 'vn' }),
      anArea('gone', { type: 'province', parent: 'vn', validTo: '2022-06-30' }),
    );
    const plan = aPlan([...FIVE.indicators], { area: 'vn' });
    const rankings = rank([...of('c', 90), ...of('p', 80)], areas, plan);
    expect(rankings).toMatchObject([{ level: 'province', reporting: 3, missing: [{ code: 'q' }] }]);
    expect(rankings[0]!.standings.map(({ code }) => code)).toEqual(['c', 'p']);
  });

  test('equals share a rank, and the next one is left out', () => {
    const results = [
      ...of('w', 50, 50, 50, 50, 50),
      ...of('x', 90, 90, 90, 90, 90),
      ...of('y', 90, 90, 90, 90, 90),
      ...of('z', 95, 95, 95, 95, 95),
    ];
    expect(ranksOf(results)).toEqual({ z: 1, x: 2, y: 2, w: 4 });
  });

  test('results for 80% of the counted indicators are enough, fewer are not', () => {
    const results = [
      ...of('x', 90, 90, 90, 90, 90),
      ...of('y', 10, 10, 10, 10),
      ...of('z', 99, 99, 99),
    ];
    expect(ranksOf(results)).toEqual({ x: 1, y: 2, z: null });
    expect(rank(results)[0]!.standings.at(-1)).toMatchObject({ code: 'z', measured: 3 });
  });

  test('an indicator that no area has a result for does not count', () => {
    const [ranking] = rank([...of('x', 90, 90), ...of('y', 80, 80)]);
    expect(ranking!.counted).toBe(2);
    expect(ranking!.standings.map(({ rank: place }) => place)).toEqual([1, 2]);
  });

  test('one figure far beyond its target does not outweigh the others', () => {
    const shares = aPlan(IDS.map((id) => anIndicator({ 2023: 10 }, { id, unit: 'x' })));
    const results = [...of('x', 100, 5, 5, 5, 5), ...of('y', 9, 9, 9, 9, 9)];
    const [ranking] = rank(results, catalogue(), shares);
    expect(ranking!.standings.map(({ code }) => code)).toEqual(['y', 'x']);
    expect(ranking!.standings[1]!.mean!.equals('0.6')).toBe(true);
    expect(ranking!.standings[1]!.unlimited!.equals('2.4')).toBe(true);
  });

  test('where all reach everything, the one that goes further comes first', () => {
    const counts = aPlan(IDS.map((id) => anIndicator({ 2023: 10 }, { id, unit: 'x' })));
    const results = [...of('x', 11, 11, 11, 11, 11), ...of('y', 12, 11, 11, 11, 11)];
    expect(rank(results, catalogue(), counts)[0]!.standings.map((s) => [s.code, s.rank])).toEqual([
      ['y', 1],
      ['x', 2],
    ]);
  });

  test('levels are ranked apart, and the plan’s own area not at all', () => {
    const areas = catalogue(anArea('x'), anArea('y', { type: 'ward' }));
    const results = [...of('x', 1), ...of('y', 2), ...of('danang', 3)];
    const found = rank(results, areas).map(({ level, standings }) => [level, standings[0]!.code]);
    expect(found).toEqual([
      ['district', 'x'],
      ['ward', 'y'],
    ]);
  });

  test('an area is among those that it was one of on the as-of day', () => {
    const was = { type: 'commune', until: '2023-12-30' } as const;
    const later = { type: 'commune', until: '2023-12-31' } as const;
    const areas = catalogue(
      anArea('x', { type: 'ward', was }),
      anArea('y', { type: 'ward', was: later }),
    );
    const found = rank([...of('x', 1), ...of('y', 2)], areas);
    expect(found.map(({ level, standings }) => [level, standings[0]!.code])).toEqual([
      ['ward', 'x'],
      ['commune', 'y'],
    ]);
  });

  test('the plan’s baseline is no result of a district', () => {
    const plan = aPlan([
      anIndicator({ 2023: 100 }, { id: 'a', baseline: baseline(2022, 5) }),
      anIndicator({ 2023: 100 }, { id: 'b' }),
    ]);
    const results = [aResult({ indicator: 'b', area: 'x', value: 50 })];
    expect(rank(results, catalogue(), plan)[0]!.standings[0]).toMatchObject({ measured: 1 });
  });
});

describe('an area that became part of another', () => {
  const ended = { type: 'city', validTo: '2025-06-30', successor: 'danang-2025' } as const;
  const areas = catalogue(
    anArea('danang', ended),
    anArea('quangnam', ended),
    anArea('hanoi', { type: 'city' }),
    anArea('danang-2025', { type: 'city' }),
  );

  test('is known with the others that did', () => {
    const succession = successionOf(areas, 'danang')!;
    expect(succession.successor.code).toBe('danang-2025');
    expect(succession.ended).toBe('2025-06-30');
    expect(succession.others.map(({ code }) => code)).toEqual(['quangnam']);
    expect(successionOf(areas, 'hanoi')).toBeNull();
    expect(successionOf(areas, 'nowhere')).toBeNull();
  });

  test('a chain of successors is followed to its end, a circle is not followed for ever', () => {
    const chain = catalogue(
      anArea('a', { validTo: '2020-01-01', successor: 'b' }),
      anArea('b', { validTo: '2025-06-30', successor: 'c' }),
      anArea('c'),
    );
    expect(successionOf(chain, 'a')!.successor.code).toBe('c');
    const circle = catalogue(
      anArea('a', { validTo: '2020-01-01', successor: 'b' }),
      anArea('b', { validTo: '2020-01-01', successor: 'a' }),
    );
    expect(() => successionOf(circle, 'a')).not.toThrow();
  });

  test('says so where results of the new area meet targets of the old one', () => {
    const plan = aPlan([]);
    const notices = (judged: string, results = of('hanoi', 1)) =>
      areaNotices({ plan, areas, results }, judged, SPEECH.en.areas);
    expect(notices('danang-2025').join()).toMatch(/set for danang .* 30 Jun 2025.*quangnam/);
    expect(notices('danang')).toEqual([]);
    expect(notices('danang', of('danang-2025', 1, 2)).join()).toMatch(/results for 2 indicators/);
  });
});

describe('areas of one plan by the figures of one indicator', () => {
  const moreThan = (number: number, area: string) => ({
    ...aResult({ indicator: 'a', area }),
    value: { kind: 'number' as const, value: exact(number), about: false, bound: '>' as const },
  });
  const ranksBy = (target: string | number, ...values: (number | null)[]) => {
    const plan = aPlan([anIndicator({ 2023: target }, { id: 'a' })]);
    const codes = ['k', 'l', 'm', 'n'];
    const results = values.map((value, at) =>
      value === null
        ? moreThan(90, codes[at]!)
        : aResult({ indicator: 'a', area: codes[at]!, value }),
    );
    const catalogues = {
      measures: new Map(),
      areas: catalogue(...codes.map((code) => anArea(code))),
    };
    const question = { asOf: '2023-12-31', year: 2023 };
    const [level] = rankByIndicator(plan, results, catalogues, question, 'a');
    return (
      level && [
        level.standings.map(({ code, rank: place }) => `${place} ${code}`),
        level.missing.map(({ code }) => code),
      ]
    );
  };

  test('stand with the best first; equals share a rank, and who sent nothing is named', () => {
    expect(ranksBy(80, 70, 95, 70)).toEqual([['1 l', '2 k', '2 m'], ['n']]);
  });

  test('stand with the lowest first where the target is a most', () => {
    expect(ranksBy('<= 10', 7, 3, 12, 3)).toEqual([['1 l', '1 n', '3 k', '4 m'], []]);
  });

  test('have no rank where only the side is known', () => {
    expect(ranksBy(80, null, 85)).toEqual([
      ['1 l', 'null k'],
      ['m', 'n'],
    ]);
  });

  test('are no ranking where none of them has a figure', () => {
    expect(ranksBy(80)).toBeUndefined();
  });
});
