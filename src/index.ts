/**
 * The door for programs: what the commands say, as values. Texts and plain data go in, plain data
 * comes out; nothing here looks at files, the clock or the process. Days are texts, `YYYY-MM-DD`.
 */
import type { AreaCatalogue } from './area.ts';
import type { AuditKind } from './audit/finding.ts';
import { auditKeeper } from './audit/keeper.ts';
import { type Audit, audit as auditPlans } from './audit.ts';
import { type Day, isRealDay } from './calendar.ts';
import { type CheckReport, checkReport } from './check-report.ts';
import { checkSubject } from './commands/check-run.ts';
import { type Diff, type DiffQuestion, diffPlans } from './diff.ts';
import { evaluate as evaluatePlan, type PlanEvaluation, type Question } from './evaluation.ts';

export type { Declared } from './declared.ts';

import { exact } from './exact.ts';
import { compareFindings, type Finding } from './finding.ts';
import { cataloguesFrom } from './load/catalogue.ts';
import { kindOfYaml } from './load/kind.ts';
import { readPlan as readPlanFile } from './load/plan.ts';
import { readAround } from './load/reading.ts';
import type { MeasureCatalogue } from './measure.ts';
import type { Message } from './message/message.ts';
import { type DeadlineQuestion, deadlinesOf, type PlanDeadlines } from './overdue.ts';
import type { Plan } from './plan.ts';
import type { ProgressRow } from './progress.ts';
import type { Result } from './result.ts';
import { RULE_IDS } from './rules/index.ts';
import { suppressed } from './suppression.ts';
import { speak } from './words/index.ts';
import type { Lang } from './words/langs.ts';
import { say as sayWith } from './words/say.ts';

export type { Area, AreaCatalogue } from './area.ts';
export type { AuditFinding, AuditKind } from './audit/finding.ts';
export type { Audit } from './audit.ts';
export type { Day } from './calendar.ts';
export type { CheckReport, SuppressedFinding } from './check-report.ts';
export type { Diff, DiffCell, DiffQuestion, DiffRow, Relation } from './diff.ts';
export type {
  Counts,
  IndicatorEvaluation,
  MeasurableEvaluation,
  PlanEvaluation,
  Question,
} from './evaluation.ts';
export { type Exact, exact, toNumber } from './exact.ts';
export type { Finding, Level, Place } from './finding.ts';
export type { Indicator, Measurable, Part } from './indicator.ts';
export type { Measure, MeasureCatalogue } from './measure.ts';
export type { Message, MessageCode } from './message/message.ts';
export type {
  DeadlineItem,
  DeadlineQuestion,
  DeadlineState,
  LeadDeadlines,
  PlanDeadlines,
} from './overdue.ts';
export type { Pace, PaceMethod } from './pace.ts';
export type { Period } from './period.ts';
export type { Plan, ReportDuty, Task } from './plan.ts';
export type { ProgressRow, ProgressStatus } from './progress.ts';
export type { Result, ResultValue } from './result.ts';
export type { RuleId } from './rules/index.ts';
export type { Target } from './target.ts';
export type { DeclaredStatus, Verdict } from './verdict.ts';
export type { Lang } from './words/langs.ts';

/** A file by its name, which findings repeat, and its text. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** A plan and what belongs to it, as texts. */
export interface PlanTexts {
  /** YAML of the format `plan/1`; `check` takes catalogues too. */
  readonly plan: TextFile;
  /** Results: CSV with the columns of results files. */
  readonly results?: readonly TextFile[] | undefined;
  /** Progress of tasks and report duties: CSV with the columns of progress files. */
  readonly progress?: readonly TextFile[] | undefined;
  /** The catalogue of measures, YAML; the packaged one where absent. */
  readonly measures?: TextFile | undefined;
  /** The catalogue of areas, YAML; the packaged one where absent. */
  readonly areas?: TextFile | undefined;
}

/** A plan with everything that is judged with it. A program may put its own values in. */
export interface PlanInput {
  plan: Plan;
  measures: MeasureCatalogue;
  areas: AreaCatalogue;
  /** Every row that could be read, in the order of the texts. */
  results: readonly Result[];
  progress: readonly ProgressRow[];
  /** What was found on the way; an error means a row or catalogue that does not count. */
  findings: readonly Finding[];
}

/** A plan that cannot be used: its findings say why. */
export interface BrokenPlan {
  plan: null;
  findings: readonly Finding[];
}

/**
 * Reads a plan with its catalogues, results and progress. Faults are findings, never errors: rows
 * that cannot be read are left out, and a plan with an error in its own form is `null`.
 */
