import { formatDay, formatNumber, plural } from '../numbers.ts';
import type { StatusWords, VerdictCount } from '../status-words.ts';

const VERDICTS = {
  exceeded: 'exceeded',
  met: 'met',
  'in-progress': 'in progress',
  missed: 'missed',
  'no-data': 'no data',
  'no-target': 'no target',
} as const satisfies StatusWords['verdicts'];

const REASONS = {
  'no-baseline': 'no baseline',
  'no-newer-result': 'no result after the baseline',
  'baseline-satisfies': 'the baseline already meets the target',
  'zero-baseline': 'the baseline is zero',
  'sign-change': 'the sign changes',
};

const counts = (list: readonly VerdictCount[]) =>
  list.map(({ verdict, count }) => `${formatNumber(count, 'en')} ${VERDICTS[verdict]}`);

const waivedCount = (count: number) => `${formatNumber(count, 'en')} waived`;

const indicators = (count: number) => plural(count, 'indicator', 'indicators');

/** The English words of `status`. */
export const status: StatusWords = {
  columns: {
    indicator: 'Code',
    name: 'Indicator',
    target: 'Target',
    value: 'Result',
    attainment: 'Attained',
    gap: 'Gap',
    verdict: 'Verdict',
    pace: 'Pace',
    declared: 'Declared',
    lead: 'Lead',
  },
  verdicts: VERDICTS,
  declared: VERDICTS,
  pace: { 'on-track': 'on track', 'at-risk': 'at risk', 'off-track': 'off track' },
  notComputable: (reason) => `not computable: ${REASONS[reason]}`,
  done: 'done',
  notDone: 'not done',
  points: 'pp',
  baselineOf: (year) => `${year}, baseline`,
  latest: (value) => `latest: ${value}`,
  waived: (verdict) => `waived (${verdict})`,
  computedThen: (declared, verdict) => `${declared} (computed then: ${verdict})`,
  withoutGroup: 'Without a group',
  subtotal: (group, count, list, waived) =>
    `${group}: ${indicators(count)} — ${[...counts(list), ...(waived > 0 ? [waivedCount(waived)] : [])].join(', ')}`,
  total: (count, list, waived) =>
    `${indicators(count)}: ${[...counts(list), waivedCount(waived)].join(', ')}.`,
  counted: (counted, all, leftOut, year) => {
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
  unreadRows: (rows) =>
    `${plural(rows, 'row', 'rows')} of the results could not be read and ${rows === 1 ? 'does' : 'do'} not count.`,
  judged: (asOf, year, area) =>
    `As of ${formatDay(asOf, 'en')}, target year ${year}${area === null ? '' : `, results of area ${area}`}.`,
  sources: (document, plan, results) =>
    `Sources: ${document} (${plan}); results: ${results.length === 0 ? 'no file' : results.join(', ')}.`,
  earlierResults: (results, year) =>
    `* ${plural(results, 'result is', 'results are')} of a year before ${year}.`,
  declaredDiffer: (differing, declared) => {
    const statuses = plural(declared, 'declared status', 'declared statuses');
    if (differing === 0)
      return declared === 1
        ? `${statuses}, which agrees with the verdict computed as of its own period.`
        : `${statuses}, which all agree with the verdicts computed as of their own periods.`;
    return differing === 1
      ? `≠ 1 of ${statuses} differs from the verdict computed as of its own period.`
      : `≠ ${formatNumber(differing, 'en')} of ${statuses} differ from the verdicts computed as of their own periods.`;
  },
  narrowed: (shown, all) =>
    `The table shows ${formatNumber(shown, 'en')} of ${indicators(all)}; all counts are of the whole.`,
  hidden: (titles) => `Not shown at this width: ${titles.join(', ')}.`,
};
