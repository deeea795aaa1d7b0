import type { Succession } from '../../area.ts';
import type { AreaLevel } from '../../area-ranking.ts';
import type { Day } from '../../calendar.ts';
import { formatDay, formatNumber, plural } from '../numbers.ts';
import { list } from '../quote.ts';

const number = (count: number) => formatNumber(count, 'en');

const merger = ({ successor, others }: Succession) => {
  const named = `${successor.nameEn} (${successor.code})`;
  if (others.length === 0) return `${named}, which followed it`;
  return `${named}, which also takes in ${list(
    others.map(({ nameEn }) => nameEn),
    'and',
  )}`;
};

/** The English words about areas. */
export const areaWords = {
  levels: {
    union: 'Unions of countries',
    country: 'Countries',
    province: 'Provinces and centrally-run cities',
    district: 'Districts',
    ward: 'Wards',
    commune: 'Communes',
  } satisfies Record<AreaLevel, string>,
  columns: {
    rank: 'Rank',
    area: 'Area',
    attainment: 'Attained (≤ 100% each)',
    unlimited: 'Without limit',
    reached: 'Met or exceeded',
    measured: 'With results',
  },
  period: 'Period',
  sent: 'Sent',
  whole: 'Whole',
  figures: (document: string, level: string, year: number) =>
    `${document} — figures by area (${level}), targets of ${year}`,
  marks: (reached: string, nothing: string) =>
    `${reached} the area’s figure reaches its target; ${nothing} the area has sent nothing. A figure of another period than the row’s names its own.`,
  byIndicator: (document: string, address: string, name: string) =>
    `${document} — areas by ${address}: ${name}`,
  indicatorRule:
    'Ranked by the figure, the best first; equals share a rank. A figure of which only the side is known has no rank. Figures may be of different periods: each names its own.',
  rankedBy: (ranked: number, all: number) =>
    `${number(ranked)} of ${plural(all, 'area', 'areas')} with a figure ranked.`,
  wholeHas: (figure: string, period: string) => `The whole: ${figure} (${period}).`,
  noAreaFigures: (address: string) => `No area has a figure of ${address}.`,
  unknownLevel: 'Areas that the catalogue does not know',
  ranked: (counted: number, ranked: number, all: number) =>
    `${plural(counted, 'indicator', 'indicators')} counted; ${number(ranked)} of ${plural(all, 'area', 'areas')} ranked.`,
  rule: 'Ranked by the mean attainment of the counted indicators that an area has results for, each counted up to 100%; equal means by the mean without that limit; equals share a rank. Counted are indicators with a target, not waived, that at least one area of the level has a result for. An area with results for fewer than 80% of them has no rank. The plan’s own area is not among them.',
  judged: (asOf: Day, year: number, files: readonly string[]) =>
    `As of ${formatDay(asOf, 'en')}, target year ${year}; results: ${files.length === 0 ? 'no file' : files.join(', ')}.`,
  /** Of the areas that report to the plan, those of which there is no result. */
  missing: (all: number, names: readonly string[]) =>
    `Nothing from ${number(names.length)} of the ${plural(all, 'area', 'areas')} that report to the plan: ${names.join(', ')}.`,
  noneCounts: (names: readonly string[], year: number) =>
    `Not ranked, for none of their results counts for ${year}: ${names.join(', ')}.`,
  noAreas: 'There are no results of areas other than the plan’s own.',
  unread: (rows: number) =>
    `${plural(rows, 'row', 'rows')} of the results could not be read and ${rows === 1 ? 'does' : 'do'} not count.`,
  hidden: (titles: readonly string[]) => `Not shown at this width: ${titles.join(', ')}.`,
  /** Results of the area that took the plan's in are judged against the old targets. */
  judgedOnSuccessor: (succession: Succession) =>
    `The targets were set for ${succession.area.nameEn} (${succession.area.code}), which ended on ${formatDay(succession.ended, 'en')}; the results are of ${merger(succession)}: they are not of the same area.`,
  /** There are such results, which do not count. */
  successorResults: (succession: Succession, indicators: number) =>
    `There are results for ${plural(indicators, 'indicator', 'indicators')} of ${merger(succession)}. The plan’s area ${succession.area.nameEn} (${succession.area.code}) ended on ${formatDay(succession.ended, 'en')}: they are not held against its targets.`,
};

/** The English words of the summary of several plans. */
export const overviewWords = {
  title: (plans: number, asOf: Day) => `${number(plans)} plans as of ${formatDay(asOf, 'en')}`,
  columns: {
    plan: 'Plan',
    document: 'Document',
    year: 'Target year',
    indicators: 'Indicators',
    waived: 'waived',
    overdue: 'overdue',
  },
  counted:
    'Each plan is counted for its own target year; plans are not added up. The tables follow.',
  unreported: (plans: readonly string[]) =>
    `Nothing is reported of the tasks of ${list(plans, 'and')}: what is overdue there is only past its date.`,
  hidden: (titles: readonly string[]) => `Not shown at this width: ${titles.join(', ')}.`,
};

export type AreaWords = typeof areaWords;

export type OverviewWords = typeof overviewWords;
