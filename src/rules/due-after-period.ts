import { type Day, yearOf } from '../calendar.ts';
import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { horizonOf } from '../plan.ts';
import { isFarAfter } from './far.ts';
import { lastDueDay } from './last-due-day.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'due-after-period': { id: string; due: Day; last: number };
  }
}

export const dueAfterPeriod: Rule = { level: 'info', needs: ['period'], isAlone: true, check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  const last = horizonOf(plan);
  for (const { id, due: written, path: at } of [...plan.tasks, ...plan.reports]) {
    const due = lastDueDay(written);
    if (due === null || yearOf(due) <= last || isFarAfter(plan, yearOf(due))) continue;
    const path = [...at, 'due'];
    yield {
      place: locate(path),
      path,
      message: message('due-after-period', { id, due, last }),
      related: [{ message: message('the-period', {}), place: locate(['period']) }],
    };
  }
}
