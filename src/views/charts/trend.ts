import { type Day, day as dayOf, daysBetween, daysInYear, yearOf } from '../../calendar.ts';
import { toNumber } from '../../exact.ts';
import type { IndicatorExplanation, MeasurableExplanation } from '../../explain.ts';
import type { Place, Trend } from '../../formats/chart.ts';
import { byPrecedence, corrected, hasValue, isKnown, type Observation } from '../../result.ts';
import { targetNumber } from '../../target.ts';
import { formatTarget, formatValue, placesOf } from '../../words/figures.ts';
import { formatPeriod } from '../../words/numbers.ts';
import { numberOf } from './scale.ts';
import type { ChartSpeech } from './words.ts';

/** How the figures known by the day went, and the straight way to the target; `null` for less than two. */
export function trendOf(
  { results, evaluation }: MeasurableExplanation,
  { area, asOf, year }: Pick<IndicatorExplanation, 'area' | 'asOf' | 'year'>,
  { lang, charts: words, status }: ChartSpeech,
): Trend | null {
  const { target, measurable } = evaluation;
  const figureOf = (row: Observation) =>
    formatValue({ value: row.value, places: placesOf(row), target }, measurable.unit, lang, status);
  const rows = results
    .map(({ result }) => result)
    .filter(hasValue)
    .filter((row) => row.area === area && row.period.end <= asOf && row.value.kind === 'number')
    .filter((row) => isKnown(row, asOf));
  const points = onePerDay(corrected(rows)).map((row) => ({
    at: timeOf(row.period.end),
    value: numberOf(row)!,
    text: `${formatPeriod(row.period, lang)}: ${figureOf(row)}`,
  }));
  const [first] = points;
  if (points.length < 2 || first === undefined) return null;
  const goal =
    target === null || target.op === 'done'
      ? null
      : {
          to: { at: year + 1, value: toNumber(targetNumber(target)) },
          text: `${year}: ${formatTarget(target, measurable.unit, lang, status.done)}`,
        };
  const start = baselinePlace(rows) ?? first;
  return {
    title: words.trend,
    said: words.trendSaid(
      points.map(({ text }) => text),
      goal?.text ?? null,
    ),
    points,
    path: goal && start.at < goal.to.at ? { from: start, ...goal } : null,
  };
}

/** Where the plan sets out from; `null` where it prints no baseline. */
function baselinePlace(rows: readonly Observation[]): Place | null {
  const row = rows.find(({ basis }) => basis === 'baseline');
  return row ? { at: timeOf(row.period.end), value: numberOf(row)! } : null;
}

/** Of figures for one day the foremost, in the order of time. */
function onePerDay(rows: readonly Observation[]): Observation[] {
  const byDay = new Map<Day, Observation>();
  for (const row of rows) {
    const held = byDay.get(row.period.end);
    if (held === undefined || byPrecedence(row, held) < 0) byDay.set(row.period.end, row);
  }
  return [...byDay.values()].sort((a, b) => (a.period.end < b.period.end ? -1 : 1));
}

/** A day's end in years: 31 December 2023 is 2024. */
export function timeOf(date: Day): number {
  const year = yearOf(date);
  return year + (daysBetween(dayOf(year, 1, 1), date) + 1) / daysInYear(year);
}
