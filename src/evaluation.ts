import { type Judgement, judge } from './attainment.ts';
import { type Day, yearOf } from './calendar.ts';
import { compare, type Exact } from './exact.ts';
import {
  type Indicator,
  type Measurable,
  type Part,
  spokenYear,
  targetFor,
  type Waiver,
  waiverFor,
} from './indicator.ts';
import { isShare, type MeasureCatalogue } from './measure.ts';
import { type Pace, type PaceMethod, paceOf } from './pace.ts';
import { periodYear, yearPeriod } from './period.ts';
import { defaultYear, type Plan } from './plan.ts';
import { foremost, hasValue, type Result } from './result.ts';
import type { Target } from './target.ts';
import {
  byVerdict,
  combineVerdicts,
  type DeclaredStatus,
  VERDICTS,
  type Verdict,
} from './verdict.ts';

/** What an evaluation is asked for. */
export interface Question {
  asOf: Day;
  /** The target year; {@link defaultYear} where absent. */
  year?: number;
  pace?: PaceMethod;
  /** The area whose results count; the plan's own where absent. */
  area?: string;
}

/** The official word on an indicator, and what the numbers said on the day it was given. */
export interface Declared {
  status: DeclaredStatus;
  row: Result;
  /** The verdict computed as of the end of the row's own period. */
  computed: Verdict;
  agrees: boolean;
}

/** One indicator or part, judged. */
export interface MeasurableEvaluation extends Judgement {
  /** `id` or `id/part`. */
  address: string;
  measurable: Measurable;
  target: Target | null;
  pace: Pace | null;
  waiver: Waiver | null;
  declared: Declared | null;
}

/** One indicator, judged with its parts. */
export interface IndicatorEvaluation extends MeasurableEvaluation {
  indicator: Indicator;
  parts: MeasurableEvaluation[];
}

/** How many indicators have each verdict; waived ones are counted apart. */
export type Counts = { indicators: number; waived: number } & Record<Verdict, number>;

/** A plan, judged for one target year as of one day. */
export interface PlanEvaluation {
  plan: Plan;
  asOf: Day;
  year: number;
  area: string;
  indicators: IndicatorEvaluation[];
  counts: Counts;
}

interface Frame {
  plan: Plan;
  /** The area that is judged. */
  area: string;
  year: number;
  asOf: Day;
  pace: PaceMethod;
  measures: MeasureCatalogue;
  resultsOf: ReadonlyMap<string, readonly Result[]>;
}

/** Judges every indicator of the plan. Pure: the same inputs give the same evaluation. */
export function evaluate(
  plan: Plan,
  results: readonly Result[],
  measures: MeasureCatalogue,
  question: Question,
): PlanEvaluation {
  const area = question.area ?? plan.area;
  const frame: Frame = {
    plan,
    area,
    year: question.year ?? defaultYear(plan, yearOf(question.asOf)),
    asOf: question.asOf,
    pace: question.pace ?? 'linear',
    measures,
    resultsOf: byIndicator(results.filter((result) => result.area === area)),
  };
  const indicators = plan.indicators.map((indicator) => evaluateIndicator(frame, indicator));
  return {
    plan,
    asOf: frame.asOf,
    year: frame.year,
    area,
    indicators,
    counts: countVerdicts(indicators),
  };
}

function byIndicator(results: readonly Result[]): Map<string, Result[]> {
  const grouped = new Map<string, Result[]>();
  for (const result of results) {
    const group = grouped.get(result.indicator);
    if (group) group.push(result);
    else grouped.set(result.indicator, [result]);
  }
  return grouped;
}

function evaluateIndicator(frame: Frame, indicator: Indicator): IndicatorEvaluation {
  const parts = indicator.parts.map((part) =>
    withDeclared(frame, indicator, (then) => evaluatePart(then, indicator, part)),
  );
  const whole = withDeclared(frame, indicator, (then) => evaluateWhole(then, indicator));
  return { ...whole, indicator, parts };
}

type Undeclared = Omit<MeasurableEvaluation, 'declared'>;

function evaluateMeasurable(
  frame: Frame,
  address: string,
  measurable: Measurable,
  every: 'year' | null,
): Undeclared {
  const target = targetFor(measurable, frame.year, every, frame.plan.period.first) ?? null;
  const known = knownResults(frame, address, measurable);
  const judgement = target
    ? judge(
        { target, year: frame.year, asOf: frame.asOf, isShare: shareOf(frame, measurable) },
        known,
      )
    : withoutTarget(known, frame.asOf);
  return {
    ...judgement,
    address,
    measurable,
    target,
    pace: target ? paceFor(frame, measurable, target, judgement) : null,
    waiver: waiverFor(measurable, frame.year, frame.asOf) ?? null,
  };
}

function shareOf(frame: Frame, measurable: Measurable): boolean {
  return isShare(measurable.unit, frame.measures.get(measurable.measure ?? ''));
}

/**
 * The rows on an address and its baseline, which comes last: at equal precedence a row counts. The
 * plan's baseline is of its own area and says nothing about another.
 */
