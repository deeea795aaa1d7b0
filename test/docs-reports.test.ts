import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';

/** The reports kept in docs/reports/; `npm run reports` writes them anew. */
const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'docs/reports');

const list: { file: string; report: string[] }[] = JSON.parse(
  readFileSync(path.join(FOLDER, 'reports.json'), 'utf8'),
);

describe('docs/reports', () => {
  test.each(list)('$file is what the program reports now', async ({ file, report }) => {
    const { stdout, stderr, code } = await run(['report', ...report], { cwd: ROOT });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(readFileSync(path.join(FOLDER, file), 'utf8'));
  });

  test('holds nothing else', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(
      [...list.map(({ file }) => file), 'reports.json'].sort(),
    );
  });
});
