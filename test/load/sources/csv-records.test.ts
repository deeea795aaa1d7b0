import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/limits.ts';
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

function pieces(bytes: Buffer, ends: readonly number[]): Buffer[] {
  const at = [0, ...ends.map((end) => end % (bytes.length + 1)), bytes.length].sort(
    (a, b) => a - b,
  );
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
