import { oneLine } from '../formats/printable.ts';
import type { TolerantReading } from '../load/cell-reading.ts';
import { message } from '../message/message.ts';
import { placeText } from '../place.ts';
import { speak } from '../words/index.ts';
import { say } from '../words/say.ts';
import { type Session, write } from './session.ts';
import { langOfArgv } from './settings.ts';

/**
 * Prints on stderr each cell that was read tolerantly, as written and as read, and each row that was
 * taken for no data.
 */
export async function showReading(
  session: Session,
  readings: readonly TolerantReading[],
): Promise<void> {
  const speech = await speak(langOfArgv(session), 'messages');
  const lines = readings.map((one) => `${placeText(one.place)}: ${say(saidOf(one), speech)}\n`);
  await write(session.stderr, lines.join(''));
}

function saidOf(one: TolerantReading) {
  if ('passed' in one) return message('row-passed', { text: oneLine(one.passed.join(' · ')) });
  if ('heading' in one)
    return message('heading-read', { heading: oneLine(one.heading), column: one.column });
  const { column, written, read } = one;
  return message('cell-read', { column, written: oneLine(written), read: oneLine(read) });
}
