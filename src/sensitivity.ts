import { verdictOn } from './attainment.ts';
import type { Day } from './calendar.ts';
import type { Computed } from './computed.ts';
import { compare, type Exact, exact } from './exact.ts';
import { isShare, type MeasureCatalogue, type MeasureKind } from './measure.ts';
import { figureOf, printedRange } from './precision.ts';
import type { Observation } from './result.ts';
import { exceeding, reaching, type Target } from './target.ts';
import { isPercent } from './unit.ts';
import type { Verdict } from './verdict.ts';

/** What was judged, as far as the print of its number can matter. */
export interface Printed {
  target: Target | null;
  year: number;
  asOf: Day;
  /** The result that counted. */
  actual: Observation | null;
  verdict: Verdict;
  /** Does the unit end at 100%? */
  isShare: boolean;
  unit: string | null;
  /** What the catalogue says the measure's number is, where it knows the measure. */
  kind: MeasureKind | null;
}

/** What the verdict would be if the number were at an end of what its print stands for. */
export interface Sensitivity {
  /** The verdicts that are possible beside the one given, the lowest number's first. */
  otherwise: Verdict[];
  /** The numbers that print alike: from, and up to but not including. */
  from: Exact;
  below: Exact;
}

const NEARLY = exact('0.999999');
const WHOLE_SHARE = exact(100);

/**
 * Could the printed precision tip the verdict? So it is where the number, moved by up to half a
 * unit of its last printed digit, would be judged otherwise: 19.96 printed as 20.0 against a
 * target of 20. Quotients of counts and whole counts of things are exact and never so; a share
 * stays within 0 and 100%. `null` where the print cannot matter.
 */
export function sensitivityOf(printed: Printed): Sensitivity | null {
  const { actual, target, verdict } = printed;
  if (!target || target.op === 'done' || actual?.value.kind !== 'number') return null;
  const figure = figureOf(actual);
  if (!figure || isCountOfThings(printed, figure.decimals)) return null;
  const range = printedRange(figure);
  if (!range) return null;
  const { from, below } = withinShare(range, figure.value, printed.isShare);
  const highest = figure.value.add(below.sub(figure.value).mul(NEARLY));
  const turning = [reaching(target).number, exceeding(target).number].filter(
    (number) => compare(number, from) >= 0 && compare(number, highest) <= 0,
  );
  const possible = [from, ...turning, highest].map((value) =>
    verdictAt(printed, target, actual, value),
  );
  const otherwise = [...new Set(possible)].filter((other) => other !== verdict);
  return otherwise.length === 0 ? null : { otherwise, from, below };
}

/** Could the printed precision tip the verdict of this indicator or part? See {@link sensitivityOf}. */
export function sensitivityOfEvaluation(
  { measurable, target, actual, verdict }: Computed,
  { year, asOf, measures }: { year: number; asOf: Day; measures: MeasureCatalogue },
): Sensitivity | null {
  const measure = measures.get(measurable.measure ?? '');
  const { unit } = measurable;
  const kind = measure?.kind ?? null;
  return sensitivityOf({
    target,
    year,
    asOf,
    actual,
    verdict,
    isShare: isShare(unit, measure),
    unit,
    kind,
  });
}

/** Six results are six: only what can be a fraction is rounded to print. */
function isCountOfThings({ kind, unit }: Printed, decimals: number | null): boolean {
  if (decimals !== 0) return false;
  return kind === 'count' || kind === 'rank' || (kind === null && !isPercent(unit));
}

function withinShare(range: { from: Exact; below: Exact }, value: Exact, isShare: boolean) {
  if (!isShare || compare(value, WHOLE_SHARE) > 0) return range;
  return {
    from: compare(range.from, exact(0)) < 0 ? exact(0) : range.from,
    below: compare(range.below, WHOLE_SHARE) > 0 ? WHOLE_SHARE : range.below,
  };
}

function verdictAt(
  { year, asOf, isShare }: Printed,
  target: Target,
  actual: Observation,
  value: Exact,
): Verdict {
  const about = actual.value.kind === 'number' && actual.value.about;
  const moved: Observation = { ...actual, value: { kind: 'number', value, about } };
  return verdictOn({ target, year, asOf, isShare }, [moved]);
}
