import { alignmentOf } from '../alignment.ts';
import { liesIn } from '../area.ts';
import type { AuditFinding } from '../audit/finding.ts';
import { auditFindings } from '../audit.ts';
import { type Day, yearOf } from '../calendar.ts';
import type { ReportOptions } from '../cli/flags/report.ts';
import { coursesOf, endsOf } from '../course.ts';
import { exact } from '../exact.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { type FormatName, hasLetter } from '../formats/index.ts';
import { groupsOf } from '../grouping.ts';
import { EMPTY_LETTER } from '../letter.ts';
import { readLetter } from '../load/letter.ts';
import { deadlinesOf, type PlanDeadlines } from '../overdue.ts';
import { defaultYear, type Plan } from '../plan.ts';
import { type Report, reportOf, type Since, type Situation } from '../report.ts';
import type { Result } from '../result.ts';
import {
  concerns,
  isNarrow,
  narrowedPlan,
  notCountedWithin,
  rowsWithin,
  type Scope,
} from '../scope.ts';
import type { PlanState } from '../since.ts';
import { VERSION } from '../version.ts';
import { reportView } from '../views/report/index.ts';
import type { ReportView } from '../views/report/view.ts';
import { speak } from '../words/index.ts';
import type { Lang } from '../words/langs.ts';
import { ofSound } from './crashes.ts';
import { isDisputed, isDoubtful, isUnfinished } from './doubts.ts';
import { evaluateInput, type PlanInput, type PlansRead, readPlans } from './read.ts';
import { toAudit, toAuditAsOf } from './read-to-audit.ts';
import { sayDataFindings, sayPlanErrors } from './remarks.ts';
import {
  beginRun,
  checkYear,
  deliverView,
  hasUnreadData,
  isOfDocuments,
  narrowed,
  narrowedArea,
} from './run.ts';
import { type Session, usageError } from './session.ts';

type FailOn = NonNullable<ReportOptions['failOn']>[number];

/** `dti-eval report`: where the plans stand, as a text to read. */
export async function report(
  session: Session,
  paths: readonly string[],
  options: ReportOptions,
): Promise<ExitCode> {
  const run = beginRun(session, options, 'report');
  const { look, asOf, outputs } = run;
  const view = await viewOf(options, look.lang);
  checkOptions(
    options,
    outputs.filter(isOfDocuments).map(({ format }) => format),
    asOf,
  );
  const days = options.since === undefined ? [] : [options.since];
  const keeper = toAuditAsOf(days, endsOf(options.periods ?? []));
  const read = await readPlans(session, paths, options, asOf, keeper, [...days, asOf]);
  if ('broken' in read) return sayPlanErrors(session, read.broken, look);
  checkYear(read.inputs, options.year);
  const { group, lead } = narrowed(read.inputs, { group: options.group, lead: options.lead });
  const asked = { ...options, group, lead, ...narrowedArea(read.inputs, options.area) };
  if (outputs.some(({ format }) => format === 'csv') && read.inputs.length > 1)
    throw usageError('one-plan-only', { option: '--format csv', plans: read.inputs.length });
  const older = await readOlder(session, paths, options, asOf, read.inputs.length);
  if (older && 'broken' in older) return sayPlanErrors(session, older.broken, look);
  await sayDataFindings(session, read.inputs, look);
  await sayDataFindings(session, older?.inputs ?? [], look);
  const letter = await letterOf(options, session);
  if (letter && 'broken' in letter)
    return sayPlanErrors(session, [letter.broken], look, 'letter-has-errors');
  const told = ofSound(session, read.inputs, (inputs) =>
    tellOf(inputs, older?.inputs ?? null, asked, asOf),
  );
  if (told === null) return EXIT.fault;
  const around = letter?.letter ?? (read.inputs.some(isOfVietnam) ? EMPTY_LETTER : null);
  const made = reportView(told, view, options.template ?? null, around);
  await deliverView(run, made, read.inputs.length);
  const { failOn = [] } = options;
  return failOn.some((what) => FAILS[what](told, read.inputs)) ? EXIT.findings : EXIT.ok;
}

async function viewOf(
  { sections, title, pace, length, withFiles }: ReportOptions,
  lang: Lang,
): Promise<ReportView> {
  return {
    speech: await speak(
      lang,
      ...([
        'report',
        'status',
        'overdue',
        'diff',
        'audit',
        'reasons',
        'areas',
        'evidence',
        'periods',
      ] as const),
    ),
    english: await speak('en', 'audit', 'status', 'reasons'),
    title: title ?? null,
    sections: sections ?? null,
    isShort: length === 'short',
    withFiles: withFiles === true,
    pace,
    version: VERSION,
  };
}

