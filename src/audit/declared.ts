import type { Day } from '../calendar.ts';
import type { Computed } from '../computed.ts';
import type { Declared, DeclaredStanding } from '../declared.ts';
import {
  contextsOf,
  evaluateIndicator,
  type IndicatorEvaluation,
  type MeasurableEvaluation,
} from '../evaluation.ts';
import { least } from '../extremes.ts';
import { grouped } from '../grouped.ts';
import { type Indicator, spokenYear } from '../indicator.ts';
import type { AuditArgs } from '../message/audit.ts';
import { message } from '../message/message.ts';
import { periodYear } from '../period.ts';
import { isSamePlace } from '../place.ts';
import type { Plan } from '../plan.ts';
import type { Result } from '../result.ts';
import { VERDICTS } from '../verdict.ts';
import {
  type Audited,
  type AuditQuestion,
  byAddress,
  type DeclaredMismatch,
  type Outline,
  type Outlined,
  outlineOf,
  placeOfRow,
  saidResult,
  sayingOf,
  wordedTarget,
} from './finding.ts';

/** A declared status that counts: the last word on a target year in an area. */
export interface DeclaredRow {
  row: Result;
  evaluation: MeasurableEvaluation;
  whole: IndicatorEvaluation;
  year: number;
}

/** Every last official word: by area and target year, in the order of the plan. */
export function declaredRows(audited: Audited, { asOf }: AuditQuestion): readonly DeclaredRow[] {
  const known = held.get(audited);
  if (known?.asOf === asOf) return known.rows;
  const rows = [...declaredIn(audited, asOf)];
  held.set(audited, { asOf, rows });
  return rows;
}

/** They are asked for more than once. */
const held = new WeakMap<Audited, { asOf: Day; rows: readonly DeclaredRow[] }>();

function* declaredIn(
  { plan, results, measures, areas }: Audited,
  asOf: Day,
): Generator<DeclaredRow> {
  const known = byAddress(plan);
  const order = new Map(plan.indicators.map((indicator, at) => [indicator, at]));
  const asked = new Map<string, { area: string; year: number; of: Set<Indicator> }>();
  for (const row of results) {
    const indicator = row.status === null ? undefined : known.get(row.indicator)?.indicator;
    const year = indicator && spokenYear(indicator, periodYear(row.period));
    if (year === undefined) continue;
    const key = `${row.area} ${year}`;
    const one = asked.get(key) ?? { area: row.area, year, of: new Set() };
    asked.set(key, one);
    one.of.add(indicator!);
  }
  const contextOf = contextsOf(plan, results, measures, { asOf, areas });
  for (const { area, year, of } of asked.values()) {
    const context = contextOf({ year, area });
    const inOrder = [...of].sort((a, b) => order.get(a)! - order.get(b)!);
    for (const whole of inOrder.map((one) => evaluateIndicator(context, one)))
      for (const evaluation of [whole, ...whole.parts])
        if (evaluation.declared) yield { row: evaluation.declared.row, evaluation, whole, year };
  }
}

/**
 * Official statuses that differ from the verdict as of the end of the declaring row's own period.
 * A status for a year without a target is held against nothing.
 */
export function* declaredMismatches(
  audited: Audited,
  question: AuditQuestion,
): Generator<Outlined<'declared-mismatch', DeclaredMismatch>> {
  const { plan } = audited;
  for (const { row, evaluation, whole, year, isMain } of onceEach(
    declaredRows(audited, question),
  )) {
    const { declared, address } = evaluation;
    if (!declared) continue;
    const outline = outlineOf({
      kind: 'declared-mismatch',
      plan,
      address,
      area: row.area,
      lead: whole.indicator.lead,
      isNote: declared.standing === 'note' || !isMain,
      at: placeOfRow(plan, row),
      path: ['status'],
    });
    yield [outline, () => mismatchTold(outline, declared, year)];
  }
}

function mismatchTold(
  outline: Outline<'declared-mismatch'>,
  { status, row, judgement, standing, rival }: Declared,
  year: number,
): DeclaredMismatch {
  const { plan } = outline;
  const saying = sayingOf(outline, {
    args: argsOf({ status, row, judgement, standing, rival }, year),
    elsewhere: [...statusElsewhere(plan, rival), ...figureElsewhere(plan, row, judgement)],
  });
  const asOf = row.period.end;
  return { ...outline, ...saying, declared: status, standing, asOf, year, judgement, row, rival };
}

const GRAVEST: readonly DeclaredStanding[] = ['contradicted', 'unsupported', 'note'];

/**
 * Those that do not agree. Of one indicator the gravest is the main one, the whole before its
 * parts: what else is said of it is told and counted no second time.
 */
function onceEach(rows: readonly DeclaredRow[]): (DeclaredRow & { isMain: boolean })[] {
  const apart = rows.filter(
    ({ evaluation: { declared } }) =>
      declared && !declared.agrees && VERDICTS[declared.judgement.verdict].targeted,
  );
  const ofOne = grouped(apart, ({ row, whole, year }) =>
    [row.area, year, whole.indicator.id].join('\n'),
  );
  return [...ofOne.values()].flatMap((own) => {
    const grave = (one: DeclaredRow) => GRAVEST.indexOf(one.evaluation.declared!.standing);
    const gravest = least(own.map(grave));
    const main = own.find((one) => grave(one) === gravest);
    return own.map((one) => ({ ...one, isMain: one === main }));
  });
}

function argsOf(
  { status, row, judgement, standing, rival }: Omit<Declared, 'agrees'>,
  year: number,
): Omit<AuditArgs['declared-mismatch'], 'id' | 'area'> {
  const { actual, target, measurable, verdict, reason, parts } = judgement;
  const deciding = reason === 'parts' ? parts.filter((part) => part.target !== null) : [];
  return {
    declared: status,
    standing,
    rival: rival?.status ?? null,
    period: row.period,
    verdict,
    reason,
    figure: actual && saidResult(actual, measurable),
    target: target && wordedTarget(target, measurable, year),
    parts: deciding.map((part) => ({ name: part.measurable.name, verdict: part.verdict })),
  };
}

/** The official word that says otherwise. */
function statusElsewhere(plan: Plan, rival: Result | null) {
  if (!rival?.status) return [];
  const { status } = rival;
  return [{ place: placeOfRow(plan, rival), message: message('status-here', { status }) }];
}

/** The figure that the status was held against, where it stands elsewhere. */
function figureElsewhere(plan: Plan, row: Result, { actual, measurable }: Computed) {
  if (!actual || isSamePlace(actual, row)) return [];
  return [
    {
      place: placeOfRow(plan, actual),
      message: message('figure-here', { figure: saidResult(actual, measurable) }),
    },
  ];
}
