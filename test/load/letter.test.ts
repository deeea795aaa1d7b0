import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { letterOf } from '../../src/load/letter.ts';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('a letter file', () => {
  it('says what stands around a document', async () => {
    const { letter, findings } = await letterOf(
      'l.yaml',
      `format: letter/1
issuer: " Sở   A "
date: 2024-02-05
signer: { authority: [TM. ỦY BAN NHÂN DÂN], post: CHỦ TỊCH }
recipients: [Như trên]
`,
    );
    expect(findings).toEqual([]);
    expect(letter).toMatchObject({
      superior: null,
      issuer: 'Sở A',
      date: '2024-02-05',
      addressees: [],
      signer: { authority: ['TM. ỦY BAN NHÂN DÂN'], post: 'CHỦ TỊCH', name: null },
      recipients: ['Như trên'],
    });
  });

  it.each([
    ['format: letter/1\nisuer: Sở A\n', 2, 1, 'unknown-key'],
    ['format: letter/1\ndate: 2024-02-30\n', 2, 7, null],
    ['format: letter/1\nrecipients: Như trên\n', 2, 13, null],
    ['issuer: Sở A\n', 1, 1, null],
    ['format: plan/1\n', 1, 9, null],
    ['format: letter/1\nissuer: [\n', 2, 9, null],
    ['format: letter/1\nissuer: " "\n', 2, 9, null],
  ])('is refused with the place of its fault: %j', async (text, line, column, code) => {
    const { letter, findings } = await letterOf('l.yaml', text);
    expect(letter).toBeNull();
    expect(findings[0]!.place).toMatchObject({ file: 'l.yaml', line, column });
    if (code) expect(findings[0]!.message.code).toBe(code);
  });

  it('describes every property in its schema', () => {
    const schema = JSON.parse(readFileSync(path.join(ROOT, 'schemas/letter.schema.json'), 'utf8'));
    const undescribed = [
      ...Object.entries(schema.properties),
      ...Object.entries(schema.properties.signer.properties),
    ].filter(([, value]) => !(value as { description?: string }).description);
    expect(undescribed).toEqual([]);
  });
});

describe('--letter', () => {
  const args = ['report', 'plans/danang-2023.yaml', '--as-of', '2023-12-15'];
  const with_ = (text: string) => path.join(temporaryFolder({ 'l.yaml': text }), 'l.yaml');

  it('tells every fault of the file and ends with 2', async () => {
    const file = with_('format: letter/1\nisuer: Sở A\n');
    const { stderr, code } = await run([...args, '-f', 'docx', '--letter', file], { cwd: ROOT });
    expect(code).toBe(2);
    expect(stderr).toContain(`${file}:2:1: error schema`);
    expect(stderr).toContain('1 error; the letter cannot be used until it is fixed');
  });

  it('is refused where nothing is written of it', async () => {
    const file = with_('format: letter/1\n');
    const argv = [...args, '-f', 'json', '--letter', file];
    const { stderr, code } = await run(argv, { cwd: ROOT });
    expect(code).toBe(2);
    expect(stderr).toContain('--letter is for a document to read');
  });

  it('is refused where there is no such file', async () => {
    const { code, stderr } = await run([...args, '-f', 'docx', '--letter', 'none.yaml'], {
      cwd: temporaryFolder({}),
    });
    expect(code).toBe(2);
    expect(stderr).toContain('no such file');
  });
});
