import type { Day } from '../../calendar.ts';
import type { PaceReason } from '../../pace.ts';
import type { DeclaredStatus, Verdict } from '../../verdict.ts';
import { formatDay, formatNumber, plural } from '../numbers.ts';

/** The columns of the status table that people read. */
export type StatusColumn =
  | 'indicator'
  | 'name'
  | 'target'
  | 'value'
  | 'bar'
  | 'attainment'
  | 'gap'
  | 'verdict'
  | 'pace'
  | 'declared'
  | 'lead';

/** A verdict and how many indicators have it. */
export interface VerdictCount {
  verdict: Verdict;
  count: number;
}

/** How many indicators were left out of the counts, by reason. */
export interface LeftOut {
  'no-data': number;
  'no-target': number;
  waived: number;
}

export const VERDICTS = {
  exceeded: 'exceeded',
  met: 'met',
  'in-progress': 'in progress',
  missed: 'missed',
  'no-data': 'no data',
  'no-target': 'no target',
} satisfies Record<Verdict, string>;

const REASONS = {
  'no-baseline': 'no baseline',
  'no-newer-result': 'no result after the baseline',
  'baseline-satisfies': 'the baseline already meets the target',
  'zero-baseline': 'the baseline is zero',
  'sign-change': 'the sign changes',
  'too-steep': 'the growth of so few days gives no rate for a year',
  'beyond-cap': 'the year’s total is beyond the cap already',
};

const counts = (list: readonly VerdictCount[]) =>
  list.map(({ verdict, count }) => `${formatNumber(count, 'en')} ${VERDICTS[verdict]}`);

const waivedCount = (count: number) => `${formatNumber(count, 'en')} waived`;

const indicators = (count: number) => plural(count, 'indicator', 'indicators');

/** The English words of `status`. */
export const status = {
  columns: {
    indicator: 'Code',
    name: 'Indicator',
    target: 'Target',
    value: 'Result',
    bar: 'Bar',
    attainment: 'Attained',
    gap: 'Gap',
    verdict: 'Verdict',
    pace: 'Pace',
    declared: 'Declared',
    lead: 'Lead',
  },
  /** Columns that only a spreadsheet has. */
  sheet: {
    period: 'Period',
    source: 'Source',
    estimate: 'Estimate',
    provisional: 'Provisional',
    disputed: 'Disputed',
    rivals: 'Other figures',
    doubted: 'Doubted',
    yes: 'yes',
  },
  verdicts: VERDICTS,
  declared: VERDICTS as Readonly<Record<DeclaredStatus, string>>,
  pace: { 'on-track': 'on track', 'at-risk': 'at risk', 'off-track': 'off track' },
  notComputable: (reason: PaceReason) => `not computable: ${REASONS[reason]}`,
  done: 'done',
  notDone: 'not done',
  /** The unit of a difference between shares. */
  points: 'pp',
  /** A baseline's year, marked as such. */
  baselineOf: (year: string) => `${year}, baseline`,
  /** The last known value where none counts. */
  latest: (value: string) => `latest: ${value}`,
  waived: (verdict: string) => `waived (${verdict})`,
  /** A declared status that differs from the verdict of its day, which today's hides. */
  computedThen: (declared: string, verdict: string) => `${declared} (computed then: ${verdict})`,
  withoutGroup: 'Without a group',
  /** Only verdicts that occur are given. */
  subtotal: (group: string, count: number, list: readonly VerdictCount[], waived: number) =>
    `${group}: ${indicators(count)} — ${[...counts(list), ...(waived > 0 ? [waivedCount(waived)] : [])].join(', ')}`,
  total: (count: number, list: readonly VerdictCount[], waived: number) =>
    `${indicators(count)}: ${[...counts(list), waivedCount(waived)].join(', ')}.`,
  counted: (counted: number, all: number, leftOut: LeftOut, year: number) => {
    const reasons = [
      [leftOut['no-data'], 'without a result that counts'],
      [leftOut['no-target'], `without a target for ${year}`],
      [leftOut.waived, 'waived'],
    ] as const;
    const told = reasons.filter(([count]) => count > 0);
    const left = told.map(([count, reason]) => `${formatNumber(count, 'en')} ${reason}`).join(', ');
    const share = `Counted: ${formatNumber(counted, 'en')} of ${formatNumber(all, 'en')}.`;
    return told.length === 0 ? share : `${share} Left out: ${left}.`;
  },
  judged: (asOf: Day, year: number, area: string | null) =>
    `As of ${formatDay(asOf, 'en')}, target year ${year}${area === null ? '' : `, results of ${area}`}.`,
  sources: (document: string, plan: string, results: readonly string[]) =>
    `Sources: ${document} (${plan}); results: ${results.length === 0 ? 'no file' : results.join(', ')}.`,
  earlierResults: (results: number, year: number) =>
    `* ${plural(results, 'result is', 'results are')} of a year before ${year}.`,
  declaredDiffer: (differing: number, declared: number) => {
    const statuses = plural(declared, 'declared status', 'declared statuses');
    if (differing === 0)
      return declared === 1
        ? `${statuses}, which agrees with the verdict computed as of its own period.`
        : `${statuses}, which all agree with the verdicts computed as of their own periods.`;
    return differing === 1
      ? `≠ 1 of ${statuses} differs from the verdict computed as of its own period.`
      : `≠ ${formatNumber(differing, 'en')} of ${statuses} differ from the verdicts computed as of their own periods.`;
  },
  narrowed: (shown: number, all: number) =>
    shown === 0
      ? `None of the ${indicators(all)} is of the kind asked for; all counts are of the whole.`
      : `The table shows ${formatNumber(shown, 'en')} of ${indicators(all)}; all counts are of the whole.`,
  /** Below a table with bars. */
  bars: 'Bars: █ result, ░ last known value that does not count, ┃ target, ╎ baseline.',
  hidden: (titles: readonly string[]) => `Not shown at this width: ${titles.join(', ')}.`,
};

export type StatusWords = typeof status;
