import { runCommandLine } from './cli/run.ts';
import { sayUsageError } from './commands/say-usage.ts';
import { type Session, UsageError, withSafeErrors, writeFault } from './commands/session.ts';
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
  await writeFault(session, error);
  return EXIT.fault;
}
