import { speak } from '../words/index.ts';
import { say } from '../words/say.ts';
import { type Session, type UsageError, write } from './session.ts';
import { langOfArgv } from './settings.ts';

/** Says on stderr what the user must mend, in one line. */
export async function sayUsageError(session: Session, { said }: UsageError): Promise<void> {
  const speech = await speak(langOfArgv(session), 'messages');
  await write(session.stderr, `dti-eval: ${say(said, speech)}\n`);
}
