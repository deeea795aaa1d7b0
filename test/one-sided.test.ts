import { describe, expect, test } from 'vitest';
import { exact } from '../src/exact.ts';
import { sumSaid } from '../src/one-sided.ts';
import type { Bound, NumberValue } from '../src/result.ts';

const number = (value: number, bound?: Bound): NumberValue => ({
  kind: 'number',
  value: exact(value),
  about: false,
  ...(bound && { bound }),
});
const about = { ...number(8), about: true };

describe('what is known of a sum beside its number', () => {
  test.each<[string, NumberValue[], ReturnType<typeof sumSaid>]>([
    ['of numbers all', [number(1), number(2)], { about: false }],
    ['with one that is about', [number(1), about], { about: true }],
    ['more, with one that is more', [number(1), number(2, '>')], { about: false, bound: '>' }],
    ['more, of at least and more', [number(1, '>='), number(2, '>')], { about: false, bound: '>' }],
    ['at most, of at most', [number(1, '<='), number(2)], { about: false, bound: '<=' }],
    ['nothing, of more and less', [number(1, '>'), number(2, '<')], null],
    ['nothing, of more and about', [number(1, '>'), about], null],
  ])('%s', (_, numbers, said) => {
    expect(sumSaid(numbers)).toEqual(said);
  });
});
