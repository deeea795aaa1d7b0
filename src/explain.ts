import { type Day, hasYearEnded } from './calendar.ts';
import { baselineResult, paceInput } from './computed.ts';
import {
  evaluate,
  type IndicatorEvaluation,
  type MeasurableEvaluation,
  type PlanEvaluation,
  type Question,
  resultsByIndicator,
} from './evaluation.ts';
import type { Exact } from './exact.ts';
import { type Indicator, type Waiver, waiverFor } from './indicator.ts';
import { isShare, type MeasureCatalogue } from './measure.ts';
import { isOfItem, type NotCounted } from './not-counted.ts';
import { type Pace, paceOf } from './pace.ts';
import type { Plan } from './plan.ts';
import type { Result } from './result.ts';
import type { ResultKeeper } from './result-keeper.ts';
import { type Sensitivity, sensitivityOfEvaluation } from './sensitivity.ts';
import type { Judging, ResultStanding } from './standing.ts';
import {
  exceeding,
  exceedsOnceReached,
  isAtMost,
  isCap,
  isMilestone,
  type NumericTarget,
  reaching,
  type Threshold,
} from './target.ts';
import { VERDICTS } from './verdict.ts';

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
  /** The area had ended: only figures of one that the plan names in its place. */
  | { kind: 'successor' }
  /** Parts that hold the whole back, by address. */
  | { kind: 'parts'; addresses: readonly string[] }
  | { kind: 'none' };

/** A row of the plan's results with what became of it. */
export interface ExplainedResult {
  result: Result;
  standing: ResultStanding;
}

/** One indicator or part, from target to verdict. */
export interface MeasurableExplanation {
  evaluation: MeasurableEvaluation;
  isShare: boolean;
  /** The year under which the plan writes the target; an earlier year where it holds every year. */
  writtenYear: number | null;
  results: ExplainedResult[];
  /** So many more rows of it decide nothing and are not kept. */
  unlisted: number;
  sensitivity: Sensitivity | null;
  /** Both ways to measure pace, where pace is a question at all. */
  paces: { linear: Pace; cagr: Pace; disagree: boolean } | null;
  next: NextStep;
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
  /** What of the indicator was read and decides nothing. */
  notCounted: NotCounted[];
}

interface ExplanationContext {
  plan: Plan;
  measures: MeasureCatalogue;
  evaluation: PlanEvaluation;
  /** By address. */
  rowsOf: ReadonlyMap<string, readonly Result[]>;
}

/**
 * A sink of the rows of one indicator and its parts, or of all, whatever their period and area. Of very many it
 * keeps what another one does, and how many more there are.
 *
 * @param id the indicator; `null` for all
 */
