import { contradicting, type Instead } from './contradiction.ts';
import { compare, type Exact, ratio, sum } from './exact.ts';
import { grouped } from './grouped.ts';
import type { Measurable } from './indicator.ts';
import { sumSaid } from './one-sided.ts';
import {
  type Bound,
  foremost,
  hasValue,
  isNumber,
  type NumberObservation,
  type NumberValue,
  type Observation,
  type Result,
} from './result.ts';
import { type Considered, standingBehind } from './standing.ts';
import { countsFactor } from './unit.ts';

/** What the figures of areas make of the whole. */
export interface Whole {
  /** A figure each period. */
  made: Result[];
  /** The figures that go into them. */
  used: Observation[];
  /** Those that another of their area and period goes before. */
  beside: Considered[];
  /** Those of periods in which they cannot be joined. */
  unjoined: Observation[];
  /** What a figure of the whole would be on others of its areas. */
  instead: Map<Result, readonly Instead[]>;
}

/** Who reports to whom. */
interface Reporting {
  area: string;
  /** The areas that report; what they do not send is in the coverage. */
  expected: readonly string[];
}

/**
 * The figures of the whole that those of its areas make, a period each: their sum, the quotient of
 * their counts, their mean or their lowest, as the indicator says. Periods for which the whole has a
 * figure of its own are left to that; what all areas make then is held against it. A ratio needs the
 * counts of every area; "more than" and "less than" together make no figure.
 */
export function wholeOf(
  measurable: Measurable,
  own: readonly Result[],
  below: readonly Observation[],
  reporting: Reporting,
): Whole {
  const whole: Whole = { made: [], used: [], beside: [], unjoined: [], instead: new Map() };
  if (measurable.whole === null) return whole;
  for (const rows of grouped(below.filter(isNumber), ({ period }) => period.text).values()) {
    const counting = foremostOfAreas(rows);
    const made = joined(measurable, counting, reporting);
    const reported = own.filter(
      ({ value, period }) => value !== null && period.text === rows[0]!.period.text,
    );
    for (const figure of reported)
      whole.instead.set(figure, made === null ? [] : ofAllAreas(figure, made));
    if (reported.length > 0) {
      whole.beside.push(
        ...rows.map((result): Considered => ({ result, standing: 'behind-whole' })),
      );
      continue;
    }
    if (made === null) {
      for (const row of rows) whole.unjoined.push(row);
      continue;
    }
    whole.made.push(made);
    for (const row of counting) whole.used.push(row);
    for (const row of besides(rows, counting)) whole.beside.push(row);
    whole.instead.set(made, insteadOf(measurable, rows, counting, reporting));
  }
  return whole;
}

/** What all areas make beside what the whole itself reports; some of them alone prove nothing against it. */
function ofAllAreas(reported: Result, made: NumberObservation): Instead[] {
  const isComplete = made.coverage?.missing.length === 0;
  if (!isComplete || !hasValue(reported)) return [];
  return contradicting(reported, [made]).map((figure) => ({ figure, made: figure }));
}

/**
 * What the whole would be on figures that other sources have of its areas, each with all that its
 * source says. Of very many sources only the first are asked.
 */
function insteadOf(
  measurable: Measurable,
  rows: readonly NumberObservation[],
  counting: readonly NumberObservation[],
  reporting: Reporting,
): Instead[] {
  const ofArea = grouped(rows, ({ area }) => area);
  const rivals = counting.flatMap((of) => contradicting(of, ofArea.get(of.area)!));
  const bySource = [...grouped(rivals, ({ source }) => source).values()].slice(
    0,
    MOST_FIGURES / counting.length,
  );
  const made = new Map(
    bySource.flatMap((said) => {
      const first = new Map(said.toReversed().map((one) => [one.area, one]));
      const onAll = madeOn(first, measurable, counting, reporting);
      return said.map((figure) => {
        const isFirst = first.get(figure.area) === figure;
        const own = new Map([...first, [figure.area, figure]]);
        return [figure, isFirst ? onAll : madeOn(own, measurable, counting, reporting)] as const;
      });
    }),
  );
  return rivals.map((figure) => ({ figure, ...(made.has(figure) && { made: made.get(figure)! }) }));
}

/** So many figures are put together at most for what other sources of one period would make. */
const MOST_FIGURES = 200_000;

/** The whole with other figures of some areas. */
function madeOn(
  others: ReadonlyMap<string, NumberObservation>,
  measurable: Measurable,
  counting: readonly NumberObservation[],
  reporting: Reporting,
): NumberObservation | null {
  const replaced = counting.map((one) => others.get(one.area) ?? one);
  return joined(measurable, replaced, reporting);
}

/** What becomes of an area's figures beside the one that goes into the whole. */
function besides(
  rows: readonly NumberObservation[],
  counting: readonly NumberObservation[],
): Considered[] {
  const ofArea = new Map(counting.map((one) => [one.area, one]));
  return rows
    .map((result) => ({ result, before: ofArea.get(result.area)! }))
    .filter(({ result, before }) => result !== before)
    .map(({ result, before }) => ({ result, standing: standingBehind(result, before) }));
}

/** The whole's figure of one period, one figure an area; `null` where they cannot be joined. */
function joined(
  measurable: Measurable,
  rows: readonly NumberObservation[],
  { area, expected }: Reporting,
): NumberObservation | null {
  const figure = combined(measurable, rows);
  if (figure === null) return null;
  const areas = rows.map((row) => row.area);
  const sent = new Set(areas);
  const missing = expected.filter((code) => !sent.has(code));
  const source = [...new Set(rows.map((row) => row.source))].join('; ');
  const published = lastPublished(rows);
  return { ...rows.at(-1)!, ...figure, area, source, published, coverage: { areas, missing } };
}

/** The whole is known once the last of its figures is; `null` where none says when it was. */
function lastPublished(rows: readonly Observation[]): Result['published'] {
  const days = rows.map(({ published, period }) => published ?? period.end).sort();
  return rows.every(({ published }) => published === null) ? null : days.at(-1)!;
}

/** One figure an area: of several sources the one that counts. */
function foremostOfAreas(rows: readonly NumberObservation[]): NumberObservation[] {
  return [...grouped(rows, ({ area }) => area).values()].map((own) => foremost(own)!);
}

type Made = Pick<NumberObservation, 'value' | 'counts' | 'printed'>;

function combined(
  { whole, unit, per }: Measurable,
  rows: readonly NumberObservation[],
): Made | null {
  const numbers = rows.map(({ value }) => value);
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

/** `null` where nothing is known of what they make. */
function added(value: Exact, numbers: readonly NumberValue[]): Made | null {
  const said = sumSaid(numbers);
  return said === null ? null : made(value, said);
}

/** Of 40 and "less than 50" the lowest is at most 40; of 40 and "more than 50" it is 40. */
function lowest(numbers: readonly NumberValue[]): Made | null {
  const atMost = numbers.filter(({ bound }) => !bound?.startsWith('>'));
  const low = (list: readonly NumberValue[]) =>
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
