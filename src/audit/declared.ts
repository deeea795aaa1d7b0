import {
  evaluate,
  type IndicatorEvaluation,
  isByParts,
  type MeasurableEvaluation,
} from '../evaluation.ts';
import { spokenYear } from '../indicator.ts';
import { isShare } from '../measure.ts';
import { periodYear } from '../period.ts';
import { reasonOf } from '../reason.ts';
import type { Result } from '../result.ts';
import { VERDICTS } from '../verdict.ts';
import {
  type Audited,
  type AuditQuestion,
  byAddress,
  type DeclaredMismatch,
  placeOfRow,
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
  const rowsOf = grouped(audited.results, (row) => row.area);
  const then = memoised((asOf: string, year: number, area: string) =>
    evaluate(audited.plan, rowsOf.get(area) ?? [], audited.measures, { asOf, year, area }),
  );
  for (const { row, evaluation, whole, year } of declaredRows(audited, question)) {
    const { declared } = evaluation;
    if (!declared || declared.agrees || !VERDICTS[declared.computed].targeted) continue;
    const asOf = row.period.end;
    const { indicator } = whole;
    const wholeThen = then(asOf, year, row.area).indicators.find((e) => e.indicator === indicator)!;
    const judged =
      evaluation.address === whole.address
        ? wholeThen
        : wholeThen.parts.find((part) => part.address === evaluation.address)!;
    yield {
      kind: 'declared-mismatch',
      plan: audited.plan,
      address: evaluation.address,
      area: row.area,
      lead: indicator.lead,
      isNote: false,
      at: placeOfRow(audited.plan, row, indicator.source),
      declared: declared.status,
      computed: declared.computed,
      asOf,
      year,
      judged,
      reason: reasonOf({
        ...judged,
        year,
        asOf,
        isShare: shareOf(judged, audited),
        byParts: isByParts(judged),
      }),
      row,
    };
  }
}

function shareOf({ measurable }: MeasurableEvaluation, { measures }: Audited): boolean {
  return isShare(measurable.unit, measures.get(measurable.measure ?? ''));
}

function memoised<Answer>(answer: (asOf: string, year: number, area: string) => Answer) {
  const known = new Map<string, Answer>();
  return (asOf: string, year: number, area: string): Answer => {
    const key = `${asOf} ${year} ${area}`;
    const held = known.get(key) ?? answer(asOf, year, area);
    known.set(key, held);
    return held;
  };
}
