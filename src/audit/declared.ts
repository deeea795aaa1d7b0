import type { Computed } from '../computed.ts';
import type { Declared } from '../declared.ts';
import { evaluate, type IndicatorEvaluation, type MeasurableEvaluation } from '../evaluation.ts';
import { spokenYear } from '../indicator.ts';
import type { AuditArgs } from '../message/audit.ts';
import { message } from '../message/message.ts';
import { periodYear } from '../period.ts';
import type { Plan } from '../plan.ts';
import type { Result } from '../result.ts';
import { VERDICTS } from '../verdict.ts';
import {
  type Audited,
  type AuditQuestion,
  auditFinding,
  byAddress,
  type DeclaredMismatch,
  placeOfRow,
  saidResult,
  wordedTarget,
} from './finding.ts';
import { grouped } from './grouped.ts';

/** A declared status that counts: the last word on a target year in an area. */
export interface DeclaredRow {
  row: Result;
  evaluation: MeasurableEvaluation;
  whole: IndicatorEvaluation;
  year: number;
}

/** Every last official word: by area and target year, in the order of the plan. */
export function declaredRows(
  { plan, results, measures }: Audited,
  { asOf }: AuditQuestion,
): DeclaredRow[] {
  const known = byAddress(plan);
  const asked = new Map<string, { area: string; year: number }>();
  for (const row of results.filter(({ status }) => status !== null)) {
    const indicator = known.get(row.indicator)?.indicator;
    const year = indicator && spokenYear(indicator, periodYear(row.period));
    if (year !== undefined) asked.set(`${row.area} ${year}`, { area: row.area, year });
  }
  const rowsOf = grouped(results, (row) => row.area);
  return [...asked.values()].flatMap(({ area, year }) => {
    const rows = rowsOf.get(area) ?? [];
    const { indicators } = evaluate(plan, rows, measures, { asOf, year, area });
    return indicators.flatMap((whole) =>
      [whole, ...whole.parts].flatMap((evaluation) =>
        evaluation.declared ? [{ row: evaluation.declared.row, evaluation, whole, year }] : [],
      ),
    );
  });
}

/**
 * Official statuses that differ from the verdict as of the end of the declaring row's own period.
 * A status for a year without a target is held against nothing.
 */
export function* declaredMismatches(
  audited: Audited,
  question: AuditQuestion,
): Generator<DeclaredMismatch> {
  const { plan } = audited;
  for (const { row, evaluation, whole, year } of declaredRows(audited, question)) {
    const { declared, address } = evaluation;
    if (!declared || declared.agrees) continue;
    const { status, judgement } = declared;
    if (!VERDICTS[judgement.verdict].targeted) continue;
    const { lead, source } = whole.indicator;
    const at = placeOfRow(plan, row, source);
    yield {
      ...auditFinding({
        kind: 'declared-mismatch',
        plan,
        address,
        area: row.area,
        lead,
        isNote: false,
        at,
        path: ['status'],
        args: argsOf({ status, row, judgement }, year),
        elsewhere: figureElsewhere(plan, row, judgement, source),
      }),
      declared: status,
      asOf: row.period.end,
      year,
      judgement,
      row,
    };
  }
}

function argsOf(
  { status, row, judgement }: Pick<Declared, 'status' | 'row' | 'judgement'>,
  year: number,
): Omit<AuditArgs['declared-mismatch'], 'id' | 'area'> {
  const { actual, target, measurable, verdict, reason, parts } = judgement;
  const deciding = reason === 'parts' ? parts.filter((part) => part.target !== null) : [];
  return {
    declared: status,
    period: row.period,
    verdict,
    reason,
    figure: actual && saidResult(actual, measurable),
    target: target && wordedTarget(target, measurable, year),
    parts: deciding.map((part) => ({ name: part.measurable.name, verdict: part.verdict })),
  };
}

/** The figure that the status was held against, where it stands elsewhere. */
function figureElsewhere(
  plan: Plan,
  row: Result,
  { actual, measurable }: Computed,
  source: string,
) {
  if (!actual || (actual.line === row.line && actual.file === row.file)) return [];
  return [
    {
      place: placeOfRow(plan, actual, source),
      message: message('figure-here', { figure: saidResult(actual, measurable) }),
    },
  ];
}
