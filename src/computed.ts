import { type Judgement, judge, wouldReach } from './attainment.ts';
import type { Day } from './calendar.ts';
import type { Instead } from './contradiction.ts';
import { compare, type Exact } from './exact.ts';
import {
  type Indicator,
  type Measurable,
  type Part,
  targetFor,
  type Waiver,
  waiverFor,
} from './indicator.ts';
import { isShare, type MeasureCatalogue } from './measure.ts';
import { type Pace, type PaceInput, type PaceMethod, paceOf } from './pace.ts';
import { yearPeriod } from './period.ts';
import type { Plan } from './plan.ts';
import {
  corrected,
  hasValue,
  isKnown,
  isNumber,
  type NumberObservation,
  type Observation,
  type Result,
} from './result.ts';
import { type ShareDoubt, shareDoubtOf } from './share-doubt.ts';
import { type Considered, isOutOfRange } from './standing.ts';
import { isMilestone, type Target } from './target.ts';
import { combineVerdicts, VERDICTS } from './verdict.ts';
import { wholeOf } from './whole.ts';
import { type YearTotals, yearTotals } from './year-total.ts';

/** One indicator or part, judged by its figures, whatever is declared. */
export interface Computed extends Judgement {
  /** `id` or `id/part`. */
  address: string;
  measurable: Measurable;
  target: Target | null;
  pace: Pace | null;
  /** Is a share to be doubted that decides, or would: written as a ratio? */
  shareDoubt: ShareDoubt | null;
  waiver: Waiver | null;
  /** An indicator's parts; a part has none. */
  parts: readonly Computed[];
}

/** What indicators are computed with. */
export interface EvaluationContext {
  plan: Plan;
  /** The area that is judged. */
  area: string;
  year: number;
  asOf: Day;
  pace: PaceMethod;
  measures: MeasureCatalogue;
  resultsOf: ReadonlyMap<string, readonly Result[]>;
  /** The figures of areas below the plan's own, by address. */
  below: ReadonlyMap<string, readonly Result[]>;
  /** The areas that report to the plan. */
  reporting: readonly string[];
  /** Had the plan's area ended before the target year's end, with no successor named? */
  endedOn: Day | null;
}

/** The parts of an indicator, in its order. */
export function computeParts(context: EvaluationContext, indicator: Indicator): Computed[] {
  return indicator.parts.map((part) => computePart(context, indicator, part));
}

/** One part by its own target. */
export function computePart(
  context: EvaluationContext,
  indicator: Indicator,
  part: Part,
): Computed {
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
  const isShare = shareOf(context, measurable);
  const judging = { target, year, asOf, isShare };
  const below = belowOf(context, address, measurable);
  const { rows, considered, instead } = addedUp(
    context,
    measurable,
    knownResults(context, address, measurable, below.made),
    below.instead,
  );
  const judgement = withLeftOut(judge(judging, rows, instead), [
    ...below.considered,
    ...considered,
  ]);
  const isUnjudged = context.endedOn !== null && target !== null;
  const judged = isUnjudged ? ofEndedArea(judgement, target) : judgement;
  const { verdict, reason, actual, latest } = judged;
  const pacing = paceInput({ verdict, actual, measurable, target }, context);
  // Written out: what is spread from another object is slow to make, and there may be thousands.
  return {
    verdict,
    reason,
    actual,
    latest,
    lastReaches: judged.lastReaches,
    attainment: judged.attainment,
    gap: judged.gap,
    isEstimate: judged.isEstimate,
    isProvisional: judged.isProvisional,
    rivals: judged.rivals,
    considered: judged.considered,
    measurable,
    target,
    address,
    shareDoubt: isShare ? shareDoubtOf(measurable, target, actual ?? latest) : null,
    pace: pacing && paceOf(pacing, context.pace),
    waiver: waiverFor(measurable, year, asOf) ?? null,
    parts: NO_PARTS,
  };
}

const NO_PARTS: readonly Computed[] = [];

