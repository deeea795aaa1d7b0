import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/load/plan.ts';
import { frameOf, frameOfBroken, type ResultFrame } from '../../src/load/result-frame.ts';

const HEADER = `format: plan/1
id: p
title: P
document: 1/KH
issued: 2024-01-01
area: danang
period: 2024..2025
decimal: ","
`;
const INDICATORS = `indicators:
  - { id: share, name: S, unit: "%", targets: { 2024: 20 }, source: I.1 }
  - { id: law, name: L, targets: { 2024: done }, source: I.2 }
  - id: both
    name: B
    unit: km
    targets: { 2024: done, 2025: "> 3" }
    source: I.3
    parts: [{ id: north, name: N, unit: km }]
`;

const NAMES = ['S', 'l', 'B', 'B – N', 'N'];

const read = (text: string) => readPlan('p.yaml', text);
const broken = (text: string) => frameOfBroken(read(text).yaml);

describe('what results are read with', () => {
  test('is each address with its unit and the kinds of its targets', () => {
    const { area, decimal, measured, places } = frameOf(read(HEADER + INDICATORS).plan!);
    expect([area, decimal]).toEqual(['danang', ',']);
    expect([...measured]).toEqual([
      [
        'share',
        { unit: '%', isPercent: true, factor: 100, takesNumbers: true, takesMilestones: false },
      ],
      [
        'law',
        { unit: null, isPercent: false, factor: 1, takesNumbers: false, takesMilestones: true },
      ],
      [
        'both',
        { unit: 'km', isPercent: false, factor: 1, takesNumbers: true, takesMilestones: true },
      ],
      [
        'both/north',
        { unit: 'km', isPercent: false, factor: 1, takesNumbers: true, takesMilestones: true },
      ],
    ]);
    expect([...places]).toEqual([
      ['I.1', 'share'],
      ['I.2', 'law'],
      ['I.3', 'both'],
    ]);
  });

  test('a fault elsewhere changes nothing of it', () => {
    const sound = frameOf(read(HEADER + INDICATORS.replace(', targets: { 2024: done }', '')).plan!);
    const faulty = INDICATORS.replace(', targets: { 2024: done }', ', unit: null');
    const plan = `${HEADER}nonsense: 1\n${faulty}`;
    expect(read(plan).plan).toBeNull();
    const frame = broken(plan)!;
    const shown = ({ measured, named, ...rest }: ResultFrame) => ({
      ...rest,
      measured: [...measured].filter(([id]) => id !== 'law'),
      named: NAMES.map(named),
    });
    expect(shown(frame)).toEqual(shown(sound));
  });

  test('what of it cannot be read lets everything through', () => {
    const item = '{ id: a, name: A, unit: 7, targets: { 2024: about 20 } }';
    expect(broken(`area: 7\ndecimal: x\nindicators: [${item}]\n`)).toEqual({
      area: '',
      decimal: null,
      places: new Map(),
      named: expect.any(Function),
      measured: new Map([
        [
          'a',
          { unit: '%', isPercent: true, factor: 100, takesNumbers: true, takesMilestones: true },
        ],
      ]),
    });
  });

  test.each([
    ['the syntax is broken', 'indicators: ["'],
    ['it is no map', '- 1'],
    ['the indicators are no list', 'indicators: 7'],
    ['an indicator is no map', 'indicators: [7]'],
    ['an indicator has no id', 'indicators: [{ name: A }]'],
    ['the parts are no list', 'indicators: [{ id: a, parts: 7 }]'],
    ['a part has no id', 'indicators: [{ id: a, parts: [{ id: "" }] }]'],
  ])('there is none where %s', (_, text) => {
    expect(broken(text)).toBeNull();
  });
});
