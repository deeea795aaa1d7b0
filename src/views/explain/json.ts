import { toNumber } from '../../exact.ts';
import type {
  ExplainedResult,
  IndicatorExplanation,
  MeasurableExplanation,
  NextStep,
} from '../../explain.ts';
import type { TaskExplanation } from '../../explain-task.ts';
import type { NotCounted } from '../../not-counted.ts';
import type { Result } from '../../result.ts';
import type { Threshold } from '../../target.ts';
import {
  numberOrNull,
  observationValue,
  paceJson,
  ratioOrNull,
  shareDoubtJson,
  targetJson,
  totalJson,
} from '../json-values.ts';

/** An indicator's explanation in the published shape of `explain --format json`, `explain/1`. */
export function indicatorJson(
  { plan, indicator, asOf, year, area, main, parts, notCounted }: IndicatorExplanation,
  unread: readonly NotCounted[],
) {
  return {
    format: 'explain/1',
    kind: 'indicator',
    asOf,
    plan: plan.id,
    document: plan.document,
    year,
    area,
    group: indicator.group,
    lead: [...indicator.lead],
    source: indicator.source,
    ...measurableJson(main, plan.lines, plan.file, year),
    parts: parts.map((part) => measurableJson(part, plan.lines, plan.file, year)),
    notCounted: [...unread, ...notCounted],
  };
}

function measurableJson(
  explained: MeasurableExplanation,
  lines: ReadonlyMap<string, number>,
  file: string,
  year: number,
) {
  const { evaluation, sensitivity, paces, next, waivers } = explained;
  const { address, measurable, target, actual, declared } = evaluation;
  return {
    id: address,
    name: measurable.name,
    unit: measurable.unit,
    measure: measurable.measure,
    file,
    line: lines.get(address) ?? 1,
    target: targetJson(target),
    wording: measurable.wording.get(explained.writtenYear ?? year) ?? null,
    targets: Object.fromEntries(
      [...measurable.targets].map(([own, value]) => [String(own), targetJson(value)]),
    ),
    results: explained.results.map(resultJson),
    ...(explained.unlisted > 0 && { unlisted: explained.unlisted }),
    verdict: evaluation.verdict,
    reason: evaluation.reason,
    waived: evaluation.waiver !== null,
    waivers: waivers.map(({ waiver, inForce }) => ({
      until: waiver.until,
      reason: waiver.reason,
      decision: waiver.decision,
      inForce,
    })),
    actual: actual ? figureJson(actual) : null,
    attainment: ratioOrNull(evaluation.attainment),
    gap: numberOrNull(evaluation.gap),
    estimate: evaluation.isEstimate,
    provisional: evaluation.isProvisional,
    disputed: evaluation.rivals.length > 0,
    rivals: evaluation.rivals.map(({ result, total, verdict }) => ({
      ...figureJson(result),
      total: totalJson(total),
      verdict,
    })),
    doubted: shareDoubtJson(evaluation.shareDoubt),
    roundingSensitive: sensitivity
      ? {
          from: toNumber(sensitivity.from),
          below: toNumber(sensitivity.below),
          otherwise: sensitivity.otherwise,
        }
      : null,
    next: nextJson(next),
    pace: paces
      ? { linear: paceJson(paces.linear), cagr: paceJson(paces.cagr), disagree: paces.disagree }
      : null,
    declared: declared
      ? {
          status: declared.status,
          period: declared.row.period.text,
          source: declared.row.source,
          file: declared.row.file,
          line: declared.row.line,
          computed: declared.judgement.verdict,
          reason: declared.judgement.reason,
          agrees: declared.agrees,
          standing: declared.standing,
        }
      : null,
  };
}

function resultJson({ result, standing }: ExplainedResult) {
  return {
    ...figureJson(result),
    status: result.status,
    counts: standing.startsWith('counts'),
    standing,
  };
}

function figureJson(result: Result) {
  const { value, counts, period, published, area, basis, source, file, sheet, line, coverage } =
    result;
  return {
    ...(value === null ? { value: null, about: false, bound: null } : observationValue(value)),
    numerator: counts ? toNumber(counts.numerator) : null,
    denominator: counts ? toNumber(counts.denominator) : null,
    period: period.text,
    published,
    area,
    basis,
    source,
    file,
    sheet,
    line,
    ...(coverage === undefined ? {} : { coverage }),
  };
}

function nextJson(next: NextStep) {
  return {
    kind: next.kind,
    verdict: next.kind === 'number' ? next.verdict : next.kind === 'measured' ? 'exceeded' : null,
    threshold: 'threshold' in next ? thresholdJson(next.threshold) : null,
    change: next.kind === 'number' ? numberOrNull(next.change) : null,
    parts: next.kind === 'parts' ? [...next.addresses] : [],
  };
}

function thresholdJson({ op, number }: Threshold) {
  return { op, value: toNumber(number) };
}

/** A task's or duty's explanation in the published shape of `explain --format json`. */
export function taskJson(
  { plan, kind, item, asOf, occurrences, rows, unlisted }: TaskExplanation,
  unread: readonly NotCounted[],
) {
  return {
    format: 'explain/1',
    kind,
    asOf,
    plan: plan.id,
    document: plan.document,
    id: item.id,
    title: item.title,
    group: item.group,
    lead: [...item.lead],
    source: item.source,
    file: plan.file,
    line: plan.lines.get(item.id) ?? 1,
    occurrences: occurrences.map((one) => ({
      due: one.due,
      state: one.state,
      daysOverdue: one.daysOverdue,
      occurrence: one.occurrence,
      agency: one.agency,
      originalDue: one.originalDue,
      doneOn: one.doneOn,
      note: one.note === '' ? null : one.note,
    })),
    reported: rows.map((row) => ({
      occurrence: row.occurrence,
      agency: row.agency,
      status: row.status,
      date: row.date,
      due: row.due,
      source: row.source,
      note: row.note === '' ? null : row.note,
      file: row.file,
      sheet: row.sheet,
      line: row.line,
    })),
    ...(unlisted > 0 && { unlisted }),
    notCounted: unread,
  };
}
