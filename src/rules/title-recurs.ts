import type { Due } from '../deadline.ts';
import type { Report } from '../finding.ts';
import { fixOf } from '../fix.ts';
import { message } from '../message/message.ts';
import type { PlanContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'title-recurs': { id: string; word: string; from: string; to: string; due: string };
  }
}

export const titleRecurs: Rule = { level: 'warning', check };

type Window = Extract<Due, { kind: 'window' }>;

/** What says that something is done again and again, and how that is written. */
const RECURS: ReadonlyArray<readonly [RegExp, string, isLonger: (window: Window) => boolean]> = [
  [
    /(?<!\p{L})(?:hàng|hằng) năm(?!\p{L})|\b(?:every|each) year\b|\b(?:annually|yearly)\b/iu,
    'yearly',
    ({ from, to }) => from.slice(0, 4) !== to.slice(0, 4),
  ],
  [
    /(?<!\p{L})(?:hàng|hằng) quý(?!\p{L})|\b(?:every|each) quarter\b|\bquarterly\b/iu,
    'quarterly',
    ({ from, to }) => from !== to,
  ],
  [
    /(?<!\p{L})(?:hàng|hằng) tháng(?!\p{L})|\b(?:every|each) month\b|\bmonthly\b/iu,
    'monthly',
    ({ from, to }) => from !== to,
  ],
];

function* check({ plan, locate, edit }: PlanContext): Generator<Report> {
  for (const { id, title, due: written, path: item } of [...plan.tasks, ...plan.reports]) {
    if (written.kind !== 'window') continue;
    for (const [pattern, due, isLonger] of RECURS) {
      const word = pattern.exec(title)?.[0];
      if (word === undefined || !isLonger(written)) continue;
      const { from, to } = written;
      const path = [...item, 'due'];
      yield {
        place: locate(path),
        path,
        message: message('title-recurs', { id, word, from, to, due }),
        suggestion: due,
        fix: fixOf('unsafe', edit(path, due)),
      };
      break;
    }
  }
}
