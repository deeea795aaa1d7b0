import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import { EXIT, type ExitCode } from '../exit.ts';
import { kindOf } from '../load/files.ts';
import { sayUsageError } from './say-usage.ts';
import { type Session, UsageError, usageError, write } from './session.ts';

/** One save may be several events: what follows within so many milliseconds is drawn once. */
const SETTLING = 150;
/** A folder holds more than the files of plans. */
const WATCHED = /\.(ya?ml|csv|xlsx)$/i;
/** Empties a terminal, with what has been scrolled away. */
const CLEAR = '\x1b[2J\x1b[3J\x1b[H';

/**
 * Draws, and draws anew whenever a file changes in the folders of what is named, until the user
 * interrupts. A file that cannot be used meanwhile is told, and the watch goes on.
 * @throws UsageError for what cannot be watched or drawn from the start
 */
export async function watching(
  session: Session,
  names: readonly string[],
  draw: () => Promise<ExitCode>,
): Promise<ExitCode> {
  if (names.includes('-')) throw usageError('not-together', { options: ['--watch', '-'] });
  await redraw(session, draw, { isFirst: true });
  const watchers = foldersOf(session, names).map((folder) => watch(folder, { recursive: true }));
  try {
    await untilInterrupted(session, watchers, () => redraw(session, draw, { isFirst: false }));
  } finally {
    for (const watcher of watchers) watcher.close();
  }
  return EXIT.ok;
}

/** Editors replace a file by a new one: its folder is what tells of that. */
function foldersOf({ cwd }: Session, names: readonly string[]): string[] {
  const folders = names.map((name) => {
    const full = path.resolve(cwd, name);
    return kindOf(name, cwd) === 'folder' ? full : path.dirname(full);
  });
  return [...new Set(folders)];
}

function untilInterrupted(
  session: Session,
  watchers: readonly FSWatcher[],
  again: () => Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let drawing = Promise.resolve();
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        drawing = drawing.then(again).catch(reject);
      }, SETTLING);
    };
    for (const watcher of watchers) {
      watcher.on('change', (_kind, file) => {
        if (WATCHED.test(String(file))) soon();
      });
      watcher.on('error', reject);
    }
    session.onInterrupt?.(() => {
      clearTimeout(timer);
      void drawing.then(resolve);
    });
  });
}

async function redraw(
  session: Session,
  draw: () => Promise<ExitCode>,
  { isFirst }: { isFirst: boolean },
): Promise<void> {
  const { stdout } = session;
  if (stdout.isTTY) await write(stdout, CLEAR);
  else if (!isFirst) await write(stdout, '\n');
  try {
    await draw();
  } catch (error) {
    if (isFirst || !(error instanceof UsageError)) throw error;
    await sayUsageError(session, error);
  }
}
