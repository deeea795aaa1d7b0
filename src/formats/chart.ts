import type { Cell, TextBlock } from './text-block.ts';

/**
 * What a mark of a picture means. Every tone has a colour, and where it stands without words a
 * pattern too, so that nothing depends on seeing colours.
 */
export type Tone = 'best' | 'good' | 'open' | 'bad' | 'unknown' | 'none' | 'plain';

/** Data to be drawn: numbers are numbers, everything that is read is in words already. */
export type Chart = FiguresChart | SharesChart | BulletsChart | TimelineChart | DotsChart;

export type ChartBlock = { kind: 'chart' } & Chart;

/** What a format that draws nothing shows in place of the picture. */
export function dataBehind(chart: Chart): readonly TextBlock[] {
  return chart.chart === 'figures' ? [] : chart.behind;
}

interface Titled {
  title: string;
  /** One sentence that says what the picture shows, for who cannot see it. */
  said: string;
  /** The same data as text, behind the picture. */
  behind: readonly TextBlock[];
}

/** The figures that one looks for first, large. */
export interface FiguresChart {
  chart: 'figures';
  figures: readonly Figure[];
}

export interface Figure {
  value: string;
  label: string;
  /** What the value is of, or what it rests on. */
  note: string | null;
  marker: string;
  tone: Tone;
}

/** What each whole is made up of: a bar a row, a piece a kind. */
export interface SharesChart extends Titled {
  chart: 'shares';
  kinds: readonly { label: string; marker: string; tone: Tone }[];
  /** Counts stand in the order of the kinds. */
  rows: readonly { label: string; counts: readonly number[] }[];
}

/** A bar an indicator, under headings. */
export interface BulletsChart {
  chart: 'bullets';
  title: string;
  /** What the bars may be narrowed by, in the order in which it is offered. */
  facets: readonly Facet[];
  sections: readonly {
    heading: string | null;
    bullets: readonly Bullet[];
    closing: string | null;
  }[];
  behind: readonly TextBlock[];
}

/** A property with the values that occur. */
export interface Facet {
  key: 'group' | 'lead' | 'verdict';
  values: readonly { code: string; label: string }[];
}

/** An indicator or a part of one: its target, its last value and what they make of each other. */
export interface Bullet {
  /** Unique in a document; may stand in an address. */
  id: string;
  code: string;
  name: string;
  target: string;
  /** The result that counts with its period, or the last known one. */
  value: string;
  /** The share of the target that is reached. */
  attained: string;
  verdict: Cell;
  tone: Tone;
  /** What a reader must know of the figure: disputed, provisional, of an earlier year. */
  remarks: readonly { marker: string; text: string }[];
  /** Who leads. */
  lead: string;
  scale: Scale | null;
  trend: Trend | null;
  /** The codes of each facet that it belongs to. */
  belongs: Readonly<Record<Facet['key'], readonly string[]>>;
  /** What sorting goes by: the document's order, the verdict's, the attainment; `null` comes last. */
  ranks: { verdict: number; attainment: number | null };
  /** Everything about it. */
  detail: readonly TextBlock[];
  parts: readonly Bullet[];
}

/** Where figures of one unit lie between two ends. */
export interface Scale {
  from: number;
  to: number;
  /** Reached from here on: upwards, or downwards for what ought to be small. */
  target: number;
  direction: 'up' | 'down';
  /** The end of a range, beyond which it is exceeded. */
  upper: number | null;
  /** "About": from here on the target counts as reached. */
  tolerance: number | null;
  value: number | null;
  /** Does the value not decide: too old, of another year? */
  isOld: boolean;
  isAbout: boolean;
  isProvisional: boolean;
  /** What other sources say in its place. */
  rivals: readonly number[];
  baseline: number | null;
}

/** How a figure has gone from period to period; times are years with fractions. */
export interface Trend {
  title: string;
  said: string;
  points: readonly { at: number; value: number; text: string }[];
  /** The straight way from the baseline, else from the first figure, to the target. */
  path: { from: Place; to: Place; text: string } | null;
}

export interface Place {
  at: number;
  value: number;
}

/** Deadlines on a line of time. */
export interface TimelineChart extends Titled {
  chart: 'timeline';
  from: string;
  to: string;
  today: string;
  /** Names today's line. */
  todayLabel: string;
  /** Where the year's or month's lines stand. */
  ticks: readonly { day: string; label: string }[];
  rows: readonly TimelineRow[];
  /** How many are due in each month, by state. */
  months: readonly { day: string; label: string; counts: readonly number[] }[];
  states: readonly { label: string; marker: string; tone: Tone }[];
}

/** A task or duty with its days. */
export interface TimelineRow {
  id: string;
  label: string;
  note: string;
  spans: readonly {
    start: string;
    due: string;
    /** The last day of the delay, where it is late. */
    late: string | null;
    done: string | null;
    tone: Tone;
    said: Cell;
  }[];
}

/** Several values a row, each of one of a few series, on one scale. */
export interface DotsChart extends Titled {
  chart: 'dots';
  unit: string;
  series: readonly string[];
  rows: readonly {
    label: string;
    dots: readonly { series: number; value: number; target: string }[];
  }[];
}
