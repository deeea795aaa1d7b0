import { compare, type Exact, ratio, sum } from './exact.ts';
import type { Measurable } from './indicator.ts';
import { foremost, type Observation, type Result } from './result.ts';
import { countsFactor } from './unit.ts';

/**
 * The figures of the whole that those of its areas make, a period each: their sum, the quotient of
 * their counts, their mean or their lowest, as the indicator says. `expected` are the areas that
 * report; what they do not send is in the coverage. Periods for which the whole has a figure of
 * its own are left to that.
 */
export function wholeOf(
  measurable: Measurable,
  own: readonly Result[],
  below: readonly Observation[],
  area: string,
  expected: readonly string[],
): Result[] {
  if (measurable.whole === null) return [];
  const known = new Set(own.filter(({ value }) => value !== null).map(({ period }) => period.text));
  return byPeriod(below.filter(({ period }) => !known.has(period.text))).flatMap((rows) => {
    const made = combined(measurable, rows);
    if (made === null) return [];
    const areas = rows.map((row) => row.area);
    const missing = expected.filter((code) => !areas.includes(code));
    return [{ ...rows.at(-1)!, ...made, area, coverage: { areas, missing } }];
  });
}

/** The numbers of each period, one an area: of several sources the one that counts. */
function byPeriod(below: readonly Observation[]): Observation[][] {
  const periods = new Map<string, Map<string, Observation>>();
  for (const row of below) {
    if (row.value.kind !== 'number') continue;
    const areas = periods.get(row.period.text) ?? new Map<string, Observation>();
    periods.set(row.period.text, areas);
    areas.set(row.area, foremost([areas.get(row.area) ?? row, row])!);
  }
  return [...periods.values()].map((areas) => [...areas.values()]);
}

type Made = Pick<Result, 'value' | 'counts' | 'printed'>;

function combined({ whole, unit, per }: Measurable, rows: readonly Observation[]): Made | null {
  const numbers = rows.map(({ value }) => value).filter((value) => value.kind === 'number');
  const about = numbers.some((number) => number.about || number.bound !== undefined);
  const values = numbers.map(({ value }) => value);
  const figure = (value: Exact, counts: Result['counts'] = null): Made => ({
    value: { kind: 'number', value, about },
    counts,
    printed: null,
  });
  switch (whole) {
    case 'sum':
      return figure(sum(values));
    case 'mean':
      return figure(sum(values).div(values.length));
    case 'lowest':
      return figure(values.reduce((low, value) => (compare(value, low) < 0 ? value : low)));
    case 'ratio': {
      const counts = rows.map((row) => row.counts).filter((own) => own !== null);
      if (counts.length < rows.length) return null;
      const numerator = sum(counts.map((own) => own.numerator));
      const denominator = sum(counts.map((own) => own.denominator));
      const quotient = ratio(numerator, denominator);
      const factor = countsFactor(unit, per);
      if (quotient === undefined || factor === null) return null;
      return figure(quotient.mul(factor), { numerator, denominator });
    }
    case null:
      return null;
  }
}