/** Targets of a year that the area did not live to see are not judged on its last figures. */
function ofEndedArea(judgement: Judgement, target: Target): Judgement {
  const latest = judgement.actual ?? judgement.latest;
  return {
    ...judgement,
    verdict: 'no-data',
    reason: 'area-ended',
    actual: null,
    latest,
    lastReaches: wouldReach({ target }, latest),
    attainment: null,
    gap: null,
    isEstimate: false,
    isProvisional: false,
    rivals: [],
  };
}

/** Is the number a share, which ends at 100%? */
export function shareOf(context: EvaluationContext, measurable: Measurable): boolean {
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
  made: readonly Result[],
): Result[] {
  const rows = context.resultsOf.get(address) ?? [];
  const { plan, area } = context;
  const baseline = area === plan.area ? baselineResult(plan, address, measurable) : undefined;
  return [...rows, ...made, ...(baseline ? [baseline] : [])];
}

/** What the figures of areas make of the whole, and what became of each of them. */
interface Below {
  made: readonly Result[];
  instead: ReadonlyMap<Result, readonly Instead[]>;
  considered: readonly Considered[];
}

const NOTHING_BELOW: Below = { made: [], instead: new Map(), considered: [] };

function belowOf(context: EvaluationContext, address: string, measurable: Measurable): Below {
  if (measurable.whole === null) return NOTHING_BELOW;
  const { asOf, area, reporting, resultsOf, below } = context;
  const rows = below.get(address) ?? [];
  const isShare = shareOf(context, measurable);
  const considered: Considered[] = [];
  const usable: Observation[] = [];
  for (const result of rows) {
    const standing = leftOutOf(result, { asOf, isShare });
    if (standing !== null) considered.push({ result, standing });
    else if (hasValue(result)) usable.push(result);
  }
  const own = resultsOf.get(address) ?? [];
  const whole = wholeOf(measurable, own, corrected(usable), {
    area,
    expected: reporting,
  });
  const { made, used, beside, unjoined, instead } = whole;
  return {
    made,
    instead,
    considered: [
      ...considered,
      ...used.map((result): Considered => ({ result, standing: 'of-whole' })),
      ...beside,
      ...unjoined.map((result): Considered => ({ result, standing: 'not-joinable' })),
    ],
  };
}

/** Why the figure of an area goes into no whole, as one of the whole itself would not count. */
function leftOutOf(
  result: Result,
  { asOf, isShare }: { asOf: Day; isShare: boolean },
): Considered['standing'] | null {
  if (result.value === null) return result.isAnswered ? 'answered-none' : null;
  if (!isKnown(result, asOf)) return 'after-as-of';
  return isOutOfRange(result, { isShare }) ? 'out-of-range' : null;
}

/** Figures of single periods as totals of the year so far, where the indicator adds them up. */
function addedUp(
  { asOf }: EvaluationContext,
  { accumulates }: Measurable,
  rows: readonly Result[],
  instead: ReadonlyMap<Result, readonly Instead[]>,
): Pick<YearTotals, 'considered'> & {
  rows: readonly Result[];
  instead: ReadonlyMap<Result, readonly Instead[]>;
} {
  if (accumulates !== 'sum') return { rows, considered: [], instead };
  const isTile = (row: Result): row is NumberObservation =>
    row.basis === 'result' && isKnown(row, asOf) && isNumber(row);
  const tiles = rows.filter(isTile);
  const counting = corrected(tiles);
  const { totals, considered, instead: others } = yearTotals(counting, instead);
  const left = new Set(counting);
  const replaced = tiles.filter((row) => !left.has(row));
  return {
    rows: [...rows.filter((row) => !isTile(row)), ...totals],
    considered: [
      ...considered,
      ...replaced.map((result) => ({ result, standing: 'corrected' as const })),
    ],
    instead: others,
  };
}

function withLeftOut(judgement: Judgement, left: readonly Considered[]): Judgement {
  if (left.length === 0) return judgement;
  return { ...judgement, considered: [...judgement.considered, ...left] };
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
export function computeWhole(
  context: EvaluationContext,
  indicator: Indicator,
  parts: readonly Computed[],
): Computed {
  const own = compute(context, indicator.id, indicator, indicator.every);
  if (parts.length === 0) return own;
  if (own.target) return { ...own, parts };
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
  { plan, area, year }: Pick<EvaluationContext, 'plan' | 'area' | 'year'>,
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
