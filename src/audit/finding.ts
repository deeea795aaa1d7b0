import type { AreaCatalogue } from '../area.ts';
import type { Day } from '../calendar.ts';
import type { Computed } from '../computed.ts';
import type { DeclaredStanding } from '../declared.ts';
import { type Exact, toFraction } from '../exact.ts';
import { type Finding, levelOf, lineOf, RAISED } from '../finding.ts';
import type { Indicator, Measurable, Path } from '../indicator.ts';
import { isShare, type MeasureCatalogue } from '../measure.ts';
import type {
  SaidCounts,
  SaidResult,
  StaleWhy,
  TargetWhy,
  WordedTarget,
} from '../message/audit.ts';
import { type Message, type MessageArgs, type MessageOf, message } from '../message/message.ts';
import type { NotCounted } from '../not-counted.ts';
import { isSamePlace } from '../place.ts';
import { type Addressed, addresses, type Claim, type Plan, printedDocument } from '../plan.ts';
import type { Agreement } from '../precision.ts';
import type { ProgressRow } from '../progress.ts';
import { hasValue, isKnown, type Observation, type Result } from '../result.ts';
import { isOutOfRange } from '../standing.ts';
import type { Target } from '../target.ts';
import type { DeclaredStatus, Verdict } from '../verdict.ts';

/** What the audit can find; the order in which it is told. */
export type AuditKind = keyof typeof RAISED.audit;

export const AUDIT_KINDS = Object.keys(RAISED.audit) as readonly AuditKind[];

/** A plan with what is known of it, as the audit takes it. */
export interface Audited {
  plan: Plan;
  measures: MeasureCatalogue;
  /** The areas that are known, with the days on which they ended. */
  areas?: AreaCatalogue | undefined;
  /** The results that an audit needs; see `auditKeeper`. */
  results: readonly Result[];
  /** What is reported of its tasks and duties; `null` where there is no progress file. */
  progress: readonly ProgressRow[] | null;
  /** Rows and files that could not be read. */
  notCounted?: readonly NotCounted[];
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
  /** Only the findings for which this is true; where absent, all. */
  isWanted?: ((found: Pick<AuditFinding, 'plan' | 'address' | 'area'>) => boolean) | undefined;
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
  /** The sheet of a workbook. */
  sheet?: string | undefined;
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
  /** The area whose target it is, where the plan only quotes it. */
  quotedOf?: string | undefined;
  place: AuditPlace;
  /** Where it is written in the plan's file. */
  path: Path;
}

