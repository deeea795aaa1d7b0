import type { Counts } from '../../evaluation.ts';
import type { ChartBlock, Figure } from '../../formats/chart.ts';
import type { PlanDeadlines } from '../../overdue.ts';
import { VERDICTS } from '../../verdict.ts';
import { formatNumber, formatPercent } from '../../words/numbers.ts';
import { MARKS as STATE_MARKS } from '../overdue/table.ts';
import type { ChartSpeech } from './words.ts';

/** What one asks first: how many are reached, open, missed, unknown, and what is late. */
export function verdictFigures(counts: Counts, { charts: words, lang }: ChartSpeech): Figure[] {
  const reached = counts.exceeded + counts.met;
  const judged = reached + counts['in-progress'] + counts.missed;
  const number = (count: number) => formatNumber(count, lang);
  const figure = (verdict: 'in-progress' | 'missed' | 'no-data', tone: Figure['tone']): Figure => ({
    value: number(counts[verdict]),
    label: words.figures[verdict],
    note: words.ofAll(counts.indicators),
    marker: VERDICTS[verdict].mark,
    tone: counts[verdict] > 0 ? tone : 'none',
  });
  return [
    {
      value: `${number(reached)}/${number(judged)}`,
      label: words.figures.reached,
      note:
        judged === 0
          ? words.noneJudged
          : words.shareOfJudged(formatPercent(reached / judged, lang)),
      marker: VERDICTS.met.mark,
      tone: 'good',
    },
    figure('in-progress', 'open'),
    ...(counts.missed > 0 ? [figure('missed', 'bad')] : []),
    ...(counts['no-data'] > 0 ? [figure('no-data', 'unknown')] : []),
  ];
}

/** How much is overdue and due soon, or only past its date where nothing is reported; nothing for a plan without tasks and duties. */
export function deadlineFigures(
  { items, tasks, reports, within }: PlanDeadlines,
  isReported: boolean,
  { charts: words, lang }: ChartSpeech,
): Figure[] {
  if (items.length === 0) return [];
  const count = (state: 'overdue' | 'due-soon') => tasks[state] + reports[state];
  const labels = isReported ? words.figures : { ...words.figures, overdue: words.unreported };
  const figure = (state: 'overdue' | 'due-soon', note: string, tone: Figure['tone']): Figure => ({
    value: formatNumber(count(state), lang),
    label: labels[state],
    note,
    marker: STATE_MARKS[state],
    tone,
  });
  return [
    figure('overdue', words.ofDeadlines(items.length), count('overdue') > 0 ? 'bad' : 'plain'),
    figure('due-soon', words.within(within), count('due-soon') > 0 ? 'open' : 'plain'),
  ];
}

/** The figures as a block. */
export function figuresChart(figures: readonly Figure[]): ChartBlock[] {
  return figures.length === 0 ? [] : [{ kind: 'chart', chart: 'figures', figures }];
}
