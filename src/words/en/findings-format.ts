import type { CheckCounts } from '../../check-report.ts';
import type { Level } from '../../finding.ts';
import type { FixClass } from '../../suggest.ts';
import { formatNumber } from '../numbers.ts';
import { cited } from '../quote.ts';

export interface AnnotationLimits {
  ofLevelPerStep: number;
  perRun: number;
}

const count = (n: number, one: string, many = `${one}s`) =>
  `${formatNumber(n, 'en')} ${n === 1 ? one : many}`;

function levels(counts: Readonly<Record<Level, number>>): string {
  const named = [
    counts.error > 0 ? count(counts.error, 'error') : '',
    counts.warning > 0 ? count(counts.warning, 'warning') : '',
    counts.info > 0 ? count(counts.info, 'info') : '',
  ].filter((text) => text !== '');
  return named.length < 2
    ? (named[0] ?? 'nothing')
    : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

export const findingsFormat = {
  heading: 'Check of the plan files',
  level: { error: 'error', warning: 'warning', info: 'info' },
  didYouMean: (suggestion: string) => `did you mean ${cited(suggestion)}?`,
  /** One line that closes a report. */
  summary: (counts: CheckCounts) => {
    const suppressed =
      counts.suppressed > 0 ? `; ${count(counts.suppressed, 'finding')} suppressed` : '';
    return `Found ${levels(counts)} in ${count(counts.files, 'file')}${suppressed}.`;
  },
  /** How sure a mend is. */
  mend: {
    safe: 'The one safe mend; dti-eval check --fix makes it:',
    unsafe: 'What was probably meant; dti-eval check --fix-unsafe writes it:',
  },
  /** How many findings each option mends. */
  mendable: ({ safe, unsafe }: Readonly<Record<FixClass, number>>) =>
    [
      safe > 0 ? `--fix mends ${formatNumber(safe, 'en')} of them` : '',
      unsafe > 0
        ? `--fix-unsafe ${safe > 0 ? `${formatNumber(unsafe, 'en')} more` : `mends ${formatNumber(unsafe, 'en')} of them`}`
        : '',
    ]
      .filter((text) => text !== '')
      .join(', ')
      .concat('; --dry-run shows how.'),
  /** What GitHub will not show beside the code, and where it is found instead. */
  notAnnotated: (dropped: Readonly<Record<Level, number>>, limits: AnnotationLimits) =>
    `GitHub shows at most ${limits.ofLevelPerStep} annotations of a level per step and ` +
    `${limits.perRun} per run; not shown: ${levels(dropped)}. The log of this step lists them.`,
  /** Behind a finding: how many of its kind come later and are not told one by one. */
  moreLikeIt: (more: number) => `(and ${formatNumber(more, 'en')} more like it)`,
  /** How many rows of a table were left out for its size. */
  rowsLeftOut: (rows: number) =>
    `The table is cut to the size that GitHub accepts: ${count(rows, 'finding')} left out.`,
  /** Headings of how many findings a rule has. */
  statistics: {
    findings: 'Findings',
    files: 'Files',
    safe: '--fix mends',
    unsafe: '--fix-unsafe',
    hidden: (titles: readonly string[]) => `Not shown at this width: ${titles.join(', ')}.`,
  },
  columns: { place: 'Place', level: 'Level', rule: 'Rule', message: 'Message' },
};

export type FindingsFormatWords = typeof findingsFormat;
