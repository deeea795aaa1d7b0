import type { NotCounted } from './not-counted.ts';
import type { Claim, Plan, ReportDuty, Task } from './plan.ts';
import { owingAgencies } from './progress.ts';
import type { Result } from './result.ts';

/** What of a plan is asked for; nothing named is everything. */
export interface Scope {
  /** Codes of agencies that lead. */
  lead: readonly string[];
  group: readonly string[];
  /** The area whose results count, where that is not the plan's own. */
  area: string | null;
}

/** Is less than the whole plan asked for? */
export function isNarrow({ lead, group, area }: Scope): boolean {
  return lead.length > 0 || group.length > 0 || area !== null;
}

/**
 * The plan with what the scope asks for alone, so that whatever is counted of it is counted within
 * the scope. Of an item that each of several agencies owes, the asked ones' own. Tasks and duties
 * are not set by area: of another area than the plan's there are none.
 */
export function narrowedPlan(plan: Plan, scope: Scope): Plan {
  if (!isNarrow(scope)) return plan;
  const isIn = (group: string | null) =>
    scope.group.length === 0 || (group !== null && scope.group.includes(group));
  const indicators = plan.indicators.filter(
    ({ lead, group }) => isIn(group) && isLedBy(lead, scope),
  );
  const own = <Item extends Task | ReportDuty>(items: readonly Item[]): Item[] =>
    scope.area === null
      ? items.filter(({ group }) => isIn(group)).flatMap((item) => owedBy(item, plan, scope))
      : [];
  return {
    ...plan,
    indicators,
    tasks: own(plan.tasks),
    reports: own(plan.reports),
    ...narrowedClaims(plan, new Set(indicators.map(({ id }) => id))),
  };
}

/** Does a row on `id` or `id/part` concern one of the plan's indicators? */
export function concerns({ indicators }: Plan): (address: string) => boolean {
  const ids = new Set(indicators.map(({ id }) => id));
  return (address) => ids.has(address.split('/')[0]!);
}

/** The rows on the plan's indicators. */
export function rowsWithin(plan: Plan, results: readonly Result[]): Result[] {
  const isOfPlan = concerns(plan);
  return results.filter(({ indicator }) => isOfPlan(indicator));
}

/** What does not count of the plan's indicators; whole files, and rows that name none, stay. */
export function notCountedWithin(plan: Plan, list: readonly NotCounted[]): NotCounted[] {
  const isOfPlan = concerns(plan);
  return list.filter(({ indicator }) => indicator === null || isOfPlan(indicator));
}

function isLedBy(lead: readonly string[], scope: Scope): boolean {
  return scope.lead.length === 0 || scope.lead.some((code) => lead.includes(code));
}

function owedBy<Item extends Task | ReportDuty>(item: Item, plan: Plan, scope: Scope): Item[] {
  const owing = owingAgencies(plan, item);
  if (owing === null || scope.lead.length === 0) return isLedBy(item.lead, scope) ? [item] : [];
  const asked = new Set(scope.lead.flatMap((code) => [code, ...(plan.members.get(code) ?? [])]));
  const lead = owing.filter((code) => asked.has(code));
  return lead.length === 0 ? [] : [{ ...item, lead }];
}

/** A stated total is the whole plan's; a target that a sentence sets belongs to its indicator. */
function narrowedClaims(plan: Plan, ids: ReadonlySet<string>): Pick<Plan, 'claims' | 'lines'> {
  const isKept = (claim: Claim) =>
    claim.kind === 'target' && ids.has(claim.indicator.split('/')[0]!);
  const kept = plan.claims.flatMap((claim, index) => (isKept(claim) ? [{ claim, index }] : []));
  const lines = new Map(plan.lines);
  for (const [at, { index }] of kept.entries()) {
    const line = plan.lines.get(`#claims.${index}`);
    if (line !== undefined) lines.set(`#claims.${at}`, line);
  }
  return { claims: kept.map(({ claim }) => claim), lines };
}
