import type { MeasurableEvaluation } from '../../evaluation.ts';
import { toNumber } from '../../exact.ts';
import { greatest, least } from '../../extremes.ts';
import type { Scale } from '../../formats/chart.ts';
import { hasValue, type Observation } from '../../result.ts';
import { isAtMost, reaching, targetNumber } from '../../target.ts';
import { isPercent } from '../../unit.ts';

/** Room beyond the outermost figure, as a share of the scale. */
const MARGIN = 0.08;

/**
 * Where target, last value and baseline lie. A share has its scale from 0 to 100 where nothing
 * lies beyond; everything else from 0. `null` without a target in figures.
 */
export function scaleOf({
  target,
  actual,
  latest,
  measurable,
  considered,
  rivals,
  isProvisional,
}: MeasurableEvaluation): Scale | null {
  if (target === null || target.op === 'done') return null;
  const shown = actual ?? latest;
  const value = shown === null ? null : numberOf(shown);
  const printed = considered.find(({ result }) => result.basis === 'baseline')?.result;
  const baseline = printed && hasValue(printed) ? numberOf(printed) : null;
  const scale = {
    target: toNumber(targetNumber(target)),
    upper: target.op === '..' ? toNumber(target.upper) : null,
    tolerance: target.op === '~' ? toNumber(reaching(target).number) : null,
    value,
    baseline,
  };
  const others = rivals
    .map(({ result, total }) => numberOf(total ?? result))
    .filter((figure) => figure !== null);
  const figures = [...Object.values(scale), ...others].filter((figure) => figure !== null);
  return {
    ...scale,
    ...ends(figures, isPercent(measurable.unit)),
    direction: isAtMost(target) ? 'down' : 'up',
    rivals: others,
    isProvisional,
    isOld: actual === null,
    isAbout: shown?.value.kind === 'number' && shown.value.about,
  };
}

/** The figure of a result; `null` for a milestone. */
export function numberOf({ value }: Pick<Observation, 'value'>): number | null {
  return value.kind === 'number' ? toNumber(value.value) : null;
}

/** The ends of a scale on which all the figures have their place. */
export function ends(figures: readonly number[], isShare: boolean): { from: number; to: number } {
  const lowest = least(figures, 0);
  const most = greatest(figures);
  if (isShare && lowest >= 0 && most <= 100) return { from: 0, to: 100 };
  const room = (most - lowest) * MARGIN;
  const to = most === lowest ? lowest + 1 : most + room;
  return { from: lowest < 0 ? lowest - room : 0, to };
}
