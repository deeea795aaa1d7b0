import { decodedTwice } from '../decoded-twice.ts';
import { type Finding, findingOf, type Report } from '../finding.ts';
import { fixOf } from '../fix.ts';
import { LATIN, legible, lookAlikes, namesOf } from '../look-alike.ts';
import { type Message, message } from '../message/message.ts';
import type { Header } from './header.ts';
import { remembering } from './remembering.ts';
import type { SourceRow } from './sources/source.ts';

/** What a cell is read as, and what there is to say of its letters. */
interface Letters {
  /** In NFC, and as it was before it was decoded twice. */
  read: string;
  said: { rule: LetterRule; message: Message; suggestion: string } | null;
}

type LetterRule = 'decoded-twice' | 'look-alike-letter' | 'stray-character';

/** Letters that look like others, and what nobody sees, once a cell: they are read as they look. */
export function letterFindings(
  { cells, place, edit }: SourceRow,
  { there }: Header<string>,
): Finding[] {
  return there.flatMap(([column, at]) => {
    const { said } = lettersOf(cells[at] ?? '');
    if (said === null) return [];
    const { rule, message, suggestion } = said;
    const fix = fixOf('safe', edit?.(at)?.(suggestion) ?? null);
    const report: Report = { place: place(at), path: [column], message, suggestion, fix };
    return [findingOf(rule, 'warning', report)];
  });
}

/** What is read of a cell that is not {@link isOrdinary}, or is. */
export const lettersOf = remembering((cell: string): Letters => {
  const twice = MAYBE_ODD.test(cell) ? repaired(cell) : null;
  const read = (twice ?? cell).normalize('NFC');
  return { read, said: saidOf(cell, twice) };
});

function saidOf(cell: string, twice: string | null): Letters['said'] {
  if (twice !== null) {
    const said = message('decoded-twice', { found: cell.trim(), meant: twice.trim(), words: 1 });
    return { rule: 'decoded-twice', message: said, suggestion: twice };
  }
  if (!MAYBE_ODD.test(cell)) return null;
  const suggestion = legible(cell);
  const [found] = lookAlikes(cell);
  if (found !== undefined) {
    const { letter, word } = found;
    const args = { letter, ...namesOf(letter), meant: LATIN[letter]!, word };
    return { rule: 'look-alike-letter', message: message('look-alike-letter', args), suggestion };
  }
  const hidden = /[\u200b\u200c\u2060\ufeff]/.exec(cell)?.[0];
  if (hidden === undefined) return null;
  const said = message('stray-character', { ...namesOf(hidden), name: 'zero-width' });
  return { rule: 'stray-character', message: said, suggestion };
}

/** Everything else is asked for no letters. */
const MAYBE_ODD =
  /[\u00d0\u00f0\u0189\u0370-\u04ff\u200b\u200c\u2060\ufeff\u00c2-\u00c6\u0102\u00e2]|á[º»]/;

/** Most cells are: they are read as they stand, and nothing has to be asked of their letters. */
export function isOrdinary(cell: string): boolean {
  for (let at = 0; at < cell.length; at += 1)
    if (!(ORDINARY[cell.charCodeAt(at)] === 1)) return false;
  return true;
}

/** By code: ASCII, and the letters of Vietnamese in NFC that a text decoded twice does not have. */
const ORDINARY = Uint8Array.from({ length: 0x1efa }, (_, code) => {
  if (code < 0x80 || code >= 0x1ea0) return 1;
  const isLetter = code >= 0xc0 && code < 0x1b1;
  return isLetter && !MAYBE_ODD.test(String.fromCharCode(code)) ? 1 : 0;
});

/** The cell as it was before it was decoded twice; `null` where it was not. */
function repaired(cell: string): string | null {
  const words = decodedTwice(cell);
  if (words.length === 0) return null;
  return words.reduceRight((text, { from, to, text: word }) => {
    return text.slice(0, from) + word + text.slice(to);
  }, cell);
}
