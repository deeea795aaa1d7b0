import type { MeasurableEvaluation } from '../../evaluation.ts';
import type { Observation } from '../../result.ts';
import { formatResult, withPeriod } from '../../words/figures.ts';
import type { ReportContext } from './view.ts';

/** A figure of an indicator or part with its period, `96% (15/12/2023)`. */
export function observedText(
  result: Observation,
  { target, measurable }: MeasurableEvaluation,
  { lang, status }: ReportContext,
): string {
  const value = formatResult(result, { unit: measurable.unit, target }, lang, status);
  return withPeriod(value, result, lang, status);
}
