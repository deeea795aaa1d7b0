import { Unzip, UnzipInflate } from 'fflate';
import type { WorkbookProblem } from '../../message/csv.ts';
import type { Bytes } from '../bytes.ts';

/** So much of a workbook's parts is unpacked, in bytes, whatever the file says of itself. */
const MOST_UNPACKED = 16 << 20;
/** So much of the file is read; pictures in it are skipped. */
const MOST_PACKED = 64 << 20;
/** So little is unpacked in one go that it cannot grow far beyond the limit: a thousandfold at most. */
const STEP = 4096;

/** Sheets of more elements, or of a cell farther out than so many others, are no tables of results. */
const MOST_ELEMENTS = 1_000_000;
const MOST_CELLS = 1_000_000;
/** A format may be of a thousand columns. */
const MOST_COLUMN_FORMATS = 2000;
/** Other parts become objects, an element each. */
const MOST_OBJECTS = 300_000;

/** What stands before a part's own element is shorter. */
const MOST_PROLOG = 4096;

/** The parts in which cells, their formats and the sheets' names stand. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?workbook\.xml(?:\.rels)?|xl\/(?:styles|sharedStrings)\.xml|xl\/worksheets\/[^/]+\.xml)$/i;

/** Files that are packed as workbooks are, by a part that every one of them has. */
const OTHERS: readonly (readonly [RegExp, WorkbookProblem])[] = [
  [/^xl\/workbook\.bin$/, 'binary-excel'],
  [/^word\/document\.xml$/, 'word'],
  [/^(?:content\.xml|META-INF\/manifest\.xml)$/, 'open-document'],
];

/**
 * Unpacks the parts of a workbook that are needed to read its cells. Memory is bounded by what is
 * unpacked, not by what the file declares.
 *
 * @throws the system's error when the file cannot be read
 */
