import { lineOf } from '../finding.ts';
import { message } from '../message/message.ts';
import type { Result } from '../result.ts';
import type { RowCheck, RowContext, Rule } from './rule.ts';

declare module '../message/rule.ts' {
  interface RuleArgs {
    'csv-duplicate-row': { indicator: string; period: string; line: number };
  }
}

export const csvDuplicateRow: Rule = { level: 'warning', openRows };

interface Held {
  file: string;
  line: number;
}

/** Keeps one entry for each indicator, period, area and source. */
function openRows(_: RowContext): RowCheck {
  const known = new Map<string, Held>();
  return (row, at) => {
    const keys = keysOf(row);
    const first = keys.map((key) => known.get(key)).find((held) => held !== undefined);
    const held = { file: row.file, line: row.line };
    for (const key of keys) if (!known.has(key)) known.set(key, held);
    if (!first) return [];
    const { indicator, period } = row;
    return [
      {
        place: at('indicator'),
        path: ['indicator'],
        message: message('csv-duplicate-row', { indicator, period: period.text, line: first.line }),
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
