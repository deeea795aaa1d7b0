import { describe, expect, test } from 'vitest';
import { type Finding, RAISED } from '../../src/finding.ts';
import pages from '../../src/rules/compiled/pages.js';
import { RULE_IDS, RULES } from '../../src/rules/index.ts';
import { auditedIn, findingsIn } from './run.ts';

const every = RULE_IDS.map((id) => [id, pages[id]] as const);
const isOfAudit = (id: string) => Object.hasOwn(RAISED.audit, id);
const rules = every.filter(([id]) => !isOfAudit(id));
const ofAudit = every.filter(([id]) => isOfAudit(id));
const grave = (findings: readonly Finding[]) =>
  findings.filter(({ level }) => level !== 'info').map(({ rule }) => rule);

describe('the examples of the rules’ pages', () => {
  test.each(rules)('%s: the wrong one gives this finding and no other', async (id, { wrong }) => {
    const findings = await findingsIn(wrong);
    expect(findings.map(({ rule }) => rule)).toContain(id);
    expect(grave(findings).filter((rule) => rule !== id)).toEqual([]);
    const own = findings.filter(({ rule }) => rule === id);
    expect(own[0]?.level).toBe(RULES[id].level);
  });

  test.each(rules)('%s: the right one gives none', async (id, { right }) => {
    const findings = await findingsIn(right);
    expect(findings.filter(({ rule }) => rule === id)).toEqual([]);
    expect(grave(findings)).toEqual([]);
  });

  test.each(ofAudit)('%s: the audit finds it in the wrong one', async (id, { wrong }) => {
    expect(await auditedIn(wrong)).toEqual([id]);
    expect(grave(await findingsIn(wrong))).toEqual([]);
  });

  test.each(ofAudit)('%s: the audit finds nothing in the right one', async (_, { right }) => {
    expect(await auditedIn(right)).toEqual([]);
    expect(grave(await findingsIn(right))).toEqual([]);
  });
});
