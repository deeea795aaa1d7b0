import { type Day, day, yearOf } from '../calendar.ts';
import type { StatusOptions } from '../cli/flags/status.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { draws, isForPeople } from '../formats/index.ts';
import type { View } from '../formats/view.ts';
import type { Limits } from '../limits.ts';
import { deadlinesOf } from '../overdue.ts';
import { notCountedPlaces } from '../views/evidence.ts';
import { areaNotices } from '../views/status/area-notice.ts';
import { statusView } from '../views/status/index.ts';
import { differs } from '../views/status/narrowing.ts';
import { type Speech, speak } from '../words/index.ts';
import { ofSound, tellingCrashes } from './crashes.ts';
import { isDisputed, isDoubtful, isUnfinished } from './doubts.ts';
import { evaluateInput, type KeeperOf, type PlanInput, readPlans, toEvaluate } from './read.ts';
import { sayDataFindings, sayPlanErrors } from './remarks.ts';
import {
  beginRun,
  checkYear,
  deliverView,
  hasUnreadData,
  isOfDocuments,
  narrowed,
  narrowedArea,
  type Run,
} from './run.ts';
import { type Session, usageError, write } from './session.ts';
import type { JudgedPlan } from './status-areas.ts';

type FailOn = NonNullable<StatusOptions['failOn']>[number];

/** `dti-eval status`: where the plans stand. */
export async function status(
  session: Session,
  paths: readonly string[],
  options: StatusOptions,
): Promise<ExitCode> {
  if (!options.watch) return show(session, paths, options);
  const { watching } = await import('./watch.ts');
  return watching(session, [...paths, ...watched(options)], () =>
    tellingCrashes(session, () => show(session, paths, options)),
  );
}

/** What is read beside the plans' own folders. */
function watched({ results = [], progress = [], catalogue }: StatusOptions): string[] {
  return [...results, ...progress, ...(catalogue === undefined ? [] : [catalogue])];
}

async function show(
  session: Session,
  paths: readonly string[],
  options: StatusOptions,
): Promise<ExitCode> {
  const run = beginRun(session, options, 'status');
  const { look, asOf, outputs } = run;
  checkChart(options, outputs);
  if (options.periods !== undefined) (await forPeriods()).checkPeriods(options);
  if (options.by === 'area') (await forAreas()).checkByArea(options);
  else if (options.indicator !== undefined)
    throw usageError('option-needs', { option: '--indicator', needs: '--by area' });
  const read = await readPlans(session, paths, options, asOf, await keeperFor(outputs, options));
  if ('broken' in read) return sayPlanErrors(session, read.broken, look);
  checkYear(read.inputs, options.year);
  const { group, lead } = narrowed(read.inputs, { group: options.group, lead: options.lead });
  const asked = { ...options, group, lead, ...narrowedArea(read.inputs, options.area) };
  const judged = ofSound(session, read.inputs, (inputs) =>
    inputs.map((input) => judgeInput(input, asked, asOf)),
  );
  if (judged === null) return EXIT.fault;
  await sayDataFindings(session, read.inputs, look);
  const speech = await speak(
    look.lang,
    'status',
    'overdue',
    'overview',
    'areas',
    'evidence',
    'periods',
  );
  await sayUntold(run, judged, options, speech);
  const view = await viewOf(judged, { ...asked, asOf, speech, limits: session.limits });
  await deliverView(run, view, read.inputs.length);
  const { failOn = [] } = options;
  return failOn.some((what) => FAILS[what](judged)) ? EXIT.findings : EXIT.ok;
}

type Shown = StatusOptions &
  Parameters<typeof statusView>[1] & { speech: Speech<'periods'>; limits: Limits | undefined };

const forPeriods = () => import('./status-periods.ts');
const forAreas = () => import('./status-areas.ts');

async function viewOf(judged: readonly JudgedPlan[], shown: Shown): Promise<View> {
  const { by, indicator, periods, speech, limits } = shown;
  if (periods !== undefined)
    return (await forPeriods()).periodsView(judged, periods, shown, speech);
  if (by !== 'area') return statusView(judged.map(toldOf), shown);
  const { areasView, indicatorAreasView } = await forAreas();
  return indicator === undefined
    ? areasView(judged, speech, limits)
    : indicatorAreasView(judged, indicator, speech);
}

