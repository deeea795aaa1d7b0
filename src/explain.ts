import { hasYearEnded } from './attainment.ts';
import type { Day } from './calendar.ts';
import {
  baselineResult,
  evaluate,
  type IndicatorEvaluation,
  isByParts,
  type MeasurableEvaluation,
  type PlanEvaluation,
  type Question,
} from './evaluation.ts';
import type { Exact } from './exact.ts';
import { type Indicator, type Waiver, waiverFor } from './indicator.ts';
import { isShare, type MeasureCatalogue } from './measure.ts';
import { type Pace, paceOf } from './pace.ts';
import type { Plan } from './plan.ts';
import { reasonOf, type VerdictReason } from './reason.ts';
import type { Result } from './result.ts';
import { type Sensitivity, sensitivityOfEvaluation } from './sensitivity.ts';
import { type ResultStanding, standingOf } from './standing.ts';
import {
  exceeding,
  exceedsOnceReached,
  isAtMost,
  isCap,
  type NumericTarget,
  reaching,
  type Threshold,
} from './target.ts';

/** What would have to change for the next better verdict. */
export type NextStep =
  /** Nothing is better than exceeded. */
  | { kind: 'best' }
  /** Met, and the target is one that nothing exceeds. */
  | { kind: 'cannot-exceed'; why: 'cap' | 'milestone' }
  /** Met by an approximate figure: only a measured one beyond the threshold would exceed. */
  | { kind: 'measured'; threshold: Threshold }
  /** A number like this; `change` is what it differs from the present one. */
  | { kind: 'number'; verdict: 'met' | 'exceeded'; threshold: Threshold; change: Exact | null }
  | { kind: 'done' }
  /** Done, but after the target year: nothing can change that. */
  | { kind: 'too-late' }
  /** No verdict without a result: one of the target year, or any known by now. */
  | { kind: 'result'; ofYear: boolean }
  /** Parts that hold the whole back, by address. */
  | { kind: 'parts'; addresses: readonly string[] }
  | { kind: 'none' };

/** A result with what became of it in the judgement. */
export interface ExplainedResult {
  result: Result;
  standing: ResultStanding;
}

/** One indicator or part, from target to verdict. */
export interface MeasurableExplanation {
  evaluation: MeasurableEvaluation;
  /** Does the verdict come from parts, for want of a target of its own? */
  byParts: boolean;
  isShare: boolean;
  /** The year under which the plan writes the target; an earlier year where it holds every year. */
  writtenYear: number | null;
  results: ExplainedResult[];
  reason: VerdictReason;
  sensitivity: Sensitivity | null;
  /** Both ways to measure pace, where pace is a question at all. */
  paces: { linear: Pace; cagr: Pace; disagree: boolean } | null;
  next: NextStep;
  /** Why the numbers said what they did on the day of the declared status. */
  declaredReason: VerdictReason | null;
  waivers: { waiver: Waiver; inForce: boolean }[];
}

/** An indicator from end to end. */
export interface IndicatorExplanation {
  plan: Plan;
  indicator: Indicator;
  asOf: Day;
  year: number;
  area: string;
  /** The indicator, or the one part that was asked for. */
  main: MeasurableExplanation;
  parts: MeasurableExplanation[];
}

interface Frame {
  plan: Plan;
  results: readonly Result[];
  measures: MeasureCatalogue;
  question: Question;
  evaluation: PlanEvaluation;
}

/** A sink that keeps every row of one indicator and its parts, whatever its period and area. */
export function explainKeeper(id: string): { add(result: Result): void; kept(): Result[] } {
  const rows: Result[] = [];
  return {
    add(result) {
      if (result.indicator === id || result.indicator.startsWith(`${id}/`)) rows.push(result);
    },
    kept: () => rows,
  };
}

/**
 * One indicator, or one part of it, with every figure that its verdict was made of. Pure.
 *
 * @param address `id` or `id/part`; gives `undefined` where the plan has none such
 */
export function explainIndicator(
  plan: Plan,
  address: string,
  results: readonly Result[],
  measures: MeasureCatalogue,
  question: Question,
): IndicatorExplanation | undefined {
  const evaluation = evaluate(plan, results, measures, question);
  const whole = evaluation.indicators.find((one) => owns(one, address));
  const part = whole?.parts.find((one) => one.address === address);
  if (!whole || (!part && whole.address !== address)) return undefined;
  const frame: Frame = { plan, results, measures, question, evaluation };
  const parts = part ? [] : whole.parts;
  return {
    plan,
    indicator: whole.indicator,
    asOf: evaluation.asOf,
    year: evaluation.year,
    area: evaluation.area,
    main: explained(frame, whole, part ?? whole),
    parts: parts.map((one) => explained(frame, whole, one)),
  };
}

function owns({ address, parts }: IndicatorEvaluation, wanted: string): boolean {
  return address === wanted || parts.some((part) => part.address === wanted);
}

