import type { Finding } from '../../finding.ts';
import type { Speech } from '../../words/index.ts';
import { say } from '../../words/say.ts';

/** What the finding says, with how many more like it were counted and are not told. */
export function findingSaid(
  { message, more = 0 }: Finding,
  speech: Speech<'messages' | 'findings'>,
): string {
  const said = say(message, speech);
  return more === 0 ? said : `${said} ${speech.findings.moreLikeIt(more)}`;
}
