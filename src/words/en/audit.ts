import type { AuditKind } from '../../audit/finding.ts';
import { AUDIT_KINDS } from '../../audit/finding.ts';
import type { Day } from '../../calendar.ts';
import type { TargetWhy } from '../../message/audit.ts';
import type { Period } from '../../period.ts';
import { formatDay, formatNumber, formatPeriod, plural } from '../numbers.ts';
import { list } from '../quote.ts';

/** The columns of the audit's table. */
export type AuditColumn = 'indicator' | 'name' | 'finding';

/** What a reader is asked after a statement. */
export type AuditRequest =
  | 'give-figure'
  | 'review-status'
  | 'give-current'
  | 'which-figure'
  | 'which-target'
  | 'which-origin'
  | 'which-part'
  | 'which-total'
  | 'which-value'
  | 'none';

/** A declared status, the period of its report, and what was computed and why. */
export interface DeclaredSaid {
  status: string;
  period: string;
  verdict: string;
  why: string;
}

/** How many findings there are, by kind. */
export type AuditCounts = Readonly<Record<AuditKind, number>>;

const KINDS = {
  'declared-mismatch': 'Declared status against the figures',
  'stale-result': 'Figures of another time',
  'source-conflict': 'Sources that differ',
  'target-conflict': 'Targets that differ',
  'claim-mismatch': 'Stated totals against what is listed',
  'ratio-mismatch': 'Values against their counts',
} satisfies Record<AuditKind, string>;

const and = (values: readonly string[]) => list(values, 'and');

