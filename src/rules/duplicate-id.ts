import type { Report } from '../finding.ts';
import type { Path } from '../indicator.ts';
import { type Message, message } from '../message/message.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'duplicate-id': { id: string };
    'duplicate-part-id': { id: string; indicator: string };
  }
}

export const duplicateId: Rule = { level: 'error', isAlone: true, check };

interface Named {
  id: string;
  path: Path;
}

function* check(context: PlanContext): Generator<Report> {
  const { indicators, tasks, reports } = context.plan;
  yield* repeats(context, [...indicators, ...tasks, ...reports], ({ id }) =>
    message('duplicate-id', { id }),
  );
  for (const { id: indicator, parts } of indicators)
    yield* repeats(context, parts, ({ id }) => message('duplicate-part-id', { id, indicator }));
}

function* repeats(
  { locate }: PlanContext,
  items: readonly Named[],
  said: (item: Named) => Message,
): Generator<Report> {
  const known = new Map<string, Named>();
  for (const item of items) {
    const first = known.get(item.id);
    const path = [...item.path, 'id'];
    if (!first) known.set(item.id, item);
    else
      yield {
        place: locate(path),
        path,
        message: said(item),
        related: [{ message: message('first-here', {}), place: locate([...first.path, 'id']) }],
      };
  }
}
