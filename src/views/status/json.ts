import type { Rival } from '../../attainment.ts';
import type { Day } from '../../calendar.ts';
import type {
  IndicatorEvaluation,
  MeasurableEvaluation,
  PlanEvaluation,
} from '../../evaluation.ts';
import { toNumber } from '../../exact.ts';
import { DEADLINE_STATES, type PlanDeadlines, type TaskCounts } from '../../overdue.ts';
import type { Plan } from '../../plan.ts';
import type { Observation } from '../../result.ts';
import { byVerdict } from '../../verdict.ts';
import {
  numberOrNull,
  observationValue,
  paceJson,
  ratioOrNull,
  shareDoubtJson,
  targetJson,
  totalJson,
} from '../json-values.ts';

/** What a plan's tasks and report duties count, where deadlines were asked. */
export type Duties = Pick<PlanDeadlines, 'tasks' | 'reports'>;

/**
 * The evaluations in the published shape of `status --format json`, `status/1`: plain data, keys
 * and indicators in a fixed order, no words and no locale. Without `duties`
 * a plan's `tasks` and `reports` are null.
 */
export function statusJson(
  evaluations: readonly PlanEvaluation[],
  asOf: Day,
  duties: ReadonlyMap<Plan, Duties> = new Map(),
) {
  return {
    format: 'status/1',
    asOf,
    plans: evaluations.map((evaluation) => planJson(evaluation, duties.get(evaluation.plan))),
  };
}

function planJson(evaluation: PlanEvaluation, duties: Duties | undefined) {
  const { plan, area, year, counts } = evaluation;
  return {
    id: plan.id,
    title: plan.title,
    document: plan.document,
    area,
    areaEnded: evaluation.endedArea?.validTo ?? null,
    year,
    indicators: evaluation.indicators.map((indicator) => ({
      ...measurableJson(indicator, indicator, year),
      parts: indicator.parts.map((part) => ({
        ...measurableJson(part, indicator, year),
        parts: [],
      })),
    })),
    counts: {
      indicators: counts.indicators,
      ...byVerdict((verdict) => counts[verdict]),
      waived: counts.waived,
    },
    tasks: countsJson(duties?.tasks),
    reports: countsJson(duties?.reports),
    notCounted: evaluation.notCounted,
  };
}

function countsJson(counts: TaskCounts | undefined) {
  if (!counts) return null;
  const { items, occurrences } = counts;
  const states = DEADLINE_STATES.map((state) => [state, counts[state]] as const);
  return { items, occurrences, ...Object.fromEntries(states) };
}

/** A part has its indicator's group and lead. */
function measurableJson(
  judged: MeasurableEvaluation,
  { indicator }: IndicatorEvaluation,
  year: number,
) {
  const { measurable } = judged;
  return {
    id: measurable.id,
    name: measurable.name,
    group: indicator.group,
    measure: measurable.measure,
    unit: measurable.unit,
    year,
    lead: [...indicator.lead],
    waived: judged.waiver !== null,
    target: targetJson(judged.target),
    actual: observationJson(judged.actual, judged.isEstimate),
    latest: observationJson(judged.latest),
    attainment: ratioOrNull(judged.attainment),
    gap: numberOrNull(judged.gap),
    verdict: judged.verdict,
    declared: judged.declared?.status ?? null,
    provisional: judged.isProvisional,
    disputed: judged.rivals.length > 0,
    rivals: judged.rivals.map(rivalJson),
    doubted: shareDoubtJson(judged.shareDoubt),
    pace: paceJson(judged.pace),
  };
}

function rivalJson({ result, total, verdict }: Rival) {
  const { area } = result;
  return { ...observationJson(result), area, total: totalJson(total), verdict };
}

/** A result in the published shape. */
export function observationJson(result: Observation | null, isEstimate = false) {
  if (!result) return null;
  const { period, basis, source, file, sheet, line, counts, published, coverage } = result;
  return {
    ...observationValue(result.value),
    numerator: counts === null ? null : toNumber(counts.numerator),
    denominator: counts === null ? null : toNumber(counts.denominator),
    period: period.text,
    published,
    estimate: isEstimate,
    basis,
    source,
    file,
    ...(sheet === undefined ? {} : { sheet }),
    line,
    ...(coverage === undefined ? {} : { coverage }),
  };
}
