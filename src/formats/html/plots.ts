import * as Plot from '@observablehq/plot';
import { greatest, least } from '../../extremes.ts';
import type { Lang } from '../../words/langs.ts';
import { formatNumber } from '../../words/numbers.ts';
import type { DotsChart, SharesChart, TimelineChart } from '../chart.ts';
import { type Markup, trusted } from './markup.ts';
import { type SvgNode, svgDocument, svgText } from './svg-document.ts';

/*
 * Observable Plot draws what there is one of on a page. Of the libraries that make SVG without a
 * browser it is the smallest for a page: the same line chart takes 2.3 kB and 7 ms, of ECharts 5.9 kB
 * and 30 ms, of Vega 8.1 kB and 44 ms; bundled they weigh 0.4, 1.1 and 0.5 MB. It takes the colours
 * of the page's style as they are. Its licence is ISC.
 */

/** A picture is made twice, for screens and paper and for phones; the page shows one of them. */
export type Breadth = 'wide' | 'narrow';

const WIDTH = { wide: 880, narrow: 340 } as const;
const FONT = { wide: 13, narrow: 14 } as const;

/**
 * A plot as SVG. Colours are the page's own, so that they follow light and dark; what the library
 * says of its style, the page's style says.
 */
function drawn(options: Plot.PlotOptions, breadth: Breadth = 'wide'): Markup {
  const svg = Plot.plot({ document: svgDocument(), ...options }) as unknown as SvgNode;
  svg.childNodes = svg.childNodes.filter(
    (child) => !('tagName' in child && child.tagName === 'style'),
  );
  svg.setAttribute('class', 'plot');
  svg.setAttribute('focusable', 'false');
  svg.setAttribute('font-family', 'inherit');
  svg.setAttribute('font-size', FONT[breadth]);
  return trusted(svgText(svg));
}

interface Piece {
  row: string;
  from: number;
  to: number;
  kind: number;
}

/** One bar a row, a piece a kind, with its mark and count where it has room for them. */
export function sharesPlot({ rows, kinds }: SharesChart, breadth: Breadth): Markup {
  const width = WIDTH[breadth];
  const isWide = breadth === 'wide';
  const left = isWide ? 230 : 0;
  const names = rows.map(({ label }, index) => `${index}\n${label}`);
  const totals = rows.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const most = greatest(totals, 1);
  const pieces = rows.flatMap(({ counts }, index) => piecesOf(counts, names[index]!));
  const height = isWide ? 40 : 62;
  const hasRoom = ({ from, to }: Piece) => ((to - from) / most) * (width - left) > 42;
  return drawn(
    {
      width,
      height: rows.length * height,
      marginTop: 0,
      marginBottom: 0,
      marginLeft: left,
      marginRight: 30,
      x: { axis: null, domain: [0, most] },
      y: { axis: null, domain: names, padding: 0 },
      color: {
        type: 'ordinal',
        domain: kinds.map((_, index) => index),
        range: kinds.map(({ tone }) => fill(tone)),
      },
      marks: [
        Plot.barX(pieces, {
          x1: 'from',
          x2: 'to',
          y: 'row',
          fill: 'kind',
          insetTop: isWide ? 6 : 26,
          insetBottom: 6,
          insetRight: 1.5,
          rx: 3,
          title: ({ kind, from, to }: Piece) => `${kinds[kind]!.label}: ${to - from}`,
        }),
        Plot.text(pieces.filter(hasRoom), {
          x: ({ from, to }: Piece) => (from + to) / 2,
          y: 'row',
          dy: isWide ? 0 : 10,
          text: ({ kind, from, to }: Piece) => `${kinds[kind]!.marker} ${to - from}`,
          fill: 'var(--on-tone)',
          fontWeight: 600,
          ariaHidden: 'true',
        }),
        Plot.text(rows, {
          x: (_row, index) => totals[index]!,
          y: (_row, index) => names[index]!,
          dx: 6,
          dy: isWide ? 0 : 10,
          textAnchor: 'start',
          text: (_row, index) => String(totals[index]),
          fill: 'var(--muted)',
        }),
        Plot.text(rows, {
          frameAnchor: isWide ? 'left' : 'top-left',
          y: (_row, index) => names[index]!,
          dx: isWide ? -10 : 0,
          dy: isWide ? 0 : -20,
          textAnchor: isWide ? 'end' : 'start',
          text: 'label',
          lineWidth: isWide ? 15 : 22,
          textOverflow: 'ellipsis',
          fill: 'var(--text)',
        }),
      ],
    },
    breadth,
  );
}

