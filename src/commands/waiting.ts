import { visibleLine } from '../formats/findings/visible.ts';
import { charactersOf, displayWidth } from '../formats/wrap.ts';
import { speak } from '../words/index.ts';
import { formatNumber } from '../words/numbers.ts';
import type { Session } from './session.ts';
import { isTerminal, langOfArgv } from './settings.ts';
import type { Stage, Waiting } from './stage.ts';

/** So long a run says nothing, in milliseconds, and so long a line stands at least. */
const PATIENCE = 1000;
const STANDS = 200;

/**
 * Lets a run on a terminal say on one line of stderr what it is at, once it has taken a second. The line
 * goes before anything else is written. Nobody waits where stderr is no terminal, in a pipeline of a
 * forge, at a dumb terminal, or where quiet is asked for.
 */
export async function takeWaiting(session: Session): Promise<void> {
  const { argv, env, terminal, clock } = session;
  if (!terminal || !isTerminal(terminal) || clock === undefined || env.CI || env.TERM === 'dumb')
    return;
  if (argv.includes('--quiet') || argv.includes('-q') || argv.includes('--watch')) return;
  const lang = langOfArgv(session);
  const { waiting: words } = await speak(lang, 'waiting');
  const textOf = (stage: Stage): string => {
    switch (stage.at) {
      case 'files':
        return words.files(formatNumber(stage.done, lang), formatNumber(stage.of, lang));
      case 'table':
        return words.table(visibleLine(stage.file), `${Math.floor(100 * stage.share)}%`);
      case 'evaluation':
        return words.evaluation;
    }
  };
  const line = lineOn(terminal, clock, textOf);
  session.waiting = line;
  for (const name of ['stdout', 'stderr'] as const)
    session[name] = after(session[name], line.clear);
}

type Stream = Session['stderr'];

interface Line extends Waiting {
  clear(): void;
}

function lineOn(stream: Stream, clock: () => number, textOf: (stage: Stage) => string): Line {
  const begun = clock();
  let shownAt = begun + PATIENCE - STANDS;
  let shown = 0;
  let last: Stage['at'] | null = null;
  let isOver = false;
  const clear = () => {
    if (shown > 0) stream.write(`\r${' '.repeat(shown)}\r`);
    shown = 0;
  };
  return {
    clear,
    say(stage) {
      const now = clock();
      const isOther = stage.at !== last && now - begun >= PATIENCE;
      if (isOver || (now - shownAt < STANDS && !isOther)) return;
      shownAt = now;
      last = stage.at;
      const text = cut(textOf(stage), (stream.columns ?? 80) - 1);
      clear();
      stream.write(text);
      shown = displayWidth(text);
    },
    end() {
      clear();
      isOver = true;
    },
  };
}

/** As much of the text as the width holds. */
function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let shown = '';
  let taken = 0;
  for (const letter of charactersOf(text)) {
    taken += displayWidth(letter);
    if (taken > width) break;
    shown += letter;
  }
  return shown;
}

/** The stream, before which something is done whenever it is written to. */
function after(stream: Stream, first: () => void): Stream {
  const write = (text: string | Uint8Array, done?: (error?: Error | null) => void) => {
    first();
    return stream.write(text, done);
  };
  return Object.create(stream, { write: { value: write } });
}
