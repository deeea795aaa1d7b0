import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Block,
  type Column,
  type Document,
  heading,
  paragraph,
  type Row,
} from '../../src/formats/document.ts';
import { write } from '../../src/formats/docx/index.ts';
import { EMPTY_LETTER, type Letter } from '../../src/letter.ts';
import type { Lang } from '../../src/words/langs.ts';
import { run } from '../run.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { attribute, elements, partsOf, textOf } from './office.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const LETTER: Letter = {
  isEmpty: false,
  superior: 'Ủy ban nhân dân thành phố Đà Nẵng',
  issuer: 'Sở A',
  number: '7/BC-SA',
  place: 'Đà Nẵng',
  date: '2024-02-05',
  kind: null,
  subject: null,
  addressees: ['Bộ B'],
  signer: { authority: ['KT. GIÁM ĐỐC'], post: 'PHÓ GIÁM ĐỐC', name: 'Nguyễn Văn C' },
  recipients: ['Như trên', 'Sở D'],
  archive: 'VT',
};

async function written(document: Document, letter?: Letter, lang: Lang = 'vi') {
  const view = { document: () => document, ...(letter ? { letter } : {}) };
  const look = { width: null, color: false, bom: false, lang };
  const parts = partsOf(await write(view, look));
  const xml = parts['word/document.xml']!;
  return { parts, xml, paragraphs: elements(xml, 'w:p').map(textOf).filter(Boolean) };
}

function table(columns: number, rows: readonly Row[], more: Partial<Block> = {}): Block {
  return {
    kind: 'table',
    title: null,
    columns: Array.from(
      { length: columns },
      (_, at): Column => ({ key: `c${at}`, title: `Cột ${at}`, importance: 1, wraps: true }),
    ),
    sections: [{ heading: null, rows, subtotal: null }],
    closing: [],
    hiddenNote: () => '',
    ...more,
  } as Block;
}

/** In millimetres, of twentieths of a point. */
const mm = (twips: string | null) => (Number(twips) / 20 / 72) * 25.4;

const TITLE = heading(1, 'Báo cáo kết quả thực hiện Kế hoạch số 1/KH-UBND');

