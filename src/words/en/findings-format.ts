import type { Level } from '../../finding.ts';
import type { FindingsFormatWords } from '../findings-format-words.ts';
import { formatNumber } from '../numbers.ts';
import { cited } from '../quote.ts';

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

export const findingsFormat: FindingsFormatWords = {
  heading: 'Check of the plan files',
  level: { error: 'error', warning: 'warning', info: 'info' },
  didYouMean: (suggestion) => `did you mean ${cited(suggestion)}?`,
  summary: (counts) => {
    const suppressed =
      counts.suppressed > 0 ? `; ${count(counts.suppressed, 'finding')} suppressed` : '';
    return `Found ${levels(counts)} in ${count(counts.files, 'file')}${suppressed}.`;
  },
  notAnnotated: (dropped, limits) =>
    `GitHub shows at most ${limits.ofLevelPerStep} annotations of a level per step and ` +
    `${limits.perRun} per run; not shown: ${levels(dropped)}. The log of this step lists them.`,
  rowsLeftOut: (rows) =>
    `The table is cut to the size that GitHub accepts: ${count(rows, 'finding')} left out.`,
  columns: { place: 'Place', level: 'Level', rule: 'Rule', message: 'Message' },
};