/** The English words of `audit`. */
export const audit = {
  title: 'Audit: what is declared against the figures, and one source against another',
  columns: {
    indicator: 'Code',
    name: 'Indicator',
    finding: 'Found, and where it stands',
  },
  kinds: KINDS,
  kindHeading: (kind: string, count: number) => `${kind} (${formatNumber(count, 'en')})`,
  notes: (count: number) => `Notes, which are no contradictions (${formatNumber(count, 'en')})`,
  done: 'done',
  notDone: 'not done',
  /** A target that is an end without a figure, where the document's wording is not known. */
  milestone: 'a milestone',
  noSource: 'no source given',
  /** What the declaring row says, and what its figures make of it, in two lines. */
  declared: (status: string, period: string) => `declared “${status}” (${period})`,
  /** Another official word of the same day. */
  rival: (status: string) => `also declared “${status}” for the same time`,
  capped: 'the target is the end of its scale: it can be met, not exceeded',
  computed: (verdict: string) => `computed as of that time: “${verdict}”`,
  against: (actual: string, target: string) => `${actual} against ${target}`,
  onlyTarget: (target: string) => `target ${target}`,
  /** The same in one sentence for a letter: with a figure, without one, by parts, by the rule alone. */
  declaredFigure: ({
    status,
    period,
    verdict,
    why,
    actual,
    target,
  }: DeclaredSaid & { actual: string; target: string }) =>
    `the report of ${period} calls it “${status}”; by the figure, ${actual} against the target ${target}, it is “${verdict}”: ${why}`,
  declaredNoFigure: ({ status, period, target }: DeclaredSaid & { target: string | null }) =>
    `the report of ${period} calls it “${status}”${target === null ? '' : ` (target ${target})`} and gives no figure by which that could be judged`,
  declaredParts: ({
    status,
    period,
    verdict,
    parts,
  }: DeclaredSaid & { parts: readonly string[] }) =>
    `the report of ${period} calls it “${status}”; by its parts it is “${verdict}” (${parts.join('; ')})`,
  declaredRule: ({ status, period, verdict, why }: DeclaredSaid) =>
    `the report of ${period} calls it “${status}”; by the rule it is “${verdict}”: ${why}`,
  /** One part's verdict among several. */
  partVerdict: (part: string, verdict: string) => `${part}: ${verdict}`,
  staleEarlier: (status: string, period: string, shown: string) =>
    `the status “${status}” (${period}) stands beside an earlier year’s figure only: ${shown}`,
  staleAfter: (status: string, period: string, shown: string) =>
    `the status “${status}” (${period}) stands beside a result dated after the report only: ${shown}`,
  /** A figure that was another year's before. */
  staleRepeated: (period: string, shown: string) =>
    `what is given for ${period} is the figure of the year before again: ${shown}`,
  /** A figure in a conflict that is another indicator's, too. */
  mistaken: (figure: string, indicator: string, year: number) =>
    `${figure} is also the figure of “${indicator}” for ${year}: it may have been taken for this one’s`,
  /** Of the time that they have in common. */
  results: (period: Period, values: readonly string[]) =>
    `different results for ${formatPeriod(period, 'en')}: ${and(values)}`,
  moreFigures: (count: number) => `${formatNumber(count, 'en')} more`,
  moreLike: (count: number) =>
    `and ${formatNumber(count, 'en')} more like it, counted and not listed`,
  morePlaces: (count: number) => `and ${formatNumber(count, 'en')} more places`,
  /** Figures that would give different verdicts. */
  tipped: (target: string, verdicts: readonly string[]) =>
    `against the target ${target} they give different verdicts: ${verdicts.join(', ')}`,
  /** `total`: what is judged, where the figure is of a part of the year. */
  verdictBy: (figure: string, verdict: string, total: string | null) =>
    total === null ? `${figure} “${verdict}”` : `${figure} makes ${total} “${verdict}”`,
  agreed: {
    corrected: 'of one source, which corrects itself: the last of these counts',
    rounding: 'the same once rounded to the coarser of the two',
    tolerance: 'apart by no more than the tolerance',
  },
  targets: (year: number, values: readonly string[]) =>
    `different targets for ${year}: ${and(values)}`,
  targetNote: {
    tolerance: 'apart by no more than the tolerance',
    wording: 'the same number, worded differently',
  } satisfies Partial<Record<TargetWhy, string>>,
  /** A target with the indicator that it is of. */
  ofIndicator: (name: string, target: string) => `“${name}” ${target}`,
  partTarget: (year: number, targets: readonly string[]) =>
    `for ${year} more is asked of a part than of what contains it: ${targets.join(', ')}`,
  lookAlike: (year: number, targets: readonly string[]) =>
    `indicators that look alike but are defined differently have different targets for ${year}: ${targets.join(', ')}`,
  calledLocal: (own: string, year: number, national: readonly string[]) =>
    `called local (target for ${year}: ${own}), although there is a national target for it: ${national.join(', ')}`,
  partFigure: (
    period: Period,
    part: readonly string[],
    whole: string,
    figures: readonly string[],
  ) =>
    `${and(part)} for ${formatPeriod(period, 'en')} is more than ${and(figures)} of “${whole}”, of which it is a part`,
  alreadyReached: (target: string, year: number, figure: string) =>
    `the target for ${year}, ${target}, was already reached by a result of a time before the plan was issued: ${figure}`,
  laterLooser: (later: string, year: number, earlier: string, earlierYear: number) =>
    `the target for ${year}, ${later}, asks less than the previous plan’s for ${earlierYear}, ${earlier}`,
  total: (said: string, found: number, listed: boolean) =>
    `“${said}” is stated, but ${listed ? 'the lists hold' : 'counted one by one there are'} ${formatNumber(found, 'en')}`,
  ratio: (printed: string, quotient: string, computed: string) =>
    `${printed} is printed, but ${quotient} is ${computed}`,
  /** What another place says that a finding is about. */
  figureHere: (figure: string) => `the figure ${figure}`,
  statusHere: (status: string) => `declared “${status}”`,
  targetHere: (year: number, target: string) => `the target for ${year}, ${target}`,
  ofArea: (area: string) => `area ${area}`,
  ofNation: 'said of the whole country',
  requests: {
    'give-figure': 'Please give the figure on which this status rests.',
    'review-status': 'Please check the status and the figure, and say which one stands.',
    'give-current': 'Please give the result as of the reporting day.',
    'which-figure': 'Please say which figure is the official one, and why the others differ.',
    'which-target': 'Please confirm which target is in force.',
    'which-origin': 'Please confirm whether the indicator is national or local.',
    'which-part': 'Please check the part and the whole, and say which figures stand.',
    'which-total': 'Please confirm which total is right.',
    'which-value': 'Please confirm the value and the two counts.',
    none: '',
  },
  /** The lines of the summary. */
  nothing: 'Nothing was found.',
  summary: (counts: AuditCounts) =>
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
  notesLine: (notes: number) =>
    `${plural(notes, 'note', 'notes')}, which ${notes === 1 ? 'is no contradiction' : 'are no contradictions'}.`,
  /** What the plans' own `ignore` leaves out, with the reasons. */
  ignored: (findings: number, reasons: readonly string[]) =>
    `${plural(findings, 'finding is', 'findings are')} left out by the plans’ own “ignore”: ${reasons.join('; ')}.`,
  sensitive: (verdicts: number, addresses: string) =>
    `${plural(verdicts, 'verdict', 'verdicts')} could be tipped by the printed rounding: ${addresses}.`,
  otherTimes: (figures: number) =>
    `${plural(figures, 'figure was', 'figures were')} not compared: ${figures === 1 ? 'it speaks' : 'they speak'} of another month of the year.`,
  scope: (asOf: Day, plans: readonly string[]) =>
    `As of ${formatDay(asOf, 'en')}; plans: ${plans.join(', ')}.`,
  tolerance: (tolerance: string) => `Differences up to ${tolerance} in the unit count as notes.`,
  narrowed: (what: string) => `Only ${what}.`,
  hidden: (titles: readonly string[]) => `Not shown at this width: ${titles.join(', ')}.`,
  /** The letter. */
  letter: {
    title: 'Figures and statuses to check',
    opening: (questions: number, asOf: Day) =>
      `Comparing the plans, the results reported for them and published figures as of ${formatDay(asOf, 'en')} leaves ${plural(questions, 'point', 'points')} on which the sources do not agree. We would be grateful if the agencies named below checked ${questions === 1 ? 'it' : 'them'} and answered.`,
    to: (lead: string) => `To: ${lead}`,
    noLead: 'Lead agency not named in the documents',
    about: (name: string, document: string, code: string) => `${name} (${document}, ${code})`,
    aboutPlan: (document: string) => `The document ${document}`,
    notesHeading: 'For information, no answer needed',
    sourcesHeading: 'How places are cited',
    closing: 'Thank you for your cooperation.',
  },
};

export type AuditWords = typeof audit;
