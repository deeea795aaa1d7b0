import type { Asked } from '../../asked.ts';
import type { Diff, DiffRow } from '../../diff.ts';
import { chosenRows, shownRows } from '../../diff-view.ts';
import type { Cell, Column, Row, TableBlock } from '../../formats/document.ts';
import type { Plan } from '../../plan.ts';
import {
  cellStyle,
  type DiffContext,
  type DiffView,
  diffContext,
  diffTitle,
  endedLines,
  LOOK_ALIKE,
  measureName,
  planName,
  relationText,
  targetText,
} from './cells.ts';
import { closingLines } from './summary.ts';

/** Columns whose keys are contracts of `--format csv`: one line for each measure, year and plan. */
const KEYS = [
  'measure',
  'name',
  'year',
  'unit',
  'similar-to',
  'plan',
  'indicator',
  'target',
  'target-year',
  'relation',
  'why',
  'reference',
] as const;
type Key = (typeof KEYS)[number];

/** The comparison as a list: each measure with a line for each plan. CSV is made of it too. */
export function diffList(diff: Diff, view: DiffView): TableBlock {
  const context = diffContext(diff, view);
  const chosen = chosenRows(diff, view);
  return {
    kind: 'table',
    title: diffTitle(context),
    opening: endedLines(context),
    columns: KEYS.map((key) => columnOf(key, context)),
    sections: shownRows(chosen, view).map((row) => ({
      heading: headingOf(row, context),
      rows: diff.plans.map((plan) => listRow(row, plan, context)),
      subtotal: null,
    })),
    closing: closingLines(chosen, context),
    hiddenNote: context.words.hidden,
  };
}

function columnOf(key: Key, { words: { columns } }: DiffContext): Column<Key> {
  const shown = { key, importance: 50, wraps: true };
  if (key === 'plan') return { ...shown, title: columns.plan, minWidth: 20 };
  if (key === 'target') return { ...shown, title: columns.target, minWidth: 14 };
  if (key === 'relation') return { ...shown, title: columns.relation, minWidth: 16 };
  return { key, title: key, importance: 0, csvOnly: true };
}

function headingOf(row: DiffRow, { view, words }: DiffContext): string {
  const heading = `${measureName(row, view.speech.lang)}, ${row.year}`;
  return row.resembles === null ? heading : `${LOOK_ALIKE}${heading} (${words.lookAlike})`;
}

function listRow(row: DiffRow, plan: Plan, context: DiffContext): Row<Key> {
  const cell = row.cells.get(plan.id)!;
  const { asked } = cell;
  const isReference = plan.id === context.reference;
  const style = cellStyle(cell, plan, context);
  const relation = relationText(cell, row, plan, context);
  return {
    measure: machine(row.measure),
    name: machine(row.entry?.name ?? row.measure),
    year: machine(row.year),
    unit: machine(asked === null ? row.unit : asked.unit),
    'similar-to': machine(row.resembles?.measure ?? null),
    plan: { text: planName(plan), raw: plan.id },
    indicator: machine(asked?.address ?? null),
    target: {
      text: asked === null ? '' : targetText(asked, row, context),
      style,
      raw: asked === null ? null : rawTarget(asked),
    },
    'target-year': machine(asked?.year ?? null),
    relation: {
      text: isReference && relation === '' ? context.words.reference : relation,
      style,
      raw: cell.relation,
    },
    why: machine(cell.why),
    reference: machine(context.reference),
  };
}

/** The expression as plan files write it; several conditions with the addresses of theirs. */
export function rawTarget({ target, parts }: Asked): string {
  if (target !== null) return target.text;
  return parts.map((part) => `${part.address}: ${part.target.text}`).join('; ');
}

function machine(raw: string | number | null): Cell {
  return { text: '', raw };
}