/**
 * Has the report a place for the head of Nghị định 30/2020/NĐ-CP? Not a report on plans from
 * elsewhere; an area that the catalogue does not know is no reason to leave it out.
 */
function isOfVietnam({ plan, areas }: PlanInput): boolean {
  return !areas.has(plan.area) || liesIn(areas, plan.area, 'vn');
}

/** What `--letter` says is to stand around the document; `null` where it is not asked for. */
async function letterOf({ letter: file }: ReportOptions, { cwd }: Session) {
  if (file === undefined) return null;
  const { letter, findings } = await readLetter(file, cwd);
  return letter === null ? { broken: { file, findings } } : { letter };
}

/** Options that do not go together are refused, none is ignored. */
function checkOptions(options: ReportOptions, formats: readonly FormatName[], asOf: Day): void {
  const { since, sinceResults, template, sections, length, periods } = options;
  if (since !== undefined && sinceResults !== undefined)
    throw usageError('not-together', { options: ['--since', '--since-results'] });
  if (since !== undefined && since >= asOf) throw usageError('since-not-before', { since, asOf });
  if (options.letter !== undefined && !formats.some(hasLetter))
    throw usageError('letter-of-document', {});
  if (length === 'short' && sections !== undefined)
    throw usageError('not-together', { options: ['--length short', '--sections'] });
  if (periods !== undefined && length === 'short')
    throw usageError('not-together', { options: ['--length short', '--periods'] });
  if (sections?.includes('periods') && periods === undefined)
    throw usageError('option-needs', { option: '--sections periods', needs: '--periods' });
  if (periods !== undefined && sections !== undefined && !sections.includes('periods'))
    throw usageError('option-needs', { option: '--periods', needs: '--sections …,periods' });
  if (length === 'short' && formats.includes('json'))
    throw usageError('not-together', { options: ['--length short', '--format json'] });
  if (template === undefined) {
    if (formats.includes('csv')) throw usageError('csv-of-template', {});
    return;
  }
  if (formats.includes('json'))
    throw usageError('not-together', { options: ['--template', '--format json'] });
  if (sections !== undefined)
    throw usageError('not-together', { options: ['--template', '--sections'] });
  if (length !== undefined)
    throw usageError('not-together', { options: ['--template', '--length'] });
  if (periods !== undefined)
    throw usageError('not-together', { options: ['--template', '--periods'] });
  const changes =
    since !== undefined ? '--since' : sinceResults !== undefined ? '--since-results' : null;
  if (changes !== null) throw usageError('not-together', { options: ['--template', changes] });
}

/** The plan on the result files of `--since-results`. */
async function readOlder(
  session: Session,
  paths: readonly string[],
  options: ReportOptions,
  asOf: Day,
  plans: number,
): Promise<PlansRead | null> {
  const { sinceResults } = options;
  if (sinceResults === undefined) return null;
  if (plans > 1) throw usageError('one-plan-only', { option: '--since-results', plans });
  if (paths.includes('-')) throw usageError('not-together', { options: ['--since-results', '-'] });
  return readPlans(session, paths, { ...options, results: sinceResults }, asOf, toAuditAsOf());
}

/** What the plans say as of the day, and what they said before where that was asked for. */
function tellOf(
  inputs: readonly PlanInput[],
  older: readonly PlanInput[] | null,
  asked: ReportOptions,
  asOf: Day,
): Report {
  const { area } = asked;
  const scoped = inputs.map((whole) => {
    const scope = scopeOf(whole.plan, asked);
    const input = within(scope, whole);
    return { whole, scope, input, isOfPlan: concerns(input.plan) };
  });
  const { findings, ignored } = auditFindings(toAudit(inputs), {
    asOf,
    tolerance: exact(0),
    ...(area === undefined ? {} : { areas: [area] }),
    // What is told of must not be counted with what is not.
    isWanted: (found) => scoped.some((one) => isTold(found, one)),
  });
  const since = sinceOf(asked);
  const situations = scoped.map((one, index): Situation => {
    const { whole, scope, input } = one;
    const options = { ...asked, year: asked.year ?? defaultYear(whole.plan, yearOf(asOf)) };
    const now = stateOf(input, options, asOf);
    const own = findings.filter((found) => isTold(found, one));
    return {
      whole: whole.plan,
      scope,
      areas: input.areas,
      measures: input.measures,
      results: input.results,
      ...now,
      sources: {
        results: input.files,
        progress: input.progress.files,
        unreadResults: input.unread,
        unreadProgress: input.progress.unread,
      },
      questions: own,
      asked: askedOf(whole.plan, isNarrow(scope) ? own : findings),
      ignored: ignored.filter(({ finding }) => isTold(finding, one)).map(({ reason }) => reason),
      before: beforeOf(input, older?.[index] ?? null, options, asOf),
      courses:
        asked.periods === undefined
          ? null
          : coursesOf(now.evaluation, groupsOf(now.evaluation), input.results, asked.periods),
    };
  });
  const told = inputs.map((input, index) => ({
    ...input,
    plan: situations[index]!.evaluation.plan,
  }));
  return reportOf(situations, { asOf, since, alignment: alignmentOf(told) });
}

