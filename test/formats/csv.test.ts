import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsCsv, write } from '../../src/formats/csv.ts';
import { gridOf } from './sample-grid.ts';

const name = (raw: string | number | boolean | null) => [{ name: { text: 'shown', raw } }];
const cellOf = (raw: string | number | boolean | null) =>
  (parse(recordsCsv(gridOf(name(raw)))) as string[][])[1]![2];

describe('recordsCsv', () => {
  it('writes keys and raw values, those for machines too, with CRLF', () => {
    const rows = [
      {
        plan: { text: '', raw: 'p' },
        code: { text: 'a-1' },
        name: { text: 'Tên, dài' },
        value: { text: '19,67%', raw: 19.67 },
      },
    ];
    expect(recordsCsv(gridOf(rows))).toBe(
      'plan,code,name,value,lead\r\np,a-1,"Tên, dài",19.67,\r\n',
    );
  });

  it('begins with a byte order mark where asked, and appends without header', () => {
    const view = { document: () => [], records: () => gridOf([]) };
    const look = { width: null, color: false, bom: true, lang: 'en' } as const;
    expect([...write(view, look)].join('')).toBe('\ufeffplan,code,name,value,lead\r\n');
  });

  it.each(['=1+1', '+84 1', '-cmd', '@x', '\tx', '\nx', ' =1', '＝1', '-1+2', '-'])(
    'neutralises %j',
    (text) => {
      expect(cellOf(text)).toBe(`'${text}`);
    },
  );

  it.each([
    [-10.5, '-10.5'],
    ['-10.5', '-10.5'],
    [1e-7, '1e-7'],
    [true, 'true'],
    [null, ''],
    ['>= 95', '>= 95'],
  ])('leaves %j as it is', (raw, expected) => {
    expect(cellOf(raw)).toBe(expected);
  });

  it('breaks every line with a line feed', () => {
    expect([cellOf('a\rb\r\nc'), cellOf('\rx')]).toEqual(['a\nb\nc', "'\nx"]);
  });

  it('gives every text back to a CSV reader', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        // What steers a terminal is marked: test/steering.test.ts.
        fc.pre(!/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(text));
        const nfc = text.normalize('NFC');
        expect([nfc, `'${nfc}`]).toContain(cellOf(text));
      }),
    );
  });
});
