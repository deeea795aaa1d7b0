import type { Day } from '../calendar.ts';
import type { Question } from '../evaluation.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { explainIndicator, explainKeeper, type IndicatorExplanation } from '../explain.ts';
import { explainTask, type TaskExplanation } from '../explain-task.ts';
import { renderSheet } from '../formats/sheet.ts';
import type { PaceMethod } from '../pace.ts';
import { addresses, type Plan } from '../plan.ts';
import { suggest } from '../suggest.ts';
import { indicatorSheet } from '../views/explain/indicator.ts';
import { indicatorJson, taskJson } from '../views/explain/json.ts';
import { taskSheet } from '../views/explain/task.ts';
import { deliver, wantedOutputs } from './output.ts';
import { type PlanInput, type ReadOptions, readPlans } from './read.ts';
import { sayDataFindings, sayPlanErrors } from './remarks.ts';
import { type Session, usageError } from './session.ts';
import { asOfDay, type CommonOptions, checkChoices, type Look, lookOf } from './settings.ts';

/** The options of `dti-eval explain PLAN ITEM`. */
export interface ExplainOptions extends CommonOptions, ReadOptions {
  format?: string[];
  output?: string[];
  year?: number;
  pace?: PaceMethod;
  area?: string;
}

const FORMATS = ['table', 'json'] as const;

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
  const look = lookOf(options, session);
  const asOf = asOfDay(options, session);
  const outputs = wantedOutputs(options.format, options.output, FORMATS, 'table');
  const [indicator = id] = id.split('/');
  const read = await readPlans(session, [planFile], options, asOf, () => explainKeeper(indicator));
  if ('broken' in read) return sayPlanErrors(session, read.broken, look);
  const [input] = read.inputs;
  if (!input || read.inputs.length > 1)
    throw usageError('one-plan-needed', { found: planFile, plans: read.inputs.length });
  if (options.area !== undefined) checkArea(input, options.area);
  const explanation = explained(input, id, questionOf(options, asOf));
  await sayDataFindings(session, read.inputs, look);
  for (const output of outputs)
    await deliver(session, output, rendered(output.format, explanation, options, look));
  return EXIT.ok;
}

type Explanation = { indicator: IndicatorExplanation } | { task: TaskExplanation };

function questionOf({ year, pace, area }: ExplainOptions, asOf: Day): Question {
  return {
    asOf,
    ...(year === undefined ? {} : { year }),
    ...(pace === undefined ? {} : { pace }),
    ...(area === undefined ? {} : { area }),
  };
}

function checkArea({ plan, areas, results }: PlanInput, area: string): void {
  const known = [plan.area, ...areas.keys(), ...results.map((result) => result.area)];
  checkChoices('--area', [area], known);
}

function explained(input: PlanInput, id: string, question: Question): Explanation {
  const { plan, results, measures, progress } = input;
  const indicator = explainIndicator(plan, id, results, measures, question);
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

function rendered(
  format: (typeof FORMATS)[number],
  explanation: Explanation,
  { pace = 'linear' }: ExplainOptions,
  look: Look,
): string {
  if (format === 'json') {
    const json =
      'indicator' in explanation
        ? indicatorJson(explanation.indicator)
        : taskJson(explanation.task);
    return `${JSON.stringify(json, null, 2)}\n`;
  }
  const { lang } = look;
  const sheet =
    'indicator' in explanation
      ? indicatorSheet(explanation.indicator, { lang, pace })
      : taskSheet(explanation.task, lang);
  return renderSheet(sheet, look);
}
