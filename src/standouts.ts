import { deciding, type IndicatorEvaluation, type MeasurableEvaluation } from './evaluation.ts';
import { compare } from './exact.ts';
import type { GroupTally, Tally } from './tally.ts';
import { VERDICT_CODES, VERDICTS, type Verdict } from './verdict.ts';

/** What stands out; `null` where nothing does, or several things do alike. */
export interface Standouts {
  /**
   * The group with the largest share of its judged targets reached, half of them at least, among
   * those where half of the targets at least could be judged; of two groups at least.
   */
  strongest: GroupTally | null;
  /** The group with the most indicators without data, of two groups at least. */
  leastKnown: GroupTally | null;
  /** The exceeded indicator or part of the highest attainment. */
  highest: MeasurableEvaluation | null;
  /** The unreached indicator or part of the lowest attainment. */
  lowest: MeasurableEvaluation | null;
}

/** What stands out among the groups and the indicators. */
export function standoutsOf(
  groups: readonly GroupTally[],
  byVerdict: Readonly<Record<Verdict, IndicatorEvaluation[]>>,
): Standouts {
  const compared = groups.length > 1 ? groups : [];
  const measured = VERDICT_CODES.flatMap((verdict) => deciding(byVerdict[verdict])).filter(
    (one) => one.waiver === null && isMeasured(one),
  );
  const unreached = measured.filter(
    ({ verdict }) => VERDICTS[verdict].judged && !VERDICTS[verdict].reached,
  );
  const strong = compared.filter(
    ({ tally: { reached, judged, targeted } }) =>
      reached > 0 && reached * 2 >= judged && judged * 2 >= targeted,
  );
  const unknown = compared.filter(({ tally }) => unknownOf(tally) > 0);
  return {
    strongest: onlyGreatest(
      strong,
      ({ tally: a }, { tally: b }) => a.reached * b.judged - b.reached * a.judged,
    ),
    leastKnown: onlyGreatest(unknown, (a, b) => unknownOf(a.tally) - unknownOf(b.tally)),
    highest: onlyGreatest(
      measured.filter(({ verdict }) => verdict === 'exceeded'),
      byAttainment,
    ),
    lowest: onlyGreatest(unreached, (a, b) => byAttainment(b, a)),
  };
}

/** How many indicators have a target and no result that counts. */
function unknownOf({ targeted, judged }: Tally): number {
  return targeted - judged;
}

/** The one that is greater than all others; `null` where two share that place. */
function onlyGreatest<T>(items: readonly T[], order: (a: T, b: T) => number): T | null {
  const [first, second] = items.toSorted((a, b) => order(b, a));
  if (first === undefined) return null;
  return second !== undefined && order(first, second) === 0 ? null : first;
}

/** Has it a figure of its own, so that one can say how far it is from its target? */
function isMeasured({ attainment, gap }: MeasurableEvaluation): boolean {
  return attainment !== null && gap !== null;
}

function byAttainment(a: MeasurableEvaluation, b: MeasurableEvaluation): number {
  return compare(a.attainment!, b.attainment!);
}
