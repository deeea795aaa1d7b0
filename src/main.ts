import { runCommandLine } from './cli/run.ts';
import { sayUsageError } from './commands/say-usage.ts';
import { type Session, UsageError, withSafeErrors, write } from './commands/session.ts';
import { EXIT } from './exit.ts';

/**
 * Runs the program on a command line. Gives the exit code; never throws, never exits.
 */
export async function main(given: Session): Promise<number> {
  for (const stream of [given.stdout, given.stderr]) stream.on('error', ignoredHere);
  const session = withSafeErrors(given);
  try {
    return await runCommandLine(session);
  } catch (error) {
    return report(error, session);
  }
}

/** Who writes is told of the error by its own callback. */
function ignoredHere(): void {}

async function report(error: unknown, session: Session): Promise<number> {
  if (error instanceof UsageError) {
    await sayUsageError(session, error);
    return EXIT.usage;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await write(
    session.stderr,
    `dti-eval: a fault of the program itself, not of your files. Please report it with this text and the command:\n${detail.replace(/^/gm, '  ')}\n`,
  );
  return EXIT.fault;
}
