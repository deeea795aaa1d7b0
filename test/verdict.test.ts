import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  combineVerdicts,
  DECLARED_STATUSES,
  TARGETED_VERDICTS,
  VERDICT_CODES,
  VERDICTS,
} from '../src/verdict.ts';

const byRank = VERDICT_CODES.toSorted((a, b) => VERDICTS[a].rank - VERDICTS[b].rank);
const byPrecedence = VERDICT_CODES.toSorted(
  (a, b) => VERDICTS[a].precedence - VERDICTS[b].precedence,
);

describe('the table of verdicts', () => {
  test('ranks from the worst to the best, what has no target last', () => {
    expect(byRank).toEqual(['missed', 'no-data', 'in-progress', 'met', 'exceeded', 'no-target']);
  });

  test.each(['rank', 'precedence', 'mark'] as const)('no two share a %s', (fact) => {
    expect(new Set(VERDICT_CODES.map((one) => VERDICTS[one][fact])).size).toBe(
      VERDICT_CODES.length,
    );
  });

  test('what is judged has a target, and what is reached is judged', () => {
    const wrong = VERDICT_CODES.filter((one) => {
      const { targeted, judged, reached } = VERDICTS[one];
      return (judged && !targeted) || (reached && !judged);
    });
    expect(wrong).toEqual([]);
  });

  test('a whole has the verdict of the part that goes first', () => {
    expect(byPrecedence.map((_, index) => combineVerdicts(byPrecedence.slice(index)))).toEqual(
      byPrecedence,
    );
    expect(combineVerdicts([])).toBe('no-target');
  });

  test('schemas list what the table lists', () => {
    const listed = (file: string) =>
      enumsOf(JSON.parse(readFileSync(path.resolve('schemas', file), 'utf8')))
        .filter((values) => values.includes('exceeded'))
        .map((values) => values.filter((value) => value !== null).sort());
    const known = [
      VERDICT_CODES,
      DECLARED_STATUSES,
      TARGETED_VERDICTS,
      VERDICT_CODES.filter((one) => VERDICTS[one].reached),
      CLAIMED,
    ].map((codes) => [...codes].sort());
    for (const name of ['plan', 'status', 'explain', 'audit', 'report'])
      for (const values of listed(`${name}.schema.json`)) expect(known).toContainEqual(values);
  });
});

/** What a document can count. */
const CLAIMED = [
  'indicators',
  'tasks',
  ...VERDICT_CODES.filter((one) => VERDICTS[one].countable),
  'reached',
  'missed',
  'no-data',
  'tasks-done',
  'tasks-overdue',
];

/** Every `enum` of a schema, however deep. */
function enumsOf(schema: unknown): (string | null)[][] {
  if (schema === null || typeof schema !== 'object') return [];
  const own = 'enum' in schema && Array.isArray(schema.enum) ? [schema.enum] : [];
  return [...own, ...Object.values(schema).flatMap(enumsOf)];
}
