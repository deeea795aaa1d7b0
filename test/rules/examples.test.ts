import { describe, expect, test } from 'vitest';
import { AUDIT_KINDS, type AuditKind } from '../../src/audit/finding.ts';
import { type Finding, RULE_LEVELS, type RuleId } from '../../src/finding.ts';
import { RULES } from '../../src/rules/index.ts';
import { auditedIn, findingsIn } from './run.ts';

const isOfAudit = (id: string) => AUDIT_KINDS.includes(id as AuditKind);
const every = Object.entries(RULES);
const rules = every.filter(([id]) => !isOfAudit(id));
const ofAudit = every.filter(([id]) => isOfAudit(id));
const grave = (findings: readonly Finding[]) =>
  findings.filter(({ level }) => level !== 'info').map(({ rule }) => rule);

describe('the examples of the rules’ pages', () => {
  test('every rule stands under its own id, in the order of the levels', () => {
    expect(every.map(([, { id }]) => id)).toEqual(Object.keys(RULE_LEVELS));
    expect(every.map(([key]) => key)).toEqual(Object.keys(RULE_LEVELS));
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

  test.each(ofAudit)('%s: the audit finds it in the wrong one', async (id, { page }) => {
    expect(await auditedIn(page.wrong)).toEqual([id]);
    expect(grave(await findingsIn(page.wrong))).toEqual([]);
  });

  test.each(ofAudit)('%s: the audit finds nothing in the right one', async (_, { page }) => {
    expect(await auditedIn(page.right)).toEqual([]);
    expect(grave(await findingsIn(page.right))).toEqual([]);
  });
});
