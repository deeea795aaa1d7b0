import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { expectKept, ROOT, readKept, withBlock } from './kept.ts';

const PAGE = readKept('docs/library.md');
const EXAMPLE = /```ts\n([\s\S]*?)```/.exec(PAGE)![1]!;
const TSC = path.join(ROOT, 'node_modules/typescript/bin/tsc');
const STRICT = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
const PLATFORM = ['--target', 'es2022', '--typeRoots', path.join(ROOT, 'node_modules/@types')];

/** A program outside of ours that uses the built package. */
function programOf(text: string): string {
  const folder = temporaryFolder({ 'package.json': '{ "type": "module" }', 'program.ts': text });
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(ROOT, path.join(folder, 'node_modules/dti-eval'));
  return folder;
}

/** What the compiler says; it looks into the declarations too. */
function compiled(folder: string, module: string, moduleResolution: string): string {
  const how = ['--module', module, '--moduleResolution', moduleResolution, '--types', 'node'];
  const args = [TSC, 'program.ts', ...STRICT, ...PLATFORM, ...how];
  return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
}

test.each([
  ['esnext', 'bundler'],
  ['node16', 'node16'],
])('the example compiles with modules of %s, found as by %s', (module, moduleResolution) => {
  expect(compiled(programOf(EXAMPLE), module, moduleResolution)).toBe('');
});

test('the example prints what the page says', async () => {
  const folder = programOf(EXAMPLE);
  compiled(folder, 'node16', 'node16');
  const args = [path.join(folder, 'program.js')];
  const printed = execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  const block = `\`\`\`ts\n${EXAMPLE}\`\`\`\n\nprints\n\n\`\`\`\n${printed}\`\`\`\n`;
  await expectKept(withBlock(PAGE, 'library', block), 'docs/library.md');
});
