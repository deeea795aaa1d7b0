import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapsIn, listsOf, sourceItems } from '../../src/rules/numbering.ts';

/** The jumps in the sources as `before→after: missing`, list by list. */
function jumps(...sources: string[]): string[] {
  const items = sources.flatMap((source) => sourceItems(source, null));
  return listsOf(items).flatMap(({ name, kind, members }) =>
    gapsIn(members, kind).map(
      ({ before, after, missing }) => `${name} ${before.mark}→${after.mark}: ${missing.join(' ')}`,
    ),
  );
}

describe('the order of a list', () => {
  test('Vietnamese letters run a b c d đ e g h i k l without f and j', () => {
    expect(jumps(...[...'abcdđeghiklmnopqrstuvxy'].map((letter) => `I.${letter}`))).toEqual([]);
  });

  test('a list may use f and j, as 227/KH-UBND does', () => {
    expect(jumps(...[...'abcdđefghij'].map((letter) => `II.2.${letter}`))).toEqual([]);
  });

  test('e before h leaves g out', () => {
    expect(jumps('III.10.đ', 'III.10.e', 'III.10.h')).toEqual(['III.10 e→h: g']);
  });

  test('d before e leaves đ out, but for a list that follows the English alphabet', () => {
    expect(jumps('I.c', 'I.d', 'I.e')).toEqual(['I d→e: đ']);
    expect(jumps('I.c', 'I.d', 'I.e', 'I.f', 'I.g')).toEqual([]);
  });

  test('e before i leaves two out, in their order', () => {
    expect(jumps('II.1.9.e', 'II.1.9.i')).toEqual(['II.1.9 e→i: g h']);
  });

  test('numbers and Roman numerals are counted', () => {
    expect(jumps('PL.B.9', 'PL.B.10', 'PL.B.12')).toEqual(['PL.B 10→12: 11']);
    expect(jumps('III', 'IV', 'VI', 'IX')).toEqual([' IV→VI: V', ' VI→IX: VII VIII']);
  });

  test('where a list starts is its own affair', () => {
    expect(jumps('IV.5.d', 'IV.5.đ', 'II.7', 'II.8')).toEqual([]);
  });

  test('the order in the file does not matter, a repeat is no gap', () => {
    expect(jumps('I.3', 'I.1', 'I.2', 'I.2')).toEqual([]);
  });
});

describe('what is no list of its own', () => {
  test('lists that interleave stay apart, letters and numbers of one name too', () => {
    expect(jumps('I.a.1', 'I.b.1', 'I.a.2', 'I.b.2')).toEqual([]);
    expect(jumps('I.1', 'I.a', 'I.2', 'I.b')).toEqual([]);
  });

  test('dashes have no number of the document', () => {
    expect(jumps('II.5.a-1', 'II.5.a-4', 'II.5.b-2')).toEqual([]);
  });

  test('two places in one source belong to their own lists', () => {
    expect(jumps('II.1; II.3', 'II.2')).toEqual([]);
    expect(jumps('II.1; III.1', 'II.3; III.2')).toEqual(['II 1→3: 2']);
  });

  test('capitals beside A and B are letters, not Roman numerals', () => {
    expect(jumps('PL.A', 'PL.B', 'PL.C', 'PL.I', 'PL.V')).toEqual([]);
  });

  test('years and numbers of documents are no places in a list', () => {
    expect(jumps('KH.2022', 'KH.2025', 'I.1', 'I.99999999999')).toEqual([]);
  });

  test('words and empty places are no numbers', () => {
    expect(jumps('Phụ lục', ';', 'I.1.', 'I.4.', 'mục tiêu')).toEqual([]);
  });
});

const LETTERS = [...'abcdđeghiklmnopqrstuvxy'];

describe('any list', () => {
  test('without one of its inner items says exactly that item', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: LETTERS.length - 3 }),
        fc.integer({ min: 3, max: 12 }),
        fc.nat(),
        (start, length, which) => {
          const list = LETTERS.slice(start, start + length);
          fc.pre(list.length >= 3);
          const left = 1 + (which % (list.length - 2));
          const kept = list.filter((_, index) => index !== left);
          expect(jumps(...kept.map((letter) => `X.${letter}`))).toEqual([
            `X ${list[left - 1]}→${list[left + 1]}: ${list[left]}`,
          ]);
        },
      ),
    );
  });

  test('of numbers names every number between and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 2 }), (numbers) => {
        const said = jumps(...numbers.map((number) => `L.${number}`));
        const missing = said.flatMap((jump) => jump.split(': ')[1]!.split(' ').map(Number));
        const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
        const expected = Array.from({ length: high - low + 1 }, (_, step) => low + step).filter(
          (number) => !numbers.includes(number),
        );
        expect(missing).toEqual(expected);
      }),
    );
  });
});
