import { type Area, type AreaCatalogue, hasEnded } from './area.ts';
import { type Considered, type Judgement, judge } from './attainment.ts';
import { type Day, day, yearOf } from './calendar.ts';
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
import {
  NOT_COUNTED_REASONS,
  type NotCounted,
  type NotCountedReason,
  notCounted,
} from './not-counted.ts';
import { type Pace, type PaceInput, type PaceMethod, paceOf } from './pace.ts';
import { periodYear, yearPeriod } from './period.ts';
import { defaultYear, type Plan } from './plan.ts';
import { corrected, foremost, isKnown, type Result } from './result.ts';
import { isCap, isMilestone, type Target } from './target.ts';
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
  /** The areas that are known, with the days on which they ended. */
  areas?: AreaCatalogue;
}

/** One indicator or part, judged by its figures, whatever is declared. */
export interface Computed extends Judgement {
  /** `id` or `id/part`. */
  address: string;
  measurable: Measurable;
  target: Target | null;
  pace: Pace | null;
  waiver: Waiver | null;
  /** An indicator's parts; a part has none. */
  parts: readonly Computed[];
}

/** The official word on an indicator, and what the numbers said on the day it was given. */
export interface Declared {
  status: DeclaredStatus;
  row: Result;
  /** As of the end of the row's own period. */
  judgement: Computed;
  standing: DeclaredStanding;
  agrees: boolean;
  /** Another official word of the same period that says otherwise. */
  rival: Result | null;
}

/** How an official word stands to the figures of its own day; domain.md, "Declared status". */
export type DeclaredStanding =
  | 'agrees'
  /** The figures say another verdict, another word of that day does, or nothing can exceed the target. */
  | 'contradicted'
  /** A verdict is declared and no figure is given. */
  | 'unsupported'
  /** Declared in progress, without a figure: no more can be said. */
  | 'note';

/** One indicator or part, judged. */
export interface MeasurableEvaluation extends Computed {
  declared: Declared | null;
}

/** One indicator, judged with its parts. */
export interface IndicatorEvaluation extends MeasurableEvaluation {
  indicator: Indicator;
  parts: readonly MeasurableEvaluation[];
}

/** How many indicators have each verdict; waived ones are counted apart. */
export type Counts = { indicators: number; waived: number } & Record<Verdict, number>;

/** A plan, judged for one target year as of one day. */
export interface PlanEvaluation {
  plan: Plan;
  asOf: Day;
  year: number;
  area: string;
  /** The plan's area, where it had ended by the as-of day. */
  endedArea: Area | null;
  indicators: IndicatorEvaluation[];
  counts: Counts;
  /** What was read and decides nothing, in the order of files and lines. */
  notCounted: NotCounted[];
}

interface EvaluationContext {
  plan: Plan;
  /** The area that is judged. */
  area: string;
  year: number;
  asOf: Day;
  pace: PaceMethod;
  measures: MeasureCatalogue;
  resultsOf: ReadonlyMap<string, readonly Result[]>;
  /** Had the plan's area ended before the target year's end, with no successor named? */
  endedOn: Day | null;
}

/** Judges every indicator of the plan. Pure: the same inputs give the same evaluation. */
export function evaluate(
  plan: Plan,
  results: readonly Result[],
  measures: MeasureCatalogue,
  question: Question,
): PlanEvaluation {
  const { asOf } = question;
  const year = question.year ?? defaultYear(plan, yearOf(asOf));
  const ended = endOf(plan, year, asOf, question.areas);
  const area = question.area ?? (ended ? (plan.succeededBy ?? plan.area) : plan.area);
  const context: EvaluationContext = {
    plan,
    area,
    endedOn: area === plan.area ? ended : null,
    year,
    asOf,
    pace: question.pace ?? 'linear',
    measures,
    resultsOf: byIndicator(results.filter((result) => result.area === area)),
  };
  const indicators = plan.indicators.map((indicator) => evaluateIndicator(context, indicator));
  return {
    plan,
    asOf: context.asOf,
    year: context.year,
    area,
    endedArea: hasEndedBy(asOf, question.areas?.get(plan.area)),
    indicators,
    counts: countVerdicts(indicators),
    notCounted: leftOver(indicators, results, area),
  };
}

function hasEndedBy(asOf: Day, area: Area | undefined): Area | null {
  return area !== undefined && hasEnded(area, asOf) ? area : null;
}

