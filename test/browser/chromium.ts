import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

const executablePath = PLACES.find((place) => place !== '' && existsSync(place));

/** Is there a browser to look at pages in? Where there is none, that is said aloud. */
export const HAS_BROWSER = executablePath !== undefined;

if (!HAS_BROWSER)
  process.stderr.write(
    'SKIPPED: no page is looked at in a browser, for there is none here. Install Debian’s package chromium, or name a browser in CHROMIUM.\n',
  );

/** Starts the browser. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
}
