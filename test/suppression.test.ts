import { describe, expect, test } from 'vitest';
import { type Finding, findingOf } from '../src/finding.ts';
import type { Path } from '../src/indicator.ts';
import { message } from '../src/message/message.ts';
import { RULE_IDS } from '../src/rules/index.ts';
import { type CheckedUnit, type IgnoreEntry, suppressed } from '../src/suppression.ts';

const DATA = {
  indicators: [{ id: 'a' }, { id: 'b', parts: [{ id: 'x' }, { id: 'y' }] }],
  tasks: [{ id: 't' }],
};

const place = (file: string, line: number) => ({
  file,
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
});

function at(rule: string, line: number, path: Path = [], file = 'plans/p.yaml'): Finding {
  const said = message('no-content', {});
  return findingOf(rule, 'warning', { place: place(file, line), path, message: said });
}

const inRow = (rule: string, about: string): Finding => ({
  ...at(rule, 9, ['value'], 'plans/p.results.csv'),
  about,
});

const entry = (rule: string, where: string, reason = 'vì sao'): IgnoreEntry => ({
  rule,
  where,
  reason,
  place: place('plans/p.yaml', 90),
  path: ['ignore', 0],
});

const comment = (rule: string, line: number | null, reason = 'vì sao') => ({
  rule,
  reason,
  line,
  place: place('plans/p.yaml', 3),
  whole: place('plans/p.yaml', 3),
});

function outcome(unit: Partial<CheckedUnit>) {
  const { findings, suppressed: out } = suppressed(
    {
      file: 'plans/p.yaml',
      tables: ['plans/p.results.csv'],
      data: DATA,
      comments: [],
      ignores: [],
      findings: [],
      isComplete: true,
      ...unit,
    },
    RULE_IDS,
  );
  return { left: findings.map(({ rule }) => rule), out: out.map(({ rule }) => rule), findings };
}

describe('a comment', () => {
  test('suppresses its rule on its line, with its reason', () => {
    const findings = [at('no-target', 4), at('no-target', 5), at('no-lead', 4)];
    const unit = { findings, comments: [comment('no-target', 4)] };
    expect(outcome(unit)).toMatchObject({ left: ['no-target', 'no-lead'], out: ['no-target'] });
  });

  test('for the file suppresses its rule everywhere in the YAML file, not in CSV files', () => {
    const findings = [at('no-target', 4), at('no-target', 50), inRow('csv-source', 'a')];
    const comments = [comment('no-target', null), comment('csv-source', null)];
    expect(outcome({ findings, comments })).toMatchObject({
      left: ['csv-source', 'unused-ignore'],
      out: ['no-target', 'no-target'],
    });
  });
});

describe('an entry of the plan’s ignore', () => {
  test.each([
    ['a', ['indicators', 0, 'targets'], true],
    ['a', ['indicators', 0], true],
    ['a', ['indicators', 1], false],
    ['b', ['indicators', 1, 'parts', 0, 'unit'], true],
    ['b/x', ['indicators', 1, 'parts', 0, 'unit'], true],
    ['b/y', ['indicators', 1, 'parts', 0, 'unit'], false],
    ['x', ['indicators', 1, 'parts', 0], false],
    ['t', ['tasks', 0, 'due'], true],
    ['p.yaml', ['issued'], true],
    ['p.results.csv', ['issued'], false],
  ])('where %s reaches %s: %s', (where, path, isReached) => {
    const { out } = outcome({
      findings: [at('schema', 4, path)],
      ignores: [entry('schema', where)],
      isComplete: false,
    });
    expect(out).toEqual(isReached ? ['schema'] : []);
  });

  test.each([
    ['a', 'a', true],
    ['b/x', 'b/x', true],
    ['b', 'b/x', true],
    ['b/x', 'b', false],
    ['p.results.csv', 'a', true],
    ['p.yaml', 'a', false],
  ])('where %s reaches a CSV row of %s: %s', (where, about, isReached) => {
    const { out } = outcome({
      findings: [inRow('csv-source', about)],
      ignores: [entry('csv-source', where)],
      isComplete: false,
    });
    expect(out).toEqual(isReached ? ['csv-source'] : []);
  });
});

describe('a suppression is itself a finding', () => {
  test('without a reason, and suppresses nothing', () => {
    const unit = {
      findings: [at('no-target', 4, ['indicators', 0])],
      comments: [comment('no-target', 4, '')],
      ignores: [entry('no-target', 'a', '  ')],
    };
    expect(outcome(unit).left).toEqual([
      'no-target',
      'ignore-without-reason',
      'ignore-without-reason',
    ]);
  });

  test('of an unknown rule, with the one most probably meant', () => {
    const { findings } = outcome({ comments: [comment('no-targt', 4)] });
    expect(findings).toMatchObject([{ rule: 'unknown-ignore', suggestion: 'no-target' }]);
  });

  test('unused: nothing of the rule, or nothing of that name', () => {
    const unit = { ignores: [entry('no-target', 'a'), entry('no-target', 'p.reslts.csv')] };
    expect(outcome(unit).findings).toMatchObject([
      { rule: 'unused-ignore', suggestion: null, message: { args: { isKnown: true } } },
      { rule: 'unused-ignore', suggestion: 'p.results.csv' },
    ]);
  });

  test('not unused where the file could not be looked at whole', () => {
    expect(outcome({ comments: [comment('no-target', 4)], isComplete: false }).left).toEqual([]);
  });

  test('not unused where the audit needs it; a comment, which the audit does not read, is', () => {
    expect(outcome({ ignores: [entry('declared-mismatch', 'a')] }).left).toEqual([]);
    const { findings } = outcome({ comments: [comment('declared-mismatch', 4)] });
    expect(findings).toMatchObject([{ message: { code: 'unused-ignore-of-audit' } }]);
  });

  test('that cannot be suppressed in turn', () => {
    const unit = {
      findings: [at('unused-ignore', 4)],
      comments: [comment('unused-ignore', 4)],
    };
    expect(outcome(unit)).toMatchObject({ left: ['unused-ignore'], out: [] });
  });

  test('used when another one covers the same finding first', () => {
    const unit = {
      findings: [at('no-target', 4, ['indicators', 0])],
      comments: [comment('no-target', 4)],
      ignores: [entry('no-target', 'a')],
    };
    expect(outcome(unit)).toMatchObject({ left: [], out: ['no-target'] });
  });
});
