import {
  copyLines,
  headSides,
  type LetterLines,
  lineText,
  type SideLine,
  textOf,
} from './letter-lines.ts';
import { printable } from './printable.ts';
import { painter } from './style.ts';
import type { TextLook } from './text-table.ts';
import { displayWidth, wrapText } from './wrap.ts';

/** Columns between the two sides of a letter. */
const GAP = 6;

/** What stands above the text of an official document, its title included. */
export function letterHead(letter: LetterLines, look: TextLook): string {
  const { left, right } = headSides(letter);
  const { kind, subject, to } = letter;
  const names = (to?.names ?? []).map((one) => printable(textOf(one)));
  const title = [kind.toUpperCase(), subject].flatMap((one) =>
    wrapText(printable(one), look.width),
  );
  return [
    sides(left.map(textOfLine), right.map(textOfLine), look),
    title.map((line) => painter(look.color)(line, 'strong')).join('\n'),
    ...(to === null ? [] : [wrapText(`${to.label} ${names.join('; ')}`, look.width).join('\n')]),
  ].join('\n\n');
}

function textOfLine({ parts }: SideLine): string {
  return lineText(parts);
}

/** Who receives copies, and who signs. */
export function letterFoot(letter: LetterLines, look: TextLook): string {
  const { recipients, signer } = letter;
  const left = [recipients.label, ...copyLines(letter)];
  const right = [...signer.lines.map(textOf), '', '', textOf(signer.name)];
  return sides(left, right, look, flush);
}

/** Two columns, the lines of the right one in its middle; one above the other for want of room. */
function sides(
  left: readonly string[],
  right: readonly string[],
  { width }: TextLook,
  placed: (text: string, room: number) => string = centred,
): string {
  const [first, second] = [left, right].map((side) => side.map(printable)) as [string[], string[]];
  const [room, more] = [widest(first), widest(second)];
  if (width !== null && room + GAP + more > width)
    return [...first, '', ...second].flatMap((line) => wrapText(line, width)).join('\n');
  return Array.from({ length: Math.max(first.length, second.length) }, (_, row) =>
    [placed(first[row] ?? '', room), centred(second[row] ?? '', more)]
      .join(' '.repeat(GAP))
      .trimEnd(),
  ).join('\n');
}

function widest(lines: readonly string[]): number {
  return Math.max(...lines.map(displayWidth));
}

function centred(text: string, room: number): string {
  const free = room - displayWidth(text);
  const before = Math.floor(free / 2);
  return ' '.repeat(before) + text + ' '.repeat(free - before);
}

function flush(text: string, room: number): string {
  return text + ' '.repeat(room - displayWidth(text));
}