export async function unpack(bytes: Bytes): Promise<Record<string, Uint8Array> | WorkbookProblem> {
  const parts = new Map<string, Uint8Array[]>();
  const names: string[] = [];
  let problem: WorkbookProblem | null = null;
  let unpacked = 0;
  let packed = 0;
  const unzip = new Unzip((file) => {
    names.push(file.name);
    if (!NEEDED.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      unpacked += chunk.length;
      if (unpacked > MOST_UNPACKED) problem = 'too-large';
      else chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const chunk of bytes()) {
      if (packed === 0) problem = problemOf(chunk);
      packed += chunk.length;
      if (packed > MOST_PACKED) problem = 'too-large';
      for (let at = 0; at < chunk.length && problem === null; at += STEP)
        unzip.push(chunk.subarray(at, at + STEP));
      if (problem !== null) return problem === 'old-excel' ? await kindOfOld(bytes) : problem;
    }
    if (packed === 0) return 'empty';
    unzip.push(new Uint8Array(0), true);
  } catch (error) {
    if (isSystemError(error)) throw error;
    return 'damaged';
  }
  if (!parts.has('xl/workbook.xml')) return otherKind(names);
  const whole = [...parts].map(([name, chunks]): [string, Buffer] => [name, Buffer.concat(chunks)]);
  if (!whole.every(([, part]) => isWhole(part))) return 'damaged';
  return withinLimits(whole);
}

/** Is the element that holds all others closed? Of a part that is cut off, what is left would be read. */
function isWhole(part: Buffer): boolean {
  const [, root] = /<([A-Za-z_][\w:.-]*)/.exec(part.toString('latin1', 0, MOST_PROLOG)) ?? [];
  if (root === undefined) return false;
  return part.lastIndexOf(`</${root}`) >= 0 || /^[^<>]*\/>\s*$/.test(lastTag(part));
}

/** A part that is one element without content ends so. */
function lastTag(part: Buffer): string {
  return part.toString('latin1', Math.max(part.lastIndexOf('<') + 1, part.length - MOST_PROLOG));
}

/** What little space can hold much that is made of it; blank cells, which have a format only, are left out. */
function withinLimits(
  parts: [string, Buffer][],
): Record<string, Uint8Array> | 'too-large' | 'damaged' {
  let elements = 0;
  let objects = 0;
  for (const part of parts) {
    const [name, content] = part;
    if (!name.startsWith('xl/worksheets/')) {
      objects += elementsIn(content);
      continue;
    }
    const sheet = content.toString('latin1').replace(BLANK_CELL, '').replace(BLANK_ROW, '');
    part[1] = Buffer.from(sheet, 'latin1');
    elements += elementsIn(part[1]);
    const { extent, isInOrder } = gridOf(sheet);
    if (extent > MOST_CELLS) return 'too-large';
    if (!isInOrder) return 'damaged';
    if (sheet.split('<col ').length > MOST_COLUMN_FORMATS) return 'too-large';
  }
  const isTooLarge = elements > MOST_ELEMENTS || objects > MOST_OBJECTS;
  return isTooLarge ? 'too-large' : Object.fromEntries(parts);
}

const BLANK_CELL = /<c r="[A-Z]+\d+"(?: s="\d+")?\s*\/>/g;
const BLANK_ROW = /<row(?: [^<>]*)?>\s*<\/row>/g;

function elementsIn(content: Buffer): number {
  let count = 0;
  for (let at = content.indexOf('<'); at >= 0; at = content.indexOf('<', at + 1)) count += 1;
  return count;
}

/**
 * The cells of the rectangle from the first to the last one that is filled, and whether rows and cells
 * come one after another as Excel has them: where they do not, two may stand in one place.
 */
function gridOf(sheet: string): { extent: number; isInOrder: boolean } {
  let [rows, columns, cell, row] = [1, 1, 0, 0];
  let isInOrder = true;
  for (const [, letters, number] of sheet.matchAll(/<c [^<>]*?\br="([A-Z]+)(\d+)"/g)) {
    const column = columnOf(letters!);
    const place = Number(number) * FARTHEST + column;
    isInOrder &&= place > cell;
    cell = place;
    rows = Math.max(rows, Number(number));
    columns = Math.max(columns, column);
  }
  for (const [tag] of sheet.matchAll(/<row [^<>]*>/g)) {
    const number = Number(/\br="(\d+)"/.exec(tag)?.[1] ?? row + 1);
    isInOrder &&= number > row;
    row = number;
    if (!tag.endsWith('/>')) rows = Math.max(rows, number);
  }
  return { extent: rows * columns, isInOrder };
}

/** More than any sheet has columns. */
const FARTHEST = 2 ** 20;

/** `C` is 3, `AB` is 28. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

const PACKED = [0x50, 0x4b, 0x03, 0x04];
const OLD = [0xd0, 0xcf, 0x11, 0xe0];

/** What its first bytes already tell. */
function problemOf(start: Uint8Array): WorkbookProblem | null {
  const begins = (magic: readonly number[]) => magic.every((byte, at) => start[at] === byte);
  if (begins(PACKED)) return null;
  if (begins(OLD)) return 'old-excel';
  return start.includes(0) ? 'not-a-workbook' : 'text';
}

/** The name, in UTF-16, of what holds a workbook that a password protects. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Old Excel files and those with a password are wrapped alike. */
async function kindOfOld(bytes: Bytes): Promise<WorkbookProblem> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes()) {
    const seen = Buffer.concat([rest, chunk]);
    if (seen.includes(ENCRYPTED)) return 'encrypted';
    rest = seen.subarray(-ENCRYPTED.length);
  }
  return 'old-excel';
}

function otherKind(names: readonly string[]): WorkbookProblem {
  const known = OTHERS.find(([part]) => names.some((name) => part.test(name)));
  if (known) return known[1];
  return names.length === 0 ? 'damaged' : 'not-a-workbook';
}
