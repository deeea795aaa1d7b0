import type { IndicatorEvaluation } from '../evaluation.ts';
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
import { judgedPlan } from './judged.ts';

type Total = ClaimMismatch['claim'];
type CountClaim = Extract<Claim, { kind: 'count' }>;

/** Totals that the document states and its own lists do not bear out. */
export function* claimMismatches(
  audited: Audited,
  question: AuditQuestion,
): Generator<ClaimMismatch> {
  const { plan } = audited;
  const counts = countsOf(audited, question);
  for (const [index, claim] of plan.claims.entries()) {
    if (claim.kind === 'target') continue;
    const found = claim.kind === 'counted' ? claim.counted : counts(claim);
    if (found !== null && found !== claim.equals)
      yield mismatch(plan, claim, index, { said: claim.equals, found, key: 'equals' });
    if (claim.kind !== 'count' || claim.of === null) continue;
    const total = counts(allOf(claim))!;
    if (total !== claim.of)
      yield mismatch(plan, claim, index, { said: claim.of, found: total, key: 'of' });
  }
}

/** The claim of all those of which it counts some. */
function allOf(claim: CountClaim): CountClaim {
  return { ...claim, count: claim.count.startsWith('tasks') ? 'tasks' : 'indicators' };
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

/** Something that a claim may count. */
interface Listed {
  group: string | null;
  /** Absent of tasks, which have none. */
  origin?: Origin;
}

type Origin = CountClaim['origin'];
const ORIGINS: readonly Origin[] = ['national', 'local', null];

/** What the plan's lists hold; `null` where nothing is known yet that could be counted. */
type Count = (claim: CountClaim) => number | null;

/** Very many claims may count the same things: each kind is gone through once. */
function countsOf(audited: Audited, question: AuditQuestion): Count {
  const known = new Map<string, Count>();
  return (claim) => {
    const key = `${claim.count} ${claim.status}`;
    const count = known.get(key) ?? tallied(countedOf(claim, audited, question));
    known.set(key, count);
    return count(claim);
  };
}

/** How many of them are of a claim's group and origin. */
function tallied(listed: readonly Listed[] | null): Count {
  const counts = new Map<string, number>();
  for (const { group, origin } of listed ?? []) {
    const origins = origin === undefined ? ORIGINS : [origin, null];
    const keys = [group, null].flatMap((one) => origins.map((other) => keyOf(one, other)));
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return ({ group, origin }) => (listed === null ? null : (counts.get(keyOf(group, origin)) ?? 0));
}

function keyOf(group: string | null, origin: Origin): string {
  return `${group}\n${origin}`;
}

function countedOf(
  { count, status }: CountClaim,
  audited: Audited,
  question: AuditQuestion,
): readonly Listed[] | null {
  const { tasks, indicators } = audited.plan;
  switch (count) {
    case 'tasks':
      return tasks;
    case 'indicators':
      return indicators;
    case 'tasks-done':
    case 'tasks-overdue':
      return tasksOf(count, audited, question);
    default:
      return status === 'declared'
        ? declaredAs(count, audited, question)
        : computedAs(count, audited, question);
  }
}

/** Tasks of which all that has fallen due is done, or something is overdue. */
function tasksOf(
  counted: 'tasks-done' | 'tasks-overdue',
  { plan, progress }: Audited,
  { asOf }: AuditQuestion,
): readonly Listed[] | null {
  if (progress === null) return null;
  const { items } = deadlinesOf(plan, progress, { asOf });
  const own = grouped(
    items.filter((item) => item.kind === 'task'),
    ({ id }) => id,
  );
  return [...own.values()]
    .filter((occurrences) => {
      const isLate = occurrences.some(({ state }) => state === 'overdue');
      return counted === 'tasks-overdue' ? isLate : !isLate && occurrences.some(isDone);
    })
    .map(([first]) => first!);
}

/** Is the verdict the counted one, or one of those that reach the target? */
function isOf(verdict: Verdict, counted: Verdict | 'reached'): boolean {
  return counted === 'reached' ? VERDICTS[verdict].reached : verdict === counted;
}

/** By the last official word on each indicator of the plan's own area. */
function declaredAs(
  counted: Verdict | 'reached',
  { plan, results }: Audited,
  { asOf }: AuditQuestion,
): readonly Listed[] | null {
  const rows = results.filter(
    (row) => row.status !== null && row.area === plan.area && isKnown(row, asOf),
  );
  if (rows.length === 0) return null;
  const byIndicator = grouped(corrected(rows), (row) => row.indicator);
  return plan.indicators.filter((indicator) => {
    const last = foremost(byIndicator.get(indicator.id) ?? []);
    return last?.status != null && isOf(last.status, counted);
  });
}

function computedAs(
  counted: Verdict | 'reached',
  audited: Audited,
  { asOf }: AuditQuestion,
): readonly Listed[] | null {
  const { indicators } = judgedPlan(audited, asOf);
  const isJudged = ({ actual, parts }: IndicatorEvaluation) =>
    actual !== null || parts.some((part) => part.actual !== null);
  if (!indicators.some(isJudged)) return null;
  return indicators
    .filter(({ verdict }) => isOf(verdict, counted))
    .map(({ indicator }) => indicator);
}
