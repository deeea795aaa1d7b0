import { type Diff, RELATIONS } from '../../diff.ts';
import { chosenRows, countRelations, countStandIns } from '../../diff-view.ts';
import { type Block, heading, list, paragraph, withoutHeadings } from '../../formats/document.ts';
import { type DiffContext, type DiffView, diffContext, planName } from '../diff/cells.ts';
import { diffTable } from '../diff/table.ts';
import { isAsked, type ReportContext } from './view.ts';

/** How the comparison is looked at: all of the national targets, with look-alikes. */
export function alignmentView(speech: DiffView['speech']): DiffView {
  return { speech, isAligned: true, similar: true, ended: [] };
}

/** What each plan asks beside the national targets: its counts, then target by target. */
export function alignmentBlocks(diff: Diff | null, level: number, context: ReportContext): Block[] {
  if (diff === null || !isAsked(context, 'alignment')) return [];
  const { words } = context;
  const view = alignmentView(context.view.speech);
  const compared = diffContext(diff, view);
  const table = { ...diffTable(diff, view), title: null, closing: [] };
  const rows = chosenRows(diff, view);
  const alike = rows.filter((row) => row.resembles !== null).length;
  return [
    heading(level, words.headings.alignment),
    paragraph(words.alignment(words.document(diff.reference.document), rows.length - alike)),
    ...list(summaries(compared)),
    ...(context.pictures?.alignment(diff, context) ?? []),
    context.medium.isPage ? withoutHeadings(table) : table,
    ...list([
      compared.words.legend(diff.reference.id, true),
      ...(alike > 0 ? [compared.words.lookAlikes(alike, true)] : []),
    ]),
  ];
}

function summaries({ diff, view, words, reference }: DiffContext): string[] {
  const chosen = chosenRows(diff, view);
  const own = chosen.filter((row) => row.resembles === null);
  return diff.plans
    .filter(({ id }) => id !== reference)
    .map((plan) => {
      const relations = countRelations(own, plan.id, reference);
      const rows = RELATIONS.reduce((sum, relation) => sum + relations[relation], 0);
      return `${words.alignment(planName(plan), rows, relations, countStandIns(chosen, plan.id))}.`;
    });
}
