import type { Words } from '../../message/message.ts';
import type { ProgressArgs } from '../../message/progress.ts';
import { list, quote, some } from '../quote.ts';

const hint = (suggestion: string | null) =>
  suggestion ? `; did you mean ${quote(suggestion)}?` : '';

const years = ({ first, last }: { first: number; last: number }) =>
  first === last ? `${first}` : `${first}–${last}`;

const forms = (needsDay: boolean) =>
  needsDay ? '2024-07-15 or 15/7/2024' : '2024-07-15, 15/7/2024 or 2024-07 (its last day)';

/** English words for progress files. */
export const progress: Words<ProgressArgs> = {
  'csv-unknown-task': ({ found, suggestion }) =>
    found === ''
      ? 'no task is named; write the id of a task or report duty'
      : `the plan has no task or report duty ${quote(found)}${hint(suggestion) || '; write its id'}`,
  'csv-missing-agency': ({ task, owing }) =>
    `each of its agencies owes ${quote(task)}, so the row must name the one that reports: ${some(owing, 'or')}`,
  'csv-unknown-agency': ({ found, owing, suggestion }) =>
    `${quote(found)} is none of the agencies that could report this${hint(suggestion) || `; they are ${some(owing, 'and')}`}`,
  'csv-missing-occurrence': ({ task, nearest }) =>
    nearest.length === 0
      ? `${quote(task)} recurs, but no due day of it is left after the plan’s issue: there is nothing to report`
      : `${quote(task)} is due again and again, so the row must name the due day it means, such as ${list(nearest, 'or')}`,
  'csv-unknown-occurrence': ({ task, found, why, nearest, issued, period }) => {
    const instead = nearest.length === 0 ? '' : `; nearest: ${list(nearest, 'and')}`;
    switch (why) {
      case 'before-issue':
        return `${quote(found)} is before the plan was issued (${issued}): ${quote(task)} was not yet due${instead}`;
      case 'outside-period':
        return `${quote(found)} is not in the plan’s period ${years(period)}${instead}`;
      case 'not-produced':
        return `${quote(task)} is never due on ${quote(found)}${instead}`;
      case 'not-recurring':
        return `${quote(task)} is due once, on ${nearest[0]}, not on ${quote(found)}; leave the cell empty`;
      case 'undated':
        return `${quote(task)} has no due day; leave the cell empty`;
    }
  },
  'csv-progress-status': ({ found, valid, suggestion }) =>
    found === ''
      ? `no status is given; write one of ${valid.join(', ')}`
      : `unknown status ${quote(found)}${hint(suggestion) || `; valid here: ${valid.join(', ')}`}`,
  'csv-bad-day': ({ found, needsDay }) => `${quote(found)} is no date; write ${forms(needsDay)}`,
  'csv-excel-day': ({ found, needsDay }) =>
    `${quote(found)} is what Excel makes of a date by itself; write ${forms(needsDay)}, with the cells formatted as text`,
  'csv-day-needed': ({ found }) =>
    `${quote(found)} is no day, and whether it was in time depends on the day; write ${forms(true)}, or leave it empty`,
  'csv-impossible-day': ({ found, nearest }) =>
    `the calendar has no ${quote(found)}; ${nearest === null ? 'correct the date' : `the nearest is ${nearest}`}`,
  'csv-extension-without-due': () =>
    'an extension without its new day; write it in the column “due”',
  'csv-nothing-to-extend': ({ task }) =>
    `${quote(task)} is continuous: it has no due day that could be extended`,
  'csv-extension-not-later': ({ found, planned }) =>
    `extended to ${quote(found)}, which is not after the due day in the plan, ${planned}`,
  'csv-due-not-used': ({ found }) =>
    `${quote(found)} changes nothing: only a row with status extended moves the due day`,
};
