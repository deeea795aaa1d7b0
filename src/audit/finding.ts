import type { Day } from '../calendar.ts';
import type { Computed } from '../evaluation.ts';
import type { Exact } from '../exact.ts';
import type { Measurable } from '../indicator.ts';
import type { MeasureCatalogue } from '../measure.ts';
import { type Addressed, addresses, type Claim, type Plan } from '../plan.ts';
import type { Agreement } from '../precision.ts';
import type { Observation, Result } from '../result.ts';
import type { Target } from '../target.ts';
import type { DeclaredStatus } from '../verdict.ts';

/** What the audit can find; the order in which it is told. */
export const AUDIT_KINDS = [
  'declared-mismatch',
  'stale-result',
  'source-conflict',
  'target-conflict',
  'claim-mismatch',
  'ratio-mismatch',
] as const;

export type AuditKind = (typeof AUDIT_KINDS)[number];

/** A plan with what is known of it, as the audit takes it. */
export interface Audited {
  plan: Plan;
  measures: MeasureCatalogue;
  /** The results that an audit needs; see `auditKeeper`. */
  results: readonly Result[];
}

/** What an audit is asked for. */
export interface AuditQuestion {
  /** Results of later periods are not known yet. */
  asOf: Day;
  /** Figures that differ by no more are a note; in their unit. */
  tolerance: Exact;
  kinds?: readonly AuditKind[] | undefined;
  /** Only what concerns these areas. */
  areas?: readonly string[] | undefined;
  /** Only what concerns indicators that these agencies lead. */
  leads?: readonly string[] | undefined;
}

/** Where something is said: the file's line, and the place in the document. */
export interface AuditPlace {
  /** The plan's id. */
  plan: string;
  /** The plan's document, where the source is a place in it; `null` where it names its own. */
  document: string | null;
  /** The place in the document, or the source, as its file gives it; empty where none is given. */
  source: string;
  file: string;
  line: number;
}

/** What somebody says of one figure. */
export interface Account {
  observation: Observation;
  measurable: Measurable;
  plan: Plan;
  address: string;
  /** Every place that says so: a published figure may stand in several files. */
  places: readonly AuditPlace[];
}

/** A target that is set somewhere for a year. */
export interface Setting {
  target: Target;
  year: number;
  measurable: Measurable;
  plan: Plan;
  address: string;
  /** The document's sentence, where the target stands in one and not among the indicators. */
  claim: string | null;
  place: AuditPlace;
}

interface Common {
  plan: Plan;
  /** `id` or `id/part`; `null` where the whole plan is meant. */
  address: string | null;
  area: string;
  /** Agencies that lead, by the plan's codes. */
  lead: readonly string[];
  /** A note tells something that is no contradiction. */
  isNote: boolean;
  /** The place where the finding is shown first. */
  at: AuditPlace;
}

/** The official word differs from the verdict on the day of which it speaks. */
export interface DeclaredMismatch extends Common {
  kind: 'declared-mismatch';
  declared: DeclaredStatus;
  /** The end of the declaring row's period. */
  asOf: Day;
  year: number;
  /** As of that day. */
  judgement: Computed;
  row: Result;
}

/** A place declares a status for a year and gives figures of another time only. */
export interface StaleResult extends Common {
  kind: 'stale-result';
  why: 'earlier-year' | 'after-report';
  declared: DeclaredStatus;
  row: Result;
  year: number;
  accounts: readonly Account[];
}

/** Sources give different figures for one indicator and time. */
export interface SourceConflict extends Common {
  kind: 'source-conflict';
  year: number;
  accounts: readonly Account[];
  agreement: Exclude<Agreement, 'equal'>;
}

/** Places set different targets. */
export interface TargetConflict extends Common {
  kind: 'target-conflict';
  settings: readonly Setting[];
  /** `later-looser`: a later plan asks less of a later year than an earlier plan of an earlier one. */
  why: 'different' | 'tolerance' | 'wording' | 'later-looser';
}

/** The document's own total is not what it lists. */
export interface ClaimMismatch extends Common {
  kind: 'claim-mismatch';
  claim: Extract<Claim, { kind: 'count' | 'counted' }>;
  said: number;
  found: number;
}

/** A printed value is not its numerator over its denominator, rounded as it is printed. */
export interface RatioMismatch extends Common {
  kind: 'ratio-mismatch';
  measurable: Measurable;
  row: Result & { value: { kind: 'number'; value: Exact; about: boolean } };
  printed: Exact;
  counts: { numerator: Exact; denominator: Exact };
}

export type AuditFinding =
  | DeclaredMismatch
  | StaleResult
  | SourceConflict
  | TargetConflict
  | ClaimMismatch
  | RatioMismatch;

/** The place of a row of results; a baseline stands where its indicator does. */
export function placeOfRow(plan: Plan, row: Result, indicatorSource: string): AuditPlace {
  const source = row.basis === 'baseline' ? indicatorSource : row.source;
  return { ...cited(plan, source), file: row.file, line: row.line };
}

/** A place in the plan's own document, by the key under which the plan keeps its line. */
export function placeInPlan(plan: Plan, key: string, source: string): AuditPlace {
  return { ...cited(plan, source), file: plan.file, line: plan.lines.get(key) ?? 1 };
}

function cited(plan: Plan, source: string): Pick<AuditPlace, 'plan' | 'document' | 'source'> {
  const document = headings(plan).has(headingOf(source)) ? plan.document : null;
  return { plan: plan.id, document, source };
}

/** A file of results has many rows and its plan few headings: they are gathered once. */
const HEADINGS = new WeakMap<Plan, ReadonlySet<string>>();

/**
 * How the plan's own places begin, `PL1` or `II`: a source that begins so is a place in the same
 * document, any other names a document or a publication of its own.
 */
function headings(plan: Plan): ReadonlySet<string> {
  const known = HEADINGS.get(plan);
  if (known) return known;
  const own = [...plan.indicators, ...plan.tasks, ...plan.reports, ...plan.claims];
  const all = own.map(({ source }) => headingOf(source)).filter((heading) => heading !== '');
  const gathered = new Set(all);
  HEADINGS.set(plan, gathered);
  return gathered;
}

function headingOf(source: string): string {
  return /^[\p{L}\d]+(?=[.;]|$)/u.exec(source)?.[0] ?? '';
}

/** The plan's indicators and parts by address. */
export function byAddress(plan: Plan): Map<string, Addressed> {
  return new Map(addresses(plan).map((addressed) => [addressed.address, addressed]));
}
