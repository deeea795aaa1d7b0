import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'id-not-file': { id: string; file: string };
  }
}

export const idNotFile: Rule = { level: 'info', check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  const file = plan.file.split(/[\\/]/).at(-1)!;
  const stem = /^(.+)\.ya?ml$/i.exec(file)?.[1];
  // A name that no id can have was given for people.
  if (stem === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/i.test(stem)) return;
  if (stem.toLowerCase() === plan.id) return;
  const said = message('id-not-file', { id: plan.id, file });
  yield { place: locate(['id']), path: ['id'], message: said };
}
