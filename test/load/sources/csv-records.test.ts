import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/limits.ts';
import { openText } from '../../../src/load/encoding.ts';
import {
  type CsvFault,
  type RecordSink,
  recordCutter,
} from '../../../src/load/sources/csv-records.ts';
import type { Delimiter } from '../../../src/load/sources/source.ts';
import { csvParseCutter } from './csv-parse-records.ts';

type Told = { cells: string[]; line: number; raw: string } | CsvFault;

/** Cuts with either cutter, and tells everything that the sink is told. */
async function told(
  make: typeof recordCutter | typeof csvParseCutter,
  chunks: readonly Buffer[],
  delimiter: Delimiter = ',',
): Promise<Told[]> {
  const all: Told[] = [];
  const sink: RecordSink = {
    record: (cells, line, raw) => all.push({ cells, line, raw: raw() }),
    fault(fault) {
      all.push(fault);
      return 'go-on';
    },
  };
  const cutter = make(delimiter, sink, LIMITS['row-bytes']);
  for (const chunk of chunks) await cutter.write(chunk);
  await cutter.end();
  return all;
}

/** @param first the first piece has so many bytes at least, where there are so many */
function pieces(bytes: Buffer, ends: readonly number[], first = 0): Buffer[] {
  const places = ends.map((end) => Math.max(end % (bytes.length + 1), first));
  const at = [0, ...places, bytes.length].sort((a, b) => a - b);
  return at.slice(1).map((end, index) => bytes.subarray(at[index], end));
}

/** What tables are made of, with what goes wrong in them. */
const TOKENS = [
  ...[',', ';', '\t', '\n', '\n', '"', '"', '""', '\ufeff', ' ', 'x', '81,5', '12/2023'],
  ...['Tỷ lệ hộ', 'đã', 'ấ'.normalize('NFD'), '🇻🇳', '"đạt, vượt"', '"một\nhai"', ',,,', '\n\n'],
];
const TEXT = fc.array(fc.constantFrom(...TOKENS), { maxLength: 40 }).map((all) => all.join(''));
const ENDS = fc.array(fc.nat(), { maxLength: 12 });
const DELIMITER = fc.constantFrom<Delimiter>(',', ';', '\t');

const LINE = `${'x'.repeat(99)}\n`;

describe('cutting bytes into records', () => {
  test('gives what csv-parse gives, whatever the bytes and wherever they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(TEXT, ENDS, DELIMITER, async (text, ends, delimiter) => {
        const chunks = pieces(Buffer.from(text), ends);
        expect(await told(recordCutter, chunks, delimiter)).toEqual(
          await told(csvParseCutter, chunks, delimiter),
        );
      }),
      { numRuns: 3000 },
    );
  });

  test('gives the cells back that were written', async () => {
    const cell = fc.oneof(fc.constantFrom(...TOKENS), fc.string({ unit: 'grapheme' }));
    const plain = cell.map((text) => text.replaceAll('\ufeff', ''));
    const rows = fc.array(fc.array(plain, { minLength: 2, maxLength: 6 }), { minLength: 1 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(rows, ENDS, async (written, ends) => {
        const text = written.map((row) => `${row.map(quoted).join(',')}\n`).join('');
        const read = await told(recordCutter, pieces(Buffer.from(text), ends));
        expect(read.map((one) => ('cells' in one ? one.cells : one))).toEqual(written);
      }),
    );
  });

  test.each([
    ['a row that does not end', 'a,b\nc,', 'x', { kind: 'too-long', line: 2, column: 3 }],
    [
      'a quote that is not closed',
      'a,b\nc,"',
      LINE,
      { kind: 'unclosed-quote', line: 2, column: 3 },
    ],
  ])('gives up %s, and goes on behind its line', async (_, start, filling, fault) => {
    const whole = `${start}${filling.repeat((2 * LIMITS['row-bytes']) / filling.length)}\nlast,row`;
    const chunks = pieces(
      Buffer.from(whole),
      Array.from({ length: 40 }, (_, at) => at * 65_536),
    );
    const [first, second, ...rest] = await told(recordCutter, chunks);
    expect([first, second]).toEqual([{ cells: ['a', 'b'], line: 1, raw: 'a,b' }, fault]);
    expect(rest.at(-1)).toMatchObject({ cells: ['last', 'row'] });
    expect(rest).toEqual((await told(csvParseCutter, chunks)).slice(2));
  });
});

