import type { Diff } from '../../diff.ts';
import { chosenRows } from '../../diff-view.ts';
import { explainer } from '../../explain.ts';
import { type Block, type Document, heading, type TextBlock } from '../../formats/document.ts';
import { grouped } from '../../grouped.ts';
import type { PlanReport, Report } from '../../report.ts';
import type { Verdict } from '../../verdict.ts';
import { bulletsChart } from '../charts/bullets.ts';
import { dotsCharts } from '../charts/dots.ts';
import { deadlineFigures, figuresChart, verdictFigures } from '../charts/figures.ts';
import { sharesChart } from '../charts/shares.ts';
import { timelineChart } from '../charts/timeline.ts';
import { type ChartSpeech, chartSpeech } from '../charts/words.ts';
import { diffContext } from '../diff/cells.ts';
import { alignmentView } from './alignment.ts';
import { reportBlocks } from './document.ts';
import { groupBlocks } from './tally.ts';
import { groupName, isAsked, type Pictures, type ReportContext, type ReportView } from './view.ts';

/** The report with its pictures: in place of tables where they show the same. */
export async function reportPage(report: Report, view: ReportView): Promise<Document> {
  const speech = await chartSpeech(view.speech.lang);
  return reportBlocks(report, view, { width: null, isPage: true }, picturesIn(speech));
}

function picturesIn(speech: ChartSpeech): Pictures {
  const { charts: words } = speech;
  return {
    figures: ({ evaluation, deadlines, sources }) =>
      figuresChart([
        ...verdictFigures(evaluation.counts, speech),
        ...deadlineFigures(deadlines, sources.progress.length > 0, speech),
      ]),
    plans: ({ plans }, behind) =>
      sharesChart(
        plans.map(({ plan, evaluation }) => ({ label: plan.document, counts: evaluation.counts })),
        { title: words.plans, of: words.plan, behind },
        speech,
      ),
    groups: (report, level, context) => [
      heading(level, context.words.headings.groups),
      ...groupShares(report, groupBlocks(report, level, context).slice(1), context, speech),
    ],
    indicators: (report, level, context) => indicatorBars(report, level, context, speech),
    deadlines: ({ deadlines }) => timelineChart(deadlines, deadlines.items, speech),
    alignment: (diff, context) => dots(diff, context, speech),
  };
}

function groupShares(
  report: PlanReport,
  behind: readonly TextBlock[],
  context: ReportContext,
  speech: ChartSpeech,
): Block[] {
  const { charts: words } = speech;
  const rows = report.groups.map((group) => ({
    label: groupName(report, group, context),
    counts: group.tally,
  }));
  return sharesChart(rows, { title: words.groups, of: words.group, behind }, speech);
}

/** The indicators of the verdicts asked for, by group. */
function indicatorBars(
  report: PlanReport,
  level: number,
  context: ReportContext,
  speech: ChartSpeech,
): Block[] {
  const { results, areas, measures, evaluation } = report;
  const { pace = 'linear' } = context.view;
  const isWanted = (verdict: Verdict) =>
    verdict === 'no-target' ? context.view.sections === null : isAsked(context, verdict);
  const own = grouped(
    evaluation.indicators.filter(({ verdict }) => isWanted(verdict)),
    ({ indicator }) => indicator.group,
  );
  const sections = report.groups
    .map((group) => ({
      heading: groupName(report, group, context),
      indicators: own.get(group.code) ?? [],
      closing: null,
    }))
    .filter(({ indicators }) => indicators.length > 0);
  if (sections.length === 0) return [];
  const chart = bulletsChart(sections, {
    context: { evaluation, words: speech.status, evidence: speech.evidence, lang: speech.lang },
    speech,
    pace,
    areas,
    explain: explainer(evaluation, results, measures),
    behind: [],
  });
  return [heading(level, chart.title), chart];
}

function dots(diff: Diff, { view }: ReportContext, speech: ChartSpeech): Block[] {
  const context = diffContext(diff, alignmentView(view.speech));
  return dotsCharts(chosenRows(diff, context.view), context, speech);
}
