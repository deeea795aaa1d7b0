import type { Day } from '../calendar.ts';
import type { StatusOptions } from '../cli/flags/status.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { FORMATS } from '../formats/index.ts';
import { deadlinesOf } from '../overdue.ts';
import { areaNotices } from '../views/status/area-notice.ts';
import { statusView } from '../views/status/index.ts';
import { differs } from '../views/status/narrowing.ts';
import { type Speech, speak } from '../words/index.ts';
import { isDisputed, isDoubtful, isUnfinished } from './doubts.ts';
import { evaluateInput, type PlanInput, readPlans } from './read.ts';
import { sayDataFindings, sayPlanErrors } from './remarks.ts';
import {
  beginRun,
  checkNarrowing,
  checkYear,
  deliverView,
  hasUnreadData,
  isOfDocuments,
  type Run,
} from './run.ts';
import { type Session, write } from './session.ts';
import { areasView, checkByArea, type JudgedPlan } from './status-areas.ts';

type FailOn = NonNullable<StatusOptions['failOn']>[number];

/** `dti-eval status`: where the plans stand. */
export async function status(
  session: Session,
  paths: readonly string[],
  options: StatusOptions,
): Promise<ExitCode> {
  const run = beginRun(session, options, 'status');
  const { look, asOf } = run;
  if (options.by === 'area') checkByArea(options);
  const read = await readPlans(session, paths, options, asOf);
  if ('broken' in read) return sayPlanErrors(session, read.broken, look);
  checkYear(read.inputs, options.year);
  const { only, group, lead, area, sort } = options;
  checkNarrowing(read.inputs, { group, lead, area: area === undefined ? [] : [area] });
  const judged = read.inputs.map((input) => judgeInput(input, options, asOf));
  await sayDataFindings(session, read.inputs, look);
  const speech = await speak(look.lang, 'status', 'overdue', 'overview', 'areas', 'evidence');
  await sayAreaNotices(run, judged, speech.areas);
  const view =
    options.by === 'area'
      ? areasView(judged, speech)
      : statusView(judged.map(toldOf), { only, group, lead, sort, asOf, speech });
  await deliverView(run, view);
  const { failOn = [] } = options;
  return failOn.some((what) => FAILS[what](judged)) ? EXIT.findings : EXIT.ok;
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
async function sayAreaNotices(
  { session, look, outputs }: Run,
  judged: readonly JudgedPlan[],
  words: Speech<'areas'>['areas'],
): Promise<void> {
  const isSaid = outputs.every(
    (output) => isOfDocuments(output) && FORMATS[output.format].shape === 'document',
  );
  if (isSaid || look.quiet) return;
  const lines = judged.flatMap(({ input, evaluation }) =>
    areaNotices(input, evaluation.area, words).map((notice) => `${input.plan.file}: ${notice}\n`),
  );
  await write(session.stderr, lines.join(''));
}
