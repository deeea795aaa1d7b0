import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Entries } from '../../src/formats/document.ts';
import { entriesText } from '../../src/formats/text-entries.ts';
import { displayWidth } from '../../src/formats/wrap.ts';
import { run } from '../run.ts';

const sheet: Entries = {
  title: 'a — Tỷ lệ \u001b[31mđỏ',
  groups: [
    { heading: null, entries: [{ label: 'Kế hoạch', text: 'một hai ba bốn năm sáu bảy' }] },
    { heading: 'Trống', entries: [] },
    {
      heading: 'Kết quả',
      depth: 1,
      entries: [{ label: 'a', marker: '→ ', text: 'dòng một dài hơn một chút\ndòng hai' }],
    },
  ],
  closing: ['Hết.'],
};

describe('a sheet', () => {
  test('aligns labels, indents further lines and leaves empty blocks out', () => {
    expect(entriesText(sheet, { width: 40, color: false })).toBe(
      [
        'a — Tỷ lệ  [31mđỏ',
        '',
        'Kế hoạch  một hai ba bốn năm sáu bảy',
        '',
        '  Kết quả',
        '  a         → dòng một dài hơn một chút',
        '              dòng hai',
        '',
        'Hết.',
        '',
      ].join('\n'),
    );
  });
  test('piped, only the texts’ own lines break', () => {
    const text = entriesText(sheet, { width: null, color: false });
    expect(text).toContain('→ dòng một dài hơn một chút\n              dòng hai');
  });
  test('colour adds nothing but colour', () => {
    const plain = entriesText(sheet, { width: 30, color: false });
    const coloured = entriesText(sheet, { width: 30, color: true });
    expect(coloured).not.toBe(plain);
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });
});

describe('real sheets and audits fit the width', () => {
  test.each([
    [['explain', 'plans/danang-2023.yaml', 'cqs-8']],
    [['explain', 'plans/danang-2024.yaml', 'tien-do-quy']],
    [['audit', 'plans']],
  ])(
    '%j',
    async (argv) => {
      for (const width of [60, 80, 200])
        for (const lang of ['vi', 'en']) {
          const asked = [
            ...argv,
            '--width',
            String(width),
            '--lang',
            lang,
            '--as-of',
            '2024-06-01',
          ];
          const { stdout } = await run(asked);
          const wide = stdout.split('\n').filter((line) => displayWidth(line) > width);
          expect(wide).toEqual([]);
        }
    },
    30_000,
  );
});
