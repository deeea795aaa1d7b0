import type { Day } from '../calendar.ts';
import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { isIssueFar } from './far-date.ts';
import { lastDueDay } from './last-due-day.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'due-before-issue': { id: string; due: Day; issued: Day };
    'the-issue': Record<string, never>;
  }
}

export const dueBeforeIssue: Rule = { level: 'warning', needs: ['issued'], isAlone: true, check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  const { issued } = plan;
  if (isIssueFar(plan)) return;
  for (const { id, due: written, path: at } of [...plan.tasks, ...plan.reports]) {
    const due = lastDueDay(written);
    if (due === null || due >= issued) continue;
    const path = [...at, 'due'];
    yield {
      place: locate(path),
      path,
      message: message('due-before-issue', { id, due, issued }),
      related: [{ message: message('the-issue', {}), place: locate(['issued']) }],
    };
  }
}
