import { AUDIT_KINDS } from '../../audit/finding.ts';
import type { AuditWords } from '../audit-words.ts';
import { formatDay, formatNumber, plural } from '../numbers.ts';
import { list } from '../quote.ts';

const KINDS = {
  'declared-mismatch': 'Declared status against the figures',
  'stale-result': 'Figures of another time',
  'source-conflict': 'Sources that differ',
  'target-conflict': 'Targets that differ',
  'claim-mismatch': 'Stated totals against what is listed',
  'ratio-mismatch': 'Values against their counts',
} as const satisfies AuditWords['kinds'];

const and = (values: readonly string[]) => list(values, 'and');

/** The English words of `audit`. */
export const audit: AuditWords = {
  title: 'Audit: what is declared against the figures, and one source against another',
  columns: {
    indicator: 'Code',
    name: 'Indicator',
    finding: 'Found, and where it stands',
  },
  kinds: KINDS,
  kindHeading: (kind, count) => `${kind} (${formatNumber(count, 'en')})`,
  notes: (count) => `Notes, which are no contradictions (${formatNumber(count, 'en')})`,
  done: 'done',
  notDone: 'not done',
  milestone: 'a milestone',
  noSource: 'no source given',
  declared: (status, period) => `declared “${status}” (${period})`,
  computed: (verdict) => `computed as of that time: “${verdict}”`,
  against: (actual, target) => `${actual} against ${target}`,
  onlyTarget: (target) => `target ${target}`,
  declaredFigure: ({ status, period, verdict, why, actual, target }) =>
    `the report of ${period} calls it “${status}”; by the figure, ${actual} against the target ${target}, it is “${verdict}”: ${why}`,
  declaredNoFigure: ({ status, period, target }) =>
    `the report of ${period} calls it “${status}”${target === null ? '' : ` (target ${target})`} and gives no figure by which that could be judged`,
  declaredParts: ({ status, period, verdict, parts }) =>
    `the report of ${period} calls it “${status}”; by its parts it is “${verdict}” (${parts.join('; ')})`,
  declaredRule: ({ status, period, verdict, why }) =>
    `the report of ${period} calls it “${status}”; by the rule it is “${verdict}”: ${why}`,
  partVerdict: (part, verdict) => `${part}: ${verdict}`,
  staleEarlier: (status, period, shown) =>
    `the status “${status}” (${period}) stands beside an earlier year’s figure only: ${shown}`,
  staleAfter: (status, period, shown) =>
    `the status “${status}” (${period}) stands beside a result dated after the report only: ${shown}`,
  results: (year, values) => `different results for ${year}: ${and(values)}`,
  agreed: {
    rounding: 'the same once rounded to the coarser of the two',
    tolerance: 'apart by no more than the tolerance',
  },
  targets: (year, values) => `different targets for ${year}: ${and(values)}`,
  targetNote: {
    tolerance: 'apart by no more than the tolerance',
    wording: 'the same number, worded differently',
  },
  laterLooser: (later, year, earlier, earlierYear) =>
    `the target for ${year}, ${later}, asks less than the previous plan’s for ${earlierYear}, ${earlier}`,
  total: (said, found, listed) =>
    `“${said}” is stated, but ${listed ? 'the lists hold' : 'counted one by one there are'} ${formatNumber(found, 'en')}`,
  ratio: (printed, quotient, computed) => `${printed} is printed, but ${quotient} is ${computed}`,
  ofArea: (area) => `area ${area}`,
  requests: {
    'give-figure': 'Please give the figure on which this status rests.',
    'review-status': 'Please check the status and the figure, and say which one stands.',
    'give-current': 'Please give the result as of the reporting day.',
    'which-figure': 'Please say which figure is the official one, and why the others differ.',
    'which-target': 'Please confirm which target is in force.',
    'which-total': 'Please confirm which total is right.',
    'which-value': 'Please confirm the value and the two counts.',
    none: '',
  },
  nothing: 'Nothing was found.',
  summary: (counts) =>
    `${plural(
      AUDIT_KINDS.reduce((sum, kind) => sum + counts[kind], 0),
      'finding',
      'findings',
    )}: ${(
      [
        ['declared-mismatch', 'declared against computed'],
        ['stale-result', 'of another time'],
        ['source-conflict', 'between sources'],
        ['target-conflict', 'between targets'],
        ['claim-mismatch', 'in stated totals'],
        ['ratio-mismatch', 'in ratios'],
      ] as const
    )
      .map(([kind, words]) => `${formatNumber(counts[kind], 'en')} ${words}`)
      .join(', ')}.`,
  notesLine: (notes) =>
    `${plural(notes, 'note', 'notes')}, which ${notes === 1 ? 'is no contradiction' : 'are no contradictions'}.`,
  ignored: (findings, reasons) =>
    `${plural(findings, 'finding is', 'findings are')} left out by the plans’ own “ignore”: ${reasons.join('; ')}.`,
  sensitive: (verdicts, addresses) =>
    `${plural(verdicts, 'verdict', 'verdicts')} could be tipped by the printed rounding: ${addresses}.`,
  otherTimes: (figures) =>
    `${plural(figures, 'figure was', 'figures were')} not compared: ${figures === 1 ? 'it speaks' : 'they speak'} of another month of the year.`,
  unreadRows: (rows) =>
    `${plural(rows, 'row', 'rows')} of the results could not be read and ${rows === 1 ? 'does' : 'do'} not count.`,
  scope: (asOf, plans) => `As of ${formatDay(asOf, 'en')}; plans: ${plans.join(', ')}.`,
  tolerance: (tolerance) => `Differences up to ${tolerance} in the unit count as notes.`,
  narrowed: (what) => `Only ${what}.`,
  hidden: (titles) => `Not shown at this width: ${titles.join(', ')}.`,
  letter: {
    title: 'Figures and statuses to check',
    opening: (questions, asOf) =>
      `Comparing the plans, the results reported for them and published figures as of ${formatDay(asOf, 'en')} leaves ${plural(questions, 'point', 'points')} on which the sources do not agree. We would be grateful if the agencies named below checked ${questions === 1 ? 'it' : 'them'} and answered.`,
    to: (lead) => `To: ${lead}`,
    noLead: 'Lead agency not named in the documents',
    about: (name, document, code) => `${name} (${document}, ${code})`,
    aboutPlan: (document) => `The document ${document}`,
    notesHeading: 'For information, no answer needed',
    sourcesHeading: 'How places are cited',
    closing: 'Thank you for your cooperation.',
  },
};