describe('a Word file', () => {
  it('has the sheet and the margins of Nghị định 30/2020', async () => {
    const { xml } = await written([TITLE], LETTER);
    const [size] = elements(xml, 'w:pgSz');
    const [margins] = elements(xml, 'w:pgMar');
    expect(mm(attribute(size, 'w:w'))).toBeCloseTo(210, 1);
    expect(mm(attribute(size, 'w:h'))).toBeCloseTo(297, 1);
    for (const side of ['top', 'bottom']) {
      const margin = mm(attribute(margins, `w:${side}`));
      expect(margin).toBeGreaterThanOrEqual(20);
      expect(margin).toBeLessThanOrEqual(25);
    }
    expect(mm(attribute(margins, 'w:left'))).toBeGreaterThanOrEqual(30);
    expect(mm(attribute(margins, 'w:left'))).toBeLessThanOrEqual(35);
    expect(mm(attribute(margins, 'w:right'))).toBeGreaterThanOrEqual(14.99);
    expect(mm(attribute(margins, 'w:right'))).toBeLessThanOrEqual(20);
  });

  it('is set in Times New Roman 14, its pages numbered in the top margin but for the first', async () => {
    const { parts, xml } = await written([TITLE], LETTER);
    const [defaults] = elements(parts['word/styles.xml']!, 'w:docDefaults');
    expect(attribute(elements(defaults!, 'w:rFonts')[0], 'w:ascii')).toBe('Times New Roman');
    expect(attribute(elements(defaults!, 'w:sz')[0], 'w:val')).toBe('28');
    expect(elements(xml, 'w:titlePg')).toHaveLength(1);
    const headers = Object.keys(parts).filter((name) => name.startsWith('word/header'));
    const numbered = headers.filter((name) => parts[name]!.includes('PAGE'));
    expect(numbered).toHaveLength(1);
    expect(parts[numbered[0]!]).toContain('<w:jc w:val="center"/>');
  });

  it('says who issues it, under whom, when and where, to whom it goes and who signs', async () => {
    const { paragraphs } = await written([TITLE, paragraph('Nội dung.')], LETTER);
    expect(paragraphs).toEqual([
      'Ủy ban nhân dânthành phố Đà Nẵng',
      'Sở A',
      'Số: 7/BC-SA',
      'Cộng hòa xã hội chủ nghĩa Việt Nam',
      'Độc lập - Tự do - Hạnh phúc',
      'Đà Nẵng, ngày 05 tháng 02 năm 2024',
      'Báo cáo',
      'Kết quả thực hiện Kế hoạch số 1/KH-UBND',
      'Kính gửi: Bộ B',
      'Nội dung.',
      'Nơi nhận:',
      '- Như trên;',
      '- Sở D;',
      '- Lưu: VT.',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Nguyễn Văn C',
    ]);
  });

  it('keeps the signatures on the page of what they sign', async () => {
    const { xml } = await written([TITLE, paragraph('Đầu.'), paragraph('Cuối.')], LETTER);
    const kept = elements(xml, 'w:p').filter((one) => one.includes('<w:keepNext/>'));
    expect(kept.map(textOf)).toEqual(['Cuối.', '']);
  });

  it('gives room where it makes rows lower, and breaks no word', async () => {
    const long = 'Một nội dung dài chiếm nhiều dòng ở mọi hàng của bảng này '.repeat(3);
    const rows = [
      { c0: { text: 'Sở Thông tin và Truyền thông thành phố Đà Nẵng' }, c1: { text: long } },
      ...Array.from({ length: 9 }, () => ({ c1: { text: long } })),
      { c2: { text: 'so-thong-tin-va-truyen-thong' } },
    ];
    const { xml } = await written([TITLE, table(3, rows)], LETTER);
    const [, grid] = elements(xml, 'w:tblGrid');
    const widths = elements(grid!, 'w:gridCol').map((one) => mm(attribute(one, 'w:w')));
    expect(widths[1]).toBeGreaterThan(2 * widths[0]!);
    expect(widths[2]).toBeGreaterThan(40);
    expect(widths.reduce((all, one) => all + one)).toBeCloseTo(165, -1);
  });

  it('marks what is not known, and invents none of it', async () => {
    const { xml, paragraphs } = await written([TITLE], EMPTY_LETTER);
    const marked = elements(xml, 'w:r').filter((one) => one.includes('<w:highlight'));
    expect(marked.map(textOf)).toEqual([
      '[TÊN CƠ QUAN BAN HÀNH]',
      '…/BC-…',
      '…',
      'ngày … tháng … năm …',
      '…',
      '…',
      'VT, …',
      '[QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ]',
      '[Họ và tên]',
    ]);
    expect(paragraphs.join(' ')).not.toMatch(/20\d\d/);
  });

  it('has an English head too', async () => {
    const { paragraphs } = await written([heading(1, 'Report on Plan 1/KH-UBND')], LETTER, 'en');
    expect(paragraphs).toEqual(
      expect.arrayContaining([
        'Socialist Republic of Viet Nam',
        'Independence - Freedom - Happiness',
        'Đà Nẵng, 5 February 2024',
        'Report',
        'on Plan 1/KH-UBND',
        'To: Bộ B',
      ]),
    );
  });

  it('draws a line as long as the motto beneath it', async () => {
    const { xml } = await written([TITLE], LETTER);
    const lines = elements(xml, 'w:p').filter((one) => one.includes('w:val="Rule"'));
    const [, motto] = lines.filter((one) => one.includes('<w:pBdr>'));
    const [indent] = elements(motto!, 'w:ind');
    const widths = elements(xml, 'w:gridCol').map((one) => Number(attribute(one, 'w:w')));
    const length = widths[1]! - 2 * Number(attribute(indent, 'w:left'));
    // "Độc lập - Tự do - Hạnh phúc" in bold 14: 60.2 mm by the font's metrics.
    expect(mm(String(length))).toBeCloseTo(60.2, 0);
  });

  it('has Word count the headings that bear a number, but those with letters', async () => {
    const { xml } = await written(
      [
        TITLE,
        { kind: 'heading', level: 2, text: 'Kết quả', number: 'I.' },
        { kind: 'heading', level: 3, text: 'Chỉ tiêu', number: '1.' },
        { kind: 'heading', level: 4, text: 'Vượt', number: 'đ)' },
        heading(2, 'Tóm tắt'),
      ],
      LETTER,
    );
    const styled = (style: string) =>
      elements(xml, 'w:p').filter((one) => one.includes(`<w:pStyle w:val="${style}"/>`));
    expect(styled('Heading1').map((one) => one.includes('<w:numPr>'))).toEqual([true, false]);
    expect(styled('Heading2').map((one) => one.includes('<w:numPr>'))).toEqual([true]);
    expect(styled('Heading3').map((one) => one.includes('<w:numPr>'))).toEqual([false]);
    expect(elements(xml, 'w:t').join()).toContain('đ) Vượt');
  });

  it('repeats the headings of a table, breaks no row, and numbers groups in Roman', async () => {
    const row = { c0: { text: 'a' }, c1: { text: 'b' } };
    const section = (name: string) => ({ heading: name, rows: [row], subtotal: `${name}: 1` });
    const { xml } = await written([
      table(2, [], { sections: [section('Một'), section('Hai')] } as Partial<Block>),
    ]);
    const rows = elements(xml, 'w:tr');
    expect(rows.map((one) => one.includes('<w:tblHeader/>'))).toEqual([
      true,
      ...Array.from({ length: 6 }, () => false),
    ]);
    expect(rows.every((one) => one.includes('<w:cantSplit/>'))).toBe(true);
    expect(rows.map(textOf)).toEqual([
      'Cột 0Cột 1',
      'I. Một',
      'ab',
      'Một: 1',
      'II. Hai',
      'ab',
      'Hai: 1',
    ]);
  });

  it('is as wide as the page lets it be, and lies across for many columns', async () => {
    const row = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`c${at}`, { text: 'x' }]));
    const { xml } = await written([table(9, [row])]);
    expect(attribute(elements(xml, 'w:pgSz')[0], 'w:orient')).toBe('landscape');
    const widths = elements(xml, 'w:gridCol').map((one) => Number(attribute(one, 'w:w')));
    const sum = widths.reduce((all, width) => all + width, 0);
    expect(mm(String(sum))).toBeGreaterThan(250);
    expect(mm(String(sum))).toBeLessThanOrEqual(252.01);
  });

  it('puts annexes across, on pages of their own, numbered where there are several', async () => {
    const annex = (text: string): Block => ({ kind: 'heading', level: 1, text, isAnnex: true });
    const several = await written([TITLE, annex('Bảng một'), annex('Bảng hai')], LETTER);
    expect(elements(several.xml, 'w:pgSz').map((one) => attribute(one, 'w:orient'))).toEqual([
      'portrait',
      'landscape',
      'landscape',
    ]);
    expect(several.paragraphs.slice(-6)).toEqual([
      'Phụ lục I',
      'Bảng một',
      '(Kèm theo Báo cáo số 7/BC-SA ngày 05 tháng 02 năm 2024 của Sở A)',
      'Phụ lục II',
      'Bảng hai',
      '(Kèm theo Báo cáo số 7/BC-SA ngày 05 tháng 02 năm 2024 của Sở A)',
    ]);
    const only = await written([annex('Bảng')], LETTER);
    expect(only.paragraphs[0]).toBe('Phụ lục');
  });

  it('counts each numbered list anew', async () => {
    const { xml } = await written([
      { kind: 'list', start: 1, items: ['a'] },
      { kind: 'list', start: 1, items: ['b'] },
    ]);
    const numbers = elements(xml, 'w:numId').map((one) => attribute(one, 'w:val'));
    expect(new Set(numbers).size).toBe(2);
  });

  it('holds every text as a text', async () => {
    const hostile = '<w:p>&amp; "x" \u0000\ufffe</w:t>';
    const { paragraphs } = await written([paragraph(hostile)]);
    expect(paragraphs).toEqual(['<w:p>&amp; "x"  \ufffd</w:t>']);
  });

  it('has no head where it is no official document', async () => {
    const { paragraphs } = await written([heading(1, 'Việc quá hạn'), paragraph('Không có.')]);
    expect(paragraphs).toEqual(['Việc quá hạn', 'Không có.']);
  });
});