/** Pictures show figures over the years, too; else what an evaluation needs is enough, and the periods asked for. */
async function keeperFor(
  outputs: Run['outputs'],
  { periods }: StatusOptions,
): Promise<KeeperOf | undefined> {
  const ends = periods === undefined ? [] : (await import('../course.ts')).endsOf(periods);
  if (outputs.some(({ format }) => draws(format))) {
    const { explainKeeper } = await import('../explain.ts');
    return (asOf, plan) =>
      explainKeeper(null, toEvaluate(asOf, plan, [...ends, ...yearEnds(asOf), asOf]));
  }
  if (periods === undefined) return undefined;
  return (asOf, plan) => toEvaluate(asOf, plan, ends);
}

/** The last days of so many years, the day's own too. */
function yearEnds(asOf: Day): Day[] {
  return Array.from({ length: DRAWN_YEARS }, (_, at) => day(yearOf(asOf) - at, 12, 31));
}

/** Of very many rows the pictures show the first ones, and of these years the last figures. */
const DRAWN_YEARS = 20;

/** Bars are for readers: what is asked of a format for machines would be ignored. */
function checkChart({ chart }: StatusOptions, outputs: Run['outputs']): void {
  const other = outputs.find(({ format }) => !isForPeople(format));
  if (chart && other)
    throw usageError('option-not-with', {
      option: '--chart',
      other: `--format ${other.format}`,
    });
}

const FAILS: Record<FailOn, (judged: readonly JudgedPlan[]) => boolean> = {
  missed: (judged) => judged.some(({ evaluation }) => evaluation.counts.missed > 0),
  'no-data': (judged) => judged.some(({ evaluation }) => evaluation.counts['no-data'] > 0),
  overdue: (judged) =>
    judged.some(({ deadlines }) => deadlines.tasks.overdue + deadlines.reports.overdue > 0),
  data: (judged) =>
    judged.some(({ input, evaluation }) => hasUnreadData([input]) || isDoubtful(evaluation)),
  conflict: (judged) => judged.some(({ evaluation }) => isDisputed(evaluation)),
  provisional: (judged) => judged.some(({ evaluation }) => isUnfinished(evaluation)),
  mismatch: (judged) => judged.some(({ evaluation }) => evaluation.indicators.some(differs)),
};

function judgeInput(input: PlanInput, { year, pace, area }: StatusOptions, asOf: Day): JudgedPlan {
  const question = {
    asOf,
    ...(year === undefined ? {} : { year }),
    ...(pace === undefined ? {} : { pace }),
    ...(area === undefined ? {} : { area }),
  };
  return {
    input,
    evaluation: evaluateInput(input, question),
    deadlines: deadlinesOf(input.plan, input.progress.rows, { asOf }),
  };
}

function toldOf({ input, evaluation, deadlines }: JudgedPlan) {
  const { files, progress } = input;
  return { input, evaluation, deadlines, files, progress };
}

/** Formats for machines have no closing lines: what they would say goes to stderr. */
async function sayUntold(
  { session, look, outputs }: Run,
  judged: readonly JudgedPlan[],
  { by }: StatusOptions,
  { areas, evidence, lang }: Speech<'areas' | 'evidence'>,
): Promise<void> {
  const isSaid = outputs.every((output) => isOfDocuments(output) && isForPeople(output.format));
  if (isSaid || look.quiet) return;
  const isListed = by === 'area' || outputs.every(({ format }) => format !== 'csv');
  const lines = judged.flatMap(({ input, evaluation }) =>
    [
      ...areaNotices(input, evaluation.area, areas),
      ...(isListed ? [] : notCountedPlaces(evaluation.notCounted, { evidence, lang })),
    ].map((notice) => `${input.plan.file}: ${notice}\n`),
  );
  await write(session.stderr, lines.join(''));
}
