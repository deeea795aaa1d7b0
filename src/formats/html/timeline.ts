import { daysBetween } from '../../calendar.ts';
import type { TimelineChart, TimelineRow } from '../chart.ts';
import { cellContent } from './blocks.ts';
import { figureMarkup, legend } from './figure.ts';
import { element, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { monthsPlot } from './plots.ts';

/** How much falls into each month, then every item on its line. */
export function timelineMarkup(chart: TimelineChart, level: number, page: Page): Markup {
  return figureMarkup(chart, level, page, [
    legend(chart.states),
    element('div', { class: 'wide', 'aria-hidden': 'true' }, monthsPlot(chart, 'wide')),
    element('div', { class: 'narrow', 'aria-hidden': 'true' }, monthsPlot(chart, 'narrow')),
    element(
      'details',
      { class: 'lines', open: chart.rows.length <= MOST_OPEN },
      element('summary', {}, page.speech.page.items),
      element(
        'ul',
        { class: 'timeline' },
        axisMarkup(chart),
        chart.rows.map((row) => rowMarkup(row, chart)),
      ),
    ),
  ]);
}

/** More lines than these are shown when asked for. */
const MOST_OPEN = 80;

/** So many labels find room above the lines. */
const MOST_LABELS = 4;

function axisMarkup(chart: TimelineChart): Markup {
  const { ticks } = chart;
  const every = Math.ceil(ticks.length / MOST_LABELS);
  const shown = ticks.filter((_, index) => index % every === 0);
  return element(
    'li',
    { class: 'axis-row', 'aria-hidden': 'true' },
    element(
      'span',
      { class: 'axis' },
      shown.map(({ day, label }) =>
        element('span', { style: `left:${position(day, chart)}%` }, label),
      ),
    ),
  );
}

/** Where a day lies on the line of time, in hundredths of it. */
function position(day: string, { from, to }: Pick<TimelineChart, 'from' | 'to'>): number {
  return Math.round((daysBetween(from, day) / (daysBetween(from, to) + 1)) * 10000) / 100;
}

function rowMarkup({ id, label, note, spans }: TimelineRow, chart: TimelineChart): Markup {
  return element(
    'li',
    { id },
    element(
      'span',
      { class: 'name' },
      element('span', { class: 'title' }, label),
      note === '' ? null : element('span', { class: 'lead' }, note),
    ),
    lineMarkup(spans, chart),
    element(
      'span',
      { class: 'said' },
      spans
        .slice(0, MOST_SAID)
        .map(({ said, tone }) => element('span', { class: `tone-${tone}` }, cellContent(said))),
      spans.length > MOST_SAID ? element('span', {}, `… +${spans.length - MOST_SAID}`) : null,
    ),
  );
}

/** Of so many occurrences a line says its standing; the table has all of them. */
const MOST_SAID = 3;

const HEIGHT = 16;

function lineMarkup(spans: TimelineRow['spans'], chart: TimelineChart): Markup {
  const { today, ticks } = chart;
  const at = (day: string) => position(day, chart);
  const line = (kind: string, start: string, end: string) =>
    element('line', { class: kind, x1: at(start), x2: at(end), y1: HEIGHT / 2, y2: HEIGHT / 2 });
  const upright = (kind: string, day: string) =>
    element('line', { class: kind, x1: at(day), x2: at(day), y1: 0, y2: HEIGHT });
  return element(
    'svg',
    {
      class: 'line',
      viewBox: `0 0 100 ${HEIGHT}`,
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    ticks.map(({ day }) => upright('grid', day)),
    spans.map(({ start, due, late, done, tone }) =>
      element(
        'g',
        { class: `tone-${tone}` },
        line('span', start, due),
        late === null ? null : line('late', due, late),
        upright('due', due),
        done === null ? null : upright('done', done),
      ),
    ),
    upright('today', today),
  );
}
