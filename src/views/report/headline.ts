import { deciding, type MeasurableEvaluation } from '../../evaluation.ts';
import { foldText } from '../../fold.ts';
import { oneLine } from '../../formats/printable.ts';
import { countReasons } from '../../not-counted.ts';
import { type DeadlineItem, isDone } from '../../overdue.ts';
import type { PlanReport } from '../../report.ts';
import { isNarrow } from '../../scope.ts';
import type { GroupTally } from '../../tally.ts';
import { isPercent } from '../../unit.ts';
import { formatAttainment, formatResult } from '../../words/figures.ts';
import { formatPeriod } from '../../words/numbers.ts';
import type {
  DeadlineFacts,
  GroupFact,
  HeadlineFacts,
  IndicatorFact,
} from '../../words/report-facts.ts';
import { unmeasuredLines } from '../evidence.ts';
import { targetInWords } from './target-words.ts';
import { groupName, type ReportContext } from './view.ts';

/** What the headline of a plan says, with figures as they are printed. */
export function headlineFacts(report: PlanReport, context: ReportContext): HeadlineFacts {
  const { plan, evaluation, deadlines, sources, standouts } = report;
  const group = (one: GroupTally | null): GroupFact | null =>
    one && { name: groupName(report, one, context), tally: one.tally };
  const longest = longestOverdue(deadlines.items);
  const told = deciding(evaluation.indicators);
  const disputed = told.filter(({ rivals }) => rivals.length > 0);
  return {
    asOf: evaluation.asOf,
    year: evaluation.year,
    document: plan.document,
    isNarrow: isNarrow(report.scope),
    tally: report.tally,
    earlier: report.earlier,
    strongest: group(standouts.strongest),
    leastKnown: group(standouts.leastKnown),
    highest: indicatorFact(standouts.highest, report, context),
    lowest: indicatorFact(standouts.lowest, report, context),
    declared: report.declared,
    tasks: deadlineFacts(report, 'task'),
    duties: deadlineFacts(report, 'report'),
    within: deadlines.within,
    hasProgress: sources.progress.length > 0,
    longestOverdue: longest && { title: oneLine(longest.title), days: longest.daysOverdue },
    lastKnown: unmeasuredLines(evaluation, context.view.speech, {
      unreported: 0,
      deadlines,
      isWithOptions: false,
    }),
    disputed: {
      count: disputed.length,
      tipped: disputed.filter(({ rivals, verdict }) =>
        rivals.some((one) => one.verdict !== verdict),
      ).length,
    },
    doubted: told.filter(({ shareDoubt }) => shareDoubt !== null).length,
    provisional: told.filter(({ isProvisional }) => isProvisional).length,
    notCounted: countReasons(evaluation.notCounted),
  };
}

function indicatorFact(
  one: MeasurableEvaluation | null,
  { evaluation }: PlanReport,
  context: ReportContext,
): IndicatorFact | null {
  if (one === null) return null;
  const { actual, target, attainment, measurable } = one;
  if (actual === null || target === null || attainment === null) return null;
  const { lang, status } = context;
  return {
    name: measuredName(one, evaluation),
    value: formatResult(actual, { unit: measurable.unit, target }, lang, status),
    period: actual.period.end === evaluation.asOf ? null : formatPeriod(actual.period, lang),
    target: targetInWords(target, measurable.unit, context),
    attained: formatAttainment(attainment, target, lang),
    doubt: one.rivals.length > 0 ? 'disputed' : one.shareDoubt === null ? null : 'doubted',
  };
}

/** The name; a part's tells little without its indicator's. */
export function indicatorName(
  { address, measurable }: MeasurableEvaluation,
  { indicators }: PlanReport['evaluation'],
): string {
  const whole = wholesOf(indicators).get(address);
  return [whole?.measurable, measurable]
    .flatMap((named) => (named ? [oneLine(named.name)] : []))
    .join(' — ');
}

type Indicators = PlanReport['evaluation']['indicators'];

/** What each part is a part of. */
function wholesOf(indicators: Indicators): ReadonlyMap<string, Indicators[number]> {
  const known = WHOLES.get(indicators);
  if (known !== undefined) return known;
  const found = new Map(
    indicators.flatMap((whole) => whole.parts.map(({ address }) => [address, whole] as const)),
  );
  WHOLES.set(indicators, found);
  return found;
}

/** Thousands of indicators may be named. */
const WHOLES = new WeakMap<Indicators, ReadonlyMap<string, Indicators[number]>>();

/** The name, with the unit of the figures beside it where it does not say it; `%` stands with them. */
export function measuredName(
  one: MeasurableEvaluation,
  evaluation: PlanReport['evaluation'],
): string {
  const { unit } = one.measurable;
  const name = indicatorName(one, evaluation);
  const isSaid = unit === null || isPercent(unit) || foldText(name).includes(foldText(unit));
  return isSaid ? name : `${name} (${oneLine(unit)})`;
}

/** The one that is overdue the longest; `null` where none is. */
function longestOverdue(items: readonly DeadlineItem[]): DeadlineItem | null {
  const overdue = items.filter(({ state }) => state === 'overdue');
  return overdue.reduce<DeadlineItem | null>(
    (longest, item) => (longest && longest.daysOverdue >= item.daysOverdue ? longest : item),
    null,
  );
}

/** A plan's tasks or duties in the numbers that sentences need. */
export function deadlineFacts(
  { plan, deadlines }: PlanReport,
  kind: DeadlineItem['kind'],
): DeadlineFacts {
  const items = deadlines.items.filter((item) => item.kind === kind);
  const overdue = items.filter(({ state }) => state === 'overdue');
  return {
    items: (kind === 'task' ? plan.tasks : plan.reports).length,
    dated: new Set(items.filter(({ due }) => due !== null).map(({ id }) => id)).size,
    overdueItems: new Set(overdue.map(({ id }) => id)).size,
    overdue: overdue.length,
    soon: items.filter(({ state }) => state === 'due-soon').length,
    done: items.filter(isDone).length,
  };
}
