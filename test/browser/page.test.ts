import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../run.ts';
import { HAS_BROWSER, startBrowser } from './chromium.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [390, 1024, 1920] as const;

const PAGES = {
  report: [
    ...['report', 'plans/danang-2024.yaml', '--as-of', '2024-04-20', '--lang', 'vi'],
    ...['--letter', 'docs/reports/letter.yaml'],
  ],
  status: ['status', 'plans/danang-2023.yaml', '--as-of', '2024-01-15'],
  overdue: ['overdue', 'plans/danang-2024.yaml', '--as-of', '2024-08-01', '--lang', 'vi'],
  diff: ['diff', 'plans/danang-2024.yaml', 'plans/national-2022.yaml'],
  audit: ['audit', 'plans/danang-2023.yaml', '--as-of', '2024-04-20'],
  areas: [
    'status',
    'test/cases/status-areas/files/plan.yaml',
    '--by',
    'area',
    '--as-of',
    '2025-06-30',
  ],
  explain: ['explain', 'plans/danang-2024.yaml', 'kts-3', '--as-of', '2024-04-20'],
} as const satisfies Record<string, readonly string[]>;

type PageName = keyof typeof PAGES;

describe.skipIf(!HAS_BROWSER)('pages in a browser', () => {
  let browser: Browser;
  const folder = mkdtempSync(path.join(tmpdir(), 'dti-eval-page-'));
  const fileOf = (name: string) => path.join(folder, `${name}.html`);

  beforeAll(async () => {
    browser = await startBrowser();
    for (const [name, argv] of Object.entries(PAGES)) {
      const { stdout } = await run([...argv, '-f', 'html']);
      writeFileSync(fileOf(name), stdout);
    }
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** A page opened from disk; what it fetches and what goes wrong in it is kept. */
  async function opened(
    name: PageName,
    {
      context = {},
      hash = '',
    }: { context?: Parameters<Browser['newContext']>[0]; hash?: string } = {},
  ) {
    const world: BrowserContext = await browser.newContext({
      reducedMotion: 'reduce',
      ...context,
    });
    const page = await world.newPage();
    const faults: string[] = [];
    const fetched: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (said) => {
      if (said.type() === 'error') faults.push(said.text());
    });
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(`file://${fileOf(name)}${hash}`);
    return { page, faults, fetched };
  }

  /** What axe finds, everything on the page opened. */
  async function barriers(page: Page): Promise<string[]> {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.evaluate(AXE);
    const found = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(),
    );
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))}`,
    );
  }

  const NAMES = Object.keys(PAGES) as PageName[];
  const looks = NAMES.flatMap((name) =>
    THEMES.flatMap((theme) => WIDTHS.map((width) => ({ name, theme, width }))),
  );

  it.each(looks)(
    '$name in $theme at $width is without barriers, wider than nothing and alone',
    async ({ name, theme, width }) => {
      const { page, faults, fetched } = await opened(name, {
        context: { colorScheme: theme, viewport: { width, height: 900 } },
      });
      expect(await barriers(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(faults).toEqual([]);
      expect(fetched).toEqual([`file://${fileOf(name)}`]);
      await page.context().close();
    },
    60_000,
  );

  it('shows everything without script', async () => {
    const { page } = await opened('report', { context: { javaScriptEnabled: false } });
    expect(await page.locator('form.filter').isVisible()).toBe(false);
    expect(await page.locator('.bullet').count()).toBe(48);
    const first = page.locator('.bullet').first();
    expect(await first.locator('.detail').isVisible()).toBe(false);
    await first.locator('summary').click();
    expect(await first.locator('.detail').isVisible()).toBe(true);
    await page.context().close();
  });

  it('narrows down by search without accents, group, lead and verdict, and shows all again', async () => {
    const { page } = await opened('report');
    const shown = () => page.locator('.bullet:visible').count();
    await page.fill('[name=search]', 'kinh te so');
    expect(await shown()).toBe(1);
    expect(await page.locator('output').textContent()).toContain('1 trong 48');
    await page.fill('[name=search]', 'không có gì như vậy');
    expect(await shown()).toBe(0);
    expect(await page.locator('.none').isVisible()).toBe(true);
    await page.click('[type=reset]');
    await expect.poll(shown).toBe(48);
    await page.selectOption('[name=group]', 'kinh-te-so');
    expect(await shown()).toBe(12);
    expect(await page.locator('.bullet-group:visible').count()).toBe(1);
    await page.selectOption('[name=verdict]', 'no-data');
    expect(await shown()).toBe(3);
    await page.selectOption('[name=group]', '*');
    await page.selectOption('[name=lead]', { index: 1 });
    expect(await shown()).toBeLessThan(20);
    await page.context().close();
  });

  it('sorts within groups, and back', async () => {
    const { page } = await opened('status');
    const codes = () =>
      page.locator('.bullet-group').nth(1).locator('.bullet > details .code').allTextContents();
    const before = await codes();
    await page.selectOption('[name=sort]', 'attainment');
    const [lowest] = await codes();
    expect(lowest).toBe('cqs-7');
    await page.selectOption('[name=sort]', 'document');
    expect(await codes()).toEqual(before);
    await page.context().close();
  });

  it('opens what a link names, though it was narrowed away', async () => {
    const { page } = await opened('report', { hash: '#danang-2024/kts-3' });
    const named = page.locator('[id="danang-2024/kts-3"]');
    await expect.poll(() => named.locator('.detail').isVisible()).toBe(true);
    await page.selectOption('[name=group]', 'xa-hoi-so');
    await page.evaluate(() => {
      location.hash = '#danang-2024/kts-4';
    });
    await expect
      .poll(() => page.locator('[id="danang-2024/kts-4"] .detail').isVisible())
      .toBe(true);
    await page.context().close();
  });

  it('copies a link to an indicator', async () => {
    const { page } = await opened('report', {
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    const first = page.locator('.bullet').first();
    await first.locator('summary').click();
    await first.locator('.copy').click();
    await expect.poll(() => first.locator('.copy').textContent()).toBe('Đã chép liên kết');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/report\.html#danang-2024\/cqs-1$/);
    await page.context().close();
  });

  it('can be worked with the keyboard alone', async () => {
    const { page } = await opened('report');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'content');
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    const reached = async (selector: string) => {
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((one) => document.activeElement?.matches(one), selector))
          return true;
      }
      return false;
    };
    expect(await reached('[name=search]')).toBe(true);
    await page.keyboard.type('kts-3');
    expect(await page.locator('.bullet:visible').count()).toBe(1);
    expect(await reached('.bullet summary')).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.locator('.bullet:visible .detail').isVisible()).toBe(true);
    expect(await reached('.copy')).toBe(true);
    await page.context().close();
  }, 120_000);

  it('prints on A4 without what only a screen needs', async () => {
    const { page } = await opened('report');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toMatch(/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('form.filter').isVisible()).toBe(false);
    expect(await page.locator('.bullet').first().isVisible()).toBe(true);
    expect(await page.locator('nav').isVisible()).toBe(false);
    await page.context().close();
  });
});
