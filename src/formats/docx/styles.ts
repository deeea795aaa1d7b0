import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
} from 'docx';
import type { OfficeWords } from '../../words/en/office.ts';
import type { Lang } from '../../words/langs.ts';
import { mm } from './page.ts';

const FONT = 'Times New Roman';

/** Sizes of Nghị định 30/2020/NĐ-CP in points. */
export const SIZES = {
  text: 14,
  nation: 13,
  motto: 14,
  issuer: 13,
  number: 13,
  recipients: 12,
  copies: 11,
  table: 12,
};

/** Word counts half points. */
function half(points: number): number {
  return points * 2;
}

/** How far the first line of a paragraph is indented. */
const FIRST_LINE = mm(12.7);
/** Six points between paragraphs, in twentieths of a point. */
const BETWEEN = 120;
/** Of a line's own height, in parts of 240: a little more than single. */
const LINE = 264;

/** The styles of the document, by which it is edited; names of Word where Word has them. */
export const STYLE = {
  body: 'BodyText',
  list: 'ListParagraph',
  table: 'TableText',
  tableHead: 'TableHeading',
  tableGroup: 'TableGroup',
  tableNote: 'TableNote',
  nation: 'Nation',
  motto: 'Motto',
  superior: 'SuperiorBody',
  issuer: 'IssuingBody',
  number: 'DocumentNumber',
  placeDate: 'PlaceAndDate',
  rule: 'Rule',
  addressee: 'Addressee',
  recipients: 'Recipients',
  copies: 'Copies',
  signer: 'Signer',
  annex: 'Annex',
} as const;

type Own = Omit<IParagraphStyleOptions, 'id' | 'name'>;

const CENTRED = { alignment: AlignmentType.CENTER } as const;
const KEPT = { keepNext: true, keepLines: true } as const;

function centred(
  size: number,
  look: { bold?: boolean; italics?: boolean; allCaps?: boolean } = {},
) {
  return { paragraph: CENTRED, run: { size: half(size), ...look } } satisfies Own;
}

const OWN: Record<Exclude<keyof typeof STYLE, 'list'>, Own> = {
  body: {
    paragraph: {
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: FIRST_LINE },
      spacing: { before: BETWEEN, after: BETWEEN / 2, line: LINE, lineRule: LineRuleType.AUTO },
    },
  },
  table: { run: { size: half(SIZES.table) }, paragraph: { spacing: { before: 20, after: 20 } } },
  tableHead: {
    run: { size: half(SIZES.table), bold: true },
    paragraph: { ...CENTRED, ...KEPT, spacing: { before: 40, after: 40 } },
  },
  tableGroup: {
    run: { size: half(SIZES.table), bold: true },
    paragraph: { ...KEPT, spacing: { before: 40, after: 40 } },
  },
  tableNote: {
    run: { size: half(SIZES.table), italics: true },
    paragraph: { spacing: { before: 40, after: 40 } },
  },
  nation: centred(SIZES.nation, { bold: true, allCaps: true }),
  motto: centred(SIZES.motto, { bold: true }),
  superior: centred(SIZES.issuer, { allCaps: true }),
  issuer: centred(SIZES.issuer, { bold: true, allCaps: true }),
  number: centred(SIZES.number),
  placeDate: centred(SIZES.motto, { italics: true }),
  rule: { paragraph: CENTRED, run: { size: half(2) } },
  addressee: { paragraph: { ...CENTRED, spacing: { before: BETWEEN * 2, after: BETWEEN * 2 } } },
  recipients: { run: { size: half(SIZES.recipients), bold: true, italics: true } },
  copies: { run: { size: half(SIZES.copies) } },
  signer: { ...centred(SIZES.text, { bold: true }) },
  annex: {
    run: { size: half(SIZES.text), bold: true },
    paragraph: { ...CENTRED, ...KEPT, outlineLevel: 0 },
  },
};

const HEADING = { ...KEPT, spacing: { before: BETWEEN, after: BETWEEN } } as const;
const BLACK = { color: '000000', font: FONT, size: half(SIZES.text) } as const;

/** All styles, those of headings as Word knows them. */
export function styles({ styles: names }: OfficeWords, lang: Lang): IStylesOptions {
  const indented = { ...HEADING, indent: { firstLine: FIRST_LINE } };
  const own = (Object.keys(OWN) as (keyof typeof OWN)[]).map((key) => ({
    id: STYLE[key],
    name: names[key],
    basedOn: 'Normal',
    quickFormat: true,
    ...OWN[key],
  }));
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size: half(SIZES.text),
          language: { value: lang === 'vi' ? 'vi-VN' : 'en-GB' },
        },
      },
      title: {
        run: { ...BLACK, bold: true },
        paragraph: { ...CENTRED, ...KEPT, spacing: { before: 0, after: 0 } },
      },
      heading1: { run: { ...BLACK, bold: true, allCaps: true }, paragraph: indented },
      heading2: { run: { ...BLACK, bold: true }, paragraph: indented },
      heading3: { run: BLACK, paragraph: indented },
      heading4: { run: { ...BLACK, italics: true }, paragraph: indented },
      listParagraph: {
        paragraph: {
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: FIRST_LINE },
          spacing: { before: BETWEEN, after: BETWEEN / 2, line: LINE, lineRule: LineRuleType.AUTO },
        },
      },
    },
    paragraphStyles: own,
  };
}

/** The numbering of headings, of lists with marks, and of lists that start with these numbers. */
export const NUMBERING = { headings: 'headings', marks: 'marks', from: (n: number) => `from-${n}` };

const MARKS = ['-', '+', '·'];

export function numbering(starts: readonly number[]) {
  const level = (
    at: number,
    format: (typeof LevelFormat)[keyof typeof LevelFormat],
    text: string,
  ) => ({ level: at, format, text, alignment: AlignmentType.START }) as const;
  const indented = {
    suffix: LevelSuffix.SPACE,
    style: { paragraph: { indent: { left: 0, firstLine: FIRST_LINE } } },
  };
  return {
    config: [
      {
        reference: NUMBERING.headings,
        levels: [
          { ...level(0, LevelFormat.UPPER_ROMAN, '%1.'), suffix: LevelSuffix.SPACE },
          { ...level(1, LevelFormat.DECIMAL, '%2.'), suffix: LevelSuffix.SPACE },
        ],
      },
      {
        reference: NUMBERING.marks,
        levels: MARKS.map((mark, at) => ({
          ...level(at, LevelFormat.BULLET, mark),
          ...indented,
        })),
      },
      ...starts.map((start) => ({
        reference: NUMBERING.from(start),
        levels: [{ ...level(0, LevelFormat.DECIMAL, '%1.'), ...indented, start }],
      })),
    ],
  };
}
