import { formatNumber, plural } from '../numbers.ts';

const number = (count: number) => formatNumber(count, 'en');

/** The English words of the page itself: what one may do on it, and how its pictures are read. */
export const page = {
  skip: 'Skip to the content',
  contents: 'Contents',
  table: 'The data as a table',
  legend: {
    title: 'How to read the bars',
    value: 'result',
    old: 'last known value, which does not count',
    provisional: 'provisional result',
    rival: 'what another source says',
    target: 'target',
    baseline: 'baseline',
    tolerance: 'counts as reached (“about”)',
  },
  filter: 'Narrow down',
  search: 'Search',
  searchHint: 'words or codes, accents need not be typed',
  all: 'all',
  facets: { group: 'Group', lead: 'Lead agency', verdict: 'Verdict' },
  sort: 'Order',
  sorts: {
    document: 'as in the document',
    verdict: 'worst verdict first',
    attainment: 'lowest attainment first',
    name: 'by name',
  },
  reset: 'Show all',
  /** How many of the indicators are shown. */
  shown: (shown: string, all: number) =>
    `${shown} of ${plural(all, 'indicator', 'indicators')} shown`,
  none: 'No indicator is like that.',
  target: 'Target',
  result: 'Result',
  noResult: 'no result',
  attained: 'attained',
  copy: 'Copy link',
  copied: 'Link copied',
  openAll: 'Open all',
  closeAll: 'Close all',
  items: 'Item by item',
  count: (count: number) => number(count),
  made: (version: string) => `Made by dti-eval ${version}.`,
};

export type PageWords = typeof page;
