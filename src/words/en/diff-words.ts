import type { Day } from '../../calendar.ts';
import type { Incomparable, Relation } from '../../diff.ts';
import type { RelationCounts } from '../../diff-view.ts';
import { formatDay, formatNumber, plural } from '../numbers.ts';

const number = (count: number) => formatNumber(count, 'en');
const rows = (count: number) => plural(count, 'target', 'targets');

const WHY = {
  unit: 'other unit',
  parts: 'several conditions',
  milestone: 'figure and milestone',
  direction: 'other direction',
  each: 'per sector',
} as const;

const missing = (standIns: number) =>
  standIns === 0 ? 'missing' : `missing (${number(standIns)} with a look-alike)`;

const counted = (list: readonly (readonly [number, string])[]) =>
  list
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${number(count)} ${word}`)
    .join(', ') || 'nothing to compare';

/** The English words of `diff` across plans. */
export const diffWords = {
  columns: {
    measure: 'Measure',
    year: 'Year',
    plan: 'Plan',
    document: 'Document',
    target: 'Target',
    relation: 'Relation',
  },
  /** Relations in a cell; aligned ones are said of a plan that implements the reference. */
  relations: {
    same: 'same',
    stricter: 'stricter',
    looser: 'looser',
    missing: 'missing',
    'not-yet': 'not asked of it yet',
    only: 'only here',
  } satisfies Record<Exclude<Relation, 'other-year' | 'incomparable'>, string>,
  aligned: { same: 'meets', stricter: 'exceeds', looser: 'falls below' },
  /** Others have it too, and the reference has not. */
  extra: 'extra',
  incomparable: (why: Incomparable) => `not comparable: ${WHY[why]}`,
  /** A target of another year than the row's. */
  byYear: (year: number) => `by ${year}`,
  /** The reference has the measure, in another year than the row's. */
  referenceBy: (year: number) => `reference by ${year}`,
  /** The plan that the others are held against. */
  reference: 'reference',
  done: 'done',
  /** A measure's row of look-alikes. */
  lookAlike: 'look-alike, other definition',
  withoutGroup: 'Without a group',
  /** The heading of measures that one plan alone has. */
  single: 'In one plan only',
  title: (plans: number, reference: string, isAligned: boolean) =>
    isAligned
      ? `${plural(plans - 1, 'plan', 'plans')} held against ${reference}`
      : `Targets of ${number(plans)} plans side by side`,
  /** `standIns` is how many of the missing ones the plan answers with a look-alike. */
  summary: (plan: string, count: number, relations: RelationCounts, standIns: number) =>
    `${plan}: ${rows(count)} compared — ${counted([
      [relations.same, 'same'],
      [relations.stricter, 'stricter'],
      [relations.looser, 'looser'],
      [relations.incomparable, 'not comparable'],
      [relations['other-year'], 'at another year'],
      [relations.missing, missing(standIns)],
      [relations['not-yet'], 'not asked of it yet'],
      [relations.only, 'not in the reference'],
    ])}`,
  alignment: (plan: string, count: number, relations: RelationCounts, standIns: number) =>
    `${plan}: of ${rows(count)} it ${[
      `meets ${number(relations.same)}`,
      `exceeds ${number(relations.stricter)}`,
      `falls below ${number(relations.looser)}`,
    ].join(', ')}; ${counted([
      [relations.incomparable, 'not comparable'],
      [relations['other-year'], 'at another year only'],
      [relations.missing, missing(standIns)],
      [relations['not-yet'], 'not asked of it yet'],
      [relations.only, 'not in the reference'],
    ])}`.replace(/; nothing to compare$/, ''),
  lookAlikes: (count: number, isShown: boolean) =>
    isShown
      ? `≈ ${plural(count, 'row shows a look-alike', 'rows show look-alikes')}: defined differently (other people, other base), so the mark compares different things and is not counted above.`
      : `${plural(count, 'more row', 'more rows')} of look-alikes with another definition: --similar shows ${count === 1 ? 'it' : 'them'}.`,
  /** The area of all plans, or of those named, ends before targets of theirs do. */
  areaEnded: (name: string, on: Day, plans: readonly string[], years: readonly number[]) =>
    `The area ${name}${plans.length === 0 ? '' : ` of ${plans.join(', ')}`} ended on ${formatDay(on, 'en')}, before its targets for ${years.join(', ')} fall due.`,
  years: (years: readonly number[]) =>
    years.length === 0
      ? 'The plans share no target year.'
      : `Target ${years.length === 1 ? 'year' : 'years'} compared: ${years.join(', ')}.`,
  narrowed: (shown: number, all: number) =>
    `The table shows ${number(shown)} of ${plural(all, 'row', 'rows')}; all counts are of the whole.`,
  unasked: (measures: number, reference: string | null) =>
    `${plural(measures, 'measure', 'measures')} that ${reference === null ? 'only one plan has' : `${reference} does not have`} left out: --rows all shows them.`,
  untimely: (measures: number) =>
    `${plural(measures, 'measure has', 'measures have')} targets for other years only and no row.`,
  unmeasured: (plans: readonly { plan: string; count: number; of: number }[]) =>
    `Indicators without a measure of the catalogue are not compared: ${plans
      .map(({ plan, count, of }) => `${plan} ${number(count)} of ${number(of)}`)
      .join(', ')}.`,
  legend: (reference: string, isAligned: boolean) =>
    isAligned
      ? `Marks against ${reference}: = meets, ▲ exceeds, ▼ falls below, ≠ not comparable, ○ another year, — missing, · not asked of it yet.`
      : `Marks against ${reference}: = same, ▲ stricter, ▼ looser, ≠ not comparable, ○ another year, — missing, · not asked of it yet, + not in ${reference}.`,
  nothing: 'Nothing to show.',
  hidden: (titles: readonly string[]) => `Not shown at this width: ${titles.join(', ')}.`,
};

export type DiffWords = typeof diffWords;
