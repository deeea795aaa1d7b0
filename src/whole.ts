import { compare, type Exact, ratio, sum } from './exact.ts';
import type { Measurable } from './indicator.ts';
import { type Bound, foremost, type Observation, type Result } from './result.ts';
import { countsFactor } from './unit.ts';

/** What the figures of areas make of the whole. */
export interface Whole {
  /** A figure each period. */
  made: Result[];
  /** The figures that go into them. */
  used: Observation[];
  /** Those of periods in which they cannot be joined. */
  unjoined: Observation[];
}

/**
 * The figures of the whole that those of its areas make, a period each: their sum, the quotient of
 * their counts, their mean or their lowest, as the indicator says. `expected` are the areas that
 * report; what they do not send is in the coverage. Periods for which the whole has a figure of
 * its own are left to that. A ratio needs the counts of every area; "more than" and "less than" together
 * make no figure.
 */
export function wholeOf(
  measurable: Measurable,
  own: readonly Result[],
  below: readonly Observation[],
  area: string,
  expected: readonly string[],
): Whole {
  const whole: Whole = { made: [], used: [], unjoined: [] };
  if (measurable.whole === null) return whole;
  const known = new Set(own.filter(({ value }) => value !== null).map(({ period }) => period.text));
  for (const rows of byPeriod(below.filter(({ period }) => !known.has(period.text)))) {
    const figure = combined(measurable, rows);
    if (figure === null) {
      whole.unjoined.push(...rows);
      continue;
    }
    const areas = rows.map((row) => row.area);
    const missing = expected.filter((code) => !areas.includes(code));
    const source = [...new Set(rows.map((row) => row.source))].join('; ');
    const published = lastPublished(rows);
    const coverage = { areas, missing };
    whole.made.push({ ...rows.at(-1)!, ...figure, area, source, published, coverage });
    whole.used.push(...rows);
  }
  return whole;
}

/** The whole is known once the last of its figures is; `null` where none says when it was. */
function lastPublished(rows: readonly Observation[]): Result['published'] {
  const days = rows.map(({ published, period }) => published ?? period.end).sort();
  return rows.every(({ published }) => published === null) ? null : days.at(-1)!;
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
type Figure = Extract<Observation['value'], { kind: 'number' }>;

function combined({ whole, unit, per }: Measurable, rows: readonly Observation[]): Made | null {
  const numbers = rows.map(({ value }) => value).filter((value) => value.kind === 'number');
  const values = numbers.map(({ value }) => value);
  switch (whole) {
    case 'sum':
      return added(sum(values), numbers);
    case 'mean':
      return added(sum(values).div(values.length), numbers);
    case 'lowest':
      return lowest(numbers);
    case 'ratio': {
      const counts = rows.map((row) => row.counts).filter((own) => own !== null);
      if (counts.length < rows.length) return null;
      const numerator = sum(counts.map((own) => own.numerator));
      const denominator = sum(counts.map((own) => own.denominator));
      const quotient = ratio(numerator, denominator);
      const factor = countsFactor(unit, per);
      if (quotient === undefined || factor === null) return null;
      const about = numbers.some((number) => number.about);
      return made(quotient.mul(factor), { about }, { numerator, denominator });
    }
    case null:
      return null;
  }
}

function made(
  value: Exact,
  { about, bound }: { about: boolean; bound?: Bound | undefined },
  counts: Result['counts'] = null,
): Made {
  const said = bound === undefined ? { about } : { about: false, bound };
  return { value: { kind: 'number', value, ...said }, counts, printed: null };
}

/** What is added up of "more than 20" and 30 is more than 50; beside "less than", or "about", it is nothing known. */
function added(value: Exact, numbers: readonly Figure[]): Made | null {
  const bounds = numbers.flatMap(({ bound }) => bound ?? []);
  const about = numbers.some((number) => number.about);
  if (bounds.length === 0) return made(value, { about });
  const [side] = bounds[0]!;
  if (about || bounds.some((bound) => bound[0] !== side)) return null;
  return made(value, { about, bound: bounds.find((bound) => bound.length === 1) ?? bounds[0] });
}

/** Of 40 and "less than 50" the lowest is at most 40; of 40 and "more than 50" it is 40. */
function lowest(numbers: readonly Figure[]): Made | null {
  const atMost = numbers.filter(({ bound }) => !bound?.startsWith('>'));
  const low = (list: readonly Figure[]) =>
    list.reduce((a, b) => (compare(b.value, a.value) < 0 ? b : a));
  const isOpenBelow = numbers.some(({ bound }) => bound?.startsWith('<'));
  const of = low(isOpenBelow ? atMost : numbers);
  const ties = numbers.filter(({ value }) => compare(value, of.value) === 0);
  const exactly = ties.find(({ bound }) => bound === undefined);
  const loose = ties.find(({ bound }) => bound === '>=');
  if (!isOpenBelow) return made(of.value, exactly ?? loose ?? of);
  const bound = ties.some((one) => one.bound === '<') ? '<' : '<=';
  return exactly?.about ? null : made(of.value, { about: false, bound });
}
