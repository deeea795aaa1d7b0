import { greatest } from '../extremes.ts';
import { grouped } from '../grouped.ts';
import { periodYear } from '../period.ts';
import { hasValue, isKnown, type Observation, type Result } from '../result.ts';
import { VERDICTS } from '../verdict.ts';
import { declaredRows } from './declared.ts';
import {
  type Audited,
  type AuditQuestion,
  accountOf,
  byAddress,
  type StaleResult,
  staleResult,
} from './finding.ts';

/**
 * Statuses that stand beside figures of another time: the place in the document that declares the
 * status gives no figure of that year, but one of an earlier year or of a day after the report's.
 * The place is the status row's source and what lies below it (`III.1`, `III.1-2`).
 */
export function* staleResults(audited: Audited, question: AuditQuestion): Generator<StaleResult> {
  const { plan } = audited;
  const known = byAddress(plan);
  const figures = audited.results.filter(hasValue).filter((row) => isKnown(row, question.asOf));
  const keyOf = (id: string, area: string) => `${id}\n${area}`;
  const rowsOf = grouped(figures, (row) => keyOf(row.indicator.split('/')[0]!, row.area));
  for (const { row, whole, year } of declaredRows(audited, question)) {
    if (!namesPlace(row.source) || row.status === null || !VERDICTS[row.status].judged) continue;
    const rows = rowsOf.get(keyOf(whole.indicator.id, row.area)) ?? [];
    const beside = rows.filter((other) => isBeside(other, row));
    if (beside.some((other) => isOfItsTime(other, row))) continue;
    const stale = shown(beside, row);
    if (!stale) continue;
    const accounts = stale.rows.map((one) =>
      accountOf(plan, one, known.get(one.indicator)!.measurable),
    );
    const { measurable } = known.get(row.indicator)!;
    yield staleResult(
      { plan, row, measurable, year, why: stale.why, declared: row.status },
      accounts,
    );
  }
}

/**
 * A document or a place in one has a number; a source without any names an office, whose next
 * report is no part of this one.
 */
function namesPlace(source: string): boolean {
  return /\d/.test(source) || /^[IVXLC]+\.\S+$/.test(source);
}

/** Of the same indicator (or its parts) and area, from the same place in the document. */
function isBeside(other: Result, row: Result): boolean {
  const isOfIndicator =
    other.indicator === row.indicator || other.indicator.startsWith(`${row.indicator}/`);
  const rest = other.source.startsWith(row.source) ? other.source.slice(row.source.length) : null;
  return isOfIndicator && other.area === row.area && rest !== null && /^([-.].*)?$/s.test(rest);
}

function isOfItsTime(other: Observation, row: Result): boolean {
  return periodYear(other.period) === periodYear(row.period) && other.period.end <= row.period.end;
}

/** What is dated after the report, else the last earlier year that it speaks of. */
function shown(
  beside: readonly Observation[],
  row: Result,
): { why: StaleResult['why']; rows: Observation[] } | null {
  const after = beside.filter((other) => other.period.end > row.period.end);
  if (after.length > 0) return { why: 'after-report', rows: after };
  const last = greatest(beside.map((other) => periodYear(other.period)));
  const rows = beside.filter((other) => periodYear(other.period) === last);
  return rows.length > 0 ? { why: 'earlier-year', rows } : null;
}
