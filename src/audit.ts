import { type Area, type AreaCatalogue, endedBy } from './area.ts';
import { claimMismatches } from './audit/claims.ts';
import { declaredMismatches } from './audit/declared.ts';
import {
  AUDIT_KINDS,
  type Audited,
  type AuditFinding,
  type AuditKind,
  type AuditQuestion,
} from './audit/finding.ts';
import { type Ignorable, ignoredFor } from './audit/ignored.ts';
import { judgedPlan } from './audit/judged.ts';
import { notCountedOf } from './audit/not-counted.ts';
import { ratioMismatches } from './audit/ratios.ts';
import { repeatedFigures } from './audit/repeated.ts';
import { sourceConflicts } from './audit/sources.ts';
import { staleResults } from './audit/stale.ts';
import { targetConflicts } from './audit/targets.ts';
import { day } from './calendar.ts';
import type { MeasurableEvaluation } from './evaluation.ts';
import { countAll } from './finding.ts';
import { type FindingLog, findingLog } from './finding-log.ts';
import type { NotCounted } from './not-counted.ts';
import { horizonOf, type Plan } from './plan.ts';
import { type Sensitivity, sensitivityOfEvaluation } from './sensitivity.ts';
import type { ShareDoubt } from './share-doubt.ts';

/** A verdict that the printed precision of its figure could tip. */
export interface SensitiveVerdict {
  plan: Plan;
  year: number;
  evaluation: MeasurableEvaluation;
  sensitivity: Sensitivity;
}

/** A verdict on a share that may have been written as a ratio. */
export interface DoubtedVerdict {
  plan: Plan;
  year: number;
  evaluation: MeasurableEvaluation;
  doubt: ShareDoubt;
}

/** A finding that a plan's `ignore` leaves out, with the reason given there. */
interface IgnoredFinding {
  finding: AuditFinding;
  reason: string;
}

/** So many findings are kept one by one. */
const MOST = 2000;

/** What the plans say against each other and against their own figures. */
export interface Audit {
  question: AuditQuestion;
  plans: readonly Plan[];
  /** In a total order: file, line, kind, indicator; `more` of one are those like it that are only counted. */
  findings: AuditFinding[];
  /** In the same order; they are in no count but their own. */
  ignored: IgnoredFinding[];
  /** Of each plan's target year as of the day asked for. */
  sensitive: SensitiveVerdict[];
  /** Of the same year and day. */
  doubted: DoubtedVerdict[];
  /** What was read and decides nothing, by plan. */
  notCounted: NotCounted[];
  /** Plans whose area had ended before their last year did. */
  ended: { plan: Plan; area: Area }[];
  /** Figures of one year that were not held against each other, being of different months. */
  otherTimes: number;
  counts: Readonly<Record<AuditKind, number>> & { notes: number; ignored: number };
}

/**
 * Holds the plans' declared statuses, figures, targets and totals against each other. Pure: the
 * same inputs in any order give the same findings.
 */
export function audit(given: readonly Audited[], question: AuditQuestion): Audit {
  const inputs = inOrderOfIssue(given);
  const found = auditFindings(inputs, question);
  const judged = inputs.flatMap((input) => judgedOf(input, question));
  return {
    question,
    plans: inputs.map(({ plan }) => plan),
    ...found,
    sensitive: judged.flatMap((one) => sensitiveVerdict(one, question)),
    doubted: judged.flatMap(doubtedVerdict),
    notCounted: inputs.flatMap((input) => notCountedOf(input, question)),
    ended: inputs.flatMap((input) => endedAreaOf(input, question)),
    counts: {
      ...countKinds(found.findings),
      ignored: countAll(found.ignored.map(({ finding }) => finding)),
    },
  };
}

function inOrderOfIssue(given: readonly Audited[]): Audited[] {
  return given.toSorted(
    (a, b) => compareText(a.plan.issued, b.plan.issued) || compareText(a.plan.file, b.plan.file),
  );
}

/** What {@link audit} finds, without what it tells beside that. */
export function auditFindings(
  given: readonly Audited[],
  question: AuditQuestion,
): Pick<Audit, 'findings' | 'ignored' | 'otherTimes'> {
  const inputs = inOrderOfIssue(given);
  const logs = { told: findingLog<AuditFinding>(MOST), ignored: findingLog<AuditFinding>(MOST) };
  const takeOutline = (outline: Ignorable, whole: () => AuditFinding) => {
    if (!isAsked(outline, question)) return;
    logs[ignoredFor(outline) === null ? 'told' : 'ignored'].addOutline(outline, whole);
  };
  const take = (found: AuditFinding) => takeOutline(found, () => found);
  for (const input of inputs) takeOfOnePlan(input, question, { take, takeOutline });
  const otherTimes = sourceConflicts(inputs, question, takeOutline);
  for (const found of targetConflicts(inputs, question)) take(found);
  const catalogues = new Set(inputs.map(({ areas }) => areas));
  const inOrder = ({ findings }: FindingLog<AuditFinding>) =>
    findings()
      .sort(compareAuditFindings)
      .map((found) => withAreaName(found, catalogues));
  const findings = inOrder(logs.told);
  const ignored = inOrder(logs.ignored).map((finding) => {
    return { finding, reason: ignoredFor(finding)! };
  });
  return { findings, ignored, otherTimes };
}

