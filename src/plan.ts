import type { Day } from './calendar.ts';
import type { Due } from './deadline.ts';
import { greatest } from './extremes.ts';
import type { Indicator, Measurable, Path } from './indicator.ts';
import { targetYears } from './indicator.ts';
import type { Target } from './target.ts';
import type { CountedVerdict } from './verdict.ts';

/** A task (nhiệm vụ, giải pháp, dự án). */
export interface Task {
  id: string;
  title: string;
  group: string | null;
  lead: readonly string[];
  partners: readonly string[];
  due: Due;
  /** Owed by each leading agency, not by them together. */
  each: 'lead' | null;
  funding: readonly string[];
  note: string | null;
  source: string;
  path: Path;
}

/** A duty to report (chế độ báo cáo). */
export interface ReportDuty {
  id: string;
  title: string;
  group: string | null;
  lead: readonly string[];
  /** Who receives the report. */
  to: string | null;
  due: Due;
  /** Owed by each leading agency, not by them together. */
  each: 'lead' | null;
  note: string | null;
  source: string;
  path: Path;
}

/** What a document can count in itself. */
type ClaimedCount =
  | 'indicators'
  | 'tasks'
  | CountedVerdict
  | 'missed'
  | 'no-data'
  | 'reached'
  | 'tasks-done'
  | 'tasks-overdue';

/** What a document says of itself. */
export type Claim = { text: string; source: string; path: Path } & (
  | {
      kind: 'count';
      count: ClaimedCount;
      status: 'declared' | null;
      group: string | null;
      origin: 'national' | 'local' | null;
      equals: number;
      /** The stated total, where it is stated. */
      of: number | null;
    }
  | { kind: 'counted'; counted: number; equals: number }
  | {
      kind: 'target';
      indicator: string;
      year: number;
      target: Target;
      /** Whose target it is, where it is not the plan's own. */
      reference: 'national' | null;
    }
);

/** A suppression of the plan itself. */
interface Ignore {
  rule: string;
  where: string;
  reason: string;
  path: Path;
}

/** A plan (kế hoạch, đề án) as its file says it. */
export interface Plan {
  id: string;
  title: string;
  document: string;
  /** The document that prints it, where that is another. */
  printedIn: string | null;
  issued: Day;
  area: string;
  /** The area whose results judge its targets after its own area ended. */
  succeededBy: string | null;
  /** The areas that report to it; `null` for those below its area in the catalogue. */
  areas: readonly string[] | null;
  /** From its first year to its last printed horizon, both included. */
  period: { first: number; last: number };
  implements: readonly string[];
  note: string | null;
  agencies: ReadonlyMap<string, string>;
  /** The agencies of which a group of agencies consists. */
  members: ReadonlyMap<string, readonly string[]>;
  groups: ReadonlyMap<string, string>;
  indicators: readonly Indicator[];
  tasks: readonly Task[];
  reports: readonly ReportDuty[];
  claims: readonly Claim[];
  ignore: readonly Ignore[];
  /** How this plan's CSV files write decimals, where it says so. */
  decimal: ',' | '.' | null;
  /** The file it was read from, as the user named it. */
  file: string;
  /**
   * 1-based line of each indicator, part, task and duty by id (`id/part`), of baselines by
   * `id#baseline`, of targets by `id#targets.2025` and of claims by `#claims.0`.
   */
  lines: ReadonlyMap<string, number>;
}

/** The document in which the plan's places are to be looked up. */
export function printedDocument({ printedIn, document }: Plan): string {
  return printedIn ?? document;
}

/** A number or share that the plan's files name by `id` or `id/part`. */
export interface Addressed {
  address: string;
  indicator: Indicator;
  measurable: Measurable;
}

/** The name of an indicator, or of one and its part, as sheets print it. */
export function fullName({ indicator, measurable }: Omit<Addressed, 'address'>): string {
  const isPart = indicator.parts.some((part) => part === measurable);
  return isPart ? `${indicator.name} – ${measurable.name}` : indicator.name;
}

/** Every indicator and part with the address that result files use. */
export function addresses(plan: Plan): readonly Addressed[] {
  const known = ADDRESSES.get(plan.indicators);
  if (known !== undefined) return known;
  const all = plan.indicators.flatMap(addressesIn);
  ADDRESSES.set(plan.indicators, all);
  return all;
}

/** What is asked again and again of one plan. */
const ADDRESSES = new WeakMap<Plan['indicators'], readonly Addressed[]>();

/** The indicator and its parts. */
export function addressesIn(indicator: Indicator): Addressed[] {
  return [
    { address: indicator.id, indicator, measurable: indicator },
    ...indicator.parts.map((part) => ({
      address: `${indicator.id}/${part.id}`,
      indicator,
      measurable: part,
    })),
  ];
}

/**
 * The target year that a reader means when none is named: the first with targets that is not before
 * the as-of year; where all have ended, the last within the plan's period, else the last.
 */
export function defaultYear(plan: Plan, asOfYear: number): number {
  const years = [...new Set(plan.indicators.flatMap(targetYears))].sort((a, b) => a - b);
  const own = years.filter((year) => isWithin(plan.period, year));
  return years.find((year) => year >= asOfYear) ?? own.at(-1) ?? years.at(-1) ?? plan.period.last;
}

/** The years that any of the plan's indicators has a target for, ascending. */
export function yearsWithTargets({ indicators, period }: Plan): number[] {
  const written = indicators.flatMap(targetYears);
  const every = indicators.filter((one) => one.every === 'year').flatMap(targetYears);
  const last = greatest(every, period.first - 1);
  const yearly = Array.from({ length: last - period.first + 1 }, (_, n) => period.first + n);
  return [...new Set([...written, ...yearly])].sort((a, b) => a - b);
}

/** The last year that the plan speaks of: its period's, or a later one with targets; domain.md, "horizon". */
export function horizonOf(plan: Plan): number {
  return greatest(yearsWithTargets(plan), plan.period.last);
}

function isWithin(period: Plan['period'], year: number): boolean {
  return year >= period.first && year <= period.last;
}
