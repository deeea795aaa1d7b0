import type { Diff, DiffRow } from '../../diff.ts';
import { chosenRows, groupOf, isAlone, shownRows } from '../../diff-view.ts';
import type { Cell, Column, TableBlock } from '../../formats/document.ts';
import { oneLine } from '../../formats/printable.ts';
import { hiddenColumns } from '../../formats/text-table.ts';
import { grouped } from '../../grouped.ts';
import { yearCell } from '../cells.ts';
import {
  type DiffContext,
  type DiffView,
  diffCell,
  diffContext,
  diffTitle,
  endedLines,
  LOOK_ALIKE,
  measureName,
  planName,
} from './cells.ts';
import { diffList } from './records.ts';
import { closingLines } from './summary.ts';

/**
 * The comparison as a table for people: plans side by side where the width has room for all of
 * them, else a list of measures with a line for each plan.
 */
export function fittingTable(diff: Diff, view: DiffView, width: number | null): TableBlock {
  const wide = diffTable(diff, view);
  return hiddenColumns(wide, width).length > 0 ? diffList(diff, view) : wide;
}

/** The comparison as one table: a row for each measure and year, a column for each plan. */
export function diffTable(diff: Diff, view: DiffView): TableBlock {
  const context = diffContext(diff, view);
  const chosen = chosenRows(diff, view);
  const sections = sectionsOf(shownRows(chosen, view), context);
  return {
    kind: 'table',
    title: diffTitle(context),
    opening: endedLines(context),
    columns: columnsOf(context),
    sections: sections.map(({ heading, rows }) => ({
      heading,
      rows: rows.map((row, index) => gridRow(row, rows[index - 1], context)),
      subtotal: null,
    })),
    closing: closingLines(chosen, context),
    hiddenNote: context.words.hidden,
  };
}

function columnsOf({ diff, words, reference }: DiffContext): Column[] {
  const { columns: titles } = words;
  return [
    { key: 'measure', title: titles.measure, importance: 100, wraps: true, minWidth: 26 },
    { key: 'year', title: titles.year, importance: 90 },
    ...diff.plans.map((plan) => ({
      key: `plan ${plan.id}`,
      title: plan.id === reference ? `${planName(plan)} (${words.reference})` : planName(plan),
      importance: 50,
      wraps: true,
      minWidth: 15,
    })),
  ];
}

/** A measure's further years stand below its first without its name. */
function gridRow(row: DiffRow, above: DiffRow | undefined, context: DiffContext) {
  const { diff } = context;
  const isRepeated = above?.measure === row.measure && above.resembles === row.resembles;
  return {
    measure: isRepeated ? { text: '' } : nameCell(row, context),
    year: yearCell(row.year, context.view.speech.lang),
    ...Object.fromEntries(
      diff.plans.map((plan) => [`plan ${plan.id}`, diffCell(row, plan, context)]),
    ),
  };
}

function nameCell(row: DiffRow, { view, words }: DiffContext): Cell {
  const name = measureName(row, view.speech.lang);
  return row.resembles === null
    ? { text: name }
    : { marker: LOOK_ALIKE, text: `${name} (${words.lookAlike})` };
}

/** Rows under a heading, as tables show them. */
interface RowSection {
  heading: string | null;
  rows: DiffRow[];
}

/**
 * The rows of measures that plans share, by the group of the first plan which has them; then
 * those that one plan alone has. Held against a reference, the rows are all its own.
 */
function sectionsOf(rows: readonly DiffRow[], context: DiffContext): RowSection[] {
  const { diff, view, words } = context;
  const blocks = blocksOf(rows);
  const isSingle = (block: DiffRow[]) =>
    !view.isAligned && block.length === 1 && block[0]!.resembles === null && isAlone(block[0]!);
  const groups = grouped(
    blocks.filter((one) => !isSingle(one)),
    (block) => groupOf(block[0]!) ?? groupOf(block.at(-1)!),
  );
  const named = [...groups].map(([code, own]) => ({
    heading: code === null ? words.withoutGroup : groupName(code, diff),
    rows: own.flat(),
  }));
  const single = blocks.filter(isSingle).flat();
  return [...named, ...(single.length > 0 ? [{ heading: words.single, rows: single }] : [])];
}

/** Each row with the look-alikes below it. */
function blocksOf(rows: readonly DiffRow[]): DiffRow[][] {
  const blocks: DiffRow[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    const belongs =
      row.resembles !== null &&
      last !== undefined &&
      (last[0]!.resembles ?? last[0]!).measure === row.resembles.measure &&
      last[0]!.year === row.year;
    if (belongs) last.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

function groupName(code: string, { plans }: Diff): string {
  const names = plans.map((plan) => plan.groups.get(code)).filter((name) => name !== undefined);
  return oneLine(names[0] ?? code);
}
