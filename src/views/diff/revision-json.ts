import { type Change, type ChangeValue, countKinds } from '../../change.ts';
import type { Due } from '../../deadline.ts';
import { toDecimal, toNumber } from '../../exact.ts';
import type { Plan } from '../../plan.ts';
import type { Revision } from '../../revision.ts';
import { targetJson } from '../json-values.ts';

const AS_WRITTEN = 12;

/** The changes in the published shape of `diff --format json` on one plan, `revision/1`. */
export function revisionJson(
  { before, after, changes }: Revision,
  kinds: readonly Change['kind'][],
) {
  const shown = changes.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  return {
    format: 'revision/1',
    plan: after.id,
    before: before.file,
    after: after.file,
    changes: shown.map((change) => ({
      kind: change.kind,
      item: change.item,
      id: change.id,
      name: change.name,
      field: change.field,
      year: change.year,
      before: valueJson(change.before),
      after: valueJson(change.after),
      line: { before: lineIn(before, change), after: lineIn(after, change) },
    })),
    counts: countKinds(changes),
  };
}

function lineIn({ lines }: Plan, { item, id }: Change): number | null {
  return item === 'claim' || item === 'ignore' || item === 'plan' ? null : (lines.get(id) ?? null);
}

/** Targets as in every format of the program; everything else as the plan file writes it. */
function valueJson(value: ChangeValue | null) {
  if (value === null) return null;
  switch (value.is) {
    case 'target':
      return { ...targetJson(value.target)!, year: value.year, unit: value.unit };
    case 'targets':
      return value.targets.map(({ target, year, unit }) => ({
        ...targetJson(target)!,
        year,
        unit,
      }));
    case 'agencies':
      return [...value.codes];
    case 'figure':
      return { year: value.year, value: toNumber(value.value), about: value.about };
    case 'text':
    case 'due':
      return rawChangeValue(value);
  }
}

/** One side as text, free of locale, as the plan file writes it. */
export function rawChangeValue(value: ChangeValue): string {
  switch (value.is) {
    case 'text':
      return value.text;
    case 'target':
      return value.target.text;
    case 'targets':
      return value.targets.map(({ year, target }) => `${year}: ${target.text}`).join('; ');
    case 'due':
      return writtenDue(value.due);
    case 'agencies':
      return value.codes.join(' ');
    case 'figure':
      return `${value.year}: ${value.about ? '~ ' : ''}${toDecimal(value.value, AS_WRITTEN)}`;
  }
}

const EVERY = { year: 'yearly', quarter: 'quarterly', month: 'monthly' } as const;

/** A deadline as the plan file writes it. */
function writtenDue(due: Due): string {
  switch (due.kind) {
    case 'date':
      return due.date;
    case 'window':
      return `${due.from}..${due.to}`;
    case 'recurring':
      return EVERY[due.every];
    case 'dated':
      return `{ yearly: [${due.days.join(', ')}]${due.years === undefined ? '' : `, years: ${due.years.first}..${due.years.last}`} }`;
    case 'then-continuous':
      return `{ by: ${due.by}, then: continuous }`;
    case 'per':
      return `{ per: ${due.document} }`;
    case 'continuous':
    case 'none':
      return due.kind;
  }
}
