import { exact } from '../../exact.ts';
import type { MeasurableExplanation } from '../../explain.ts';
import type { Entry } from '../../formats/document.ts';
import type { Pace, PaceMethod } from '../../pace.ts';
import { isPercent } from '../../unit.ts';
import { formatNumber, formatPercent, formatPeriod, formatSigned } from '../../words/numbers.ts';
import type { Tongue } from './text.ts';

/** Pace by both methods, the one asked for first; where the two disagree that is said. */
export function paceEntries(
  { paces, evaluation }: MeasurableExplanation,
  asked: PaceMethod,
  tongue: Tongue,
): Entry[] {
  if (!paces) return [];
  const { words, status } = tongue;
  if (paces.linear.verdict !== 'not-computable' && paces.linear.isYearTotal)
    return [{ label: words.labels.yearTotal, text: paceText(paces.linear, evaluation, tongue) }];
  const methods =
    asked === 'linear' ? (['linear', 'cagr'] as const) : (['cagr', 'linear'] as const);
  const entries = methods.map((method) => ({
    label: words.labels[method],
    text: paceText(paces[method], evaluation, tongue),
  }));
  const { linear, cagr } = paces;
  const disagreement =
    paces.disagree && linear.verdict !== 'not-computable' && cagr.verdict !== 'not-computable'
      ? [words.pace.disagree(status.pace[linear.verdict], status.pace[cagr.verdict])]
      : [];
  return [
    ...entries,
    ...disagreement.map((text) => ({ label: '', text, style: 'warn' }) satisfies Entry),
  ];
}

function paceText(
  pace: Pace,
  { measurable, actual }: MeasurableExplanation['evaluation'],
  tongue: Tongue,
): string {
  const { words, status, lang } = tongue;
  if (pace.verdict === 'not-computable') return status.notComputable(pace.reason);
  const isInPercent = isPercent(measurable.unit);
  const value = (n: number) => `${formatNumber(n, lang)}${isInPercent ? '%' : ''}`;
  const change = (n: number) => `${formatSigned(n, lang)}${isInPercent ? ` ${words.points}` : ''}`;
  const { expected, neededPerYear, achievedPerYear, left, reaches } = pace;
  return [
    status.pace[pace.verdict],
    words.pace.expected(value(expected), formatPeriod(actual!.period, lang)),
    progressText(pace, { measurable, actual }, tongue),
    words.pace.achieved(change(achievedPerYear)),
    ...(neededPerYear === null ? [] : [words.pace.needed(change(neededPerYear))]),
    words.pace.left(change(left.amount), left.months),
    reaches !== null
      ? words.pace.reaches(reaches)
      : pace.isYearTotal
        ? words.pace.notInYear(value(achievedPerYear))
        : words.pace.never,
  ].join('; ');
}

type Measured = Pick<MeasurableExplanation['evaluation'], 'measurable' | 'actual'>;

/** The formula of the method with its numbers. */
function progressText(
  pace: Exclude<Pace, { verdict: 'not-computable' }>,
  { measurable, actual }: Measured,
  { words, lang }: Tongue,
): string {
  const percent = formatPercent(pace.progress, lang, { apartFrom: [exact('0.95'), exact('0.6')] });
  const number = (n: Parameters<typeof formatNumber>[0]) => formatNumber(n, lang, { places: 4 });
  const from = measurable.baseline;
  if (pace.isYearTotal && actual?.value.kind === 'number')
    return words.pace.progress(
      `${number(actual.value.value)} / ${number(pace.expected)} = ${percent}`,
    );
  if (pace.method === 'cagr' || !from || actual?.value.kind !== 'number')
    return words.pace.growth(percent);
  const made = `(${number(actual.value.value)} − ${number(from.value)})`;
  const expected = `(${number(pace.expected)} − ${number(from.value)})`;
  return words.pace.progress(`${made} / ${expected} = ${percent}`);
}
