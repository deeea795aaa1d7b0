// Writes docs/rules from the rules' own pages.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = new URL('../', import.meta.url);
const target = new URL('docs/rules/', folder);

const { outputFiles } = await build({
  stdin: {
    contents: `export { shownRules } from './src/commands/explain-rule.ts';
      export { ruleDocument, ruleIndex } from './src/views/explain/rule-page.ts';
      export { rulePage as en } from './src/words/en/rule-page.ts';
      export { rulePage as vi } from './src/words/vi/rule-page.ts';`,
    resolveDir: fileURLToPath(folder),
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { shownRules, ruleDocument, ruleIndex, en, vi } = await import(
  `data:text/javascript;base64,${code}`
);

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const rules = shownRules();
writeFileSync(new URL('README.md', target), ruleIndex(rules));
for (const rule of rules)
  writeFileSync(new URL(`${rule.id}.md`, target), ruleDocument(rule, { en, vi }));
