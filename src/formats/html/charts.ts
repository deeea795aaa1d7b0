import type { ChartBlock, DotsChart, FiguresChart, SharesChart } from '../chart.ts';
import { bulletsMarkup } from './bullets.ts';
import { figureMarkup, legend } from './figure.ts';
import { element, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { dotsPlot, sharesPlot, symbolPlot } from './plots.ts';
import { timelineMarkup } from './timeline.ts';

/** A picture with its data behind it. */
export function chartMarkup(chart: ChartBlock, level: number, page: Page): Markup {
  switch (chart.chart) {
    case 'figures':
      return figuresMarkup(chart);
    case 'shares':
      return sharesMarkup(chart, level, page);
    case 'bullets':
      return bulletsMarkup(chart, level, page);
    case 'timeline':
      return timelineMarkup(chart, level, page);
    case 'dots':
      return dotsMarkup(chart, level, page);
  }
}

function figuresMarkup({ figures }: FiguresChart): Markup {
  return element(
    'ul',
    { class: 'figures' },
    figures.map(({ value, label, note, marker, tone }) =>
      element(
        'li',
        { class: `tone-${tone}` },
        element('span', { class: 'value' }, value),
        element(
          'span',
          { class: 'label' },
          element('span', { class: 'mark', 'aria-hidden': 'true' }, marker),
          ` ${label}`,
        ),
        note === null ? null : element('span', { class: 'note' }, note),
      ),
    ),
  );
}

function sharesMarkup(chart: SharesChart, level: number, page: Page): Markup {
  return figureMarkup(chart, level, page, [
    legend(chart.kinds),
    element('div', { class: 'wide', 'aria-hidden': 'true' }, sharesPlot(chart, 'wide')),
    element('div', { class: 'narrow', 'aria-hidden': 'true' }, sharesPlot(chart, 'narrow')),
  ]);
}

function dotsMarkup(chart: DotsChart, level: number, page: Page): Markup {
  return figureMarkup(chart, level, page, [
    element(
      'ul',
      { class: 'legend' },
      chart.series.map((label, index) => element('li', {}, symbolPlot(index), ` ${label}`)),
    ),
    element(
      'div',
      { class: 'wide', 'aria-hidden': 'true' },
      dotsPlot(chart, 'wide', page.speech.lang),
    ),
    element(
      'div',
      { class: 'narrow', 'aria-hidden': 'true' },
      dotsPlot(chart, 'narrow', page.speech.lang),
    ),
  ]);
}
