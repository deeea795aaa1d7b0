import type { Asked } from '../../asked.ts';
import type { Diff, DiffRow } from '../../diff.ts';
import { chosenRows, countRelations, shownRows } from '../../diff-view.ts';
import { targetJson } from '../json-values.ts';
import type { DiffView } from './cells.ts';
import { rawTarget } from './records.ts';

/** The comparison in the published shape of `diff --format json`, `diff/1`: no words, no locale. */
export function diffJson(diff: Diff, view: DiffView) {
  const chosen = chosenRows(diff, view);
  const own = chosen.filter((row) => row.resembles === null);
  const others = diff.plans.filter((plan) => plan !== diff.reference);
  return {
    format: 'diff/1',
    plans: diff.plans.map(({ id }) => id),
    against: diff.reference.id,
    years: [...diff.years],
    endedAreas: view.ended.map(({ plan, area, years }) => ({
      plan: plan.id,
      area: area.code,
      ended: area.validTo,
      years: [...years],
    })),
    rows: shownRows(chosen, view).map((row) => rowJson(row, diff)),
    counts: Object.fromEntries(
      others.map(({ id }) => [id, countRelations(own, id, diff.reference.id)]),
    ),
    leftOut: {
      measures: [...diff.unasked],
      otherYears: [...diff.untimely],
      withoutMeasure: Object.fromEntries(
        [...diff.unmeasured].map(([plan, { count }]) => [plan, count]),
      ),
    },
  };
}

function rowJson(row: DiffRow, { plans }: Diff) {
  const cells = plans.map(({ id }) => [id, row.cells.get(id)!] as const);
  return {
    measure: row.measure,
    name: row.entry?.name ?? row.measure,
    nameEn: row.entry?.nameEn ?? row.measure,
    year: row.year,
    unit: row.unit,
    targets: Object.fromEntries(cells.map(([id, { asked }]) => [id, askedJson(asked)])),
    relation: Object.fromEntries(cells.map(([id, { relation }]) => [id, relation])),
    why: Object.fromEntries(cells.filter(([, { why }]) => why).map(([id, { why }]) => [id, why])),
    similar: row.resembles !== null,
    similarTo: row.resembles?.measure ?? null,
  };
}

function askedJson(asked: Asked | null) {
  if (asked === null) return null;
  return {
    text: rawTarget(asked),
    op: asked.target?.op ?? null,
    value: targetJson(asked.target)?.value ?? null,
    indicator: asked.address,
    year: asked.year,
    unit: asked.unit,
    parts: asked.parts.map(({ address, measurable, target }) => ({
      ...targetJson(target),
      indicator: address,
      unit: measurable.unit,
    })),
  };
}
