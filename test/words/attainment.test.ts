import { describe, expect, it } from 'vitest';
import { exact, ratio } from '../../src/exact.ts';
import { isSatisfied, type NumericTarget, parseTarget, targetNumber } from '../../src/target.ts';
import { formatAttainment, formatValue } from '../../src/words/figures.ts';

const WORDS = { done: 'done', notDone: 'not done' };

/** What a print says as a number. */
function told(text: string): number {
  return Number(text.replace(/[,%]/g, ''));
}

function printed(target: NumericTarget, value: string): string {
  const said = { value: { kind: 'number', value: exact(value), about: false }, places: 2, target };
  return formatValue(said as Parameters<typeof formatValue>[0], null, 'en', WORDS);
}

describe('what is printed never contradicts the verdict', () => {
  const targets = ['>= 95', '> 50', '~ 45', '<= 15', '< 8', '2..3'];
  it.each(targets)('of %s', (text) => {
    const target = parseTarget(text) as NumericTarget;
    const number = Number(String(targetNumber(target).toString()));
    for (const edge of [number, number * 0.95, 3])
      for (const off of [0, 1e-4, -1e-4, 4e-3, -4e-3, 0.3, -0.3, 7]) {
        const value = exact((edge + off).toFixed(5));
        const again = exact(told(printed(target, value.toString())).toFixed(9));
        expect(isSatisfied(target, again), `${value} as ${again}`).toBe(isSatisfied(target, value));
      }
  });

  it('nor does the share of the target', () => {
    const about = parseTarget('~ 45')!;
    const share = (value: string) => formatAttainment(ratio(exact(value), exact(45))!, about, 'en');
    expect(share('42.75')).toBe('95%');
    expect(told(share('42.7499'))).toBeLessThan(95);
    const all = parseTarget('100')!;
    expect(formatAttainment(ratio(exact(2499), exact(2500))!, all, 'en')).toBe('99.96%');
  });
});
