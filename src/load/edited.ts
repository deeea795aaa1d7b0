import { readFileSync } from 'node:fs';
import type { Edit } from '../finding.ts';
import { endsAsTable } from './beside.ts';
import { openText } from './encoding.ts';
import { absolute, markedEncoding } from './files.ts';

/** A file with edits made in it. */
export interface Edited {
  /** What it says then, with every byte outside the edits as it was. */
  bytes: Buffer;
  /** The texts of both, without byte order mark. */
  before: string;
  after: string;
  /** Those that could be made: the file's encoding has every letter of them. */
  made: readonly Edit[];
}

/** How a file's text lies in its bytes. */
interface Layout {
  encoding: string;
  /** The bytes of the byte order mark. */
  mark: number;
  text: string;
  /** The bytes of the first UTF-16 units of the text. */
  bytesBefore(offset: number): number;
  /** `null` where the encoding does not have all of it. */
  encoded(text: string): Buffer | null;
}

/** The bytes of a file. */
export function bytesIn(file: string, cwd: string): Buffer {
  return readFileSync(absolute(file, cwd));
}

/**
 * Makes edits in a file's bytes.
 * @param edits in the order of their places, none touching another
 * @param declared the encoding of tables where it is known, else `null`
 * @returns `null` for bytes that are no text, or whose encoding cannot be written
 */
export async function edited(
  file: string,
  bytes: Buffer,
  edits: readonly Edit[],
  declared: string | null,
): Promise<Edited | null> {
  const isTable = endsAsTable(file);
  const layout = isTable
    ? await tableLayout(bytes, declared)
    : layoutOf(bytes, markedEncoding(bytes));
  if (layout === null) return null;
  const offsetOf = offsets(layout, isTable ? /\r\n|\r|\n/g : /\n/g);
  const made: Edit[] = [];
  const parts: Buffer[] = [];
  const texts: string[] = [];
  let from = 0;
  const keep = (to: number) => {
    parts.push(
      bytes.subarray(layout.mark + layout.bytesBefore(from), layout.mark + layout.bytesBefore(to)),
    );
    texts.push(layout.text.slice(from, to));
  };
  parts.push(bytes.subarray(0, layout.mark));
  for (const edit of edits) {
    const put = layout.encoded(edit.text);
    if (put === null) continue;
    const { line, column, endLine, endColumn } = edit.place;
    keep(offsetOf(line, column));
    parts.push(put);
    texts.push(edit.text);
    from = offsetOf(endLine, endColumn);
    made.push(edit);
  }
  keep(layout.text.length);
  return { bytes: Buffer.concat(parts), before: layout.text, after: texts.join(''), made };
}

async function tableLayout(bytes: Buffer, declared: string | null): Promise<Layout | null> {
  const text = await openText(() => [bytes], declared);
  return text.kind === 'problem' ? null : layoutOf(bytes, text.encoding);
}

function layoutOf(bytes: Buffer, encoding: string): Layout | null {
  const mark = markLength(bytes, encoding);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(mark));
  const known = { encoding, mark, text };
  switch (encoding) {
    case 'utf-8': {
      const encoded = (text: string) => Buffer.from(text);
      return { ...known, bytesBefore: utf8Counter(text), encoded };
    }
    case 'utf-16le':
    case 'utf-16be': {
      const isBig = encoding === 'utf-16be';
      const encoded = (text: string) => {
        const little = Buffer.from(text, 'utf16le');
        return isBig ? little.swap16() : little;
      };
      return { ...known, bytesBefore: (offset) => 2 * offset, encoded };
    }
    default: {
      const letters = lettersOf(encoding);
      if (letters === null || text.length !== bytes.length - mark) return null;
      const encoded = (text: string) => inLetters(text, letters);
      return { ...known, bytesBefore: (offset) => offset, encoded };
    }
  }
}

function markLength(bytes: Buffer, encoding: string): number {
  const mark =
    encoding === 'utf-8'
      ? [0xef, 0xbb, 0xbf]
      : encoding === 'utf-16le'
        ? [0xff, 0xfe]
        : [0xfe, 0xff];
  const isMarked = encoding.startsWith('utf-') && mark.every((byte, at) => bytes[at] === byte);
  return isMarked ? mark.length : 0;
}

/** Counts on from the offset asked for before: offsets are asked for in order. */
function utf8Counter(text: string): (offset: number) => number {
  let known = { offset: 0, bytes: 0 };
  return (offset) => {
    if (offset < known.offset) known = { offset: 0, bytes: 0 };
    const bytes = known.bytes + Buffer.byteLength(text.slice(known.offset, offset));
    known = { offset, bytes };
    return bytes;
  };
}

/** The offset of a 1-based line and column; behind the last line, the end. */
function offsets({ text, encoding }: Layout, lineBreak: RegExp) {
  const starts = [
    0,
    ...[...text.matchAll(lineBreak)].map(({ 0: found, index }) => index + found.length),
  ];
  return (line: number, column: number): number => {
    const start = starts[line - 1] ?? text.length;
    if (encoding !== 'windows-1258') return Math.min(start + column - 1, text.length);
    return start + joinedOffset(text.slice(start, starts[line] ?? text.length), column - 1);
  };
}

/** Tones are marks of their own in windows-1258, and places count letters that they are joined to. */
function joinedOffset(line: string, units: number): number {
  let seen = 0;
  for (const { 0: letter, index } of line.matchAll(/\P{M}\p{M}*/gsu)) {
    if (seen >= units) return index;
    seen += letter.normalize('NFC').length;
  }
  return line.length;
}

/** The byte of each letter of an encoding that has one byte a letter, else `null`. */
function lettersOf(encoding: string): ReadonlyMap<string, number> | null {
  const decoder = new TextDecoder(encoding);
  const letters = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
  if (letters.some((letter) => letter.length !== 1)) return null;
  return new Map(letters.map((letter, byte) => [letter, byte]));
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;

function inLetters(text: string, letters: ReadonlyMap<string, number>): Buffer | null {
  const bytes: number[] = [];
  for (const letter of text) {
    const parts = letters.has(letter) ? [letter] : toneApart(letter);
    for (const part of parts) {
      const byte = letters.get(part);
      if (byte === undefined || part === '\ufffd') return null;
      bytes.push(byte);
    }
  }
  return Buffer.from(bytes);
}

/** `ế` as `ê` and the mark of its tone. */
function toneApart(letter: string): string[] {
  const parts = letter.normalize('NFD');
  const tone = TONE.exec(parts)?.[0];
  return tone === undefined ? [letter] : [parts.replace(tone, '').normalize('NFC'), tone];
}
