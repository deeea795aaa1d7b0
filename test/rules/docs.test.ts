import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { shownRules } from '../../src/commands/explain-rule.ts';
import { ruleDocument, ruleIndex } from '../../src/views/explain/rule-page.ts';
import { SPEECH } from '../speech.ts';

const DOCS = path.resolve(import.meta.dirname, '../../docs/rules');
const read = (name: string) => readFileSync(path.join(DOCS, name), 'utf8');
const rules = shownRules();

/** Out of step? `npm run docs` writes them again. */
test.each(rules)('docs/rules/$id.md is in step with the rule', (rule) => {
  expect(read(`${rule.id}.md`)).toBe(
    ruleDocument(rule, { en: SPEECH.en.rulePage, vi: SPEECH.vi.rulePage }),
  );
});

test('docs/rules holds the list and no page of a rule that is not there', () => {
  expect(read('README.md')).toBe(ruleIndex(rules));
  expect(readdirSync(DOCS).sort()).toEqual(
    [...rules.map(({ id }) => `${id}.md`), 'README.md'].sort(),
  );
});

test('titles tell the rules apart, in both languages', () => {
  for (const lang of ['en', 'vi'] as const) {
    const titles = rules.map(({ page }) => page.title[lang]);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  }
});
