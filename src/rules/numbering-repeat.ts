import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { type Sourced, sourceItems } from './numbering.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'numbering-repeat': { source: string; first: string };
  }
}

export const numberingRepeat: Rule = {
  level: 'warning',
  needs: ['tasks', 'reports', 'source', 'id'],
  check,
};

function* check(context: PlanContext): Generator<Report> {
  yield* repeats(context, context.plan.tasks);
  yield* repeats(context, context.plan.reports);
}

function* repeats({ locate }: PlanContext, duties: readonly Sourced[]): Generator<Report> {
  const known = new Map<string, Sourced>();
  for (const { text, owner } of duties.flatMap((duty) => sourceItems(duty.source, duty))) {
    const first = known.get(text);
    const path = [...owner.path, 'source'];
    if (!first) known.set(text, owner);
    else if (first !== owner)
      yield {
        place: locate(path),
        path,
        message: message('numbering-repeat', { source: text, first: first.id }),
        related: [{ message: message('first-here', {}), place: locate([...first.path, 'source']) }],
      };
  }
}
