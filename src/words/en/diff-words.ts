import type { DiffWords } from '../diff-words.ts';
import { formatNumber, plural } from '../numbers.ts';

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
export const diffWords: DiffWords = {
  columns: {
    measure: 'Measure',
    year: 'Year',
    plan: 'Plan',
    document: 'Document',
    target: 'Target',
    relation: 'Relation',
  },
  relations: {
    same: 'same',
    stricter: 'stricter',
    looser: 'looser',
    missing: 'missing',
    only: 'only here',
  },
  aligned: { same: 'meets', stricter: 'exceeds', looser: 'falls below' },
  extra: 'extra',
  incomparable: (why) => `not comparable: ${WHY[why]}`,
  byYear: (year) => `by ${year}`,
  referenceBy: (year) => `reference by ${year}`,
  reference: 'reference',
  done: 'done',
  lookAlike: 'look-alike, other definition',
  withoutGroup: 'Without a group',
  single: 'In one plan only',
  title: (plans, reference, isAligned) =>
    isAligned
      ? `${plural(plans - 1, 'plan', 'plans')} held against ${reference}`
      : `Targets of ${number(plans)} plans side by side`,
  summary: (plan, count, relations, standIns) =>
    `${plan}: ${rows(count)} compared — ${counted([
      [relations.same, 'same'],
      [relations.stricter, 'stricter'],
      [relations.looser, 'looser'],
      [relations.incomparable, 'not comparable'],
      [relations['other-year'], 'at another year'],
      [relations.missing, missing(standIns)],
      [relations.only, 'not in the reference'],
    ])}`,
  alignment: (plan, count, relations, standIns) =>
    `${plan}: of ${rows(count)} it ${[
      `meets ${number(relations.same)}`,
      `exceeds ${number(relations.stricter)}`,
      `falls below ${number(relations.looser)}`,
    ].join(', ')}; ${counted([
      [relations.incomparable, 'not comparable'],
      [relations['other-year'], 'at another year only'],
      [relations.missing, missing(standIns)],
      [relations.only, 'not in the reference'],
    ])}`.replace(/; nothing to compare$/, ''),
  lookAlikes: (count, isShown) =>
    isShown
      ? `≈ ${plural(count, 'row shows a look-alike', 'rows show look-alikes')}: defined differently (other people, other base), so the mark compares different things and is not counted above.`
      : `${plural(count, 'more row', 'more rows')} of look-alikes with another definition: --similar shows ${count === 1 ? 'it' : 'them'}.`,
  years: (years) =>
    years.length === 0
      ? 'The plans share no target year.'
      : `Target ${years.length === 1 ? 'year' : 'years'} compared: ${years.join(', ')}.`,
  narrowed: (shown, all) =>
    `The table shows ${number(shown)} of ${plural(all, 'row', 'rows')}; all counts are of the whole.`,
  unasked: (measures, reference) =>
    `${plural(measures, 'measure', 'measures')} that ${reference === null ? 'only one plan has' : `${reference} does not have`} left out: --rows all shows them.`,
  untimely: (measures) =>
    `${plural(measures, 'measure has', 'measures have')} targets for other years only and no row.`,
  unmeasured: (plans) =>
    `Indicators without a measure of the catalogue are not compared: ${plans
      .map(({ plan, count, of }) => `${plan} ${number(count)} of ${number(of)}`)
      .join(', ')}.`,
  legend: (reference, isAligned) =>
    isAligned
      ? `Marks against ${reference}: = meets, ▲ exceeds, ▼ falls below, ≠ not comparable, ○ another year, — missing.`
      : `Marks against ${reference}: = same, ▲ stricter, ▼ looser, ≠ not comparable, ○ another year, — missing, + not in ${reference}.`,
  nothing: 'Nothing to show.',
  hidden: (titles) => `Not shown at this width: ${titles.join(', ')}.`,
};