function piecesOf(counts: readonly number[], row: string): Piece[] {
  let from = 0;
  const pieces = counts.map((count, kind) => {
    const piece = { row, from, to: from + count, kind };
    from += count;
    return piece;
  });
  return pieces.filter(({ from: start, to }) => to > start);
}

/** How many deadlines fall into each month, by state, with today's line. */
export function monthsPlot(chart: TimelineChart, breadth: Breadth): Markup {
  const { months, states, ticks, today, todayLabel, from, to } = chart;
  const width = WIDTH[breadth];
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  const ends = [...months.slice(1).map(({ day }) => at(day)), new Date(at(to).getTime() + 864e5)];
  const bars = months.flatMap(({ counts, label }, index) =>
    piecesOf(counts, label).map((piece) => ({
      ...piece,
      start: at(months[index]!.day),
      end: ends[index]!,
    })),
  );
  const most = Math.max(1, ...months.map(({ counts }) => counts.reduce((sum, n) => sum + n, 0)));
  const shown = breadth === 'wide' ? ticks : everyOther(ticks);
  return drawn(
    {
      width,
      height: breadth === 'wide' ? 210 : 190,
      marginTop: 26,
      marginLeft: 34,
      marginRight: 12,
      x: { type: 'utc', domain: [at(from), ends.at(-1)!] },
      y: { domain: [0, most], nice: true, grid: true, label: null },
      color: {
        type: 'ordinal',
        domain: states.map((_, index) => index),
        range: states.map(({ tone }) => fill(tone)),
      },
      marks: [
        Plot.axisX(
          shown.map(({ day }) => at(day)),
          {
            label: null,
            tickFormat: (date: Date) =>
              ticks.find(({ day }) => at(day).getTime() === date.getTime())?.label ?? '',
          },
        ),
        Plot.axisY({ label: null, ticks: Math.min(5, most), tickFormat: String, tickSize: 0 }),
        Plot.rect(bars, {
          x1: 'start',
          x2: 'end',
          y1: 'from',
          y2: 'to',
          fill: 'kind',
          inset: 0.75,
          rx: 2,
          title: ({ row, kind, from: low, to: high }: Piece) =>
            `${row}: ${states[kind]!.label} ${high - low}`,
        }),
        Plot.ruleY([0], { stroke: 'var(--line)' }),
        Plot.ruleX([at(today)], { stroke: 'var(--today)', strokeWidth: 2 }),
        Plot.text([at(today)], {
          x: (date: Date) => date,
          frameAnchor: 'top',
          dy: -16,
          text: () => todayLabel,
          textAnchor: anchorOf(at(today), at(from), at(to)),
          fill: 'var(--today)',
          fontWeight: 600,
        }),
      ],
    },
    breadth,
  );
}

/** A label near an end of the line of time stays within it. */
function anchorOf(date: Date, from: Date, to: Date): 'start' | 'middle' | 'end' {
  const share = (date.getTime() - from.getTime()) / (to.getTime() - from.getTime());
  if (share < 0.15) return 'start';
  return share > 0.85 ? 'end' : 'middle';
}

function everyOther<T>(all: readonly T[]): T[] {
  const step = Math.ceil(all.length / 5);
  return all.filter((_, index) => index % step === 0);
}

const SYMBOLS = [
  'circle',
  'triangle',
  'square',
  'diamond2',
  'star',
  'cross',
  'wye',
  'times',
] as const;
const SERIES = 8;

function symbolOf(series: number) {
  return SYMBOLS[series % SYMBOLS.length]!;
}

function colorOf(series: number): string {
  return `var(--series-${series % SERIES})`;
}

/** The symbol of a series alone, for the legend. */
export function symbolPlot(series: number): Markup {
  return drawn({
    width: 16,
    height: 16,
    margin: 0,
    x: { axis: null },
    y: { axis: null },
    marks: [
      Plot.dot([0], {
        frameAnchor: 'middle',
        r: 5,
        symbol: symbolOf(series),
        fill: colorOf(series),
      }),
    ],
  });
}

