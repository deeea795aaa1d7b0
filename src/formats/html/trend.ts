import { greatest, least } from '../../extremes.ts';
import type { Place, Trend } from '../chart.ts';
import { element, type Markup } from './markup.ts';

const WIDTH = 360;
const HEIGHT = 120;
const MARGIN = { x: 20, top: 14, bottom: 22 };

/**
 * The figures from period to period and the straight way to the target. One an indicator, and so
 * drawn here: see the bars.
 */
export function trendMarkup({ title, said, points, path }: Trend): Markup {
  const places: Place[] = [...points, ...(path === null ? [] : [path.to])];
  const times = extent(places.map(({ at }) => at));
  const values = extent(places.map(({ value }) => value));
  const x = (at: number) => scaled(at, times, MARGIN.x, WIDTH - MARGIN.x);
  const y = (value: number) => scaled(value, values, HEIGHT - MARGIN.bottom, MARGIN.top);
  const drawn = points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ');
  const years = yearsBetween(times);
  return element(
    'figure',
    { class: 'trend' },
    element('figcaption', {}, element('strong', {}, title), ' ', said),
    element(
      'svg',
      {
        class: 'trend-plot',
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        'aria-hidden': 'true',
        focusable: 'false',
      },
      years.map((year) => [
        line({ at: year, value: 0 }, { at: year, value: 0 }, 'grid', [
          MARGIN.top,
          HEIGHT - MARGIN.bottom,
        ]),
        element('text', { x: x(year), y: HEIGHT - 6, 'text-anchor': 'middle' }, String(year - 1)),
      ]),
      path === null ? null : line(path.from, path.to, 'path'),
      element('polyline', { points: drawn, class: 'way' }),
      points.map(({ at, value, text }) =>
        element('circle', { cx: x(at), cy: y(value), r: 3.5 }, element('title', {}, text)),
      ),
      path === null
        ? null
        : element('path', {
            class: 'goal-mark',
            d: `M${x(path.to.at) - 6},${y(path.to.value)}h12m-6,-6v12`,
          }),
    ),
  );

  function line(from: Place, to: Place, kind: string, heights?: readonly [number, number]): Markup {
    const [top, bottom] = heights ?? [y(from.value), y(to.value)];
    return element('line', { class: kind, x1: x(from.at), y1: top, x2: x(to.at), y2: bottom });
  }
}

interface Extent {
  least: number;
  most: number;
}

function extent(figures: readonly number[]): Extent {
  return { least: least(figures), most: greatest(figures) };
}

function scaled(figure: number, { least, most }: Extent, from: number, to: number): number {
  const share = most === least ? 0.5 : (figure - least) / (most - least);
  return Math.round((from + share * (to - from)) * 10) / 10;
}

/** The ends of the years within, as times. */
function yearsBetween({ least, most }: Extent): number[] {
  const first = Math.ceil(least);
  const years = Array.from({ length: Math.floor(most) - first + 1 }, (_, index) => first + index);
  const step = Math.ceil(years.length / 8);
  return years.filter((_, index) => index % step === 0);
}
