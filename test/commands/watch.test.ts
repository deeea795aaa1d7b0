import { appendFileSync, copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/main.ts';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** On a busy machine a file's change is not seen at once. */
const SOON = { timeout: 20_000 };

const PLAN = 'plans/danang-2023.yaml';

describe('status --watch', () => {
  /** A run that goes on, with what it has said so far. */
  function watching(cwd: string, argv: string[], isTTY: boolean) {
    let out = '';
    let errors = '';
    let stop = () => {};
    const collect = (take: (text: string) => void) =>
      new Writable({
        write(chunk, _encoding, done) {
          take(String(chunk));
          done();
        },
      });
    const stdout = Object.assign(
      collect((text) => {
        out += text;
      }),
      { isTTY, columns: 200 },
    );
    const ended = main({
      argv,
      stdin: Readable.from([]),
      stdout,
      stderr: collect((text) => {
        errors += text;
      }),
      env: {},
      cwd,
      now: new Date('2024-06-30T05:00:00Z'),
      onInterrupt: (ends) => {
        stop = ends;
      },
    });
    return { out: () => out, errors: () => errors, stop: () => stop(), ended };
  }

  it('draws anew when a file changes, clears a terminal, and ends with 0', async () => {
    const folder = temporaryFolder();
    copyFileSync(PLAN, path.join(folder, 'x.yaml'));
    writeFileSync(path.join(folder, 'x.results.csv'), 'indicator,period,value,source\n');
    const watched = watching(folder, ['status', 'x.yaml', '--watch', '--quiet'], true);
    await expect.poll(() => watched.out().split('56/KH-UBND —').length, SOON).toBe(2);
    expect(watched.out().startsWith('\x1b[2J')).toBe(true);
    appendFileSync(path.join(folder, 'x.results.csv'), 'cqs-2,2023-12-15,97.5,new\n');
    await expect.poll(watched.out, SOON).toContain('97.5%');
    writeFileSync(path.join(folder, 'x.results.csv'), '');
    await expect.poll(() => watched.out().split('\x1b[2J').length, SOON).toBe(4);
    watched.stop();
    expect(await watched.ended).toBe(0);
  });

  it('goes on when a file cannot be used meanwhile', async () => {
    const folder = temporaryFolder();
    copyFileSync(PLAN, path.join(folder, 'x.yaml'));
    const watched = watching(folder, ['status', 'x.yaml', '--watch', '--quiet'], false);
    await expect.poll(watched.out, SOON).toContain('56/KH-UBND —');
    writeFileSync(path.join(folder, 'x.yaml'), '');
    await expect.poll(watched.errors, SOON).not.toBe('');
    copyFileSync(PLAN, path.join(folder, 'x.yaml'));
    await expect.poll(() => watched.out().split('56/KH-UBND —').length, SOON).toBe(3);
    watched.stop();
    expect(await watched.ended).toBe(0);
  });

  it('is refused on standard input, and where nothing can be drawn from the start', async () => {
    expect(await run(['status', '-', '--watch'])).toMatchObject({ code: 2 });
    expect(await run(['status', 'missing.yaml', '--watch'])).toMatchObject({ code: 2 });
  });
});

describe('status --chart', () => {
  it('draws a bar an indicator', async () => {
    const { stdout } = await run(['status', PLAN, '--chart', '--as-of', '2023-12-15']);
    const line = stdout.split('\n').find((one) => one.startsWith('cqs-3 '));
    expect(line).toContain('████████████┃██·');
    expect(stdout).toContain('Bars: █ result');
  });

  it('is refused where a machine reads', async () => {
    expect(await run(['status', PLAN, '--chart', '-f', 'csv'])).toMatchObject({ code: 2 });
    expect(await run(['status', PLAN, '--chart', '--by', 'area'])).toMatchObject({ code: 2 });
  });
});
