import type { Report } from '../finding.ts';
import { fixOf, nearFixes } from '../fix.ts';
import type { Path } from '../indicator.ts';
import { message } from '../message/message.ts';
import { areaByName } from '../names.ts';
import { addresses, type Plan } from '../plan.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'unknown-area': { found: string; suggestion: string | null };
  }
}

export const unknownArea: Rule = { level: 'error', isAlone: true, check };

function* check({ plan, areas, locate, edit }: PlanContext): Generator<Report> {
  if (areas.size === 0) return;
  const nearFix = nearFixes(areas.keys());
  const codeOf = areaByName(areas);
  for (const { found, path, on } of named(plan)) {
    if (areas.has(found)) continue;
    const editTo = (text: string) => edit(path, text, on);
    const called = codeOf(found.replaceAll('-', ' '), plan.issued);
    const near =
      called === null
        ? nearFix(found, editTo)
        : { suggestion: called, fix: fixOf('unsafe', editTo(called)) };
    const said = message('unknown-area', { found, suggestion: near.suggestion });
    yield { place: locate(path, on), path, message: said, ...near };
  }
}

interface Named {
  found: string;
  path: Path;
  on: 'key' | 'value';
}

/** Every code of an area that the plan names, and where. */
function* named(plan: Plan): Generator<Named> {
  yield { found: plan.area, path: ['area'], on: 'value' };
  if (plan.succeededBy !== null)
    yield { found: plan.succeededBy, path: ['succeeded-by'], on: 'value' };
  for (const [index, found] of (plan.areas ?? []).entries())
    yield { found, path: ['areas', index], on: 'value' };
  for (const { measurable } of addresses(plan))
    for (const found of measurable.byArea.keys())
      yield { found, path: [...measurable.path, 'by-area', found], on: 'key' };
}
