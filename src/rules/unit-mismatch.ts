import type { Report } from '../finding.ts';
import type { Measure } from '../measure.ts';
import { type Message, message } from '../message/message.ts';
import { type Addressed, addresses } from '../plan.ts';
import { isMilestone } from '../target.ts';
import { isSameUnit } from '../unit.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'the-measure': Record<string, never>;
    'unit-mismatch': { id: string; unit: string; measure: string; expected: string };
    'unit-of-milestone': { id: string; measure: string };
  }
}

export const unitMismatch: Rule = { level: 'error', check };

function* check({ plan, measures, locate }: PlanContext): Generator<Report> {
  for (const item of addresses(plan)) {
    const measure = measures.get(item.measurable.measure ?? '');
    const said = measure && contradiction(item, measure);
    if (!said) continue;
    const path = [...item.measurable.path, 'unit'];
    const related = [
      { message: message('the-measure', {}), place: locate([...item.measurable.path, 'measure']) },
    ];
    yield { place: locate(path), path, message: said, related };
  }
}

function contradiction({ address, measurable }: Addressed, measure: Measure): Message | null {
  const { unit, targets } = measurable;
  if (unit === null) return null;
  if (measure.unit !== null)
    return isSameUnit(unit, measure.unit)
      ? null
      : message('unit-mismatch', {
          id: address,
          unit,
          measure: measure.code,
          expected: measure.unit,
        });
  const hasNumber = [...targets.values()].some((target) => !isMilestone(target));
  return hasNumber ? message('unit-of-milestone', { id: address, measure: measure.code }) : null;
}