export function explainKeeper(id: string | null, keeper: ResultKeeper): ResultKeeper {
  const unlisted = new Map<string, number>();
  const isOf = (indicator: string) =>
    id === null || indicator === id || indicator.startsWith(`${id}/`);
  return {
    add(result) {
      const { indicator } = result;
      if (!isOf(indicator)) return;
      unlisted.set(indicator, (unlisted.get(indicator) ?? 0) + 1);
      keeper.add(result);
    },
    kept() {
      const left = new Map(unlisted);
      const rows = keeper.kept();
      const lastOf = new Map<string, number>();
      for (const [at, { indicator }] of rows.entries()) {
        left.set(indicator, left.get(indicator)! - 1);
        lastOf.set(indicator, at);
      }
      for (const [indicator, at] of lastOf) {
        const more = left.get(indicator)!;
        if (more > 0) rows[at] = { ...rows[at]!, more: { ...rows[at]!.more, unlisted: more } };
      }
      return rows;
    },
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
  return explainer(evaluate(plan, results, measures, question), results, measures)(address);
}

/**
 * Explains one indicator or part of an evaluated plan after the other, each by its address. The
 * results are those that were evaluated.
 */
export function explainer(
  evaluation: PlanEvaluation,
  results: readonly Result[],
  measures: MeasureCatalogue,
): (address: string) => IndicatorExplanation | undefined {
  const rowsOf = resultsByIndicator(results);
  const context = { plan: evaluation.plan, measures, evaluation, rowsOf };
  const wholes = new Map(
    evaluation.indicators.flatMap((whole) =>
      [whole, ...whole.parts].map(({ address }) => [address, whole] as const),
    ),
  );
  return (address) => {
    const whole = wholes.get(address);
    return whole && explanationOf(context, whole, address);
  };
}

function explanationOf(
  context: ExplanationContext,
  whole: IndicatorEvaluation,
  address: string,
): IndicatorExplanation {
  const { plan, evaluation } = context;
  const part = whole.parts.find((one) => one.address === address);
  const parts = part ? [] : whole.parts;
  return {
    plan,
    indicator: whole.indicator,
    asOf: evaluation.asOf,
    year: evaluation.year,
    area: evaluation.area,
    main: explained(context, part ?? whole),
    parts: parts.map((one) => explained(context, one)),
    notCounted: evaluation.notCounted.filter((one) => isOfItem(one, whole.indicator.id)),
  };
}

function explained(
  context: ExplanationContext,
  evaluation: MeasurableEvaluation,
): MeasurableExplanation {
  const { year, asOf } = context.evaluation;
  const { measurable, target } = evaluation;
  const share = isShare(measurable.unit, context.measures.get(measurable.measure ?? ''));
  const written = [...measurable.targets.keys()].find((own) => own >= year);
  return {
    evaluation,
    isShare: share,
    writtenYear: target ? (written ?? null) : null,
    results: resultsOf(context, evaluation),
    unlisted: (context.rowsOf.get(evaluation.address) ?? []).reduce(
      (sum, { more }) => sum + (more?.unlisted ?? 0),
      0,
    ),
    sensitivity: sensitivityOfEvaluation(evaluation, { year, asOf, measures: context.measures }),
    paces: pacesOf(context.evaluation, evaluation),
    next: nextStep(evaluation, { year, asOf, isShare: share }),
    waivers: measurable.waived
      .filter((waiver) => waiver.year === undefined || waiver.year === year)
      .map((waiver) => ({
        waiver,
        inForce: waiverFor({ ...measurable, waived: [waiver] }, year, asOf) !== undefined,
      })),
  };
}

/** What areas or months make together, every row in the order of the files, and the baseline. */
function resultsOf(
  { plan, rowsOf }: ExplanationContext,
  { address, measurable, considered, reason }: MeasurableEvaluation,
): ExplainedResult[] {
  const standings = new Map(considered.map(({ result, standing }) => [result, standing]));
  const baseline =
    considered.find(({ result }) => result.basis === 'baseline')?.result ??
    baselineResult(plan, address, measurable);
  const rows = rowsOf.get(address) ?? [];
  const read = new Set(rows);
  const made = considered
    .map(({ result }) => result)
    .filter((result) => result.basis === 'result' && !read.has(result));
  return [...made, ...rows, ...(baseline ? [baseline] : [])].map((result) => ({
    result,
    standing: standingIn(standings.get(result) ?? 'other-area', reason),
  }));
}

/**
 * A figure of the whole has no target of its own where the year's targets stand on the parts; none
 * decides for an area that had ended.
 */
function standingIn(
  standing: ResultStanding,
  reason: MeasurableEvaluation['reason'],
): ResultStanding {
  if (reason === 'area-ended' && standing.startsWith('counts')) return 'area-ended';
  return standing === 'no-target' && reason === 'parts' ? 'on-parts' : standing;
}

/** Pace by both methods, where pace is a question at all. */
function pacesOf(
  plan: PlanEvaluation,
  evaluation: MeasurableEvaluation,
): MeasurableExplanation['paces'] {
  const input = paceInput(evaluation, plan);
  if (!input) return null;
  const linear = paceOf(input, 'linear');
  const cagr = paceOf(input, 'cagr');
  const both = linear.verdict !== 'not-computable' && cagr.verdict !== 'not-computable';
  return { linear, cagr, disagree: both && linear.verdict !== cagr.verdict };
}

type JudgedOn = Omit<Judging, 'target'>;

function nextStep(evaluation: MeasurableEvaluation, judging: JudgedOn): NextStep {
  const { verdict, reason, target, actual } = evaluation;
  if (verdict === 'exceeded') return { kind: 'best' };
  if (reason === 'parts') return partsStep(evaluation);
  if (!target) return { kind: 'none' };
  if (reason === 'area-ended') return { kind: 'successor' };
  if (!VERDICTS[verdict].judged)
    return { kind: 'result', ofYear: hasYearEnded(judging.year, judging.asOf) };
  if (isMilestone(target)) return milestoneStep(evaluation);
  const value = actual?.value.kind === 'number' ? actual.value : null;
  return VERDICTS[verdict].reached
    ? stepFromMet(target, value, judging.isShare)
    : numberStep(
        exceedsOnceReached(target) ? 'exceeded' : 'met',
        reaching(target),
        value?.value ?? null,
      );
}

function milestoneStep({ reason }: MeasurableEvaluation): NextStep {
  if (reason === 'milestone') return { kind: 'cannot-exceed', why: 'milestone' };
  return reason === 'milestone-late' ? { kind: 'too-late' } : { kind: 'done' };
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
function partsStep({ verdict, parts }: MeasurableEvaluation): NextStep {
  const holding = parts.filter((part) => part.verdict === verdict && part.waiver === null);
  return { kind: 'parts', addresses: holding.map(({ address }) => address) };
}