/** A finding like all others, with what the audit knows beside it. */
interface Common<Kind extends AuditKind> extends Finding {
  rule: Kind;
  message: MessageOf<Kind>;
  kind: Kind;
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
export interface DeclaredMismatch extends Common<'declared-mismatch'> {
  declared: DeclaredStatus;
  standing: DeclaredStanding;
  /** The end of the declaring row's period. */
  asOf: Day;
  year: number;
  /** As of that day. */
  judgement: Computed;
  row: Result;
  /** Another official word of the same time that says otherwise. */
  rival: Result | null;
}

/**
 * A place declares a status for a year and gives figures of another time only, or a year's figure is
 * the one of the year before again.
 */
export interface StaleResult extends Common<'stale-result'> {
  why: StaleWhy;
  declared: DeclaredStatus | null;
  row: Result;
  year: number;
  accounts: readonly Account[];
}

/** Sources give different figures for one indicator and time. */
export interface SourceConflict extends Common<'source-conflict'> {
  year: number;
  accounts: readonly Account[];
  agreement: Exclude<Agreement, 'equal'> | 'corrected' | 'part-greater';
  /** What each account alone would make of that year's target; `null` where they make the same of it. */
  verdicts: readonly Verdict[] | null;
}

/** Places set different targets. */
export interface TargetConflict extends Common<'target-conflict'> {
  settings: readonly Setting[];
  /** What had reached the target already; else `null`. */
  reached: Account | null;
  why: TargetWhy;
}

/** The document's own total is not what it lists. */
export interface ClaimMismatch extends Common<'claim-mismatch'> {
  claim: Extract<Claim, { kind: 'count' | 'counted' }>;
  said: number;
  found: number;
}

/** A printed value is not its numerator over its denominator, rounded as it is printed. */
export interface RatioMismatch extends Common<'ratio-mismatch'> {
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

/** What a finding of the audit is about, and where. */
type Told<Kind extends AuditKind> = Pick<
  Common<Kind>,
  'kind' | 'plan' | 'address' | 'area' | 'lead' | 'isNote' | 'at'
> & {
  /** Where in the file: a column of a row, or the path of a plan's value. */
  path: Path;
  args: Omit<MessageArgs[Kind], 'id' | 'area'>;
  /** Other places, with what stands there. */
  elsewhere?: readonly { place: AuditPlace; message: Message }[];
};

/** A finding without what it says: by so much it is asked about, left out and counted. */
export type Outline<Kind extends AuditKind> = Omit<Common<Kind>, 'message' | 'related'>;

/** The outline of a finding, and the whole of it where it is told. */
export type Outlined<Kind extends AuditKind, Found> = readonly [Outline<Kind>, () => Found];

/** The outline of a conflict between sources. */
export type ConflictOutline = Outline<'source-conflict'> &
  Pick<SourceConflict, 'year' | 'accounts' | 'agreement'>;

/** A note is an info, anything else has its rule's level. */
export function outlineOf<Kind extends AuditKind>(
  told: Omit<Told<Kind>, 'args' | 'elsewhere'>,
): Outline<Kind> {
  const { kind, plan, address, area, lead, isNote, at, path } = told;
  // Written out: what is spread from another object is slow to make, and there may be thousands.
  return {
    kind,
    plan,
    address,
    area,
    lead,
    isNote,
    at,
    rule: kind,
    level: isNote ? 'info' : levelOf(kind),
    place: placeOf(at),
    path,
    suggestion: null,
    fix: null,
    about: at.file === plan.file ? null : address,
  };
}

/** What a finding says, there and elsewhere. */
export function sayingOf<Kind extends AuditKind>(
  { kind, plan, address, area }: Pick<Common<Kind>, 'kind' | 'plan' | 'address' | 'area'>,
  { args, elsewhere = [] }: Pick<Told<Kind>, 'args' | 'elsewhere'>,
): Pick<Common<Kind>, 'message' | 'related'> {
  const subject = { id: address, area: area === plan.area ? null : { code: area, named: null } };
  return {
    message: message(kind, { ...subject, ...args } as MessageArgs[Kind]),
    related: elsewhere.map((other) => ({ message: other.message, place: placeOf(other.place) })),
  };
}

/** The finding with its message. */
export function auditFinding<Kind extends AuditKind>(told: Told<Kind>): Common<Kind> {
  return { ...outlineOf(told), ...sayingOf(told, told) };
}

function placeOf({ file, line, sheet }: AuditPlace): Finding['place'] {
  return { ...lineOf(file, line), sheet };
}

/** The column of a result's row, or the path of a plan's baseline. */
export function pathOfRow(row: Result, { path }: Measurable, column: 'value' | 'status'): Path {
  return row.basis === 'baseline' ? [...path, 'baseline'] : [column];
}

/** A result as a message takes it. */
export function saidResult(
  { value, printed, counts, coverage, period }: Observation,
  { unit }: Measurable,
): SaidResult {
  const isNumber = value.kind === 'number';
  return {
    value: isNumber ? toFraction(value.value) : value.done,
    about: value.about ?? false,
    bound: value.bound ?? null,
    share: !isNumber && value.share !== undefined ? toFraction(value.share) : null,
    printed: printed && toFraction(printed),
    counts: counts && saidCounts(counts),
    isMade: coverage !== undefined,
    unit,
    period,
  };
}

/** What accounts say, as a message takes it. */
export function saidResults(accounts: readonly Account[]): SaidResult[] {
  return accounts.map(({ observation, measurable }) => saidResult(observation, measurable));
}

/** Counts as a message takes them. */
export function saidCounts({ numerator, denominator }: NonNullable<Result['counts']>): SaidCounts {
  return { numerator: toFraction(numerator), denominator: toFraction(denominator) };
}

/** The target of a year as a message takes it. */
export function wordedTarget(
  { text }: Target,
  { unit, wording }: Measurable,
  year: number,
): WordedTarget {
  return { text, unit, year, wording: wording.get(year) ?? null };
}

/** What an account says, at each of its places but the first of the finding. */
export function accountsElsewhere(
  accounts: readonly Account[],
  at: AuditPlace,
  figures = saidResults(accounts),
) {
  return accounts.flatMap(({ places }, index) =>
    places
      .filter((place) => !isSamePlace(place, at))
      .map((place) => ({ place, message: message('figure-here', { figure: figures[index]! }) })),
  );
}

/** The place of a row of results; a baseline stands where its indicator does. */
export function placeOfRow(plan: Plan, row: Result): AuditPlace {
  const source = row.basis === 'baseline' ? sourceOf(plan, row.indicator) : row.source;
  const { file, sheet, line } = row;
  return { plan: plan.id, document: documentOf(plan, source), source, file, sheet, line };
}

function sourceOf(plan: Plan, address: string): string {
  return indicatorOf(plan, address)?.source ?? '';
}

const indicators = new WeakMap<Plan, ReadonlyMap<string, Indicator>>();

/** The indicator of an address, be it that of a part; the first of its id. */
function indicatorOf(plan: Plan, address: string): Indicator | undefined {
  const known =
    indicators.get(plan) ?? new Map(plan.indicators.toReversed().map((one) => [one.id, one]));
  indicators.set(plan, known);
  return known.get(address.split('/')[0]!);
}

/** What one row says of an indicator or part. */
export function accountOf(plan: Plan, observation: Observation, measurable: Measurable): Account {
  const places = [placeOfRow(plan, observation)];
  return { observation, measurable, plan, address: observation.indicator, places };
}

/** Figures of another time than they should be of, at the place of one row. */
export function staleResult(
  { plan, row, measurable, year, why, declared }: StaleFacts,
  accounts: readonly Account[],
): StaleResult {
  const at = placeOfRow(plan, row);
  return {
    ...auditFinding({
      kind: 'stale-result',
      plan,
      address: row.indicator,
      area: row.area,
      lead: indicatorOf(plan, row.indicator)?.lead ?? [],
      isNote: false,
      at,
      path: pathOfRow(row, measurable, declared === null ? 'value' : 'status'),
      args: { declared, period: row.period, why, figures: saidResults(accounts) },
      elsewhere: accountsElsewhere(accounts, at),
    }),
    why,
    declared,
    row,
    year,
    accounts,
  };
}

type StaleFacts = Pick<StaleResult, 'plan' | 'row' | 'year' | 'why' | 'declared'> & {
  measurable: Measurable;
};

/** A place in the plan's own document, by the key under which the plan keeps its line. */
export function placeInPlan(plan: Plan, key: string, source: string): AuditPlace {
  const line = plan.lines.get(key) ?? 1;
  return { plan: plan.id, document: documentOf(plan, source), source, file: plan.file, line };
}

/** The plan's document, where the source is a place in it. */
function documentOf(plan: Plan, source: string): string | null {
  const own = printedDocument(plan);
  return beginsWithWord(source, own) || headings(plan).has(beginningOf(source)) ? own : null;
}

/** Does the text begin with the other one and a space? */
function beginsWithWord(text: string, other: string): boolean {
  return text[other.length] === ' ' && text.startsWith(other);
}

/** The source with its document, however its file gives it: `93/KH-UBND PL1.II.4`. */
export function fullSource(place: AuditPlace): string {
  return namesItself(place) ? place.source : `${place.document} ${place.source}`;
}

/** Whether a source needs no document said before it. */
export function namesItself({ document, source }: AuditPlace): boolean {
  return document === null || beginsWithWord(source, document);
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

/** What stands before the first mark that ends a heading. */
function beginningOf(source: string): string {
  const end = source.search(/[.;]/);
  return end === -1 ? source : source.slice(0, end);
}

function headingOf(source: string): string {
  return /^[\p{L}\d]+(?=[.;]|$)/u.exec(source)?.[0] ?? '';
}

/** The area whose figures a plan quotes as the national ones. */
export const NATION = 'vn';

/** The figures that can count: known on the day, and of shares only what a share can be. */
export function usable({ plan, results, measures }: Audited, asOf: Day): Observation[] {
  const known = byAddress(plan);
  const isShareOf = ({ indicator }: Result) => {
    const { unit = null, measure = null } = known.get(indicator)?.measurable ?? {};
    return isShare(unit, measures.get(measure ?? ''));
  };
  return results
    .filter(hasValue)
    .filter((row) => isKnown(row, asOf) && !isOutOfRange(row, { isShare: isShareOf(row) }));
}

/** The plan's indicators and parts by address. */
export function byAddress(plan: Plan): ReadonlyMap<string, Addressed> {
  const held = BY_ADDRESS.get(plan);
  if (held) return held;
  const made = new Map(addresses(plan).map((addressed) => [addressed.address, addressed]));
  BY_ADDRESS.set(plan, made);
  return made;
}

/** Each target and figure of a plan asks for them. */
const BY_ADDRESS = new WeakMap<Plan, ReadonlyMap<string, Addressed>>();
