import { EXIT, type ExitCode } from '../exit.ts';
import { isAddress } from '../load/database-url.ts';
import { watchFiles } from '../load/watch.ts';
import { sayUsageError } from './say-usage.ts';
import { type Session, UsageError, usageError, write } from './session.ts';

/** One save may be several events: what follows within so many milliseconds is drawn once. */
const SETTLING = 150;
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
  const other = names.find((name) => name === '-' || isAddress(name));
  if (other !== undefined) throw usageError('not-together', { options: ['--watch', other] });
  await redraw(session, draw, { isFirst: true });
  await untilInterrupted(session, names, () => redraw(session, draw, { isFirst: false }));
  return EXIT.ok;
}

async function untilInterrupted(
  session: Session,
  names: readonly string[],
  again: () => Promise<void>,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let drawing = Promise.resolve();
  let stop = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      const onChange = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          drawing = drawing.then(again).catch(reject);
        }, SETTLING);
      };
      stop = watchFiles(names, session.cwd, { onChange, onError: reject });
      session.onInterrupt?.(() => {
        clearTimeout(timer);
        void drawing.then(resolve);
      });
    });
  } finally {
    stop();
  }
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
