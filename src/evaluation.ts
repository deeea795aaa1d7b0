import { type Area, type AreaCatalogue, endedBy } from './area.ts';
import { type Day, day, yearOf } from './calendar.ts';
import {
  type Computed,
  computePart,
  computeParts,
  computeWhole,
  type EvaluationContext,
} from './computed.ts';
import { type Declared, declaredOf } from './declared.ts';
import { grouped } from './grouped.ts';
import type { Indicator } from './indicator.ts';
import { leftOver } from './left-over.ts';
import type { MeasureCatalogue } from './measure.ts';
import type { NotCounted } from './not-counted.ts';
import type { PaceMethod } from './pace.ts';
import { periodYear } from './period.ts';
import { addresses, defaultYear, type Plan } from './plan.ts';
import type { Result } from './result.ts';
import { byVerdict, type Verdict } from './verdict.ts';

/** What an evaluation is asked for. */
export interface Question {
  asOf: Day;
  /** The target year; {@link defaultYear} where absent. */
  year?: number;
  pace?: PaceMethod;
  /** The area whose results count; the plan's own where absent. */
  area?: string;
  /** The areas that are known, with the days on which they ended. */
  areas?: AreaCatalogue | undefined;
}

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

/** Judges every indicator of the plan. Pure: the same inputs give the same evaluation. */
export function evaluate(
  plan: Plan,
  results: readonly Result[],
  measures: MeasureCatalogue,
  question: Question,
): PlanEvaluation {
  const context = contextsOf(plan, results, measures, question)(question);
  const { asOf, year, area } = context;
  const indicators = plan.indicators.map((indicator) => evaluateIndicator(context, indicator));
  return {
    plan,
    asOf,
    year,
    area,
    endedArea: endedBy(question.areas, plan.area, asOf),
    indicators,
    counts: countVerdicts(indicators),
    notCounted: leftOver(
      indicators,
      results,
      { area, year },
      isOfWhole(plan, new Set(context.reporting)),
    ),
  };
}

/** What the indicators of a plan are judged with, for a target year and an area. */
type Contexts = (of: Pick<Question, 'year' | 'area'>) => EvaluationContext;

/** Of very many areas and years the results are looked through once, not for each of them. */
export function contextsOf(
  plan: Plan,
  results: readonly Result[],
  measures: MeasureCatalogue,
  { asOf, pace = 'linear', areas }: Omit<Question, 'year' | 'area'>,
): Contexts {
  const reporting = reportingAreas(plan, areas);
  const byArea = grouped(results, (result) => result.area);
  const ofArea = remembered((area: string) => resultsByIndicator(byArea.get(area) ?? []));
  const below = remembered(() => {
    const inside = new Set(reporting);
    return resultsByIndicator(results.filter((row) => inside.has(row.area)));
  });
  const none = new Map<string, Result[]>();
  const usual = remembered(() => defaultYear(plan, yearOf(asOf)));
  return (of) => {
    const year = of.year ?? usual('');
    const ended = endOf(plan, year, asOf, areas);
    const area = of.area ?? (ended ? (plan.succeededBy ?? plan.area) : plan.area);
    return {
      plan,
      area,
      endedOn: area === plan.area ? ended : null,
      year,
      asOf,
      pace,
      measures,
      resultsOf: ofArea(area),
      below: area === plan.area ? below(area) : none,
      reporting,
    };
  };
}

function remembered<Answer>(find: (key: string) => Answer): (key: string) => Answer {
  const known = new Map<string, Answer>();
  return (key) => {
    if (!known.has(key)) known.set(key, find(key));
    return known.get(key)!;
  };
}

/** Does the figure of another area go into the whole's? */
function isOfWhole(plan: Plan, reporting: ReadonlySet<string>): (row: Result) => boolean {
  const whole = new Set(
    addresses(plan)
      .filter(({ measurable }) => measurable.whole !== null)
      .map(({ address }) => address),
  );
  return (row) => whole.has(row.indicator) && reporting.has(row.area);
}

/** Every indicator and part of an evaluation; where parts decide, they speak for the whole. */
export function deciding(indicators: readonly IndicatorEvaluation[]): MeasurableEvaluation[] {
  return indicators.flatMap((whole) =>
    whole.target === null && whole.parts.length > 0 ? whole.parts : [whole],
  );
}

/** The areas that the plan names, else those below its own in the catalogue. */
export function reportingAreas(
  { area, areas }: Plan,
  known: AreaCatalogue | undefined,
): readonly string[] {
  if (areas !== null) return areas;
  return known === undefined ? [] : (areasBelow(known).get(area) ?? []);
}

const below = new WeakMap<AreaCatalogue, ReadonlyMap<string | null, string[]>>();

/** The codes of a catalogue's areas by the one that each lies in; asked for of every area of a plan. */
function areasBelow(known: AreaCatalogue): ReadonlyMap<string | null, string[]> {
  const held = below.get(known);
  if (held) return held;
  const made = new Map(
    [...grouped(known.values(), ({ parent }) => parent)].map(
      ([parent, areas]) => [parent, areas.map(({ code }) => code)] as const,
    ),
  );
  below.set(known, made);
  return made;
}

/** The day on which the plan's area ended, where that was before the target year's end and is past. */
function endOf(plan: Plan, year: number, asOf: Day, areas: AreaCatalogue | undefined): Day | null {
  const ended = areas?.get(plan.area)?.validTo ?? null;
  return ended !== null && ended < day(year, 12, 31) && asOf > ended ? ended : null;
}

/** The results by what they are of, `id` or `id/part`, in their order. */
export function resultsByIndicator(results: readonly Result[]): Map<string, Result[]> {
  const grouped = new Map<string, Result[]>();
  for (const result of results) {
    const group = grouped.get(result.indicator);
    if (group) group.push(result);
    else grouped.set(result.indicator, [result]);
  }
  return grouped;
}

/** Judges one indicator with its parts. */
export function evaluateIndicator(
  context: EvaluationContext,
  indicator: Indicator,
): IndicatorEvaluation {
  const parts = computeParts(context, indicator);
  const whole = computeWhole(context, indicator, parts);
  const declared = declaredOf(context, indicator, indicator.id, (then) =>
    computeWhole(then, indicator, computeParts(then, indicator)),
  );
  const evaluated = parts.map((part, index) => ({
    ...part,
    declared: declaredOf(context, indicator, part.address, (then) =>
      computePart(then, indicator, indicator.parts[index]!),
    ),
  }));
  // Written out: what is spread from another object is slow to make and to read, and there may be thousands.
  return {
    verdict: whole.verdict,
    reason: whole.reason,
    actual: whole.actual,
    latest: whole.latest,
    lastReaches: whole.lastReaches,
    attainment: whole.attainment,
    gap: whole.gap,
    isEstimate: whole.isEstimate,
    isProvisional: whole.isProvisional,
    rivals: whole.rivals,
    considered: whole.considered,
    measurable: whole.measurable,
    target: whole.target,
    address: whole.address,
    shareDoubt: whole.shareDoubt,
    pace: whole.pace,
    waiver: whole.waiver,
    declared,
    indicator,
    parts: evaluated,
  };
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
