import { CHANGE_KINDS, type Change, type ChangeValue, countKinds } from '../../change.ts';
import type { Cell, Column, Row, TableBlock } from '../../formats/document.ts';
import { oneLine, together } from '../../formats/printable.ts';
import type { Style } from '../../formats/style.ts';
import type { Plan } from '../../plan.ts';
import type { Revision } from '../../revision.ts';
import { isPercent } from '../../unit.ts';
import { capitalised } from '../../words/capital.ts';
import type { RevisionWords } from '../../words/en/revision-words.ts';
import { formatTarget } from '../../words/figures.ts';
import type { Speech } from '../../words/index.ts';
import type { Lang } from '../../words/langs.ts';
import { formatNumber } from '../../words/numbers.ts';
import { rawChangeValue } from './revision-json.ts';

const AS_WRITTEN = 6;

/** How a reader wants to see the changes. */
export interface RevisionView {
  speech: Speech<'revision'>;
  /** Only these kinds; all where empty. */
  kinds: readonly Change['kind'][];
}

const STYLES: Partial<Record<Change['kind'], Style>> = {
  removed: 'bad',
  'target-removed': 'bad',
  'target-looser': 'bad',
  'deadline-later': 'warn',
  'target-changed': 'warn',
  'deadline-changed': 'warn',
  'target-stricter': 'good',
  'target-added': 'good',
  added: 'good',
  'deadline-earlier': 'good',
};

interface Context {
  revision: Revision;
  lang: Lang;
  words: RevisionWords;
}

/** The changes between two states of a plan: a section for each kind, the gravest first. */
export function revisionTable(revision: Revision, { speech, kinds }: RevisionView): TableBlock {
  const { revision: words, lang } = speech;
  const context = { revision, lang, words };
  const { before, after, changes } = revision;
  const shown = changes.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  return {
    kind: 'table',
    title: words.title(`${after.id} (${after.document})`, before.file, after.file),
    columns: columnsOf(words),
    sections: CHANGE_KINDS.map((kind) => {
      const own = shown.filter((change) => change.kind === kind);
      return {
        heading: `${capitalised(words.kinds[kind])} (${own.length})`,
        rows: own.map((change) => rowOf(change, context)),
        subtotal: null,
      };
    }).filter(({ rows }) => rows.length > 0),
    closing: [
      ...(changes.length === 0 ? [words.nothing] : []),
      ...(shown.length < changes.length ? [words.narrowed(shown.length, changes.length)] : []),
      ...(changes.length > 0 ? [words.total(countKinds(changes))] : []),
    ],
    hiddenNote: words.hidden,
  };
}

function columnsOf({ columns }: RevisionWords): Column[] {
  const csvOnly = (key: string) => ({ key, title: key, importance: 0, csvOnly: true });
  return [
    csvOnly('plan'),
    csvOnly('kind'),
    csvOnly('item'),
    { key: 'id', title: columns.item, importance: 90, wraps: true, minWidth: 8 },
    { key: 'name', title: columns.name, importance: 60, wraps: true, minWidth: 20 },
    { key: 'field', title: columns.field, importance: 70, wraps: true, minWidth: 9 },
    csvOnly('year'),
    { key: 'before', title: columns.before, importance: 80, wraps: true, minWidth: 12 },
    { key: 'after', title: columns.after, importance: 85, wraps: true, minWidth: 12 },
  ];
}

function rowOf(change: Change, context: Context): Row {
  const { words, revision } = context;
  const style = STYLES[change.kind];
  const field =
    change.field === null
      ? words.items[change.item]
      : words.fields[change.field as keyof RevisionWords['fields']];
  const what = [field ?? change.field, change.year ?? []].flat().join(' ');
  return {
    plan: machine(revision.after.id),
    kind: machine(change.kind),
    item: machine(change.item),
    id: { text: change.id },
    name: { text: oneLine(change.name) },
    field: { text: what, raw: change.field },
    year: machine(change.year),
    before: valueCell(change.before, revision.before, context),
    after: {
      ...valueCell(change.after, revision.after, context),
      ...(style === undefined ? {} : { style }),
    },
  };
}

function machine(raw: string | number | null): Cell {
  return { text: '', raw };
}

function valueCell(value: ChangeValue | null, plan: Plan, context: Context): Cell {
  if (value === null) return { text: '', raw: null };
  return { text: valueText(value, plan, context), raw: rawChangeValue(value) };
}

/** One side in the reader's words; agencies by their names. */
function valueText(value: ChangeValue, plan: Plan, { words, lang }: Context): string {
  switch (value.is) {
    case 'text':
      return oneLine(value.text);
    case 'target':
      return withUnit(formatTarget(value.target, value.unit, lang, words.done), value.unit);
    case 'targets':
      return value.targets
        .map(({ year, target, unit }) =>
          withUnit(together(`${year}: ${formatTarget(target, unit, lang, words.done)}`), unit),
        )
        .join('; ');
    case 'due':
      return words.due(value.due);
    case 'agencies':
      return value.codes.map((code) => oneLine(plan.agencies.get(code) ?? code)).join('; ');
    case 'figure': {
      const number = formatNumber(value.value, lang, { places: AS_WRITTEN });
      const sign = isPercent(value.unit) ? '%' : '';
      return `${value.year}: ${value.about ? '~ ' : ''}${number}${sign}`;
    }
  }
}

function withUnit(text: string, unit: string | null): string {
  return unit === null || isPercent(unit) ? text : `${text} ${oneLine(unit)}`;
}