const LINE = 19;
const SYMBOL = 15;
/** Characters of a label that find room on a line. */
const LABEL = { wide: 40, narrow: 40 } as const;

interface PlacedRow {
  label: string;
  /** Where its label and its symbols stand, in pixels from the top. */
  labelAt: number;
  top: number;
  at: number;
  dots: readonly PlacedDot[];
}

type PlacedDot = DotsChart['rows'][number]['dots'][number] & { at: number };

/** The values of each row as symbols on one scale; equal ones stand one above the other. */
export function dotsPlot({ rows, series, unit }: DotsChart, breadth: Breadth, lang: Lang): Markup {
  const isWide = breadth === 'wide';
  const top = 30;
  const { placed, height } = placedRows(rows, breadth, top);
  const values = rows.flatMap(({ dots }) => dots.map(({ value }) => value));
  const most = greatest(values, unit === '%' ? 100 : undefined);
  const dots = placed.flatMap((row) => row.dots);
  const axis = {
    label: null,
    tickSize: 0,
    ticks: isWide ? 6 : 4,
    tickFormat: (value: number) => `${formatNumber(value, lang)}${unit === '%' ? '%' : ''}`,
  };
  return drawn(
    {
      width: WIDTH[breadth],
      height: height + 30,
      marginTop: top,
      marginBottom: 30,
      marginLeft: isWide ? 330 : 12,
      marginRight: 22,
      x: { domain: [least(values, 0), most], nice: unit !== '%', label: null },
      y: { type: 'identity', axis: null },
      marks: [
        Plot.gridX({ stroke: 'var(--strong-line)', strokeOpacity: 0.6 }),
        Plot.ruleY(placed.slice(1), { y: 'top', stroke: 'var(--line)' }),
        Plot.axisX({ ...axis, anchor: 'bottom' }),
        Plot.axisX({ ...axis, anchor: 'top' }),
        Plot.ruleY(placed, {
          y: 'at',
          x1: ({ dots: own }: PlacedRow) => Math.min(...own.map(({ value }) => value)),
          x2: ({ dots: own }: PlacedRow) => Math.max(...own.map(({ value }) => value)),
          stroke: 'var(--muted)',
          strokeWidth: 1.5,
        }),
        Plot.dot(dots, {
          x: 'value',
          y: 'at',
          r: 6,
          symbol: ({ series: own }: PlacedDot) => symbolOf(own),
          fill: ({ series: own }: PlacedDot) => colorOf(own),
          title: ({ series: own, target }: PlacedDot) => `${series[own]}: ${target}`,
        }),
        Plot.text(placed, {
          y: 'labelAt',
          frameAnchor: 'left',
          dx: isWide ? -18 : 0,
          textAnchor: isWide ? 'end' : 'start',
          lineAnchor: 'middle',
          text: 'label',
          lineWidth: 21,
          lineHeight: 1.25,
          fill: 'var(--text)',
        }),
      ],
    },
    breadth,
  );
}

function placedRows(rows: DotsChart['rows'], breadth: Breadth, top: number) {
  let height = top;
  const placed = rows.map(({ label, dots }): PlacedRow => {
    const counts = new Map<number, number>();
    const stacked = dots.map((dot) => {
      const above = counts.get(dot.value) ?? 0;
      counts.set(dot.value, above + 1);
      return { ...dot, above };
    });
    const alike = (value: number) => counts.get(value)!;
    const most = greatest(dots.map(({ value }) => alike(value)));
    const labelHeight = Math.ceil(label.length / LABEL[breadth]) * LINE;
    const own = most * SYMBOL;
    const start = height + 8;
    const whole = breadth === 'wide' ? Math.max(labelHeight, own) : labelHeight + own + 4;
    height = start + whole + 8;
    const at = breadth === 'wide' ? start + whole / 2 : start + labelHeight + 4 + own / 2;
    return {
      label,
      top: start - 8,
      labelAt: breadth === 'wide' ? at : start + labelHeight / 2,
      at,
      dots: stacked.map(({ above, ...dot }) => ({
        ...dot,
        at: at + (above - (alike(dot.value) - 1) / 2) * SYMBOL,
      })),
    };
  });
  return { placed, height };
}

function fill(tone: string): string {
  return `var(--tone-${tone})`;
}
