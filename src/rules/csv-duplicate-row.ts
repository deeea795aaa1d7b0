import { lineOf } from '../finding.ts';
import { message } from '../message/message.ts';
import { figureText } from '../not-counted.ts';
import { isCorrection, type Result } from '../result.ts';
import type { RowCheck, RowContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'csv-duplicate-row': {
      indicator: string;
      period: string;
      line: number;
      /** What the two rows say: a figure, or the code of a status. */
      said: { first: string; here: string };
      /** Which of two figures counts; `null` for statuses. */
      counts: 'first' | 'here' | null;
    };
  }
}

export const csvDuplicateRow: Rule = { level: 'warning', openRows };

/** Keeps one entry for each indicator, period, area and source. */
function openRows(_: RowContext): RowCheck {
  const known = new Map<string, Result>();
  return (row, at) => {
    const keys = keysOf(row);
    const first = keys.map((key) => known.get(key)).find((held) => held !== undefined);
    for (const key of keys) if (!known.has(key)) known.set(key, row);
    if (!first) return [];
    const { indicator, period } = row;
    return [
      {
        place: at('indicator'),
        path: ['indicator'],
        message: message('csv-duplicate-row', {
          indicator,
          period: period.text,
          line: first.line,
          said: { first: figureText(first), here: figureText(row) },
          counts: row.value === null ? null : isCorrection(row, first) ? 'here' : 'first',
        }),
        related: [{ message: message('first-here', {}), place: lineOf(first.file, first.line) }],
      },
    ];
  };
}

/** A figure and a status of one source may stand on rows of their own. */
function keysOf({ indicator, period, area, source, value, status }: Result): string[] {
  const key = [indicator, period.text, area, source].join('\n');
  const roles = [value === null ? null : 'figure', status === null ? null : 'status'];
  return roles.filter((role) => role !== null).map((role) => `${role}\n${key}`);
}
