import type { ChangeKind, Subject } from '../../change.ts';
import { CHANGE_KINDS } from '../../change.ts';
import type { Due } from '../../deadline.ts';
import { formatDueDate } from '../due-date.ts';
import { formatNumber, plural } from '../numbers.ts';
import { list } from '../quote.ts';

const KINDS: Readonly<Record<ChangeKind, string>> = {
  removed: 'removed',
  'target-removed': 'target removed',
  'target-looser': 'target looser',
  'target-changed': 'target not comparable',
  'deadline-later': 'deadline later',
  'deadline-changed': 'deadline of another kind',
  'target-stricter': 'target stricter',
  'target-added': 'target added',
  'deadline-earlier': 'deadline earlier',
  added: 'added',
  'lead-changed': 'lead changed',
  'wording-changed': 'wording changed',
  'details-changed': 'other details',
};

const EVERY = { year: 'yearly', quarter: 'quarterly', month: 'monthly' } as const;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const monthDay = (text: string) =>
  `${Number(text.slice(3))} ${MONTHS[Number(text.slice(0, 2)) - 1]}`;

/** The English words of `diff` between two states of a plan. */
export const revisionWords = {
  columns: { item: 'Code', name: 'Name', field: 'What', before: 'Before', after: 'After' },
  items: {
    plan: 'plan',
    indicator: 'indicator',
    part: 'part',
    task: 'task',
    report: 'duty',
    claim: 'claim',
    ignore: 'suppression',
  } satisfies Record<Subject['item'], string>,
  kinds: KINDS,
  fields: {
    targets: 'target',
    'by-area': 'target of an area',
    per: 'per',
    accumulates: 'counted as',
    whole: 'made up of areas by',
    every: 'must hold every',
    each: 'must hold in each',
    name: 'name',
    title: 'title',
    wording: 'wording',
    note: 'note',
    unit: 'unit',
    measure: 'measure',
    baseline: 'baseline',
    waived: 'waiver',
    lead: 'lead',
    partners: 'partners',
    group: 'group',
    origin: 'origin',
    reference: 'quoted figures',
    source: 'source',
    due: 'due',
    to: 'recipient',
    funding: 'funding',
    document: 'document',
    issued: 'issued',
    area: 'area',
    period: 'period',
    implements: 'implements',
    decimal: 'decimal mark',
    agencies: 'agency',
    groups: 'group name',
  },
  done: 'done',
  nothing: 'Nothing changed but perhaps order, layout and comments.',
  due: (due: Due) => {
    switch (due.kind) {
      case 'date':
        return formatDueDate(due.date, 'en');
      case 'window':
        return `${formatDueDate(due.from, 'en')} – ${formatDueDate(due.to, 'en')}`;
      case 'recurring':
        return EVERY[due.every];
      case 'dated':
        return `yearly on ${list(due.days.map(monthDay), 'and')}${due.years === undefined ? '' : `, ${due.years.first}–${due.years.last}`}`;
      case 'then-continuous':
        return `${formatDueDate(due.by, 'en')}, then continuous`;
      case 'continuous':
        return 'continuous';
      case 'per':
        return `set by ${due.document}`;
      case 'none':
        return 'no date';
    }
  },
  title: (plan: string, before: string, after: string) =>
    `Changes of ${plan}: ${before} → ${after}`,
  total: (counts: Readonly<Record<ChangeKind, number>>) => {
    const kinds = CHANGE_KINDS.filter((kind) => counts[kind] > 0);
    const all = kinds.reduce((sum, kind) => sum + counts[kind], 0);
    const told = kinds.map((kind) => `${formatNumber(counts[kind], 'en')} ${KINDS[kind]}`);
    return `${plural(all, 'change', 'changes')}: ${told.join(', ')}.`;
  },
  narrowed: (shown: number, all: number) =>
    `The table shows ${formatNumber(shown, 'en')} of ${plural(all, 'change', 'changes')}; all counts are of the whole.`,
  hidden: (titles: readonly string[]) => `Not shown at this width: ${titles.join(', ')}.`,
};

export type RevisionWords = typeof revisionWords;
