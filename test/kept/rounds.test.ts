import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { run, splitCommand } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { expectKept, ROOT, readKept } from './kept.ts';

const PAGE = 'docs/rounds.md';
/** A fresh copy of the example's folder is used in each language. */
const LANGUAGES = /^(?=## )/m;
const CONSOLE = /```console\n([\s\S]*?)```\n/g;

test('the round of the page runs as it says', async () => {
  const sections = readKept(PAGE).split(LANGUAGES);
  expect(sections).toHaveLength(3);
  const renewed: string[] = [];
  for (const section of sections) renewed.push(await ranAnew(section));
  await expectKept(renewed.join(''), PAGE);
});

async function ranAnew(section: string): Promise<string> {
  const cwd = temporaryFolder();
  cpSync(path.join(ROOT, 'docs/rounds'), cwd, { recursive: true });
  let text = section;
  for (const [block, inside] of section.matchAll(CONSOLE)) {
    const commands = inside!.split('\n').filter((line) => line.startsWith('$ '));
    const outputs: string[] = [];
    for (const command of commands) outputs.push(`${command}\n${await outputOf(command, cwd)}`);
    text = text.replace(block, () => `\`\`\`console\n${outputs.join('\n')}\`\`\`\n`);
  }
  return text;
}

async function outputOf(command: string, cwd: string): Promise<string> {
  const file = /^\$ cat (.+)$/.exec(command)?.[1];
  if (file !== undefined) return readFileSync(path.join(cwd, file), 'utf8').replace('\ufeff', '');
  const { argv } = splitCommand(command.slice(2));
  const { stdout, stderr, code } = await run(argv, { cwd });
  const errors = stderr.replace(/^(?=.)/gm, '! ').replaceAll('\ufeff', '');
  expect(code, stderr).toBe(argv.includes('--fail-on') ? 1 : 0);
  return `${stdout}${errors}`.replaceAll('\r\n', '\n');
}
