import type { MeasurableEvaluation } from '../../evaluation.ts';
import type { Observation } from '../../result.ts';
import { formatPeriod } from '../../words/numbers.ts';
import { formatValue, placesOf } from '../figures.ts';
import type { ReportContext } from './view.ts';

/** A figure of an indicator or part with its period, `96% (15/12/2023)`. */
export function observedText(
  result: Observation,
  { target, measurable }: MeasurableEvaluation,
  { lang, status }: ReportContext,
): string {
  const said = { value: result.value, places: placesOf(result), target };
  const period = formatPeriod(result.period, lang);
  const when = result.basis === 'baseline' ? status.baselineOf(period) : period;
  return `${formatValue(said, measurable.unit, lang, status)} (${when})`;
}
