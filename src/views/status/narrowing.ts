import type {
  IndicatorEvaluation,
  MeasurableEvaluation,
  PlanEvaluation,
} from '../../evaluation.ts';
import { compare, type Exact } from '../../exact.ts';
import { groupsOf } from '../../grouping.ts';
import { isAtMost } from '../../target.ts';
import { VERDICT_CODES, VERDICTS } from '../../verdict.ts';

/** What `--only` may name: a verdict, `waived`, or a declared status that differs. */
export const ONLY = [...VERDICT_CODES, 'waived', 'differs'] as const;
type Only = (typeof ONLY)[number];

/** What `--sort` may name. */
export const SORTS = ['document', 'verdict', 'attainment', 'gap', 'name'] as const;
type Sort = (typeof SORTS)[number];

/** Which indicators a table shows, and in what order; codes of groups and agencies. */
export interface Narrowing {
  only?: readonly Only[] | undefined;
  group?: readonly string[] | undefined;
  lead?: readonly string[] | undefined;
  sort?: Sort | undefined;
}

/** A group with all its indicators and those that the view shows, sorted. */
export interface GroupView {
  /** `null` for the indicators without a group. */
  code: string | null;
  all: IndicatorEvaluation[];
  shown: IndicatorEvaluation[];
}

/**
 * The plan's groups in its own order, then groups that it does not declare, last the indicators
 * without one. Indicators are sorted within their group; groups without any are left out.
 */
export function groupViews(evaluation: PlanEvaluation, narrowing: Narrowing): GroupView[] {
  const order = narrowing.sort ?? 'document';
  return groupsOf(evaluation).map(({ code, indicators: all }) => {
    const shown = all.filter((e) => isShown(e, narrowing));
    return { code, all, shown: order === 'document' ? shown : shown.sort(ORDERS[order]) };
  });
}

/** Does the view leave anything out on purpose? */
export function isNarrowed({ only, group, lead }: Narrowing): boolean {
  return [only, group, lead].some((wanted) => wanted !== undefined && wanted.length > 0);
}

/** Do the declared status of the indicator or of a part of it and the computed one differ? */
export function differs(evaluation: IndicatorEvaluation): boolean {
  return [evaluation, ...evaluation.parts].some(isDifferent);
}

/** Is the official word another than the numbers' as of its own period? */
export function isDifferent({ declared }: MeasurableEvaluation): boolean {
  return declared !== null && !declared.agrees && declared.standing !== 'note';
}

function isShown(evaluation: IndicatorEvaluation, { only, group, lead }: Narrowing): boolean {
  const { indicator, waiver, verdict } = evaluation;
  const kind = waiver ? 'waived' : verdict;
  return (
    isWanted(only, (code) => code === kind || (code === 'differs' && differs(evaluation))) &&
    isWanted(group, (code) => code === indicator.group) &&
    isWanted(lead, (code) => indicator.lead.includes(code))
  );
}

function isWanted<T>(wanted: readonly T[] | undefined, matches: (one: T) => boolean): boolean {
  return wanted === undefined || wanted.length === 0 || wanted.some(matches);
}

/** Made when first asked for: its making takes longer than most tables. */
let collator: Intl.Collator | undefined;

function alphabetically(a: string, b: string): number {
  collator ??= new Intl.Collator('vi', { numeric: true });
  return collator.compare(a, b);
}

type Order = (a: IndicatorEvaluation, b: IndicatorEvaluation) => number;

/** Worst first; what has no such figure comes last, and equals stay in the document's order. */
const ORDERS = {
  verdict: (a, b) => verdictRank(a) - verdictRank(b),
  attainment: (a, b) => nullsLast(a.attainment, b.attainment),
  gap: (a, b) => nullsLast(advance(a), advance(b)),
  name: (a, b) => alphabetically(a.indicator.name, b.indicator.name),
} as const satisfies Record<Exclude<Sort, 'document'>, Order>;

function verdictRank({ verdict, waiver }: IndicatorEvaluation): number {
  return waiver ? VERDICT_CODES.length : VERDICTS[verdict].rank;
}

/** The gap as a way ahead: below zero where a target is not reached, in either direction. */
function advance({ gap, target }: IndicatorEvaluation): Exact | null {
  return gap && target && isAtMost(target) ? gap.neg() : gap;
}

function nullsLast(a: Exact | null, b: Exact | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
}
