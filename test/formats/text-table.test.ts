import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { together } from '../../src/formats/printable.ts';
import { tableText } from '../../src/formats/text-table.ts';
import { gridOf } from './sample-grid.ts';

const plain = { width: null, color: false };
const ROWS = [
  { code: { text: 'a-1' }, name: { text: 'Đường sá trên địa bàn' }, value: { text: '19,67' } },
  { code: { text: 'a-10' }, name: { text: 'Ước' }, value: { text: '5' }, lead: { text: 'Sở' } },
];

describe('tableText', () => {
  it('aligns columns under a light rule, without trailing spaces', () => {
    expect(tableText(gridOf(ROWS), plain)).toBe(
      [
        'Code  Name                   Value  Lead',
        '────────────────────────────────────────',
        'a-1   Đường sá trên địa bàn  19,67',
        'a-10  Ước                        5  Sở',
        '',
      ].join('\n'),
    );
  });

  it('aligns decomposed Vietnamese like composed', () => {
    const decomposed = ROWS.map((row) => ({
      ...row,
      name: { text: row.name.text.normalize('NFD') },
    }));
    expect(decomposed[0]!.name.text).not.toBe(ROWS[0]!.name.text);
    expect(tableText(gridOf(decomposed), plain)).toBe(tableText(gridOf(ROWS), plain));
  });

  it('breaks names between words to fit, and tells which columns found no room', () => {
    const text = tableText(gridOf(ROWS), { width: 26, color: false });
    expect(text).toBe(
      [
        'Code  Name           Value',
        '──────────────────────────',
        'a-1   Đường sá trên  19,67',
        '      địa bàn',
        'a-10  Ước                5',
        '',
        'hidden: Lead',
        '',
      ].join('\n'),
    );
  });

  it('never breaks what belongs together unless it is wider than a line', () => {
    const name = { text: `Kết quả ${together('(15 Dec 2023)')}` };
    const text = tableText(gridOf([{ name }]), { width: 27, color: false });
    expect(text).toContain('(15 Dec 2023)');
  });

  it('never breaks a line when piped, whatever the texts hold', () => {
    const name = { text: `${'dài '.repeat(200)}hai\ndòng` };
    const lines = tableText(gridOf([{ name }]), plain)
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toContain('dài hai dòng');
  });

  it('keeps line breaks of a cell on a screen', () => {
    const text = tableText(gridOf([{ name: { text: 'một\nhai' } }]), { width: 80, color: false });
    expect(text).toMatch(/ một\n +hai\n/);
  });

  it('indents the further lines of a cell with a marker', () => {
    const row = { name: { marker: '↳ ', text: 'Kết quả mới nhất' } };
    expect(tableText(gridOf([row]), { width: 25, color: false })).toMatch(
      /^ {6}↳ Kết quả\n {8}mới nhất\n/m,
    );
  });

  it('separates sections, with headings and subtotals as whole lines', () => {
    const section = (heading: string) => ({
      heading,
      rows: [{ name: { text: 'x' } }],
      subtotal: `${heading}: 1`,
    });
    const text = tableText(
      gridOf([], { title: 'Plan', sections: [section('Một'), section('Hai')], closing: ['All.'] }),
      plain,
    );
    expect(text.split('\n')).toEqual([
      ...['Plan', '', 'Code  Name  Value', '─────────────────'],
      ...['Một', '      x', 'Một: 1', '', 'Hai', '      x', 'Hai: 1', '', 'All.', ''],
    ]);
  });

  it('leaves the table out where there are no rows', () => {
    expect(tableText(gridOf([], { closing: ['Nothing.'] }), plain)).toBe('Nothing.\n');
  });

  it('only adds colour with colour', () => {
    const rows = [
      { name: { text: 'tốt quá đi thôi nào', style: 'good' as const }, code: { text: 'x' } },
    ];
    const colored = tableText(gridOf(rows), { width: 22, color: true });
    expect(colored).toContain('\u001b[32mtốt quá đi');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what colour is made of
    const stripped = colored.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '');
    expect(stripped).toBe(tableText(gridOf(rows), { width: 22, color: false }));
    expect(colored).not.toMatch(/ \n/);
  });

  it('lets no text command the terminal', () => {
    const name = { text: 'a\u001b[31mb\u0007c\u202ed\rx' };
    const text = tableText(gridOf([{ name }]), plain);
    expect(text).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
    expect(text).toContain('a [31mb c d x');
  });

  it('is never wider than asked, down to very narrow', () => {
    const word = fc.stringMatching(/^[a-zđươ数/-]{1,30}$/u);
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    const row = fc.record({ code: text, name: text, value: text, lead: text });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 4 }),
        fc.integer({ min: 8, max: 120 }),
        (rows, width) => {
          const cells = rows.map((r) => ({
            code: { text: r.code },
            name: { text: r.name },
            value: { text: r.value },
            lead: { text: r.lead },
          }));
          for (const line of tableText(gridOf(cells), { width, color: false }).split('\n'))
            expect(stringWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