/** Its area with the names that a catalogue has for it. */
function withAreaName<Found extends AuditFinding>(
  found: Found,
  catalogues: ReadonlySet<AreaCatalogue | undefined>,
): Found {
  const { message } = found;
  const { area } = message.args;
  if (area === null) return found;
  const named = [...catalogues].map((areas) => areas?.get(area.code)).find((one) => one);
  if (named === undefined) return found;
  const { name, nameEn } = named;
  return {
    ...found,
    message: { ...message, args: { ...message.args, area: { ...area, named: { name, nameEn } } } },
  };
}

function endedAreaOf({ plan, areas }: Audited, { asOf }: AuditQuestion): Audit['ended'] {
  const area = endedBy(areas, plan.area, asOf);
  return area?.validTo && area.validTo < day(horizonOf(plan), 12, 31) ? [{ plan, area }] : [];
}

function takeOfOnePlan(
  input: Audited,
  question: AuditQuestion,
  { take, takeOutline }: Takes,
): void {
  for (const [outline, whole] of declaredMismatches(input, question)) takeOutline(outline, whole);
  const all = [staleResults, repeatedFigures, claimMismatches] as const;
  for (const findingsOf of all) for (const found of findingsOf(input, question)) take(found);
  for (const [outline, whole] of ratioMismatches(input, question)) takeOutline(outline, whole);
}

/** Takes findings; of those that there may be very many of, the whole only where it is told. */
interface Takes {
  take(found: AuditFinding): void;
  takeOutline(outline: Ignorable, whole: () => AuditFinding): void;
}

function isAsked(found: Ignorable, question: AuditQuestion): boolean {
  const { kind, area, lead } = found;
  return (
    (question.isWanted?.(found) ?? true) &&
    isWanted(question.kinds, (wanted) => wanted === kind) &&
    isWanted(question.areas, (wanted) => wanted === area) &&
    isWanted(question.leads, (wanted) => lead.includes(wanted))
  );
}

function isWanted<T>(wanted: readonly T[] | undefined, matches: (one: T) => boolean): boolean {
  return wanted === undefined || wanted.length === 0 || wanted.some(matches);
}

/** A total order: file, line, kind, indicator. */
function compareAuditFindings(a: AuditFinding, b: AuditFinding): number {
  return (
    compareText(a.at.file, b.at.file) ||
    a.at.line - b.at.line ||
    AUDIT_KINDS.indexOf(a.kind) - AUDIT_KINDS.indexOf(b.kind) ||
    compareText(a.address ?? '', b.address ?? '')
  );
}

function countKinds(findings: readonly AuditFinding[]): Omit<Audit['counts'], 'ignored'> {
  const told = findings.filter(({ isNote }) => !isNote);
  const counts = Object.fromEntries(
    AUDIT_KINDS.map((kind) => [kind, countAll(told.filter((found) => found.kind === kind))]),
  ) as Record<AuditKind, number>;
  return { ...counts, notes: countAll(findings) - countAll(told) };
}

function sensitiveVerdict(
  { input: { plan, measures }, year, evaluation }: Judged,
  { asOf }: AuditQuestion,
): SensitiveVerdict[] {
  const sensitivity = sensitivityOfEvaluation(evaluation, { year, asOf, measures });
  return sensitivity ? [{ plan, year, evaluation, sensitivity }] : [];
}

function doubtedVerdict({ input: { plan }, year, evaluation }: Judged): DoubtedVerdict[] {
  const { shareDoubt: doubt } = evaluation;
  return doubt === null ? [] : [{ plan, year, evaluation, doubt }];
}

/** An indicator or part of one of the plans. */
interface Judged {
  input: Audited;
  year: number;
  evaluation: MeasurableEvaluation;
}

/** What of the plan is asked about, judged for its target year as of the day. */
function judgedOf(input: Audited, { asOf, areas, leads }: AuditQuestion): Judged[] {
  if (!isWanted(areas, (area) => area === input.plan.area)) return [];
  const { indicators, year } = judgedPlan(input, asOf);
  return indicators
    .filter(({ indicator }) => isWanted(leads, (lead) => indicator.lead.includes(lead)))
    .flatMap((whole) => [whole, ...whole.parts])
    .map((evaluation) => ({ input, year, evaluation }));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
