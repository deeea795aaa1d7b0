import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import pages from '../../src/rules/compiled/pages.js';
import { RULE_IDS, RULES, type RuleId } from '../../src/rules/index.ts';
import { SPEECH } from '../speech.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../src/rules');
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => name.slice(0, -'.md'.length));
const levelsOf = (id: RuleId) =>
  (['en', 'vi'] as const).map((lang) => SPEECH[lang].rulePage.levels[RULES[id].level]);

test('every rule has a page', () => {
  expect(RULE_IDS.filter((id) => !files.includes(id))).toEqual([]);
});

test('every check has its line in the list', () => {
  const checks = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts'))
    .filter((name) =>
      /^export const \w+: Rule = /m.test(readFileSync(path.join(FOLDER, name), 'utf8')),
    )
    .map((name) => name.slice(0, -'.ts'.length));
  expect(checks.filter((check) => !RULE_IDS.some((id) => id === check))).toEqual([]);
});

test('every page has a rule in the list', () => {
  expect(files.filter((file) => !RULE_IDS.some((id) => id === file))).toEqual([]);
});

test.each(RULE_IDS)('%s: the page gives the level of the rule', (id) => {
  const [en, vi] = levelsOf(id);
  const page = readFileSync(path.join(FOLDER, `${id}.md`), 'utf8');
  expect(page.split('\n')[2]).toBe(`Level: ${en} · Mức: ${vi}`);
});

test('titles tell the rules apart, in both languages', () => {
  for (const lang of ['en', 'vi'] as const) {
    const titles = RULE_IDS.map((id) => pages[id].title[lang]);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  }
});
