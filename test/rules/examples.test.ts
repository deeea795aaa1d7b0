import { describe, expect, test } from 'vitest';
import { type Finding, RULE_LEVELS, type RuleId } from '../../src/finding.ts';
import { RULES } from '../../src/rules/index.ts';
import { findingsIn } from './run.ts';

const rules = Object.entries(RULES);
const grave = (findings: readonly Finding[]) =>
  findings.filter(({ level }) => level !== 'info').map(({ rule }) => rule);

describe('the examples of the rules’ pages', () => {
  test('every rule stands under its own id, in the order of the levels', () => {
    expect(rules.map(([, { id }]) => id)).toEqual(Object.keys(RULE_LEVELS));
    expect(rules.map(([key]) => key)).toEqual(Object.keys(RULE_LEVELS));
  });

  test.each(rules)('%s: the wrong one gives this finding and no other', async (id, { page }) => {
    const findings = await findingsIn(page.wrong);
    expect(findings.map(({ rule }) => rule)).toContain(id);
    expect(grave(findings).filter((rule) => rule !== id)).toEqual([]);
    const own = findings.filter(({ rule }) => rule === id);
    expect(own[0]?.level).toBe(RULE_LEVELS[id as RuleId]);
  });

  test.each(rules)('%s: the right one gives none', async (id, { page }) => {
    const findings = await findingsIn(page.right);
    expect(findings.filter(({ rule }) => rule === id)).toEqual([]);
    expect(grave(findings)).toEqual([]);
  });
});
