import { speak } from '../words/index.ts';
import { say } from '../words/say.ts';
import { type Session, type UsageError, write } from './session.ts';
import { langOfArgv } from './settings.ts';

/** Says on stderr what the user must mend, in one line. */
export async function sayUsageError(session: Session, { said }: UsageError): Promise<void> {
  const speech = await speak(langOfArgv(session), 'messages');
  // A name of a column or type may hold line breaks, behind which a line would look like one of ours.
  const line = say(said, speech).replace(/[\r\n]+/g, ' ');
  await write(session.stderr, `dti-eval: ${line}\n`);
}
