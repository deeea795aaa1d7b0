import { evaluate, type IndicatorEvaluation } from '../evaluation.ts';
import { grouped } from '../grouped.ts';
import { deadlinesOf, isDone } from '../overdue.ts';
import type { Claim, Plan } from '../plan.ts';
import { corrected, foremost, isKnown } from '../result.ts';
import { VERDICTS, type Verdict } from '../verdict.ts';
import {
  type Audited,
  type AuditQuestion,
  auditFinding,
  type ClaimMismatch,
  placeInPlan,
} from './finding.ts';

type Total = ClaimMismatch['claim'];
type CountClaim = Extract<Claim, { kind: 'count' }>;

/** Totals that the document states and its own lists do not bear out. */
export function* claimMismatches(
  audited: Audited,
  question: AuditQuestion,
): Generator<ClaimMismatch> {
  const { plan } = audited;
  for (const [index, claim] of plan.claims.entries()) {
    if (claim.kind === 'target') continue;
    const found = claim.kind === 'counted' ? claim.counted : countOf(claim, audited, question);
    if (found !== null && found !== claim.equals)
      yield mismatch(plan, claim, index, { said: claim.equals, found, key: 'equals' });
    if (claim.kind !== 'count' || claim.of === null) continue;
    const total = totalOf(claim, plan);
    if (total !== claim.of)
      yield mismatch(plan, claim, index, { said: claim.of, found: total, key: 'of' });
  }
}

/** All those of which the claim counts some. */
function totalOf(claim: CountClaim, { tasks, indicators }: Plan): number {
  return claim.count.startsWith('tasks')
    ? tasks.filter((task) => isOfGroup(task, claim)).length
    : indicators.filter((one) => isCounted(one, claim)).length;
}

interface Differing {
  said: number;
  found: number;
  key: 'equals' | 'of';
}

function mismatch(
  plan: Plan,
  claim: Total,
  index: number,
  { said, found, key }: Differing,
): ClaimMismatch {
  return {
    ...auditFinding({
      kind: 'claim-mismatch',
      plan,
      address: null,
      area: plan.area,
      lead: [],
      isNote: false,
      at: placeInPlan(plan, `#claims.${index}`, claim.source),
      path: [...claim.path, key],
      args: { said: claim.text, found, isListed: claim.kind === 'count' },
    }),
    claim,
    said,
    found,
  };
}

/** What the plan's lists hold; `null` where nothing is known yet that could be counted. */
function countOf(claim: CountClaim, audited: Audited, question: AuditQuestion): number | null {
  const { plan } = audited;
  switch (claim.count) {
    case 'tasks':
      return plan.tasks.filter((task) => isOfGroup(task, claim)).length;
    case 'indicators':
      return plan.indicators.filter((one) => isCounted(one, claim)).length;
    case 'tasks-done':
    case 'tasks-overdue':
      return taskCount(claim.count, claim, audited, question);
    default:
      return claim.status === 'declared'
        ? declaredCount(claim.count, claim, audited, question)
        : computedCount(claim.count, claim, audited, question);
  }
}

/** Tasks of which all that has fallen due is done, or something is overdue. */
function taskCount(
  counted: 'tasks-done' | 'tasks-overdue',
  claim: CountClaim,
  { plan, progress }: Audited,
  { asOf }: AuditQuestion,
): number | null {
  if (progress === null) return null;
  const { items } = deadlinesOf(plan, progress, { asOf });
  const own = grouped(
    items.filter((item) => item.kind === 'task' && isOfGroup(item, claim)),
    ({ id }) => id,
  );
  return [...own.values()].filter((occurrences) => {
    const isLate = occurrences.some(({ state }) => state === 'overdue');
    return counted === 'tasks-overdue' ? isLate : !isLate && occurrences.some(isDone);
  }).length;
}

function isOfGroup({ group }: { group: string | null }, claim: CountClaim): boolean {
  return claim.group === null || group === claim.group;
}

function isCounted(
  one: { group: string | null; origin: 'national' | 'local' | null },
  claim: CountClaim,
): boolean {
  return isOfGroup(one, claim) && (claim.origin === null || one.origin === claim.origin);
}

/** Is the verdict the counted one, or one of those that reach the target? */
function isOf(verdict: Verdict, counted: Verdict | 'reached'): boolean {
  return counted === 'reached' ? VERDICTS[verdict].reached : verdict === counted;
}

/** By the last official word on each indicator of the plan's own area. */
function declaredCount(
  counted: Verdict | 'reached',
  claim: CountClaim,
  { plan, results }: Audited,
  { asOf }: AuditQuestion,
): number | null {
  const rows = results.filter(
    (row) => row.status !== null && row.area === plan.area && isKnown(row, asOf),
  );
  if (rows.length === 0) return null;
  const byIndicator = grouped(corrected(rows), (row) => row.indicator);
  return plan.indicators.filter((indicator) => {
    const last = foremost(byIndicator.get(indicator.id) ?? []);
    return isCounted(indicator, claim) && last?.status != null && isOf(last.status, counted);
  }).length;
}

function computedCount(
  counted: Verdict | 'reached',
  claim: CountClaim,
  { plan, results, measures, areas }: Audited,
  { asOf }: AuditQuestion,
): number | null {
  const { indicators } = evaluate(plan, results, measures, { asOf, areas });
  const isJudged = ({ actual, parts }: IndicatorEvaluation) =>
    actual !== null || parts.some((part) => part.actual !== null);
  if (!indicators.some(isJudged)) return null;
  return indicators.filter((e) => isCounted(e.indicator, claim) && isOf(e.verdict, counted)).length;
}
