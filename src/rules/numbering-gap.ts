import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { gapsIn, listsOf, sourceItems } from './numbering.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'numbering-gap': { list: string; before: string; after: string; missing: readonly string[] };
    'item-before': Record<string, never>;
  }
}

export const numberingGap: Rule = { level: 'warning', needs: ['tasks', 'source'], check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  const items = plan.tasks.flatMap((task) => sourceItems(task.source, task));
  for (const { name, kind, members } of listsOf(items))
    for (const { before, after, missing } of gapsIn(members, kind)) {
      const path = [...after.owner.path, 'source'];
      yield {
        place: locate(path),
        path,
        message: message('numbering-gap', {
          list: name,
          before: before.mark,
          after: after.mark,
          missing,
        }),
        related: [
          {
            message: message('item-before', {}),
            place: locate([...before.owner.path, 'source']),
          },
        ],
      };
    }
}