function knownResults(frame: Frame, address: string, measurable: Measurable): Result[] {
  const rows = frame.resultsOf.get(address) ?? [];
  const baseline = isOwnArea(frame) ? baselineResult(frame.plan, address, measurable) : undefined;
  return baseline ? [...rows, baseline] : [...rows];
}

function isOwnArea({ plan, area }: Frame): boolean {
  return area === plan.area;
}

/** A plan's printed baseline as a result: of the plan's own area, at the end of its year. */
export function baselineResult(
  plan: Plan,
  address: string,
  measurable: Measurable,
): Result | undefined {
  if (!measurable.baseline) return undefined;
  const { year, ...observed } = measurable.baseline;
  return {
    indicator: address,
    period: yearPeriod(year),
    value: { kind: 'number', ...observed },
    counts: null,
    printed: observed.value,
    status: null,
    area: plan.area,
    source: plan.document,
    note: '',
    basis: 'baseline',
    file: plan.file,
    line: plan.lines.get(`${address}#baseline`) ?? 1,
  };
}

function withoutTarget(known: readonly Result[], asOf: Day): Judgement {
  const inTime = known.filter(hasValue).filter((result) => result.period.end <= asOf);
  return {
    verdict: 'no-target',
    actual: null,
    latest: foremost(inTime) ?? null,
    attainment: null,
    gap: null,
  };
}

function evaluatePart(frame: Frame, indicator: Indicator, part: Part): Undeclared {
  return evaluateMeasurable(frame, `${indicator.id}/${part.id}`, part, indicator.every);
}

/** An indicator on its own target where it has one for the year, else on its parts'. */
function evaluateWhole(frame: Frame, indicator: Indicator): Undeclared {
  const own = evaluateMeasurable(frame, indicator.id, indicator, indicator.every);
  if (own.target || indicator.parts.length === 0) return own;
  const parts = indicator.parts
    .map((part) => evaluatePart(frame, indicator, part))
    .filter((part) => part.waiver === null);
  return {
    ...own,
    verdict: combineVerdicts(parts.map((part) => part.verdict)),
    attainment: lowestAttainment(parts),
    latest: null,
  };
}

/** Does the verdict come from parts, for want of a target of its own? */
export function isByParts(judged: MeasurableEvaluation | IndicatorEvaluation): boolean {
  return 'parts' in judged && judged.target === null && VERDICTS[judged.verdict].targeted;
}

/** The lowest part's; unknown while a part that counts has no data, for it could be the lowest. */
function lowestAttainment(parts: readonly Undeclared[]): Exact | null {
  if (parts.some(({ verdict }) => VERDICTS[verdict].targeted && !VERDICTS[verdict].judged))
    return null;
  const known = parts.map((part) => part.attainment).filter((a) => a !== null);
  return known.length === 0 ? null : known.reduce((low, a) => (compare(a, low) < 0 ? a : low));
}

function paceFor(
  frame: Frame,
  measurable: Measurable,
  target: Target,
  { verdict, actual }: Judgement,
): Pace | null {
  if (verdict !== 'in-progress' || target.op === 'done' || actual?.value.kind !== 'number')
    return null;
  const newer =
    actual.basis === 'result' ? { value: actual.value.value, end: actual.period.end } : null;
  const baseline = isOwnArea(frame) ? measurable.baseline : null;
  const input = { target, year: frame.year, baseline, actual: newer };
  return paceOf(input, frame.pace);
}

/** Adds the official word on the frame's target year, and what the numbers said on its day. */
function withDeclared(
  frame: Frame,
  indicator: Indicator,
  evaluateThen: (then: Frame) => Undeclared,
): MeasurableEvaluation {
  const judged = evaluateThen(frame);
  const row = declaringRow(frame, indicator, judged.address);
  if (!row?.status) return { ...judged, declared: null };
  const computed = evaluateThen({ ...frame, asOf: row.period.end }).verdict;
  return {
    ...judged,
    declared: { status: row.status, row, computed, agrees: row.status === computed },
  };
}

function declaringRow(frame: Frame, indicator: Indicator, address: string): Result | undefined {
  const rows = frame.resultsOf.get(address) ?? [];
  return foremost(
    rows.filter(
      (row) =>
        row.status !== null &&
        row.period.end <= frame.asOf &&
        spokenYear(indicator, periodYear(row.period)) === frame.year,
    ),
  );
}

/** Is the result that counts of a year before the target year? A milestone once done stays done. */
export function isEarlier({ actual }: MeasurableEvaluation, year: number): boolean {
  if (!actual || periodYear(actual.period) >= year) return false;
  return actual.value.kind === 'number' || !actual.value.done;
}

/** Counts verdicts; waived indicators are in `indicators` and `waived` only. */
export function countVerdicts(indicators: readonly IndicatorEvaluation[]): Counts {
  const counts: Counts = {
    indicators: indicators.length,
    ...byVerdict(() => 0),
    waived: 0,
  };
  for (const { verdict, waiver } of indicators) {
    if (waiver) counts.waived += 1;
    else counts[verdict] += 1;
  }
  return counts;
}