function scopeOf({ area: own }: Plan, { lead = [], group = [], area }: ReportOptions): Scope {
  return { lead, group, area: area === undefined || area === own ? null : area };
}

/** What was read, as far as it belongs to what is asked for. */
function within(scope: Scope, input: PlanInput): PlanInput {
  if (!isNarrow(scope)) return input;
  const plan = narrowedPlan(input.plan, scope);
  return {
    ...input,
    plan,
    results: rowsWithin(plan, input.results),
    notCounted: notCountedWithin(plan, input.notCounted),
  };
}

/** What of the plan the sources differ on, in a finding that asks about it. */
function askedOf(plan: Plan, findings: readonly AuditFinding[]): ReadonlySet<string> {
  const accounts = findings.flatMap((found) =>
    found.kind === 'source-conflict' && !found.isNote ? found.accounts : [],
  );
  return new Set(accounts.filter((one) => one.plan === plan).map(({ address }) => address));
}

/** A plan with what of it is asked for. */
interface Scoped {
  whole: PlanInput;
  scope: Scope;
  input: PlanInput;
  isOfPlan(address: string): boolean;
}

/** A finding on the plan as a whole is told where the whole of it is. */
function isTold(
  { plan, address }: Pick<AuditFinding, 'plan' | 'address'>,
  { whole, scope, isOfPlan }: Scoped,
): boolean {
  return plan === whole.plan && (address === null ? !isNarrow(scope) : isOfPlan(address));
}

function sinceOf({ since, sinceResults }: ReportOptions): Since | null {
  if (since !== undefined) return { kind: 'day', day: since };
  return sinceResults === undefined ? null : { kind: 'results', files: sinceResults };
}

/** The target year is the report's own, also for the judgement of an earlier day. */
function stateOf(
  input: PlanInput,
  { year, pace, area, within }: ReportOptions & { year: number },
  asOf: Day,
): PlanState & { deadlines: PlanDeadlines } {
  const { plan, progress } = input;
  const question = {
    asOf,
    year,
    ...(pace === undefined ? {} : { pace }),
    ...(area === undefined ? {} : { area }),
  };
  return {
    evaluation: evaluateInput(input, question),
    deadlines: deadlinesOf(plan, progress.rows, {
      asOf,
      ...(within === undefined ? {} : { within }),
    }),
  };
}

function beforeOf(
  input: PlanInput,
  older: PlanInput | null,
  options: ReportOptions & { year: number },
  asOf: Day,
): PlanState | null {
  if (options.since !== undefined) return stateOf(input, options, options.since);
  if (older === null) return null;
  const results = rowsWithin(input.plan, older.results);
  const then = { ...input, results, notCounted: notCountedWithin(input.plan, older.notCounted) };
  const { evaluation } = stateOf(then, options, knownUntil(results, asOf));
  return { evaluation, deadlines: null };
}

/** The last day of which results know: with no more than that they were judged in their time. */
function knownUntil(results: readonly Result[], asOf: Day): Day {
  const days = results
    .map(({ published, period }) => published ?? period.end)
    .filter((known) => known <= asOf);
  return days.length === 0 ? asOf : days.reduce((last, one) => (one > last ? one : last));
}

const FAILS: Record<FailOn, (told: Report, inputs: readonly PlanInput[]) => boolean> = {
  missed: ({ plans }) => plans.some(({ tally }) => tally.missed > 0),
  'no-data': ({ plans }) => plans.some(({ tally }) => tally['no-data'] > 0),
  overdue: ({ plans }) => plans.some(({ overdue }) => overdue.length > 0),
  data: ({ plans }, inputs) =>
    hasUnreadData(inputs) || plans.some(({ evaluation }) => isDoubtful(evaluation)),
  conflict: ({ plans }) => plans.some(({ evaluation }) => isDisputed(evaluation)),
  provisional: ({ plans }) => plans.some(({ evaluation }) => isUnfinished(evaluation)),
  mismatch: ({ plans }) =>
    plans.some(({ declared }) => declared.differing + declared.unsupported > 0),
};
