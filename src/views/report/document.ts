import { type Block, type Document, heading, list } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import type { Medium } from '../../formats/view.ts';
import type { PlanReport, Report } from '../../report.ts';
import { roman } from '../../words/roman.ts';
import { areaText } from '../area-text.ts';
import { alignmentBlocks } from './alignment.ts';
import { planChapters } from './chapters.ts';
import { comparisonBlocks } from './comparison.ts';
import { generalMethod, planMethod } from './method.ts';
import { numbered } from './numbered.ts';
import { shortBlocks } from './short.ts';
import { planSources } from './sources.ts';
import {
  areaName,
  isAsked,
  type Pictures,
  type ReportContext,
  type ReportView,
  reportContext,
} from './view.ts';

/**
 * The whole report in words, without a format: one plan's chapters below the report's title, then
 * its annexes; of several plans a comparison, then a chapter for each, and the method once for all.
 */
export function reportBlocks(
  report: Report,
  view: ReportView,
  medium: Medium,
  pictures: Pictures | null = null,
): Document {
  const context = reportContext(view, medium, pictures);
  const [only] = report.plans;
  const blocks =
    report.plans.length === 1 && only
      ? onePlan(only, report, context)
      : severalPlans(report, context);
  return numbered(blocks, context);
}

function onePlan(one: PlanReport, report: Report, context: ReportContext): Block[] {
  const { view, words } = context;
  const title = heading(1, view.title ?? words.title(one.plan.document));
  if (view.isShort)
    return [title, ...planFacts(one, context, true), ...shortBlocks(one, 2, context)];
  const { main, annexes } = planChapters(one, report, 2, context);
  const method = isAsked(context, 'method')
    ? [
        {
          title: words.headings.method,
          blocks: list([...planMethod(one, context), ...generalMethod(report, context)]),
        },
      ]
    : [];
  return [
    title,
    ...planFacts(one, context, true),
    ...main,
    ...[...annexes, ...method, ...filesOf(one, context)].flatMap((annex, index): Block[] => [
      {
        kind: 'heading',
        level: 2,
        text: annex.title,
        isAnnex: true,
        label: words.chapters.annex(roman(index + 1)),
      },
      ...annex.blocks,
    ]),
  ];
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
    ...(view.isShort ? [] : alignmentBlocks(report.alignment, 2, context)),
    ...plans.flatMap((one) => chapterOf(one, report, context)),
    ...(isAsked(context, 'method') && !view.isShort
      ? [heading(2, words.headings.method), ...list(generalMethod(report, context))]
      : []),
  ];
}

/** One plan among several: what would be annexes are sections of its chapter. */
function chapterOf(one: PlanReport, report: Report, context: ReportContext): Block[] {
  const { view, words } = context;
  const name = words.planHeading(one.plan.document, areaName(one.area, one.plan.area, context));
  const head = [heading(2, name), ...planFacts(one, context, false)];
  if (view.isShort) return [...head, ...shortBlocks(one, 3, context)];
  const { main, annexes } = planChapters(one, report, 3, context);
  const sections = [...annexes, ...filesOf(one, context)].flatMap(({ title, blocks }) => [
    heading(3, title),
    ...blocks,
  ]);
  if (main.length + sections.length === 0) return [];
  return [
    ...head,
    ...main,
    ...sections,
    ...(isAsked(context, 'method')
      ? [heading(3, words.headings.scope), ...list(planMethod(one, context))]
      : []),
  ];
}

function planFacts(one: PlanReport, context: ReportContext, isAlone: boolean): Block[] {
  const { facts, chapters } = context.words;
  const { plan, area, evaluation, scope } = one;
  const { isShort } = context.view;
  const judged =
    evaluation.area === plan.area ? null : areaText(one.areas, evaluation.area, context.lang);
  const leads = scope.lead.map((code) => oneLine(plan.agencies.get(code) ?? code));
  const groups = scope.group.map((code) => oneLine(plan.groups.get(code) ?? code));
  return list([
    ...(isAlone && isShort
      ? []
      : [facts.document(plan.document, plan.issued, oneLine(plan.title))]),
    ...(isAlone && !isShort ? [facts.area(areaName(area, plan.area, context))] : []),
    ...(leads.length + groups.length === 0 ? [] : [chapters.scope(leads, groups)]),
    ...(isShort && judged === null ? [] : [facts.asOf(evaluation.asOf, evaluation.year, judged)]),
    planSources(one, context),
  ]);
}

/** The files, for who made the report. */
function filesOf(
  { plan, sources }: PlanReport,
  { view, words }: ReportContext,
): { title: string; blocks: Block[] }[] {
  if (!view.withFiles) return [];
  const { files, headings } = words.chapters;
  return [
    {
      title: headings.files,
      blocks: list([
        files.plan(plan.file),
        files.results(sources.results),
        files.progress(sources.progress),
      ]),
    },
  ];
}