/** The day on which the plan's area ended, where that was before the target year's end and is past. */
function endOf(plan: Plan, year: number, asOf: Day, areas: AreaCatalogue | undefined): Day | null {
  const ended = areas?.get(plan.area)?.validTo ?? null;
  return ended !== null && ended < day(year, 12, 31) && asOf > ended ? ended : null;
}

/** What of the rows decides nothing for another reason than being older history. */
function leftOver(
  indicators: readonly IndicatorEvaluation[],
  results: readonly Result[],
  area: string,
): NotCounted[] {
  const own = indicators.flatMap((whole) => [
    ...[whole, ...whole.parts].flatMap(({ considered }) => considered.flatMap(reasonOf)),
    ...onParts(whole),
  ]);
  const elsewhere = results
    .filter((row) => row.area !== area && (row.value !== null || row.isAnswered))
    .map((row) => notCounted(row, 'other-area'));
  return [...own, ...elsewhere].sort(
    (a, b) => compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const TOLD: ReadonlySet<string> = new Set(NOT_COUNTED_REASONS);

function reasonOf({ result, standing }: Considered): NotCounted[] {
  if (result.basis === 'baseline' || !TOLD.has(standing)) return [];
  return [notCounted(result, standing as NotCountedReason)];
}

/** The figure of an indicator as a whole in a year whose targets stand on its parts. */
function onParts({ target, parts, considered }: IndicatorEvaluation): NotCounted[] {
  if (target !== null || !parts.some((part) => part.target !== null)) return [];
  const rows = considered.filter(
    ({ result, standing }) => standing === 'no-target' && result.basis === 'result',
  );
  const latest = foremost(rows.map(({ result }) => result));
  return latest ? [notCounted(latest, 'on-parts')] : [];
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

function evaluateIndicator(context: EvaluationContext, indicator: Indicator): IndicatorEvaluation {
  const parts = computeParts(context, indicator);
  return {
    ...withDeclared(context, indicator, computeWhole(context, indicator, parts), (then) =>
      computeWhole(then, indicator, computeParts(then, indicator)),
    ),
    indicator,
    parts: indicator.parts.map((part, index) =>
      withDeclared(context, indicator, parts[index]!, (then) => computePart(then, indicator, part)),
    ),
  };
}

function computeParts(context: EvaluationContext, indicator: Indicator): Computed[] {
  return indicator.parts.map((part) => computePart(context, indicator, part));
}

function computePart(context: EvaluationContext, indicator: Indicator, part: Part): Computed {
  return compute(context, `${indicator.id}/${part.id}`, part, indicator.every);
}

function compute(
  context: EvaluationContext,
  address: string,
  measurable: Measurable,
  every: 'year' | null,
): Computed {
  const { plan, year, asOf } = context;
  const target =
    measurable.byArea.get(context.area)?.get(year) ??
    targetFor(measurable, year, every, plan.period.first) ??
    null;
  const judging = { target, year, asOf, isShare: shareOf(context, measurable) };
  const judgement = judge(judging, knownResults(context, address, measurable));
  const isUnjudged = context.endedOn !== null && target !== null;
  const judged = { ...(isUnjudged ? ofEndedArea(judgement) : judgement), measurable, target };
  const pacing = paceInput(judged, context);
  return {
    ...judged,
    address,
    pace: pacing && paceOf(pacing, context.pace),
    waiver: waiverFor(measurable, year, asOf) ?? null,
    parts: [],
  };
}

/** Targets of a year that the area did not live to see are not judged on its last figures. */
function ofEndedArea(judgement: Judgement): Judgement {
  return {
    ...judgement,
    verdict: 'no-data',
    reason: 'area-ended',
    actual: null,
    latest: judgement.actual ?? judgement.latest,
    attainment: null,
    gap: null,
    isEstimate: false,
    isProvisional: false,
    rivals: [],
  };
}

function shareOf(context: EvaluationContext, measurable: Measurable): boolean {
  return isShare(measurable.unit, context.measures.get(measurable.measure ?? ''));
}

/**
 * The rows on an address and its baseline, which comes last: at equal precedence a row counts. The
 * plan's baseline is of its own area and says nothing about another.
 */
function knownResults(
  context: EvaluationContext,
  address: string,
  measurable: Measurable,
): Result[] {
  const rows = context.resultsOf.get(address) ?? [];
  const { plan, area } = context;
  const baseline = area === plan.area ? baselineResult(plan, address, measurable) : undefined;
  return baseline ? [...rows, baseline] : [...rows];
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
    published: null,
    source: plan.document,
    note: '',
    basis: 'baseline',
    file: plan.file,
    line: plan.lines.get(`${address}#baseline`) ?? 1,
  };
}

/** An indicator on its own target where it has one for the year, else on its parts'. */
function computeWhole(
  context: EvaluationContext,
  indicator: Indicator,
  parts: readonly Computed[],
): Computed {
  const own = compute(context, indicator.id, indicator, indicator.every);
  if (own.target || parts.length === 0) return { ...own, parts };
  const counted = parts.filter((part) => part.waiver === null);
  const verdict = combineVerdicts(counted.map((part) => part.verdict));
  const decisive = counted.filter((part) => part.verdict === verdict);
  return {
    ...own,
    verdict,
    isProvisional: decisive.some((part) => part.isProvisional),
    isEstimate: decisive.some((part) => part.isEstimate),
    rivals: counted.flatMap((part) => part.rivals),
    reason: VERDICTS[verdict].targeted ? 'parts' : 'no-target',
    attainment: lowestAttainment(counted),
    latest: null,
    parts,
  };
}

/** The lowest part's; unknown while a part that counts has no data, for it could be the lowest. */
function lowestAttainment(parts: readonly Computed[]): Exact | null {
  if (parts.some(({ verdict }) => VERDICTS[verdict].targeted && !VERDICTS[verdict].judged))
    return null;
  const known = parts.map((part) => part.attainment).filter((a) => a !== null);
  return known.length === 0 ? null : known.reduce((low, a) => (compare(a, low) < 0 ? a : low));
}

/**
 * What the pace of a number that is still open is computed from; `null` where pace is no question.
 * The plan's baseline is of its own area, as in {@link knownResults}.
 */
export function paceInput(
  { verdict, target, actual, measurable }: Pick<Computed, PaceFacts>,
  { plan, area, year }: Pick<PlanEvaluation, 'plan' | 'area' | 'year'>,
): PaceInput | null {
  if (verdict !== 'in-progress' || !target || isMilestone(target)) return null;
  if (actual?.value.kind !== 'number') return null;
  const newer =
    actual.basis === 'result' ? { value: actual.value.value, end: actual.period.end } : null;
  const baseline = area === plan.area ? measurable.baseline : null;
  const accumulates = measurable.accumulates !== null;
  return { target, year, baseline, actual: newer, accumulates };
}

type PaceFacts = 'verdict' | 'target' | 'actual' | 'measurable';

/** Adds the official word on the target year, and what the numbers said on its day. */
function withDeclared(
  context: EvaluationContext,
  indicator: Indicator,
  computed: Computed,
  computeThen: (then: EvaluationContext) => Computed,
): MeasurableEvaluation {
  const rows = declaringRows(context, indicator, computed.address);
  const row = foremost(rows);
  if (!row?.status) return { ...computed, declared: null };
  const judgement = computeThen({ ...context, asOf: row.period.end, endedOn: null });
  const { status } = row;
  const rival =
    rows.find((other) => other.period.text === row.period.text && other.status !== status) ?? null;
  const standing = standingOfDeclared(context, status, judgement, rival);
  return {
    ...computed,
    declared: { status, row, judgement, standing, agrees: standing === 'agrees', rival },
  };
}

function standingOfDeclared(
  context: EvaluationContext,
  status: DeclaredStatus,
  { verdict, target, measurable }: Computed,
  rival: Result | null,
): DeclaredStanding {
  if (rival !== null) return 'contradicted';
  const isCapped =
    target !== null && (isMilestone(target) || isCap(target, shareOf(context, measurable)));
  if (status === 'exceeded' && isCapped) return 'contradicted';
  if (status === verdict) return 'agrees';
  if (VERDICTS[verdict].judged) return 'contradicted';
  return VERDICTS[status].reached ? 'unsupported' : 'note';
}

/** The official words on the target year known by the day. */
function declaringRows(
  context: EvaluationContext,
  indicator: Indicator,
  address: string,
): Result[] {
  const rows = context.resultsOf.get(address) ?? [];
  return corrected(
    rows.filter(
      (row) =>
        row.status !== null &&
        isKnown(row, context.asOf) &&
        spokenYear(indicator, periodYear(row.period)) === context.year,
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
