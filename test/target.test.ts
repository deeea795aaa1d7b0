import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { exact } from '../src/exact.ts';
import {
  compareTargets,
  exceedsOnceReached,
  isBeyond,
  isSatisfied,
  type NumberTarget,
  numbersOf,
  OPERATORS,
  parseTarget,
  type RangeTarget,
  type TargetOp,
  turned,
} from '../src/target.ts';

const target = (text: string | number) => parseTarget(text)!;
const numeric = (text: string | number) => target(text) as NumberTarget | RangeTarget;

describe('target expressions', () => {
  test.each([
    [20, '>= 20'],
    ['> 50', '> 50'],
    ['>=20', '>= 20'],
    ['≥ 20', '>= 20'],
    ['≤ 15', '<= 15'],
    ['<= 15', '<= 15'],
    ['< 5', '< 5'],
    ['~ 45', '~ 45'],
    ['2..3', '2..3'],
    ['2..2', '2..2'],
    ['done', 'done'],
    [' 20 ', '>= 20'],
    [' > 20\n', '> 20'],
    [2.5, '>= 2.5'],
  ])('%s is %s', (written, text) => {
    expect(target(written).text).toBe(text);
  });

  test.each([
    '',
    'about 45',
    '> ',
    '3..2',
    '20%',
    '1,5',
    '=> 20',
    'Done',
    '1e3..',
    '2to3',
    '2003-2004',
  ])('%s is refused', (written) => {
    expect(parseTarget(written)).toBeUndefined();
  });
});

describe('satisfied, and beyond', () => {
  test.each([
    [15, '14.6', false, false],
    [15, '15', true, false],
    [15, '15.000001', true, true],
    ['> 50', '50', false, false],
    ['> 50', '50.1', true, true],
    ['<= 15', '15', true, false],
    ['<= 15', '16', false, false],
    ['<= 15', '1', true, true],
    ['< 5', '5', false, false],
    ['< 5', '4.9', true, true],
    ['~ 45', '42.75', true, false],
    ['~ 45', '42.74', false, false],
    ['~ 45', '45', true, false],
    ['~ 45', '45.1', true, true],
    ['2..3', '1', false, false],
    ['2..3', '2', true, false],
    ['2..3', '3', true, false],
    ['2..3', '4', true, true],
  ])('%s against %s', (written, actual, satisfied, beyond) => {
    expect(isSatisfied(numeric(written), exact(actual))).toBe(satisfied);
    expect(satisfied && isBeyond(numeric(written), exact(actual))).toBe(beyond);
  });

  test('0.1 + 0.2 reaches 0.3, and 29 of 100 is 29%', () => {
    expect(isSatisfied(numeric('0.3'), exact('0.1').add(exact('0.2')))).toBe(true);
    const share = exact(29).div(exact(100)).mul(exact(100));
    expect(isSatisfied(numeric(29), share)).toBe(true);
    expect(isBeyond(numeric(29), share)).toBe(false);
  });
});

describe('which target is stricter', () => {
  test.each([
    [100, 80, 'stricter'],
    [80, 100, 'looser'],
    [80, 80, 'same'],
    ['<= 10', '<= 15', 'stricter'],
    ['<= 15', '<= 10', 'looser'],
    ['> 50', 50, 'stricter'],
    ['~ 50', 50, 'looser'],
    ['~ 51', '> 50', 'stricter'],
    ['< 5', '<= 5', 'stricter'],
    ['2..3', 2, 'same'],
    ['2..3', 3, 'looser'],
    ['done', 'done', 'same'],
    ['done', 1, 'incomparable'],
    ['<= 15', 15, 'incomparable'],
  ])('%s is %3$s than %s', (a, b, relation) => {
    expect(compareTargets(target(a), target(b))).toBe(relation);
  });
});

test('a target prints its number, a range both, a milestone none', () => {
  const printed = (text: string | number) => numbersOf(target(text)).map(String);
  expect([15, '~ 4.5', '2..3', 'done'].map(printed)).toEqual([['15'], ['4.5'], ['2', '3'], []]);
});

describe('the table of operators', () => {
  const ops = Object.keys(OPERATORS) as TargetOp[];
  const written = (op: TargetOp) => {
    const { form } = OPERATORS[op];
    return form === 'milestone' ? op : form === 'range' ? `2${op}3` : `${op} 2`;
  };

  test.each(ops)('%s is read as itself, and the schema takes it', (op) => {
    const schema = JSON.parse(readFileSync(path.resolve('schemas/plan.schema.json'), 'utf8'));
    expect(target(written(op))).toMatchObject({ op, text: written(op) });
    expect(written(op)).toMatch(new RegExp(schema.$defs.target.pattern, 'u'));
  });

  test.each([
    [15, '<= 15'],
    ['> 5', '< 5'],
    ['<= 15', '>= 15'],
    ['~ 45', null],
    ['2..3', null],
    ['done', null],
  ])('%s turned is %s', (text, other) => {
    expect(turned(target(text))).toBe(other);
  });

  test('only "more than" and "less than" are exceeded once they are reached', () => {
    const numericOps = ops.filter((op) => OPERATORS[op].form !== 'milestone');
    expect(numericOps.filter((op) => exceedsOnceReached(numeric(written(op))))).toEqual(['>', '<']);
  });
});
