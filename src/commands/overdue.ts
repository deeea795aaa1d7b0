import { endedBy } from '../area.ts';
import type { Day } from '../calendar.ts';
import type { OverdueOptions } from '../cli/flags/overdue.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { deadlinesOf, type PlanDeadlines } from '../overdue.ts';
import { overdueView } from '../views/overdue/index.ts';
import { speak } from '../words/index.ts';
import { ofSound } from './crashes.ts';
import { type PlanInput, readPlans } from './read.ts';
import { sayDataFindings, sayNotCounted, sayPlanErrors } from './remarks.ts';
import { beginRun, deliverView, hasUnreadData, narrowed } from './run.ts';
import type { Session } from './session.ts';

type FailOn = NonNullable<OverdueOptions['failOn']>[number];

interface JudgedDeadlines {
  input: PlanInput;
  deadlines: PlanDeadlines;
}

/** `dti-eval overdue`: what is late, whose it is, since when, and what comes next. */
export async function overdue(
  session: Session,
  paths: readonly string[],
  options: OverdueOptions,
): Promise<ExitCode> {
  const run = beginRun(session, options, 'overdue');
  const { look, asOf } = run;
  const read = await readPlans(session, paths, options, asOf);
  if ('broken' in read) return sayPlanErrors(session, read.broken, look);
  const { group, lead } = narrowed(read.inputs, { group: options.group, lead: options.lead });
  const judged = ofSound(session, read.inputs, (inputs) =>
    inputs.map((input) => judgeInput(input, options, asOf)),
  );
  if (judged === null) return EXIT.fault;
  await sayDataFindings(session, read.inputs, look);
  const speech = await speak(look.lang, 'overdue', 'evidence');
  const { all, only, kind, by = 'lead' } = options;
  const told = judged.map(({ input, deadlines }) => ({
    deadlines,
    endedArea: endedBy(input.areas, input.plan.area, asOf),
    progress: input.progress,
  }));
  await sayNotCounted(
    run,
    told.flatMap(({ progress }) => progress.notCounted),
    speech,
  );
  const view = overdueView(told, { all, only, kind, lead, group, by, asOf, speech });
  await deliverView(run, view, told.length);
  const { failOn = [] } = options;
  return failOn.some((what) => judged.some(FAILS[what])) ? EXIT.findings : EXIT.ok;
}

/** What is asked of the table changes nothing about these. */
const FAILS: Record<FailOn, (judged: JudgedDeadlines) => boolean> = {
  overdue: ({ deadlines }) => deadlines.tasks.overdue + deadlines.reports.overdue > 0,
  data: ({ input }) => hasUnreadData([input]),
};

function judgeInput(input: PlanInput, { within }: OverdueOptions, asOf: Day): JudgedDeadlines {
  const question = { asOf, ...(within === undefined ? {} : { within }) };
  return { input, deadlines: deadlinesOf(input.plan, input.progress.rows, question) };
}
