import { type Computed, type EvaluationContext, shareOf } from './computed.ts';
import { type Indicator, spokenYear } from './indicator.ts';
import { periodYear } from './period.ts';
import { corrected, foremost, isKnown, type Result } from './result.ts';
import { isCap, isMilestone } from './target.ts';
import { type DeclaredStatus, VERDICTS } from './verdict.ts';

/** The official word on an indicator, and what the numbers said on the day it was given. */
export interface Declared {
  status: DeclaredStatus;
  row: Result;
  /** As of the end of the row's own period. */
  judgement: Computed;
  standing: DeclaredStanding;
  agrees: boolean;
  /** Another official word of the same day that says otherwise, of whatever source. */
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

/** The official word on the target year of an address, held against the numbers of its own day. */
export function declaredOf(
  context: EvaluationContext,
  indicator: Indicator,
  address: string,
  computeThen: (then: EvaluationContext) => Computed,
): Declared | null {
  const rows = declaringRows(context, indicator, address);
  const row = foremost(corrected(rows));
  if (!row?.status) return null;
  const judgement = computeThen({ ...context, asOf: row.period.end, endedOn: null });
  const { status } = row;
  const rival = rows.find((other) => other.status !== status && isOfItsTime(other, row)) ?? null;
  const standing = standingOfDeclared(context, status, judgement, rival);
  return { status, row, judgement, standing, agrees: standing === 'agrees', rival };
}

/**
 * Do two official words speak of the same time? Periods that end on one day do; so does, of another
 * place, a day in the month with which the other's period ends: "met" on 15 December and "exceeded"
 * of the year. What was in progress then may have been reached by the end.
 */
function isOfItsTime(other: Result, row: Result): boolean {
  if (other.period.end === row.period.end) return true;
  const isWithin = row.period.start <= other.period.start && other.period.end < row.period.end;
  const isOfLastMonth = other.period.end.slice(0, 7) === row.period.end.slice(0, 7);
  return isWithin && isOfLastMonth && other.source !== row.source && other.status !== 'in-progress';
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
  return rows.filter(
    (row) =>
      row.status !== null &&
      isKnown(row, context.asOf) &&
      spokenYear(indicator, periodYear(row.period)) === context.year,
  );
}
