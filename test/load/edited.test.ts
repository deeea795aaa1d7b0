import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../src/finding.ts';
import { edited } from '../../src/load/edited.ts';

type Spread = readonly [text: string, from: number, to: number, put: string];

const MARKS = { 'utf-8': [0xef, 0xbb, 0xbf], 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] };
const LETTERS = ['a', 'Z', '1', ',', '"', ' ', 'ế', 'Đ', 'ơ', 'ừ', 'y', '\n', '\r\n'];

function encoded(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  const little = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? little.swap16() : little;
}

/** The place between two offsets of a text. */
function placeIn(text: string, from: number, to: number) {
  const spot = (at: number) => {
    const lines = text.slice(0, at).split('\n');
    return { line: lines.length, column: lines.at(-1)!.length + 1 };
  };
  const end = spot(to);
  return { file: 'p', ...spot(from), endLine: end.line, endColumn: end.column };
}

/** Pieces of a text, of which every other one is edited. */
const pieces = fc.array(
  fc.tuple(
    fc
      .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 8 })
      .map((all) => all.join('')),
    fc.constantFrom('', 'so', 'Đà Nẵng', '"1.10"'),
  ),
  { maxLength: 9 },
);

function spread(given: readonly (readonly [string, string])[]): Spread[] {
  let at = 0;
  return given.map(([text, put]) => {
    const from = at;
    at += text.length;
    return [text, from, at, put];
  });
}

describe('no byte outside the edits changes', () => {
  test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('%s, marked', async (encoding) => {
    await fc.assert(
      fc.asyncProperty(pieces, fc.boolean(), async (given, isTable) => {
        const parts = spread(given);
        const text = parts.map(([piece]) => piece).join('');
        const mark = Buffer.from(MARKS[encoding]);
        const bytes = Buffer.concat([mark, encoded(text, encoding)]);
        const isEdited = (at: number) => at % 2 === 1;
        const edits: Edit[] = parts.flatMap(([piece, from, to, put], at) =>
          isEdited(at) && !/[\r\n]/.test(piece)
            ? { place: placeIn(text, from, to), text: put }
            : [],
        );
        const wanted = parts.map(([piece, , , put], at) =>
          encoded(isEdited(at) && !/[\r\n]/.test(piece) ? put : piece, encoding),
        );
        const made = await edited(isTable ? 'p.csv' : 'p.yaml', bytes, edits, null);
        expect(made!.bytes).toEqual(Buffer.concat([mark, ...wanted]));
        expect([made!.before, made!.made]).toEqual([text, edits]);
        expect(encoded(made!.after, encoding)).toEqual(Buffer.concat(wanted));
      }),
    );
  });
});

describe('windows-1258, where a tone is a byte of its own', () => {
  // “mế,Đắ,x”: ế is ê and a tone, ắ is ă and a tone.
  const bytes = Buffer.from([0x6d, 0xea, 0xec, 0x2c, 0xd0, 0xe3, 0xec, 0x2c, 0x78, 0x0d, 0x0a]);
  const at = (column: number, endColumn: number, text: string): Edit => ({
    place: { file: 'p.csv', line: 1, column, endLine: 1, endColumn },
    text,
  });

  test('places count letters, bytes are written as the encoding has them', async () => {
    const made = await edited('p.csv', bytes, [at(4, 6, 'mế')], null);
    expect([...made!.bytes]).toEqual([
      ...bytes.subarray(0, 4),
      0x6d,
      0xea,
      0xec,
      ...bytes.subarray(7),
    ]);
  });

  test('a letter that the encoding does not have leaves the file as it is', async () => {
    const made = await edited('p.csv', bytes, [at(1, 3, 'с')], null);
    expect(made!.made).toEqual([]);
    expect(made!.bytes).toEqual(bytes);
  });
});

test('a place behind the last line is the end', async () => {
  const place = { file: 'p.yaml', line: 2, column: 1, endLine: 3, endColumn: 1 };
  const made = await edited('p.yaml', Buffer.from('a: 1\n# b'), [{ place, text: '' }], null);
  expect(made!.bytes.toString()).toBe('a: 1\n');
});

test('letters of several bytes cannot be counted in an encoding that is only declared', async () => {
  const place = { file: 'p.csv', line: 1, column: 1, endLine: 1, endColumn: 2 };
  const bytes = Buffer.from([0xb0, 0xa1, 0x62]);
  expect(await edited('p.csv', bytes, [{ place, text: 'x' }], 'gb18030')).toBeNull();
});
