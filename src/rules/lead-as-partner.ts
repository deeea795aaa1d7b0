import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'lead-as-partner': { id: string; agency: string };
    'the-lead': Record<string, never>;
  }
}

export const leadAsPartner: Rule = { level: 'warning', check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  for (const { id, lead, partners, path: item } of plan.tasks) {
    const places = new Map(lead.map((agency, at) => [agency, at] as const).toReversed());
    for (const [at, agency] of partners.entries()) {
      const first = places.get(agency);
      if (first === undefined) continue;
      const path = [...item, 'partners', at];
      const place = locate([...item, 'lead', first]);
      yield {
        place: locate(path),
        path,
        message: message('lead-as-partner', { id, agency }),
        related: [{ message: message('the-lead', {}), place }],
      };
    }
  }
}