/** As many bytes as tell a mark: no file gives fewer at first. */
const MARK = 4;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Every byte of an encoding of one byte a letter, by its letter. */
function bytesBy(encoding: string): ReadonlyMap<string, number> {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  return new Map([...new TextDecoder(encoding).decode(all)].map((letter, byte) => [letter, byte]));
}

/** Each letter's byte, of windows-1258 with the tone behind it; what the encoding does not have is left out. */
function inBytes(text: string, encoding: 'windows-1258' | 'windows-1252'): Buffer {
  const bytes = bytesBy(encoding);
  const units = [...text.normalize('NFC')].flatMap((letter) => {
    if (bytes.has(letter)) return [letter];
    const apart = letter.normalize('NFD');
    return [apart.replace(TONES, '').normalize('NFC'), ...(apart.match(TONES) ?? [])];
  });
  return Buffer.from(units.flatMap((unit) => bytes.get(unit) ?? []));
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16();
}

/** How a text is written, and what has to be declared for it to be read so. */
const WRITINGS = {
  'utf-8': { written: (text: string) => Buffer.from(text), declared: null },
  'utf-8 with a mark': { written: (text: string) => Buffer.from(`\ufeff${text}`), declared: null },
  'utf-16le with a mark': {
    written: (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    declared: null,
  },
  'utf-16be with a mark': {
    written: (text: string) => swapped(Buffer.from(`\ufeff${text}`, 'utf16le')),
    declared: null,
  },
  'utf-16le': { written: (text: string) => Buffer.from(text, 'utf16le'), declared: 'utf-16le' },
  'utf-16be': {
    written: (text: string) => swapped(Buffer.from(text, 'utf16le')),
    declared: 'utf-16be',
  },
  'windows-1258': {
    written: (text: string) => inBytes(text, 'windows-1258'),
    declared: 'windows-1258',
  },
  'windows-1252': {
    written: (text: string) => inBytes(text, 'windows-1252'),
    declared: 'windows-1252',
  },
} as const;

/** The text that the bytes are, all at once: without a mark, in NFC where tones stand apart, with plain line breaks. */
function decodedWhole(bytes: Buffer, encoding: string): string {
  const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  const whole = encoding === 'windows-1258' ? text.normalize('NFC') : text;
  return whole.replace(/\r\n?/g, '\n');
}

async function chunksOf(chunks: AsyncGenerator<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(Buffer.from(chunk));
  return all;
}

describe('a table in any encoding, wherever its bytes are cut', () => {
  const BREAK = fc.constantFrom('\n', '\r\n', '\r');

  test.each(Object.entries(WRITINGS))('%s: is cut as csv-parse cuts its text', async (_, how) => {
    await fc.assert(
      fc.asyncProperty(TEXT, BREAK, ENDS, DELIMITER, async (text, lineBreak, ends, delimiter) => {
        const bytes = how.written(text.replaceAll('\n', lineBreak));
        const opened = await openText(() => pieces(bytes, ends, MARK), how.declared);
        if (opened.kind === 'problem') throw new Error(opened.problem);
        const chunks = await chunksOf(opened.chunks());
        const whole = Buffer.from(decodedWhole(bytes, opened.encoding));
        expect(await told(recordCutter, chunks, delimiter)).toEqual(
          await told(csvParseCutter, [whole], delimiter),
        );
      }),
      { numRuns: 400 },
    );
  });

  test('bytes of whatever kind are cut so, or refused for what they are', async () => {
    const bytesOf = fc.oneof(
      TEXT.map((text) => [...Buffer.from(text)]),
      TEXT.map((text) => [...inBytes(text, 'windows-1258')]),
      fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 6 }),
    );
    const mixed = fc.array(bytesOf, { maxLength: 4 }).map((all) => Buffer.from(all.flat()));
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(mixed, ENDS, DELIMITER, async (bytes, ends, delimiter) => {
        const opened = await openText(() => pieces(bytes, ends, MARK));
        if (opened.kind === 'problem') {
          seen.add(opened.problem);
          if (opened.problem === 'undecodable')
            expect(() => decodedWhole(bytes, opened.encoding)).toThrow();
          else expect(bytes.includes(0)).toBe(true);
          return;
        }
        seen.add(opened.encoding);
        const whole = Buffer.from(decodedWhole(bytes, opened.encoding));
        expect(await told(recordCutter, await chunksOf(opened.chunks()), delimiter)).toEqual(
          await told(csvParseCutter, [whole], delimiter),
        );
      }),
      { numRuns: 2000 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining(['utf-8', 'windows-1258', 'undecodable', 'not-text']),
    );
  });
});
