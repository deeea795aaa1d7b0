import { oneLine } from '../formats/printable.ts';
import type { TableReading } from '../load/reading.ts';
import { placeText } from '../place.ts';
import { quote } from '../words/quote.ts';
import { type Session, write } from './session.ts';

/** Prints on stderr each cell that was read tolerantly: its place, its column, as written, as read. */
export async function showReading(
  session: Session,
  tables: readonly Pick<TableReading, 'cells'>[],
): Promise<void> {
  const lines = tables
    .flatMap(({ cells }) => cells)
    .map(({ place, column, written, read }) => {
      return `${placeText(place)}: ${column} ${quote(oneLine(written))} → ${oneLine(read)}\n`;
    });
  await write(session.stderr, lines.join(''));
}