describe('report -f docx', () => {
  const args = ['report', 'plans/danang-2023.yaml', '--as-of', '2023-12-15', '--lang', 'vi'];

  it('is the same bytes for the same inputs, and tells no time', async () => {
    const made = async () => (await run([...args, '-f', 'docx'], { cwd: ROOT })).bytes;
    const [first, second] = [await made(), await made()];
    expect(first.equals(second)).toBe(true);
    expect(partsOf(first)['docProps/core.xml']).not.toMatch(/\d{4}-\d\d-\d\d/);
  });

  it('takes its head from a letter file', async () => {
    const folder = temporaryFolder({ 'l.yaml': 'format: letter/1\nissuer: Sở A\n' });
    const file = path.join(folder, 'l.yaml');
    const { bytes } = await run([...args, '-f', 'docx', '--letter', file], { cwd: ROOT });
    expect(textOf(partsOf(bytes)['word/document.xml']!)).toContain('Sở A');
  });

  it('writes the appendix alone, across', async () => {
    const { bytes } = await run([...args, '-f', 'docx', '--template', 'appendix'], { cwd: ROOT });
    const xml = partsOf(bytes)['word/document.xml']!;
    expect(elements(xml, 'w:pgSz').map((one) => attribute(one, 'w:orient'))).toEqual(['landscape']);
    expect(textOf(xml)).not.toContain('Độc lập');
  });

  it.each(['status', 'overdue', 'audit', 'diff'])('%s has Word files too', async (command) => {
    const plans = [
      'plans/danang-2023.yaml',
      ...(command === 'diff' ? ['plans/thanhhoa-2022.yaml'] : []),
    ];
    const { bytes, code } = await run([command, ...plans, '-f', 'docx'], { cwd: ROOT });
    expect(code).toBe(0);
    expect(Object.keys(partsOf(bytes))).toContain('word/document.xml');
  });
});
