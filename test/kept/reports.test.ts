import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { expectKept, expectKeptBytes, ROOT, readKept } from './kept.ts';

/** The reports of docs/reports/, each with the command line that makes it. */
const FOLDER = 'docs/reports';

/** `report` where a line names no other command. */
const list: { file: string; command?: string; report: string[] }[] = JSON.parse(
  readKept(`${FOLDER}/reports.json`),
);

describe('docs/reports', () => {
  test.each(list)(
    '$file is what the program reports now',
    async ({ file, command = 'report', report }) => {
      const { stdout, bytes, stderr, code } = await run([command, ...report], { cwd: ROOT });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      if (/\.(docx|xlsx)$/.test(file)) expectKeptBytes(bytes, `${FOLDER}/${file}`);
      else await expectKept(stdout, `${FOLDER}/${file}`);
    },
  );

  test('holds nothing else', () => {
    expect(readdirSync(path.join(ROOT, FOLDER)).sort()).toEqual(
      [...list.map(({ file }) => file), 'letter.yaml', 'reports.json'].sort(),
    );
  });
});
