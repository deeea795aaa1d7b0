import { takeReading } from '../commands/cache.ts';
import { takeConfig } from '../commands/config.ts';
import { tellingCrashes } from '../commands/crashes.ts';
import { refusePasswords } from '../commands/passwords.ts';
import { type Session, write } from '../commands/session.ts';
import { isTerminal, langOfArgv } from '../commands/settings.ts';
import { takeWaiting } from '../commands/waiting.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { VERSION } from '../version.ts';
import { speak } from '../words/index.ts';
import type { Asked } from './asked.ts';
import { COMMANDS } from './commands.ts';

/**
 * Does what the command line asks for.
 * @throws UsageError for what the user must mend and the command itself finds
 */
export async function runCommandLine(session: Session): Promise<ExitCode> {
  await refusePasswords(session.argv);
  const asked = await askedBy(session.argv);
  switch (asked.kind) {
    case 'run': {
      const refused = await takeConfig(session);
      if (refused !== null) return refused;
      takeReading(session, asked.given.at(-1) as Parameters<typeof takeReading>[1]);
      await takeWaiting(session);
      try {
        return await tellingCrashes(session, () =>
          COMMANDS[asked.command].run(session, asked.given),
        );
      } finally {
        session.waiting?.end();
      }
    }
    case 'version':
      await write(session.stdout, `${VERSION}\n`);
      return EXIT.ok;
    case 'help':
      return help(session, asked);
    case 'mistake': {
      const words = await wordsFor(session);
      await write(session.stderr, `${asked.mistake(words)}\n${words.more}\n`);
      return EXIT.usage;
    }
  }
}

/** What is asked for by one word needs no parser, which takes longer to load than all else. */
const BY_ONE_WORD: ReadonlyMap<string, Asked> = new Map([
  ...['--version', '-V'].map((word): [string, Asked] => [word, { kind: 'version' }]),
  ...['--help', '-h'].map((word): [string, Asked] => [
    word,
    { kind: 'help', of: null, flags: {}, isWanted: true },
  ]),
]);

async function askedBy(argv: readonly string[]): Promise<Asked> {
  const known = argv.length === 1 ? BY_ONE_WORD.get(argv[0]!) : undefined;
  if (known) return known;
  const { parse } = await import('./parse.ts');
  return parse(argv);
}

async function help(
  session: Session,
  { of, flags, isWanted }: Asked & { kind: 'help' },
): Promise<ExitCode> {
  const { commandPage, programPage } = await import('./help.ts');
  const words = await wordsFor(session);
  const stream = isWanted ? session.stdout : session.stderr;
  const width = (isTerminal(stream) ? stream.columns : undefined) ?? 80;
  const text = of === null ? programPage(words, width) : commandPage(of, flags, words, width);
  await write(stream, text);
  return isWanted ? EXIT.ok : EXIT.usage;
}

async function wordsFor(session: Session) {
  return (await speak(langOfArgv(session), 'help')).help;
}
