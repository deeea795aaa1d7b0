import type { Day } from './calendar.ts';
import { baselineResult } from './computed.ts';
import { contradicting } from './contradiction.ts';
import type { IndicatorEvaluation, MeasurableEvaluation, PlanEvaluation } from './evaluation.ts';
import type { Exact } from './exact.ts';
import { grouped } from './grouped.ts';
import type { EvaluatedGroup } from './grouping.ts';
import type { Measurable } from './indicator.ts';
import { type Period, periodYear, yearBefore } from './period.ts';
import { corrected, foremost, hasValue, isKnown, type Observation, type Result } from './result.ts';
import type { ResultStanding } from './standing.ts';

/** What an indicator or part was in a period. */
export interface PeriodFigure {
  period: Period;
  /** The period's own figure, or the last one before it; `null` where there is none. */
  figure: Observation | null;
  /** Is the figure of an earlier period? Then it has no changes. */
  isOlder: boolean;
  /** The change on the period before in the range, in the unit; only between own figures. */
  change: Exact | null;
  /** The same on the same period a year before. */
  yearChange: Exact | null;
  /** What other sources say of the figure's period that cannot be true beside it. */
  rivals: readonly Observation[];
}

/** An indicator or part over a range of periods. */
export interface Course {
  judged: MeasurableEvaluation;
  whole: IndicatorEvaluation;
  figures: PeriodFigure[];
}

/** The courses of a plan's indicators over the same periods. */
export interface PlanCourses {
  evaluation: PlanEvaluation;
  periods: readonly Period[];
  /** By group, in the plan's order, `null` for what has none; parts behind their indicators. */
  groups: readonly { code: string | null; courses: readonly Course[] }[];
}

/** The days of which figures are looked for: the ends of the periods, and of the same ones a year before. */
export function endsOf(periods: readonly Period[]): Day[] {
  return periods.flatMap((period) => [period, yearBefore(period) ?? period].map(({ end }) => end));
}

/** What is of no use as a figure of its period. */
const USELESS: ReadonlySet<ResultStanding> = new Set([
  'no-value',
  'other-area',
  'after-as-of',
  'out-of-range',
  'answered-none',
  'corrected',
  'other-kind',
  'of-total',
  'of-whole',
  'not-joinable',
]);

/**
 * The courses of some of a plan's indicators, by group; groups without any are left out.
 *
 * @param results the plan's results of all periods
 */
export function coursesOf(
  evaluation: PlanEvaluation,
  groups: readonly EvaluatedGroup[],
  results: readonly Result[],
  periods: readonly Period[],
): PlanCourses {
  return {
    evaluation,
    periods,
    groups: groups
      .filter(({ indicators }) => indicators.length > 0)
      .map(({ code, indicators }) => ({
        code,
        courses: indicators.flatMap((whole) =>
          [whole, ...whole.parts].map((one) => courseOf(evaluation, one, whole, results, periods)),
        ),
      })),
  };
}

/**
 * What an indicator or part was in each period, as known on the evaluation's day. A level that has
 * no figure of a period stands there with its last one before; a figure that accumulates does not.
 *
 * @param results the plan's results of all periods
 */
export function courseOf(
  { plan, area, asOf }: Pick<PlanEvaluation, 'plan' | 'area' | 'asOf'>,
  judged: MeasurableEvaluation,
  whole: IndicatorEvaluation,
  results: readonly Result[],
  periods: readonly Period[],
): Course {
  const { address, measurable } = judged;
  const rows =
    measurable.accumulates === 'sum'
      ? knownOf(results, { address, area, asOf })
      : corrected(
          judged.considered
            .filter(({ result, standing }) => result.area === area && !USELESS.has(standing))
            .map((one) => one.result),
        );
  const earlier =
    area === plan.area
      ? earlierResults(measurable, (one) => baselineResult(plan, address, one))
      : [];
  const isThere = ({ period }: Result) =>
    rows.some((row) => row.basis === 'baseline' && row.period.text === period.text);
  const known = [...rows, ...earlier.filter((one) => !isThere(one))].filter(hasValue);
  const figures: PeriodFigure[] = [];
  for (const period of periods) {
    const own = ownFigure(known, period, measurable);
    const before = figures.at(-1);
    const last = yearBefore(period);
    const figure = own ?? olderFigure(known, period, measurable);
    figures.push({
      period,
      figure,
      isOlder: own === null && figure !== null,
      change:
        before === undefined || before.isOlder ? null : change(own, before.figure, measurable),
      yearChange: last === null ? null : difference(own, ownFigure(known, last, measurable)),
      rivals: figure === null ? [] : contradicting(figure, known),
    });
  }
  return { judged, whole, figures };
}

function knownOf(
  results: readonly Result[],
  { address, area, asOf }: { address: string; area: string; asOf: Day },
): Result[] {
  const own = rowsOf(results).get(`${address}\n${area}`) ?? [];
  return corrected(own.filter((row) => isKnown(row, asOf)));
}

type ByAddress = ReadonlyMap<string, readonly Result[]>;

/** The rows by what they are of and where. */
function rowsOf(results: readonly Result[]): ByAddress {
  const known = ROWS.get(results);
  if (known !== undefined) return known;
  const found = grouped(results, ({ indicator, area }) => `${indicator}\n${area}`);
  ROWS.set(results, found);
  return found;
}

/** Each indicator and part asks for its own. */
const ROWS = new WeakMap<readonly Result[], ByAddress>();

/** What the plan prints of years before its baseline's; numbers only. */
function earlierResults(
  { baseline, earlier, ...measurable }: Measurable,
  resultOf: (measurable: Measurable) => Result | undefined,
): Result[] {
  return earlier.flatMap(({ year, value }) => {
    if (value?.kind !== 'number') return [];
    const { kind: _, ...number } = value;
    const made = resultOf({ ...measurable, earlier, baseline: { year, ...number } });
    return made === undefined ? [] : [made];
  });
}

/** A level on a period's last day is that period's; what is its own period's alone must be of that very period. */
function ownFigure(
  known: readonly Observation[],
  period: Period,
  { accumulates }: Measurable,
): Observation | null {
  const exactly = known.filter((row) => row.period.text === period.text);
  const ending = accumulates === 'sum' ? [] : known.filter((row) => row.period.end === period.end);
  return foremost(exactly) ?? foremost(ending) ?? null;
}

function olderFigure(
  known: readonly Observation[],
  period: Period,
  { accumulates }: Measurable,
): Observation | null {
  if (accumulates !== null) return null;
  return foremost(known.filter((row) => row.period.end < period.end)) ?? null;
}

/** A total since January begins anew each year. */
function change(
  own: Observation | null,
  before: Observation | null,
  { accumulates }: Measurable,
): Exact | null {
  const isOtherYear = own && before && periodYear(own.period) !== periodYear(before.period);
  return accumulates === 'to-date' && isOtherYear ? null : difference(own, before);
}

/** Between numbers of which more is known than on which side they lie. */
function difference(later: Observation | null, before: Observation | null): Exact | null {
  if (later?.value.kind !== 'number' || before?.value.kind !== 'number') return null;
  if (later.value.bound !== undefined || before.value.bound !== undefined) return null;
  return later.value.value.sub(before.value.value);
}