function explained(
  frame: Frame,
  whole: IndicatorEvaluation,
  evaluation: MeasurableEvaluation | IndicatorEvaluation,
): MeasurableExplanation {
  const { year, asOf } = frame.evaluation;
  const { measurable, target } = evaluation;
  const share = isShare(measurable.unit, frame.measures.get(measurable.measure ?? ''));
  const byParts = isByParts(evaluation);
  const written = [...measurable.targets.keys()].find((own) => own >= year);
  return {
    evaluation,
    byParts,
    isShare: share,
    writtenYear: target ? (written ?? null) : null,
    results: resultsOf(frame, evaluation),
    reason: reasonOf({ ...evaluation, year, asOf, isShare: share, byParts }),
    sensitivity: sensitivityOfEvaluation(evaluation, { year, asOf, measures: frame.measures }),
    paces: pacesOf(evaluation, year),
    next: nextStep(evaluation, { year, asOf, isShare: share, byParts }),
    declaredReason: reasonThen(frame, whole, evaluation),
    waivers: measurable.waived
      .filter((waiver) => waiver.year === undefined || waiver.year === year)
      .map((waiver) => ({
        waiver,
        inForce: waiverFor({ ...measurable, waived: [waiver] }, year, asOf) !== undefined,
      })),
  };
}

function resultsOf(frame: Frame, { address, measurable, actual, target }: MeasurableEvaluation) {
  const { plan, results, evaluation } = frame;
  const { asOf, year, area } = evaluation;
  const baseline = baselineResult(plan, address, measurable);
  const rows = results.filter((row) => row.indicator === address);
  return [...rows, ...(baseline ? [baseline] : [])].map((result) => ({
    result,
    standing: standingOf(result, { actual, target, asOf, year, area }),
  }));
}

/** Pace by both methods, for a number that is still open. */
function pacesOf(
  { verdict, target, actual, measurable }: MeasurableEvaluation,
  year: number,
): MeasurableExplanation['paces'] {
  if (verdict !== 'in-progress' || !target || target.op === 'done') return null;
  if (actual?.value.kind !== 'number') return null;
  const newer =
    actual.basis === 'result' ? { value: actual.value.value, end: actual.period.end } : null;
  const input = { target, year, baseline: measurable.baseline, actual: newer };
  const linear = paceOf(input, 'linear');
  const cagr = paceOf(input, 'cagr');
  const both = linear.verdict !== 'not-computable' && cagr.verdict !== 'not-computable';
  return { linear, cagr, disagree: both && linear.verdict !== cagr.verdict };
}

interface Judged {
  year: number;
  asOf: Day;
  isShare: boolean;
  byParts: boolean;
}

function nextStep(
  evaluation: MeasurableEvaluation | IndicatorEvaluation,
  judged: Judged,
): NextStep {
  const { verdict, target, actual } = evaluation;
  if (verdict === 'no-target') return { kind: 'none' };
  if (verdict === 'exceeded') return { kind: 'best' };
  if (judged.byParts) return partsStep(evaluation as IndicatorEvaluation);
  if (!target) return { kind: 'none' };
  if (verdict === 'no-data')
    return { kind: 'result', ofYear: hasYearEnded(judged.year, judged.asOf) };
  if (target.op === 'done') return milestoneStep(evaluation);
  const value = actual?.value.kind === 'number' ? actual.value : null;
  return verdict === 'met'
    ? stepFromMet(target, value, judged.isShare)
    : numberStep(
        exceedsOnceReached(target) ? 'exceeded' : 'met',
        reaching(target),
        value?.value ?? null,
      );
}

function milestoneStep({ verdict, actual }: MeasurableEvaluation): NextStep {
  if (verdict === 'met') return { kind: 'cannot-exceed', why: 'milestone' };
  const isDone = actual?.value.kind === 'milestone' && actual.value.done;
  return isDone ? { kind: 'too-late' } : { kind: 'done' };
}

function stepFromMet(
  target: NumericTarget,
  value: { value: Exact; about: boolean } | null,
  share: boolean,
): NextStep {
  if (isCap(target, share) && !isAtMost(target)) return { kind: 'cannot-exceed', why: 'cap' };
  if (value?.about) return { kind: 'measured', threshold: exceeding(target) };
  return numberStep('exceeded', exceeding(target), value?.value ?? null);
}

function numberStep(
  verdict: 'met' | 'exceeded',
  threshold: Threshold,
  value: Exact | null,
): NextStep {
  const change = value === null ? null : threshold.number.sub(value);
  return { kind: 'number', verdict, threshold, change };
}

/** The parts with the verdict that decides the whole's. */
function partsStep({ verdict, parts }: IndicatorEvaluation): NextStep {
  const holding = parts.filter((part) => part.verdict === verdict && part.waiver === null);
  return { kind: 'parts', addresses: holding.map(({ address }) => address) };
}

function reasonThen(
  { plan, results, measures, evaluation: { area, year } }: Frame,
  whole: IndicatorEvaluation,
  { declared, address }: MeasurableEvaluation,
): VerdictReason | null {
  if (!declared) return null;
  const asOf = declared.row.period.end;
  const then = evaluate(plan, results, measures, { asOf, year, area });
  const wholeThen = then.indicators.find(({ indicator }) => indicator === whole.indicator)!;
  const judged = [wholeThen, ...wholeThen.parts].find((one) => one.address === address)!;
  const share = isShare(judged.measurable.unit, measures.get(judged.measurable.measure ?? ''));
  return reasonOf({ ...judged, year, asOf, isShare: share, byParts: isByParts(judged) });
}