export async function readPlan(texts: PlanTexts): Promise<PlanInput | BrokenPlan> {
  const results: Result[] = [];
  const planFile = readPlanFile(texts.plan.file, withoutMark(texts.plan.text));
  const reading = await readAround(planFile, {
    ...howOf(texts),
    sinkFor: () => (result) => results.push(result),
  });
  const { plan, catalogues, tables } = reading;
  const found = [reading, catalogues, ...tables].flatMap((read) => read.findings);
  const findings = found.sort(compareFindings);
  if (plan === null) return { plan, findings };
  const { measures, areas } = catalogues;
  const progress = tables.flatMap((table) => table.progress);
  return { plan, measures, areas, results, progress, findings };
}

/**
 * Everything that is wrong or doubtful in a plan and its tables, or in a catalogue: what
 * `dti-eval check` says of these files, suppressions of comments and of the plan applied.
 */
export async function check(texts: PlanTexts): Promise<CheckReport> {
  const { file } = texts.plan;
  const text = withoutMark(texts.plan.text);
  const content = text.trim() === '' ? { problem: 'empty' as const } : { text };
  const kind = kindOfYaml(text) ?? 'plan';
  const checked = await checkSubject(howOf(texts), { file, kind, content, only: null });
  const kept = suppressed(checked, RULE_IDS);
  const faults = checked.catalogues?.findings ?? [];
  const files = [file, ...checked.tables, ...faults.map(({ place }) => place.file)];
  return checkReport(files, [...kept.findings, ...faults], kept.suppressed);
}

/**
 * Judges every indicator of a plan for one target year. Attainment is a ratio (1 is the target
 * reached exactly), a gap is in the indicator's unit: percentage points for shares.
 * @throws RangeError where `asOf` is no day
 */
export function evaluate(input: PlanInput, question: Question): PlanEvaluation {
  assertDay(question.asOf);
  return evaluatePlan(input.plan, input.results, input.measures, question);
}

/**
 * Where every task and report duty of a plan stands, in whole days.
 * @throws RangeError where `asOf` is no day
 */
export function deadlines(input: PlanInput, question: DeadlineQuestion): PlanDeadlines {
  assertDay(question.asOf);
  return deadlinesOf(input.plan, input.progress, question);
}

/**
 * The targets of plans side by side, by measure and year, each against the reference: the plan
 * whose id `against` gives, else the first. Measures are those of the first plan's catalogue.
 * @throws RangeError where there is no plan, two have one id, or none has the id of `against`
 */
export function diff(inputs: readonly PlanInput[], question: DiffQuestion = {}): Diff {
  const plans = inputs.map(({ plan }) => plan);
  const ids = plans.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (inputs.length === 0) throw new RangeError('no plan to compare');
  if (twice !== undefined) throw new RangeError(`two plans with the id ${twice}`);
  if (question.against !== undefined && !ids.includes(question.against))
    throw new RangeError(`no plan with the id ${question.against}`);
  return diffPlans(plans, inputs[0]!.measures, question);
}

/** What an audit is asked for. */
export interface AuditRequest {
  /** Results of later periods are not known yet. */
  asOf: Day;
  /** Figures that differ by no more are a note; in their unit, 0 where absent. Text for exact decimals. */
  tolerance?: number | string | undefined;
  kinds?: readonly AuditKind[] | undefined;
  /** Only what concerns these areas. */
  areas?: readonly string[] | undefined;
  /** Only what concerns indicators that these agencies lead. */
  leads?: readonly string[] | undefined;
}

/**
 * Where declared statuses, figures, targets and stated totals disagree, in one plan and across.
 * @throws RangeError where `asOf` is no day or `tolerance` no decimal number
 */
export function audit(inputs: readonly PlanInput[], request: AuditRequest): Audit {
  assertDay(request.asOf);
  const known = inputs.map((input) => ({ ...input, results: knownTo(request.asOf, input) }));
  return auditPlans(known, { ...request, tolerance: exact(request.tolerance ?? 0) });
}

/** A finding's message in words. */
export async function say(message: Message, lang: Lang): Promise<string> {
  return sayWith(message, await speak(lang, 'messages'));
}

/** How a plan is read when all that belongs to it is at hand. */
function howOf({ results = [], progress = [], measures, areas }: PlanTexts) {
  return {
    cwd: '/',
    options: {},
    cataloguesFor: () => cataloguesFrom({ measures, areas }),
    tables: [
      ...results.map((table) => ({ ...table, kind: 'results' as const })),
      ...progress.map((table) => ({ ...table, kind: 'progress' as const })),
    ],
  };
}

function knownTo(asOf: Day, { results }: PlanInput): Result[] {
  const keeper = auditKeeper(asOf);
  for (const result of results) keeper.add(result);
  return keeper.kept();
}

/** A file's byte order mark is none of its text. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

function assertDay(day: Day): void {
  if (!isRealDay(day)) throw new RangeError(`not a day of the form YYYY-MM-DD: ${day}`);
}
