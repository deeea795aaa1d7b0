import type { Asked, AskedTarget } from '../../asked.ts';
import type { Diff, DiffCell, DiffRow, EndedPlan, Relation } from '../../diff.ts';
import { type DiffNarrowing, isAlone } from '../../diff-view.ts';
import type { Cell } from '../../formats/document.ts';
import { oneLine, together } from '../../formats/printable.ts';
import type { Style } from '../../formats/style.ts';
import type { Plan } from '../../plan.ts';
import { isPercent } from '../../unit.ts';
import type { DiffWords } from '../../words/en/diff-words.ts';
import { formatTarget } from '../../words/figures.ts';
import type { Speech } from '../../words/index.ts';
import { LANGS, type Lang } from '../../words/langs.ts';
import { targetCell } from '../cells.ts';

/** How a reader wants to see a comparison. */
export interface DiffView extends DiffNarrowing {
  speech: Speech<'diff'>;
  /** Are the plans held against one that they implement? Then "meets" and "exceeds" are said. */
  isAligned: boolean;
  /** Plans whose area ends before a target year of theirs does. */
  ended: readonly EndedPlan[];
}

/** Where an area ends before targets of its plan do, a line each area. */
export function endedLines({ diff, view, words }: DiffContext): string[] {
  const { ended, speech } = view;
  return [...new Set(ended.map(({ area }) => area.code))].map((code) => {
    const own = ended.filter(({ area }) => area.code === code);
    const { area } = own[0]!;
    const years = [...new Set(own.flatMap((one) => one.years))].sort();
    const plans = own.length === diff.plans.length ? [] : own.map(({ plan }) => plan.id);
    return words.areaEnded(LANGS[speech.lang].nameOf(area), area.validTo, plans, years);
  });
}

/** What the texts of a comparison are made with. */
export interface DiffContext {
  diff: Diff;
  view: DiffView;
  words: DiffWords;
  /** Id of the plan that the others are held against. */
  reference: string;
}

/** The context of a comparison and a reader. */
export function diffContext(diff: Diff, view: DiffView): DiffContext {
  return { diff, view, words: view.speech.diff, reference: diff.reference.id };
}

/** The heading of a comparison. */
export function diffTitle({ diff, view, words }: DiffContext): string {
  return words.title(diff.plans.length, planName(diff.reference), view.isAligned);
}

const NO_BREAK_SPACE = together(' ');

const MARKS: Record<Relation, string> = {
  same: '=',
  stricter: '▲',
  looser: '▼',
  missing: '—',
  'not-yet': '·',
  only: '+',
  incomparable: '≠',
  'other-year': '○',
};

const STYLES: Record<Relation, Style> = {
  same: 'plain',
  stricter: 'good',
  looser: 'bad',
  missing: 'dim',
  'not-yet': 'dim',
  only: 'warn',
  incomparable: 'warn',
  'other-year': 'dim',
};

/** Stands before the name of a row of look-alikes. */
export const LOOK_ALIKE = '≈ ';

/** The measure's name in the reader's language, with its unit where that is not `%`. */
export function measureName(row: DiffRow, lang: Lang): string {
  const { entry, measure, unit } = row;
  const name = entry === null ? measure : LANGS[lang].nameOf(entry);
  return unit === null || isPercent(unit) ? oneLine(name) : `${oneLine(name)} (${oneLine(unit)})`;
}

/** The plan's code with its document's number. */
export function planName({ id, document }: Plan): string {
  return `${id} ${document}`;
}

/** The target as worded, in the reader's style; several conditions one after the other. */
export function targetText(asked: Asked, row: DiffRow, { words, view }: DiffContext): string {
  if (asked.target !== null)
    return oneTarget({ target: asked.target, unit: asked.unit }, row, words, view.speech.lang);
  return asked.parts
    .map((part) => {
      const unit = part.measurable.unit;
      return `${oneLine(part.measurable.name)} ${oneTarget({ target: part.target, unit }, row, words, view.speech.lang)}`;
    })
    .join('; ');
}

function oneTarget(
  { target, unit }: { target: AskedTarget['target']; unit: string | null },
  row: DiffRow,
  words: DiffWords,
  lang: Lang,
): string {
  const text = together(formatTarget(target, unit, lang, words.done));
  const isOther = unit !== null && !isPercent(unit) && unit !== row.unit && target.op !== 'done';
  return isOther ? `${text} ${oneLine(unit)}` : text;
}

/** The relation's mark and word; the reference has none, but for a target of another year. */
export function relationText(cell: DiffCell, row: DiffRow, plan: Plan, context: DiffContext) {
  const { words } = context;
  if (plan.id === context.reference) {
    if (cell.asked === null) return MARKS.missing;
    return cell.asked.year === row.year ? '' : `(${words.byYear(cell.asked.year)})`;
  }
  return `${MARKS[cell.relation]} ${relationWord(cell, row, context)}`;
}

function relationWord(cell: DiffCell, row: DiffRow, { words, view, diff }: DiffContext): string {
  const { relation, asked, why } = cell;
  switch (relation) {
    case 'incomparable':
      return words.incomparable(why!);
    case 'other-year': {
      if (asked!.year !== row.year) return words.byYear(asked!.year);
      return words.referenceBy(row.cells.get(diff.reference.id)!.asked!.year);
    }
    case 'only':
      return isAlone(row) ? words.relations.only : words.extra;
    case 'missing':
    case 'not-yet':
      return words.relations[relation];
    case 'same':
    case 'stricter':
    case 'looser':
      return view.isAligned ? words.aligned[relation] : words.relations[relation];
  }
}

/** One plan in one row: target, mark and word; the mark alone where it asks nothing. */
export function diffCell(row: DiffRow, plan: Plan, context: DiffContext): Cell {
  const cell = row.cells.get(plan.id)!;
  if (cell.asked === null)
    return { text: MARKS[cell.relation === 'not-yet' ? 'not-yet' : 'missing'], style: 'dim' };
  const relation = markBound(relationText(cell, row, plan, context));
  const target = targetText(cell.asked, row, context);
  const text = [target, relation].filter((part) => part !== '').join(' ');
  const style = cellStyle(cell, plan, context);
  const { target: asked } = cell.asked;
  return { ...(asked ? targetCell(text, asked, context.view.speech.lang) : { text }), style };
}

/** A line may break inside a relation's words, never between its mark and the first of them. */
function markBound(relation: string): string {
  return relation.replace(' ', NO_BREAK_SPACE);
}

/** The colour of a relation; the reference has none. */
export function cellStyle(
  { relation, asked }: DiffCell,
  { id }: Plan,
  context: DiffContext,
): Style {
  if (id === context.reference) return asked === null ? 'dim' : 'plain';
  return STYLES[relation];
}
