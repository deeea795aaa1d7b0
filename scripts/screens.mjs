// Takes the pictures of docs/screens/: pages of the plans as a browser shows them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../', import.meta.url));
const target = path.join(root, 'docs/screens');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const WIDE = { width: 1180, height: 760 };
const PHONE = { width: 390, height: 760 };
const DANANG_2024 = ['report', 'plans/danang-2024.yaml', '--as-of', '2024-04-20'];

const SCREENS = [
  {
    file: 'danang-2023.vi.png',
    argv: ['status', 'plans/danang-2023.yaml', '--as-of', '2023-12-15', '--lang', 'vi'],
    viewport: WIDE,
  },
  {
    file: 'danang-2024.en.png',
    argv: [...DANANG_2024, '--lang', 'en'],
    viewport: WIDE,
    colorScheme: 'dark',
    at: '#danang-2024/kts-3',
  },
  {
    file: 'danang-2024.vi.phone.png',
    argv: ['overdue', 'plans/danang-2024.yaml', '--as-of', '2024-08-01', '--lang', 'vi'],
    viewport: PHONE,
  },
  {
    file: 'all-plans.en.png',
    argv: ['diff', 'plans', '--lang', 'en'],
    viewport: WIDE,
  },
  {
    file: 'all-plans.vi.png',
    argv: ['status', 'plans', '--as-of', '2024-04-20', '--lang', 'vi', '--quiet'],
    viewport: WIDE,
  },
];

const made = mkdtempSync(path.join(tmpdir(), 'screens-'));
mkdirSync(target, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
for (const { file, argv, viewport, colorScheme = 'light', at = '' } of SCREENS) {
  const page = path.join(made, `${file}.html`);
  execFileSync('node', ['bin/dti-eval.js', ...argv, '-o', `html=${page}`], { cwd: root });
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
  const tab = await context.newPage();
  await tab.goto(`file://${page}${at}`);
  await tab.waitForTimeout(500);
  await tab.screenshot({ path: path.join(target, file) });
  await context.close();
}
await browser.close();
rmSync(made, { recursive: true });
