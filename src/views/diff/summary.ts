import { type DiffRow, RELATIONS } from '../../diff.ts';
import { countRelations, countStandIns, shownRows } from '../../diff-view.ts';
import { type DiffContext, planName } from './cells.ts';

/**
 * The lines below a comparison: what each plan counts against the reference, what the marks mean,
 * which years were compared, and what was left out and why.
 */
export function closingLines(chosen: readonly DiffRow[], context: DiffContext): string[] {
  const { diff, view, words, reference } = context;
  const own = chosen.filter((row) => row.resembles === null);
  const alike = chosen.length - own.length;
  const shown = shownRows(chosen, { changedOnly: view.changedOnly, similar: view.similar });
  const all = view.similar ? chosen.length : own.length;
  const count = view.isAligned ? words.alignment : words.summary;
  return [
    ...(shown.length === 0 ? [words.nothing] : []),
    ...(shown.length < all ? [words.narrowed(shown.length, all)] : []),
    ...diff.plans
      .filter(({ id }) => id !== reference)
      .map((plan) => {
        const relations = countRelations(own, plan.id, reference);
        const rows = RELATIONS.reduce((sum, relation) => sum + relations[relation], 0);
        const standIns = countStandIns(chosen, plan.id);
        return `${count(planName(plan), rows, relations, standIns)}.`;
      }),
    ...(alike > 0 ? [words.lookAlikes(alike, view.similar === true)] : []),
    ...(shown.length > 0 ? [words.legend(reference, view.isAligned)] : []),
    words.years(diff.years),
    ...leftOutLines(context),
  ];
}

function leftOutLines({ diff, words, view, reference }: DiffContext): string[] {
  const { unasked, untimely } = diff;
  const unmeasured = diff.plans
    .map((plan) => ({ plan: plan.id, ...diff.unmeasured.get(plan.id)! }))
    .filter(({ count }) => count > 0);
  const isReference = view.isAligned && unasked.length > 0;
  return [
    ...(unasked.length > 0 ? [words.unasked(unasked.length, isReference ? reference : null)] : []),
    ...(untimely.length > 0 ? [words.untimely(untimely.length)] : []),
    ...(unmeasured.length > 0 ? [words.unmeasured(unmeasured)] : []),
  ];
}
