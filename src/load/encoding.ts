import { isAscii, isUtf8 } from 'node:buffer';
import { type Bytes, beginning } from './bytes.ts';

/** A file whose encoding is known and which is sound in it. */
export interface EncodedText {
  kind: 'text';
  /** The WHATWG name: `utf-8`, `utf-16le`, `utf-16be`, `windows-1258`, or the declared one. */
  encoding: string;
  /**
   * The text as UTF-8 bytes, piece by piece, without byte order mark and with `\n` as its only line
   * break, so that lines are counted alike in every file. Can be asked for again.
   */
  chunks(): AsyncGenerator<Buffer>;
}

/** Why a file cannot be read as text. */
export interface EncodingProblem {
  kind: 'problem';
  /**
   * `not-text`: it holds NUL characters, as pictures and workbooks do; `unknown`: no encoding has
   * the declared name; `undecodable`: bytes that the encoding does not have.
   */
  problem: 'not-text' | 'unknown' | 'undecodable';
  encoding: string;
  /** 1-based line of the first fault where it is known, else 1. */
  line: number;
}

/** So many bytes at a file's beginning, its header, tell UTF-16 without a byte order mark. */
const SAMPLE = 512;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Finds the encoding of a file's bytes: the declared one, else by byte order mark, else UTF-16 where every
 * other byte of the beginning is NUL, else UTF-8, else windows-1258. All bytes are looked at before
 * the answer is given, in constant memory.
 *
 * A file with sound UTF-8 letters before its first faulty byte is damaged UTF-8 and a problem: as
 * windows-1258 all of its letters would silently be read as others.
 *
 * @param declared any WHATWG encoding label, or `null`
 * @throws the system's error when the file cannot be read
 */
export async function openText(
  source: Bytes,
  declared: string | null = null,
): Promise<EncodedText | EncodingProblem> {
  const encoding = declared === null ? sniff(await beginning(source)) : nameOf(declared);
  if (encoding === undefined) return trouble('unknown', declared!);
  if (encoding !== 'utf-8') return checkDecoding(source, encoding);
  const fault = await utf8Fault(source);
  if (fault === null) return sound(encoding, source);
  if (fault.kind === 'nul') return trouble('not-text', encoding, fault.line);
  return declared === null && !fault.isDamage
    ? checkDecoding(source, 'windows-1258')
    : trouble('undecodable', encoding, fault.line);
}

function sound(encoding: string, source: Bytes): EncodedText {
  const utf8 = encoding === 'utf-8' ? withoutMark : recoded;
  return { kind: 'text', encoding, chunks: () => withPlainBreaks(utf8(source, encoding)) };
}

function trouble(problem: EncodingProblem['problem'], encoding: string, line = 1): EncodingProblem {
  return { kind: 'problem', problem, encoding, line };
}

function nameOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function sniff(start: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const sample = start.subarray(0, Math.min(SAMPLE, start.length - (start.length % 2)));
  const nuls = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) nuls[index % 2]! += 1;
  const [even, odd] = nuls as [number, number];
  // Half of the letters at least are ASCII in any header; in text no letter is NUL itself.
  const enough = Math.max(1, sample.length / 4);
  if (even === 0 && odd >= enough) return 'utf-16le';
  if (odd === 0 && even >= enough) return 'utf-16be';
  return 'utf-8';
}

type Utf8Fault = { kind: 'nul'; line: number } | { kind: 'bytes'; line: number; isDamage: boolean };

/** The first reason why the bytes are no UTF-8 text, or `null` when they are. */
async function utf8Fault(source: Bytes): Promise<Utf8Fault | null> {
  let line = 1;
  let hasLetters = false;
  let rest: Buffer = Buffer.alloc(0);
  for await (const read of source()) {
    const chunk = rest.length > 0 ? Buffer.concat([rest, read]) : read;
    const end = chunk.length - unfinished(chunk);
    const whole = chunk.subarray(0, end);
    const fault = faultIn(whole, line, hasLetters);
    if (fault) return fault;
    rest = chunk.subarray(end);
    hasLetters ||= !isAscii(whole);
    line += countLines(whole);
  }
  return rest.length > 0 ? { kind: 'bytes', line, isDamage: hasLetters } : null;
}

function faultIn(bytes: Buffer, line: number, hasLetters: boolean): Utf8Fault | null {
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { kind: 'nul', line: line + countLines(bytes.subarray(0, nul)) };
  if (isUtf8(bytes)) return null;
  const start = faultyLine(bytes);
  const before = bytes.subarray(0, start);
  return {
    kind: 'bytes',
    line: line + countLines(before),
    isDamage: hasLetters || hasMark(bytes) || !isAscii(before),
  };
}

/** Where the first line starts that is no UTF-8; a line break is never part of a longer letter. */
function faultyLine(bytes: Buffer): number {
  let start = 0;
  for (;;) {
    const next = bytes.indexOf(NEWLINE, start) + 1;
    if (next === 0 || !isUtf8(bytes.subarray(start, next))) return start;
    start = next;
  }
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

/** How many bytes at the end begin a letter of UTF-8 that the next chunk goes on with. */
function unfinished(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < sequenceLength(byte) ? back : 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

async function checkDecoding(
  source: Bytes,
  encoding: string,
): Promise<EncodedText | EncodingProblem> {
  try {
    for await (const text of decoded(source, encoding))
      if (text.includes('\0')) return trouble('not-text', encoding);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    return trouble('undecodable', encoding);
  }
  return sound(encoding, source);
}

async function* decoded(source: Bytes, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of source()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* withoutMark(source: Bytes): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of source()) {
    yield isFirst && hasMark(chunk) ? chunk.subarray(3) : chunk;
    isFirst = false;
  }
}

function hasMark(chunk: Buffer): boolean {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
}

async function* recoded(source: Bytes, encoding: string): AsyncGenerator<Buffer> {
  const texts = decoded(source, encoding);
  const composed = encoding === 'windows-1258' ? withTonesJoined(texts) : texts;
  for await (const text of composed) yield Buffer.from(text);
}

/**
 * windows-1258 writes a tone as a mark of its own behind the vowel; NFC makes one letter of the
 * two. The last letter waits, because its mark may be the next chunk's first.
 */
async function* withTonesJoined(texts: AsyncGenerator<string>): AsyncGenerator<string> {
  let held = '';
  for await (const text of texts) {
    const known = held + text;
    const end = lastLetter(known);
    yield known.slice(0, end).normalize('NFC');
    held = known.slice(end);
  }
  yield held.normalize('NFC');
}

function lastLetter(text: string): number {
  let at = text.length - 1;
  while (at > 0 && /\p{M}/u.test(text[at]!)) at -= 1;
  return Math.max(at, 0);
}

/** A line break cut in two by the chunks must not become two. */
async function* withPlainBreaks(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let endedInReturn = false;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    const isSplit = endedInReturn && chunk[0] === NEWLINE;
    endedInReturn = chunk.at(-1) === RETURN;
    yield plainBreaks(isSplit ? chunk.subarray(1) : chunk);
  }
}

function plainBreaks(chunk: Buffer): Buffer {
  if (!chunk.includes(RETURN)) return chunk;
  const plain = Buffer.allocUnsafe(chunk.length);
  let length = 0;
  for (let at = 0; at < chunk.length; at += 1) {
    const byte = chunk[at]!;
    if (byte === RETURN && chunk[at + 1] === NEWLINE) continue;
    plain[length] = byte === RETURN ? NEWLINE : byte;
    length += 1;
  }
  return plain.subarray(0, length);
}
