import type { Day } from '../calendar.ts';
import type { ExplainOptions } from '../cli/flags/explain.ts';
import type { Question } from '../evaluation.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { explainIndicator, explainKeeper } from '../explain.ts';
import { explainTask } from '../explain-task.ts';
import { isOfItem } from '../not-counted.ts';
import { addresses, type Plan } from '../plan.ts';
import { suggest } from '../suggest.ts';
import { type Explanation, explainView } from '../views/explain/index.ts';
import { speak } from '../words/index.ts';
import { type KeeperOf, type PlanInput, readPlans, toEvaluate } from './read.ts';
import { sayDataFindings, sayPlanErrors } from './remarks.ts';
import { beginRun, checkYear, deliverView, narrowedArea } from './run.ts';
import { type Session, usageError } from './session.ts';

/**
 * `dti-eval explain PLAN ITEM`: one indicator, part, task or duty from end to end.
 * @throws UsageError where the plan has none such, with the one most probably meant
 */
export async function explainItem(
  session: Session,
  planFile: string,
  id: string,
  options: ExplainOptions,
): Promise<ExitCode> {
  const run = beginRun(session, options, 'explain');
  const { look, asOf } = run;
  const [indicator = id] = id.split('/');
  const keeperOf: KeeperOf = (day, plan) => explainKeeper(indicator, toEvaluate(day, plan, [day]));
  const read = await readPlans(session, [planFile], options, asOf, keeperOf);
  if ('broken' in read) return sayPlanErrors(session, read.broken, look);
  const [input] = read.inputs;
  if (!input || read.inputs.length > 1)
    throw usageError('one-plan-needed', { found: planFile, plans: read.inputs.length });
  const area = narrowedArea([input], options.area);
  checkYear([input], options.year);
  const explanation = explained(input, id, questionOf({ ...options, ...area }, asOf));
  await sayDataFindings(session, read.inputs, look);
  const speech = await speak(look.lang, 'explain', 'status', 'reasons', 'overdue', 'evidence');
  await deliverView(
    run,
    explainView(explanation, {
      speech,
      pace: options.pace ?? 'linear',
      areas: input.areas,
      unread: input.notCounted.filter((one) => one.line === null || isOfItem(one, indicator)),
    }),
    1,
  );
  return EXIT.ok;
}

function questionOf({ year, pace, area }: ExplainOptions, asOf: Day): Question {
  return {
    asOf,
    ...(year === undefined ? {} : { year }),
    ...(pace === undefined ? {} : { pace }),
    ...(area === undefined ? {} : { area }),
  };
}

function explained(input: PlanInput, id: string, question: Question): Explanation {
  const { plan, results, measures, areas, progress } = input;
  const indicator = explainIndicator(plan, id, results, measures, { ...question, areas });
  if (indicator) return { indicator };
  const task = explainTask(plan, id, progress.rows, question.asOf);
  if (task) return { task };
  const suggestion = suggest(id, itemsOf(plan));
  throw usageError('unknown-item', { plan: plan.file, found: id, suggestion });
}

/** Everything of a plan that can be explained. */
function itemsOf(plan: Plan): string[] {
  const ids = [...plan.tasks, ...plan.reports].map(({ id }) => id);
  return [...addresses(plan).map(({ address }) => address), ...ids];
}
