import { decodedTwice } from '../decoded-twice.ts';
import { type Finding, findingOf } from '../finding.ts';
import { fixOf } from '../fix.ts';
import { LATIN, legible, lookAlikes, namesOf } from '../look-alike.ts';
import { message } from '../message/message.ts';
import type { Header } from './header.ts';
import type { SourceRow } from './sources/source.ts';

/** Letters that look like others, and what nobody sees, once a cell: they are read as they look. */
export function letterFindings(
  { cells, place, edit }: SourceRow,
  { positions }: Header<string>,
): Finding[] {
  const odd = cells.filter((cell) => !isAscii(cell) && MAYBE_ODD.test(cell));
  if (odd.length === 0) return [];
  return positions.flatMap(([column, at]) => {
    const cell = cells[at] ?? '';
    if (!odd.includes(cell)) return [];
    const twice = repaired(cell);
    const suggestion = twice ?? legible(cell);
    const put = edit?.(at)?.(suggestion) ?? null;
    const fix = fixOf('safe', put);
    const report = { place: place(at), path: [column], suggestion, fix };
    if (twice !== null) {
      const said = message('decoded-twice', { found: cell.trim(), meant: twice.trim(), words: 1 });
      return [findingOf('decoded-twice', 'warning', { ...report, message: said })];
    }
    const [found] = lookAlikes(cell);
    if (found !== undefined) {
      const { letter, word } = found;
      const args = { letter, ...namesOf(letter), meant: LATIN[letter]!, word };
      const said = message('look-alike-letter', args);
      return [findingOf('look-alike-letter', 'warning', { ...report, message: said })];
    }
    const hidden = /[\u200b\u200c\u2060\ufeff]/.exec(cell)?.[0];
    if (hidden === undefined) return [];
    const said = message('stray-character', { ...namesOf(hidden), name: 'zero-width' });
    return [findingOf('stray-character', 'warning', { ...report, message: said })];
  });
}

/** Everything else is asked for no letters. */
const MAYBE_ODD =
  /[\u00d0\u00f0\u0189\u0370-\u04ff\u200b\u200c\u2060\ufeff\u00c2-\u00c6\u0102\u00e2]|á[º»]/;

/** Most cells are, and nothing has to be asked of their letters; an expression takes longer to say so. */
function isAscii(cell: string): boolean {
  for (let at = 0; at < cell.length; at += 1) if (cell.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** The cell as it is read: in NFC, and as it was before it was decoded twice. */
export function readAs(cell: string): string {
  if (isAscii(cell)) return cell;
  const read = MAYBE_TWICE.test(cell) ? (repaired(cell) ?? cell) : cell;
  return MAYBE_DECOMPOSED.test(read) ? read.normalize('NFC') : read;
}

/** Letters that nearly every text has which was decoded twice. */
const MAYBE_TWICE = /[\u00c2-\u00c6\u0102\u00e2]|á[º»]/;

/** The cell as it was before it was decoded twice; `null` where it was not. */
function repaired(cell: string): string | null {
  const words = decodedTwice(cell);
  if (words.length === 0) return null;
  return words.reduceRight((text, { from, to, text: word }) => {
    return text.slice(0, from) + word + text.slice(to);
  }, cell);
}

/** Below U+0300 every character is its own NFC; asking first is much faster than normalising. */
const MAYBE_DECOMPOSED = /[\u0300-\uffff]/;
