import { type Block, type Document, heading, list, paragraph } from '../../formats/document.ts';
import type { DeadlineItem } from '../../overdue.ts';
import { deadlineFigures, figuresChart } from '../charts/figures.ts';
import { timelineChart } from '../charts/timeline.ts';
import { type ChartSpeech, chartSpeech } from '../charts/words.ts';
import { isWithin } from './narrowing.ts';
import { overdueTable } from './table.ts';
import type { DeadlinesLook, ToldDeadlines } from './told.ts';

/** Deadlines in pictures: the figures, a line of time of all that the agencies asked for lead, the table. */
export async function overduePage(
  plans: readonly ToldDeadlines[],
  look: DeadlinesLook,
): Promise<Document> {
  const speech = await chartSpeech(look.speech.lang);
  const { titles, asOf } = speech.charts;
  const [only] = plans;
  const isAlone = plans.length === 1 && only !== undefined;
  return [
    heading(
      1,
      isAlone
        ? titles.overdue(only.deadlines.plan.document)
        : titles.overdueOfSeveral(plans.length),
    ),
    paragraph(asOf(look.asOf)),
    ...plans.flatMap((plan) => [
      ...(isAlone ? [] : [heading(2, titles.overdue(plan.deadlines.plan.document))]),
      ...planBlocks(plan, look, isAlone ? 2 : 3, speech),
    ]),
  ];
}

function planBlocks(
  { deadlines, endedArea, progress }: ToldDeadlines,
  look: DeadlinesLook,
  level: number,
  speech: ChartSpeech,
): Block[] {
  const { asOf: _asOf, by, speech: own, ...narrowing } = look;
  const table = overdueTable(deadlines, {
    ...narrowing,
    speech: own,
    by,
    endedArea,
    progress,
    timeline: null,
  });
  const wanted = (item: DeadlineItem) => isWithin(item, narrowing);
  const chart = timelineChart(deadlines, deadlines.items.filter(wanted), speech);
  return [
    ...(table.opening ?? []).map((line) => paragraph(line)),
    ...figuresChart(deadlineFigures(deadlines, progress.files.length > 0, speech)),
    ...(chart.length === 0 ? [] : [heading(level, speech.charts.timeline), ...chart]),
    heading(level, speech.charts.table),
    { ...table, title: null, opening: [], closing: [] },
    heading(level, speech.charts.basis),
    ...list(table.closing),
  ];
}
