import type { Diff } from '../../diff.ts';
import { chosenRows, shownRows } from '../../diff-view.ts';
import { type Document, heading, list, paragraph } from '../../formats/document.ts';
import { dotsCharts } from '../charts/dots.ts';
import { chartSpeech } from '../charts/words.ts';
import { type DiffView, diffContext, diffTitle, endedLines } from './cells.ts';
import { diffTable } from './table.ts';

/** Targets of plans as dots on one scale, then side by side in a table. */
export async function diffPage(diff: Diff, view: DiffView): Promise<Document> {
  const speech = await chartSpeech(view.speech.lang);
  const context = diffContext(diff, view);
  const { closing, ...table } = diffTable(diff, view);
  const rows = shownRows(chosenRows(diff, view), view);
  const charts = dotsCharts(rows, context, speech);
  return [
    heading(1, diffTitle(context)),
    ...endedLines(context).map((line) => paragraph(line)),
    ...charts.flatMap((chart) => [heading(2, chart.title), chart]),
    heading(2, speech.charts.table),
    { ...table, title: null, opening: [], closing: [] },
    heading(2, speech.charts.basis),
    ...list(closing),
  ];
}
