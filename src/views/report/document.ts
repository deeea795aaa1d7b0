import { type Block, type Document, heading, list, paragraph } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { Medium } from '../../formats/view.ts';
import type { PlanReport, Report } from '../../report.ts';
import { alignmentBlocks } from './alignment.ts';
import { changeBlocks } from './changes.ts';
import { comparisonBlocks } from './comparison.ts';
import { dueNextBlocks, overdueBlocks } from './deadlines.ts';
import { headlineFacts } from './headline.ts';
import { indicatorBlocks } from './indicators.ts';
import { generalMethod, planMethod } from './method.ts';
import { questionBlocks } from './questions.ts';
import { groupBlocks } from './tally.ts';
import {
  areaName,
  isAsked,
  type Pictures,
  type ReportContext,
  type ReportView,
  reportContext,
} from './view.ts';

/**
 * The whole report in words, without a format: one plan's sections below the report's title; of
 * several plans a comparison, then a chapter for each, and the method once for all.
 */
export function reportBlocks(
  report: Report,
  view: ReportView,
  medium: Medium,
  pictures: Pictures | null = null,
): Document {
  const context = reportContext(view, medium, pictures);
  const [only] = report.plans;
  return report.plans.length === 1 && only
    ? [
        heading(1, view.title ?? context.words.title(only.plan.document)),
        ...planFacts(only, context, true),
        ...planSections(only, report, 2, context),
        ...methodOf(report, context),
      ]
    : severalPlans(report, context);
}

function severalPlans(report: Report, context: ReportContext): Block[] {
  const { view, words } = context;
  const { plans } = report;
  return [
    heading(1, view.title ?? words.titleOfSeveral(plans.length)),
    ...list([
      words.facts.asOf(report.asOf, null, null),
      words.facts.plans(plans.map(({ plan }) => plan.document)),
    ]),
    ...comparisonBlocks(report, 2, context),
    ...alignmentBlocks(report.alignment, 2, context),
    ...plans.flatMap((one) => {
      const sections = planSections(one, report, 3, context);
      return sections.length === 0
        ? []
        : [
            heading(
              2,
              words.planHeading(one.plan.document, areaName(one.area, one.plan.area, context)),
            ),
            ...planFacts(one, context, false),
            ...sections,
            ...(isAsked(context, 'method')
              ? [heading(3, words.headings.scope), ...list(planMethod(one, context))]
              : []),
          ];
    }),
    ...methodOf(report, context),
  ];
}

function planFacts(
  { plan, area, evaluation, sources }: PlanReport,
  context: ReportContext,
  isAlone: boolean,
): Block[] {
  const { facts } = context.words;
  const judged = evaluation.area === plan.area ? null : evaluation.area;
  return list([
    facts.document(plan.document, plan.issued, oneLine(plan.title)),
    ...(isAlone ? [facts.area(areaName(area, plan.area, context))] : []),
    facts.asOf(evaluation.asOf, evaluation.year, judged),
    facts.sources(plan.file, sources.results, sources.progress),
  ]);
}

function planSections(
  report: PlanReport,
  whole: Report,
  level: number,
  context: ReportContext,
): Block[] {
  const { words, pictures } = context;
  const asked = (section: Parameters<typeof isAsked>[1], blocks: () => Block[]) =>
    isAsked(context, section) ? blocks() : [];
  return [
    ...asked('summary', () => [
      heading(level, words.headings.summary),
      ...(pictures?.figures(report) ?? []),
      paragraph(words.headline(headlineFacts(report, context))),
    ]),
    ...asked('changes', () =>
      whole.since === null ? [] : changeBlocks(report, whole.since, level, context),
    ),
    ...asked('groups', () => (pictures?.groups ?? groupBlocks)(report, level, context)),
    ...(pictures?.indicators ?? indicatorBlocks)(report, level, context),
    ...asked('overdue', () => [
      ...overdueBlocks(report, level, context),
      ...(pictures?.deadlines(report) ?? []),
    ]),
    ...asked('due-next', () => dueNextBlocks(report, level, context)),
    ...asked('questions', () => questionBlocks(report, level, context)),
  ];
}

function methodOf(report: Report, context: ReportContext): Block[] {
  if (!isAsked(context, 'method')) return [];
  const [only] = report.plans;
  const own = report.plans.length === 1 && only ? planMethod(only, context) : [];
  return [
    heading(2, context.words.headings.method),
    ...list([...own, ...generalMethod(report, context)]),
  ];
}
