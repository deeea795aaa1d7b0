import type { Diff, DiffRow } from '../../diff.ts';
import { toNumber } from '../../exact.ts';
import type { ChartBlock, DotsChart } from '../../formats/chart.ts';
import { rowsTable, type TextBlock } from '../../formats/document.ts';

import { grouped } from '../../grouped.ts';
import { targetNumber } from '../../target.ts';
import { type DiffContext, measureName, planName, targetText } from '../diff/cells.ts';
import type { ChartSpeech } from './words.ts';

/**
 * The targets that plans set for one measure and year as dots on one scale, a picture for every
 * unit. Rows on which fewer than two plans have a figure are left to the table.
 */
export function dotsCharts(
  rows: readonly DiffRow[],
  context: DiffContext,
  { charts: words }: ChartSpeech,
): (ChartBlock & DotsChart)[] {
  const { diff } = context;
  const series = diff.plans.map(planName);
  const compared = rows
    .map((row) => ({
      unit: row.unit ?? '',
      label: `${measureName(row, context.view.speech.lang)}, ${row.year}`,
      dots: dotsOf(row, diff, context),
    }))
    .filter(({ dots }) => dots.length >= 2);
  const byUnit = grouped(compared, ({ unit }) => unit);
  return [...byUnit].map(([unit, own]) => ({
    kind: 'chart',
    chart: 'dots',
    title: words.dots(unit),
    said: words.dotsSaid(own.length, series.length),
    unit,
    series,
    rows: own,
    behind: dotsTable(own, series, words),
  }));
}

function dotsTable(
  rows: DotsChart['rows'],
  series: readonly string[],
  { measure }: ChartSpeech['charts'],
): TextBlock[] {
  const columns = [
    { key: 'label', title: measure, importance: 100, wraps: true },
    ...series.map((title, index) => ({ key: `plan ${index}`, title, importance: 90 })),
  ];
  const told = rows.map(({ label, dots }) => ({
    label: { text: label },
    ...Object.fromEntries(dots.map((dot) => [`plan ${dot.series}`, { text: dot.target }])),
  }));
  return rowsTable(columns, told, () => '');
}

function dotsOf(row: DiffRow, { plans }: Diff, context: DiffContext) {
  return plans.flatMap((plan, series) => {
    const { asked } = row.cells.get(plan.id)!;
    if (asked === null || asked.year !== row.year || asked.unit !== row.unit) return [];
    const { target } = asked;
    if (target === null || target.op === 'done') return [];
    return [
      {
        series,
        value: toNumber(targetNumber(target)),
        target: targetText(asked, row, context),
      },
    ];
  });
}
