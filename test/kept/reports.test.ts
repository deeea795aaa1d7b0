import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { expectKept, ROOT, readKept } from './kept.ts';

/** The reports of docs/reports/, each with the command line that makes it. */
const FOLDER = 'docs/reports';

const list: { file: string; report: string[] }[] = JSON.parse(readKept(`${FOLDER}/reports.json`));

describe('docs/reports', () => {
  test.each(list)('$file is what the program reports now', async ({ file, report }) => {
    const { stdout, stderr, code } = await run(['report', ...report], { cwd: ROOT });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expectKept(stdout, `${FOLDER}/${file}`);
  });

  test('holds nothing else', () => {
    expect(readdirSync(path.join(ROOT, FOLDER)).sort()).toEqual(
      [...list.map(({ file }) => file), 'reports.json'].sort(),
    );
  });
});
